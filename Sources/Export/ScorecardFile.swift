import Vocabulary

extension ScorecardTables {
  /// Writes scorecard.csv: every score of the period.
  func writeScorecard(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "period", "population", "scope_kind", "scope_id", "scope", "source", "field", "dimension",
        "rule", "units", "passed", "failed", "excluded", "score", "lower", "upper", "previous",
      ])
    for cell in cells {
      writer.append(period)
      writer.append(cell.population.rawValue)
      writer.append(cell.scopeKind.rawValue)
      writer.append(cell.scopeID)
      writer.append(cell.scope)
      writer.append(cell.source)
      writer.append(cell.field)
      writer.append(cell.dimension?.rawValue)
      writer.append(cell.rule)
      writer.append(cell.units)
      writer.append(cell.passed)
      writer.append(cell.failed)
      writer.append(cell.excluded)
      writer.append(cell.score, decimals: 6)
      writer.append(cell.bounds?.lower, decimals: 6)
      writer.append(cell.bounds?.upper, decimals: 6)
      writer.append(cell.previous, decimals: 6)
      writer.endRow()
    }
    return try writer.finish()
  }
}
