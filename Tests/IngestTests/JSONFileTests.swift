import Ingest
import Testing
import Vocabulary

@Suite struct JSONFileTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    var file: String
    var records: [String]
    var lines: [UInt32]
    var quarantine: [String] = []
    var skipped: [String: Int] = [:]

    var testDescription: String { file }
  }

  static func source(_ file: String) -> SourceOptions {
    var source = SourceOptions(name: "s", paths: ["\(fixtures)/json/\(file)"])
    source.id = ["id"]
    source.map = [
      FieldMapping(field: "name", columns: [ColumnReference(path: "name")]),
      FieldMapping(field: "phone", columns: [ColumnReference(path: "customer.phone")]),
    ]
    return source
  }

  @Test(arguments: [
    Expectation(
      file: "plain.ndjson", records: ["1 name=张伟 phone=13900000001", "2 name=李娜", "3"],
      lines: [1, 2, 3]),
    Expectation(
      file: "numbers.ndjson",
      records: ["12345678901234567890123 name=A phone=13900000001", "-1.50e3 name=true phone=0"],
      lines: [1, 2]),
    Expectation(
      file: "escapes.ndjson", records: ["1 name=张伟 😀 \"x\"\n phone=1"], lines: [1],
      quarantine: ["2 loneSurrogate"]),
    Expectation(
      file: "broken.ndjson", records: ["1 name=张伟 phone=1", "6 name=钱七 phone=6"], lines: [1, 7],
      quarantine: ["2 brokenJSON", "3 brokenJSON", "5 brokenJSON", "6 notAnObject"],
      skipped: ["blank": 1]),
    Expectation(
      file: "arrays.ndjson", records: ["1 name=张伟 phone=1;2", "2 name=李娜 phone=3;4"],
      lines: [1, 2]),
    Expectation(
      file: "array.json", records: ["1 name=张伟 phone=1", "2 name=]} phone=2"], lines: [2, 4],
      quarantine: ["4 brokenJSON", "5 brokenJSON"]),
    Expectation(
      file: "items.json", records: ["1 name=张伟 phone=1", "2 name=李娜 phone=2"], lines: [2, 3]),
    Expectation(
      file: "deep.ndjson", records: ["1 name=A phone=1"], lines: [1], quarantine: ["2 tooDeep"]),
  ])
  func `an awkward file gives its records and nothing else`(_ expected: Expectation) async throws {
    let result = try await ingest([Self.source(expected.file)])
    #expect(listing(result.records, fields: ["name", "phone"]) == expected.records)
    #expect(result.records.line.sorted() == expected.lines)
    #expect(result.quarantine.map { "\($0.line) \($0.code)" } == expected.quarantine)
    #expect(result.accounting[0].skipped == expected.skipped)
    #expect(result.accounting[0].isComplete)
  }

  @Test func `a key that the first objects lack is still read`() async throws {
    let folder = try Folder()
    let line =
      #"{"ticket_id": "%", "channel": "电话", "customer": {"name": "张伟"}, "created_at": "2026"}"#
    var text = ""
    for number in 1...1001 { text += line.replacing("%", with: "\(number)") + "\n" }
    text += #"{"ticket_id": "x", "customer": {"wechat": "wx1", "level": {"a": "b"}}}"# + "\n"
    let source = SourceOptions(name: "s", paths: [try folder.write(text, to: "late.ndjson")])
    let listed = listing(try await ingest([source]).records, fields: ["name", "wechat"])
    #expect(listed.count == 1002)
    #expect(listed.last == "x wechat=wx1")
  }
}
