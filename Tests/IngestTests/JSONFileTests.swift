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

  private static let oneToThree = ["1 name=张伟 phone=1", "2 name=李娜 phone=2", "3 name=王五 phone=3"]

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
      file: "arrays.ndjson",
      records: ["1 name=张伟 phone=1 phone=2", "2 name=李娜 phone=3 phone=4"], lines: [1, 2]),
    Expectation(
      file: "array.json", records: ["1 name=张伟 phone=1", "2 name=]} phone=2"], lines: [2, 4],
      quarantine: ["4 notAnObject", "5 brokenJSON"]),
    Expectation(
      file: "items.json", records: ["1 name=张伟 phone=1", "2 name=李娜 phone=2"], lines: [2, 3]),
    Expectation(
      file: "deep.ndjson", records: ["1 name=A phone=1"], lines: [1], quarantine: ["2 tooDeep"]),
    Expectation(
      file: "null_words.ndjson", records: ["1 phone=86", "2", "3 name=false phone=3"],
      lines: [1, 2, 3]),
    Expectation(
      file: "repeated_keys.ndjson",
      records: ["1 name=张伟 phone=1", "2 name=李娜 phone=2 phone=3"], lines: [1, 2]),
    Expectation(
      file: "not_utf8.ndjson", records: [oneToThree[0], oneToThree[2]], lines: [1, 3],
      quarantine: ["2 invalidBytes"]),
  ])
  func `an awkward value gives its record and nothing else`(_ expected: Expectation) async throws {
    try await check(expected)
  }

  @Test(arguments: [
    Expectation(
      file: "concatenated.json", records: oneToThree + ["4 name=}{ phone=4", "5 name=钱七"],
      lines: [1, 1, 1, 2, 9]),
    Expectation(
      file: "trailing_commas.json", records: ["1 name=张伟 phone=1", "2 name=李娜"], lines: [2, 3]),
    Expectation(file: "lines_with_commas.ndjson", records: oneToThree, lines: [1, 2, 3]),
    Expectation(file: "gb18030.json", records: oneToThree, lines: [2, 3, 4]),
    Expectation(file: "utf16le.ndjson", records: oneToThree, lines: [1, 2, 3]),
    Expectation(file: "byte_order_mark.json", records: [oneToThree[0]], lines: [1]),
    Expectation(
      file: "text_sequence.json", records: oneToThree.prefix(2) + ["4 name=赵六 phone=4"],
      lines: [1, 2, 4], quarantine: ["3 brokenJSON"]),
    Expectation(
      file: "pages.ndjson", records: oneToThree + ["5 name=钱七 phone=5"], lines: [1, 1, 2, 2],
      quarantine: ["2 brokenJSON", "5 noRecords"], skipped: ["emptyPage": 1]),
    Expectation(file: "pages.json", records: oneToThree, lines: [9, 26, 33]),
    Expectation(file: "keys_behind_records.json", records: oneToThree, lines: [2, 3, 4]),
    Expectation(
      file: "record_with_list.ndjson", records: Array(oneToThree.prefix(2)), lines: [1, 2]),
  ])
  func `records are found in whatever they stand`(_ expected: Expectation) async throws {
    try await check(expected)
  }

  @Test(arguments: [
    Expectation(
      file: "broken_pretty.json", records: ["1 name=张伟 phone=1", "4 name=赵六"], lines: [2, 22],
      quarantine: ["9 brokenJSON", "16 brokenJSON", "26 brokenJSON"]),
    Expectation(
      file: "broken_on_one_line.json",
      records: [oneToThree[0], oneToThree[2], "5 name=钱七 phone=5", "7 name=周九 phone=7"],
      lines: [1, 1, 1, 1],
      quarantine: ["1 brokenJSON", "1 brokenJSON", "1 brokenJSON"]),
    Expectation(
      file: "cut_off.json", records: Array(oneToThree.prefix(2)), lines: [1, 2],
      quarantine: ["3 brokenJSON"]),
    Expectation(
      file: "unclosed_lists.ndjson",
      records: [oneToThree[0], oneToThree[2], "5 name=钱七 phone=5"], lines: [1, 3, 5],
      quarantine: ["2 brokenJSON", "4 brokenJSON"]),
    Expectation(
      file: "strangers.json", records: ["1 name=张伟", "5 name=钱七"], lines: [1, 1],
      quarantine: [
        "1 notAnObject", "1 notAnObject", "1 notAnObject", "1 notAnObject", "1 notAnObject",
      ]),
  ])
  func `what is broken costs itself alone`(_ expected: Expectation) async throws {
    try await check(expected)
  }

  private func check(_ expected: Expectation) async throws {
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

  @Test func `a path in the pipeline file names the list of records`() async throws {
    var source = Self.source("record_with_list.ndjson")
    source.records = "items"
    source.map = [FieldMapping(field: "name", columns: [ColumnReference(path: "id")])]
    #expect(
      listing(try await ingest([source]).records, fields: ["name"]) == [
        "a name=a", "b name=b", "c name=c",
      ])
    source.records = "things"
    await #expect(throws: IngestError.self) { try await ingest([source]) }
  }

  @Test func `an object beyond the bound costs itself alone`() async throws {
    let folder = try Folder()
    let long = String(repeating: "x", count: 17 << 20)
    let text =
      #"{"id": 1, "name": "A"}"# + "\n" + #"{"id": 2, "name": ""# + long + "\"}\n"
      + #"{"id": 3, "name": "B"}"# + "\n"
    var source = Self.source("")
    source.paths = [try folder.write(text, to: "long.ndjson")]
    let result = try await ingest([source])
    #expect(listing(result.records, fields: ["name"]) == ["1 name=A", "3 name=B"])
    #expect(result.quarantine.map { "\($0.line) \($0.code)" } == ["2 rowTooLong"])
  }

  @Test func `a list beside the records may be of any length`() async throws {
    let folder = try Folder()
    let element = #"{"note": "]}", "n": [1, 2]}"#
    let log = [String](repeating: element, count: 700_000).joined(separator: ", ")
    let text = #"{"total": 1, "links": ["# + log + #"], "items": [{"id": 1, "name": "A"}]}"#
    var source = Self.source("")
    source.records = "items"
    source.paths = [try folder.write(text, to: "links.json")]
    let result = try await ingest([source])
    #expect(listing(result.records, fields: ["name"]) == ["1 name=A"])
    #expect(result.quarantine.isEmpty)
  }
}
