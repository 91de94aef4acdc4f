import Foundation
import TestSupport
import Testing

@Suite struct ProfileCommandTests {
  /// What tests read of the result.
  private struct Report: Decodable {
    struct File: Decodable {
      var encoding: String
      var header_line: Int?
    }

    struct Column: Decodable {
      var label: String
      var field: String?
      var is_id: Bool
      var kind: String
      var filled: Int
      var distinct: Int
      var shapes: [String]
    }

    struct Source: Decodable {
      var name: String
      var files: [File]
      var profile: String?
      var columns: [Column]
      var read, records, quarantined: Int
      var skipped: [String: Int]
    }

    var sources: [Source]
    var entry: String
  }

  private func profile(_ files: [String], in folder: TemporaryFolder) throws -> Report {
    let outcome = try AssayProcess.run(["profile", "--json"] + files, in: folder)
    try #require(outcome.status == 0, "\(outcome.stderr)")
    return try JSONDecoder().decode(Report.self, from: Data(outcome.stdout.utf8))
  }

  struct Pasted: Sendable, CustomTestStringConvertible {
    var file: String
    var profile: String?

    var testDescription: String { file }
  }

  @Test(arguments: [
    Pasted(file: "customers/sales_crm.csv", profile: "sales-crm"),
    Pasted(file: "customers/finance_erp.csv", profile: "finance-erp"),
    Pasted(file: "customers/service_tickets.ndjson", profile: "service-tickets"),
    Pasted(file: "febrl3/records.csv"),
    Pasted(file: "csv/titles_and_totals.csv"),
    Pasted(file: "csv/name_parts.csv"),
    Pasted(file: "csv/unknown_shape.csv"),
    Pasted(file: "csv/semicolon.csv"),
    Pasted(file: "json/arrays.ndjson"),
  ])
  func `the entry that is printed works in a pipeline file`(pasted: Pasted) throws {
    let folder = try TemporaryFolder()
    let report = try profile([Repository.fixture(pasted.file)], in: folder)
    #expect(report.sources.map(\.profile) == [pasted.profile])
    try folder.write("pipeline.json", "{ version: 1, name: \"pasted\",\n\(report.entry)}\n")
    let check = try AssayProcess.run(["check", "pipeline.json"], in: folder)
    #expect(check.status == 0, "\(check.stderr)")
    let text = try AssayProcess.run(["profile", Repository.fixture(pasted.file)], in: folder)
    #expect(text.stdout.hasSuffix(report.entry))
    #expect(text.stderr.isEmpty)
  }

  @Test func `columns are counted, guessed and shown without a value`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "list.csv",
      """
      会员名单
      会员号,姓名,手机,城市
      A-001,王小明,13912345678,上海
      A-002,李雷,13712345679,
      A-003,韩梅梅,13612345670,北京
      broken
      """)
    let source = try #require(try profile(["list.csv"], in: folder).sources.first)
    #expect(source.files.map(\.encoding) == ["utf-8"])
    #expect(source.files.map(\.header_line) == [2])
    #expect(source.read == 5 && source.records == 3 && source.quarantined == 1)
    #expect(source.skipped == ["title": 1])
    #expect(source.columns.map(\.label) == ["会员号", "姓名", "手机", "城市"])
    #expect(source.columns.map(\.is_id) == [true, false, false, false])
    #expect(source.columns.map(\.field) == [nil, "name", "phone", "city"])
    #expect(source.columns.map(\.kind) == ["identifier", "personName", "phone", "place"])
    #expect(source.columns.map(\.filled) == [3, 3, 3, 2])
    #expect(source.columns.map(\.distinct) == [3, 3, 3, 2])
    #expect(source.columns.map(\.shapes)[0] == ["X-999"])
    let text = try AssayProcess.run(["profile", "list.csv"], in: folder).stdout
    for value in ["13912345678", "王小明", "李雷", "上海", "A-001"] {
      #expect(!text.contains(value), "\(value)")
    }
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var words: [String]
    var status: Int32
    var message: String

    var testDescription: String { words.joined(separator: " ") }
  }

  @Test(arguments: [
    Bad(words: ["missing.csv"], status: 2, message: "missing.csv: error: no such file"),
    Bad(words: ["."], status: 2, message: "is a folder"),
    Bad(words: ["empty.csv"], status: 2, message: "empty.csv: error: the export is empty"),
    Bad(words: ["zip.csv"], status: 2, message: "zip.csv: error: the file is damaged"),
    Bad(words: ["--colour", "a.csv"], status: 64, message: "unknown flag '--colour'"),
    Bad(words: [], status: 64, message: "FILE is missing"),
  ])
  func `what cannot be read is one line, and nothing is printed`(bad: Bad) throws {
    for command in ["profile", "init"] {
      let folder = try TemporaryFolder()
      try folder.write("empty.csv", "")
      try folder.write("zip.csv", "PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}")
      let outcome = try AssayProcess.run([command] + bad.words, in: folder)
      #expect(outcome.status == bad.status)
      #expect(outcome.stdout.isEmpty)
      #expect(outcome.stderr.contains(bad.message), "\(outcome.stderr)")
      #expect(try folder.files() == ["empty.csv", "zip.csv"])
    }
  }
}
