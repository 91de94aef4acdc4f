import Vocabulary

extension ScorecardTables {
  /// Writes findings.csv: one row per finding, in the order of the records' keys.
  func writeFindings(_ text: FindingText, to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "finding_id", "class", "dimension", "rule", "counted", "record_key", "file", "row_number",
        "golden_id", "other_record_key", "field", "raw_value", "owner", "employee_no", "team",
        "branch", "severity", "message", "suggestion", "status", "first_seen",
      ])
    let findings = findings
    let (keys, rowNumber) = (table.records.recordKey, table.records.rowNumber)
    let ruleIDs = TextColumn(rules.map(\.id))
    let fieldNames = TextColumn([""] + table.records.schema.fields.map(\.name))
    let keeperOf = keepers.keeperOf
    let owners = TextColumn(keepers.keepers.map(\.owner))
    let employees = TextColumn(keepers.keepers.map(\.employee))
    let teams = TextColumn(keepers.keepers.map(\.team))
    let branches = TextColumn(keepers.keepers.map(\.branch))
    try withLentTexts(of: table.records.pools[...]) { raw throws(ExportError) in
      for finding in 0..<findings.count {
        let rule = Int(findings.rule[finding])
        let record = Int(findings.record[finding])
        let keeper = Int(keeperOf[record])
        let phrase = Int(text.phrase[finding])
        writer.append(hexadecimal: findings.identifier[finding])
        writer.append(rules[rule].defect.rawValue)
        writer.append(rules[rule].dimension.rawValue)
        writer.append(ruleIDs, rule)
        writer.append(findings.counted[finding])
        writer.append(keys, record)
        writer.append(text.files.names, text.files.number(of: record))
        writer.append(Int(rowNumber[record]))
        writer.append(goldenIDs, Int(goldenOf[record]))
        if let other = findings.otherRecord(of: finding) {
          writer.append(keys, other)
        } else {
          writer.appendEmpty()
        }
        writer.append(fieldNames, Int(findings.fieldNumber[finding]))
        append(rawValueOf: finding, from: raw, to: &writer)
        writer.append(owners, keeper)
        writer.append(employees, keeper)
        writer.append(teams, keeper)
        writer.append(branches, keeper)
        writer.append(rules[rule].severity.rawValue)
        writer.append(text.messages, phrase)
        writer.append(text.suggestions, phrase)
        writer.append(findings.status[finding].name)
        writer.append(findings.firstSeen[finding])
        writer.endRow()
      }
    }
    return try writer.finish()
  }

  /// Appends the raw value of a finding, or an empty cell where there is none or it must not leave the
  /// pipeline.
  func append(rawValueOf finding: Int, from raw: [LentTexts], to writer: inout CSVWriter) {
    guard let field = shownField(of: finding) else { return writer.appendEmpty() }
    let isPhone = table.records.schema.fields[field].kind == .phone
    raw[field].read(findings.raw[finding]) { writer.append($0, inDigits: isPhone) }
  }

  /// The field whose raw value a finding shows.
  func shownField(of finding: Int) -> Int? {
    guard findings.raw[finding] > 0, let field = findings.field(of: finding) else { return nil }
    return table.records.schema.fields[field].isSensitive ? nil : field
  }
}
