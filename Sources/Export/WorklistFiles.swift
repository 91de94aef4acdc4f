import Foundation
import Vocabulary

extension ScorecardTables {
  /// Writes a work list for every person, several at a time: the rows that they should fix.
  func writeWorklists(
    _ text: FindingText, to folder: String
  ) async throws -> [WrittenFile] {
    let worklists = Worklists(self)
    for team in Set(worklists.lists.map { Self.parent(of: $0.path) }).union([""]) {
      try Self.makeFolder(team.isEmpty ? folder : folder + "/" + team)
    }
    // Workbooks take longest, so that they come first.
    let jobs = [true, false].flatMap { isBook in worklists.lists.map { (list: $0, isBook: isBook) }
    }
    let parts = min(32, max(1, jobs.count))
    return try await withThrowingTaskGroup(of: [WrittenFile].self) { group in
      for part in 0..<parts {
        let jobs = jobs[jobs.count * part / parts..<jobs.count * (part + 1) / parts]
        group.addTask {
          try jobs.map { list, isBook in
            let path = folder + "/" + list.path
            let rows = worklists.findings[list.findings]
            return isBook
              ? try writeWorkbook(rows, text, to: path + ".xlsx")
              : try writeWorklist(rows, text, to: path + ".csv")
          }
        }
      }
      var files: [WrittenFile] = []
      for try await part in group { files += part }
      return files.sorted { $0.path < $1.path }
    }
  }

  /// Writes one list as CSV, marked as UTF-8 so that Excel opens it right.
  private func writeWorklist(
    _ rows: ArraySlice<UInt32>, _ text: FindingText, to path: String
  ) throws(ExportError) -> WrittenFile {
    var header = worklistHeader
    header[0] = "\u{FEFF}" + header[0]
    var writer = try CSVWriter(path: path, header: header)
    let (findings, records) = (findings, table.records)
    let (keys, ids) = (records.recordKey, records.sourceRecordID)
    try withLentTexts(of: records.pools[...]) { raw throws(ExportError) in
      for row in rows {
        let finding = Int(row)
        let record = Int(findings.record[finding])
        let phrase = Int(text.phrase[finding])
        writer.append(rules[Int(findings.rule[finding])].defect.rawValue)
        writer.append(ids, record)
        writer.append(text.columns.names, columnNumber(of: finding, text))
        append(rawValueOf: finding, from: raw, to: &writer)
        writer.append(text.messages, phrase)
        writer.append(text.suggestions, phrase)
        if let other = findings.otherRecord(of: finding) {
          writer.append(keys, other)
        } else {
          writer.appendEmpty()
        }
        writer.append(text.files.names, text.files.number(of: record))
        writer.append(Int(records.rowNumber[record]))
        writer.endRow()
      }
    }
    return try writer.finish()
  }

  /// Writes one list as a workbook, as far as a sheet reaches.
  private func writeWorkbook(
    _ rows: ArraySlice<UInt32>, _ text: FindingText, to path: String
  ) throws(ExportError) -> WrittenFile {
    var writer = XLSXWriter(
      path: path, sheet: language == .chinese ? "待处理" : "To fix", header: worklistHeader)
    let (findings, records) = (findings, table.records)
    let (keys, ids) = (records.recordKey, records.sourceRecordID)
    try withLentTexts(of: records.pools[...]) { raw throws(ExportError) in
      for row in rows.prefix(XLSXWriter.maximumRows) {
        let finding = Int(row)
        let record = Int(findings.record[finding])
        let phrase = Int(text.phrase[finding])
        writer.append(rules[Int(findings.rule[finding])].defect.rawValue)
        writer.append(ids, record)
        writer.append(text.columns.names, columnNumber(of: finding, text))
        if let field = shownField(of: finding) {
          raw[field].read(findings.raw[finding]) { writer.append($0) }
        } else {
          writer.appendEmpty()
        }
        writer.append(text.messages, phrase)
        writer.append(text.suggestions, phrase)
        if let other = findings.otherRecord(of: finding) {
          writer.append(keys, other)
        } else {
          writer.appendEmpty()
        }
        writer.append(text.files.names, text.files.number(of: record))
        writer.append(Int(records.rowNumber[record]))
        writer.endRow()
      }
    }
    return try writer.finish()
  }

  private var worklistHeader: [String] {
    switch language {
    case .chinese: ["类别", "记录编号", "列", "当前值", "问题", "建议", "相关记录", "文件", "行号"]
    case .english:
      [
        "class", "record", "column", "current value", "problem", "suggestion", "related record",
        "file", "row",
      ]
    }
  }

  /// The column of a finding as its source calls it.
  private func columnNumber(of finding: Int, _ text: FindingText) -> Int {
    let record = Int(findings.record[finding])
    return text.columns.number(
      field: findings.field(of: finding), slot: Int(findings.slot[finding]),
      source: Int(table.records.source[record]))
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func makeFolder(_ path: String) throws(ExportError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw ExportError(.cannotCreate, path: path)
    }
  }
}
