import Vocabulary

extension ScorecardTables {
  /// Writes findings.csv: one row per finding, in the order of the records' keys.
  func writeFindings(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "finding_id", "class", "dimension", "rule", "counted", "record_key", "file", "row_number",
        "golden_id", "other_record_key", "field", "raw_value", "owner", "employee_no", "team",
        "branch", "severity", "message", "suggestion", "status", "first_seen",
      ])
    var text = FindingText(self)
    let records = table.records
    for finding in 0..<findings.count {
      let rule = rules[Int(findings.rule[finding])]
      let record = Int(findings.record[finding])
      let keeper = keepers[record]
      writer.append(findings.identifierText(of: finding))
      writer.append(rule.defect.rawValue)
      writer.append(rule.dimension.rawValue)
      writer.append(rule.id)
      writer.append(findings.counted[finding])
      writer.append(records.recordKey[record])
      writer.append(fileName(of: record))
      writer.append(Int(records.rowNumber[record]))
      writer.append(goldenID(of: record))
      if let other = findings.otherRecord(of: finding) {
        writer.append(records.recordKey[other])
      } else {
        writer.appendEmpty()
      }
      writer.append(findings.field(of: finding).map { records.schema.fields[$0].name })
      append(rawValue(of: finding), to: &writer)
      writer.append(keeper.owner)
      writer.appendEmpty()
      writer.append(keeper.team)
      writer.append(keeper.branch)
      writer.append(rule.severity.rawValue)
      let phrases = text.phrases(of: finding)
      writer.append(phrases.message)
      writer.append(phrases.suggestion)
      writer.append(findings.status[finding].name)
      writer.append(findings.firstSeen[finding])
      writer.endRow()
    }
    return try writer.finish()
  }

  /// Appends a raw value as its kind asks for.
  func append(
    _ value: (bytes: ArraySlice<UInt8>, kind: FieldKind)?, to writer: inout CSVWriter
  ) {
    guard let value else { return writer.appendEmpty() }
    if value.kind == .phone {
      writer.appendDigits(value.bytes)
    } else {
      writer.append(value.bytes)
    }
  }
}
