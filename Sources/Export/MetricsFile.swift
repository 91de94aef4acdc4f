import Vocabulary

extension ScorecardTables {
  /// Writes metrics.csv: what every rule counts, in words.
  func writeMetrics(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "rule", "definition", "dimension", "class", "numerator", "denominator", "exclusions",
        "weight", "version",
      ])
    for rule in rules {
      writer.append(rule.id)
      writer.append(rule.definition[language])
      writer.append(rule.dimension.rawValue)
      writer.append(rule.defect.rawValue)
      writer.append(rule.numerator[language])
      writer.append(rule.denominator[language])
      writer.append(rule.exclusions[language])
      writer.append(rule.weight)
      writer.append(rulesVersion)
      writer.endRow()
    }
    return try writer.finish()
  }
}
