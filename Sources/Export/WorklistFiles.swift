import Foundation
import Vocabulary

extension ScorecardTables {
  /// Writes a work list for every person, several at a time: the rows that they should fix.
  func writeWorklists(to folder: String) async throws -> [WrittenFile] {
    let worklists = Worklists(self)
    for team in Set(worklists.lists.map { Self.parent(of: $0.path) }).union([""]) {
      try Self.makeFolder(team.isEmpty ? folder : folder + "/" + team)
    }
    let count = worklists.lists.count
    let parts = min(16, max(1, count))
    return try await withThrowingTaskGroup(of: [WrittenFile].self) { group in
      for part in 0..<parts {
        group.addTask {
          var text = FindingText(self)
          var files: [WrittenFile] = []
          for list in worklists.lists[count * part / parts..<count * (part + 1) / parts] {
            let path = folder + "/" + list.path
            let rows = worklists.findings[list.findings]
            files.append(try writeWorklist(rows, to: path + ".csv", &text))
            files.append(try writeWorkbook(rows, to: path + ".xlsx", &text))
          }
          return files
        }
      }
      var files: [WrittenFile] = []
      for try await part in group { files += part }
      return files.sorted { $0.path < $1.path }
    }
  }

  /// Writes one list as CSV, marked as UTF-8 so that Excel opens it right.
  private func writeWorklist(
    _ rows: ArraySlice<UInt32>, to path: String, _ text: inout FindingText
  ) throws(ExportError) -> WrittenFile {
    var header = worklistHeader
    header[0] = "\u{FEFF}" + header[0]
    var writer = try CSVWriter(path: path, header: header)
    for row in rows {
      let finding = Int(row)
      let record = Int(findings.record[finding])
      let phrases = text.phrases(of: finding)
      writer.append(rules[Int(findings.rule[finding])].defect.rawValue)
      writer.append(table.records.sourceRecordID[record])
      writer.append(columnName(of: finding))
      append(rawValue(of: finding), to: &writer)
      writer.append(phrases.message)
      writer.append(phrases.suggestion)
      if let other = findings.otherRecord(of: finding) {
        writer.append(table.records.recordKey[other])
      } else {
        writer.appendEmpty()
      }
      writer.append(fileName(of: record))
      writer.append(Int(table.records.rowNumber[record]))
      writer.endRow()
    }
    return try writer.finish()
  }

  /// Writes one list as a workbook, as far as a sheet reaches.
  private func writeWorkbook(
    _ rows: ArraySlice<UInt32>, to path: String, _ text: inout FindingText
  ) throws(ExportError) -> WrittenFile {
    var writer = XLSXWriter(
      path: path, sheet: language == .chinese ? "待处理" : "To fix", header: worklistHeader)
    for row in rows.prefix(XLSXWriter.maximumRows) {
      let finding = Int(row)
      let record = Int(findings.record[finding])
      let phrases = text.phrases(of: finding)
      let other = findings.otherRecord(of: finding)
      writer.append([
        rules[Int(findings.rule[finding])].defect.rawValue,
        table.records.sourceRecordID.string(record),
        columnName(of: finding) ?? "",
        rawValue(of: finding).map { String(decoding: $0.bytes, as: UTF8.self) } ?? "",
        String(decoding: phrases.message, as: UTF8.self),
        String(decoding: phrases.suggestion, as: UTF8.self),
        other.map { table.records.recordKey.string($0) } ?? "",
        fileName(of: record) ?? "",
        String(table.records.rowNumber[record]),
      ])
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

  /// The column of a finding as its source calls it, or nil where it is about the whole record.
  private func columnName(of finding: Int) -> String? {
    guard let field = findings.field(of: finding) else { return nil }
    let record = Int(findings.record[finding])
    let columns = table.records.sources[Int(table.records.source[record])].columns
      .filter { $0.field == field }
    let slot = Int(findings.slot[finding])
    guard columns.indices.contains(slot) else {
      return columns.first?.header ?? table.records.schema.fields[field].name
    }
    return columns[slot].header
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
