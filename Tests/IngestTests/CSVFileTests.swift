import Ingest
import Testing
import Vocabulary

@Suite struct CSVFileTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    var file: String
    var records = ["1 name=张伟 phone=13900000001 city=北京", "2 name=李娜 phone=13900000002"]
    var lines: [UInt32] = [2, 3]
    var quarantine: [String] = []
    var skipped: [String: Int] = [:]

    var testDescription: String { file }
  }

  @Test(arguments: [
    Expectation(file: "header_only.csv", records: [], lines: []),
    Expectation(file: "plain.csv"),
    Expectation(file: "bom_crlf.csv"),
    Expectation(file: "carriage_return.csv"),
    Expectation(file: "gb18030.csv"),
    Expectation(file: "utf16le.csv"),
    Expectation(file: "utf16be.csv"),
    Expectation(
      file: "utf16_lone_surrogate.csv", records: ["2 name=李娜 phone=13900000002"], lines: [3],
      quarantine: ["2 invalidBytes"]),
    Expectation(
      file: "tab.csv",
      records: ["1 name=张伟 phone=13900000001 city=北京, 海淀", "2 name=李娜 phone=13900000002"]),
    Expectation(
      file: "semicolon.csv",
      records: ["1 name=张伟 phone=13900000001 city=北京,海淀", "2 name=李娜 phone=13900000002"]),
    Expectation(file: "bar.csv"),
    Expectation(
      file: "quotes.csv",
      records: [
        "1 name=张,伟 phone=13900000001 city=北\"京", "2 name=李\n娜 phone=13900000002",
        "3 name=\"王\" 五 phone=13900000003", "4 name=赵六 phone=13900000004",
        "5 name=钱\"七\" phone=13900000005",
      ], lines: [2, 3, 5, 6, 7]),
    Expectation(
      file: "open_quote.csv",
      records: [
        "1 name=张伟 phone=13900000001 city=北京", "3 name=王五 phone=13900000003 city=上海",
        "4 name=赵六 phone=13900000004",
      ], lines: [2, 4, 5], quarantine: ["3 unterminatedQuote"]),
    Expectation(
      file: "open_quote_at_end.csv",
      records: [
        "1 name=张伟 phone=13900000001 city=北京", "3 name=王五 phone=13900000003 city=上海",
      ], lines: [2, 4], quarantine: ["3 unterminatedQuote"]),
    Expectation(
      file: "field_count.csv",
      records: ["2 name=李娜 phone=13900000002", "4 name=赵六 phone=13900000004"], lines: [3, 5],
      quarantine: ["2 fieldCount", "4 fieldCount"]),
    Expectation(file: "trailing_comma.csv"),
    Expectation(
      file: "titles_and_totals.csv", lines: [5, 8],
      skipped: ["title": 2, "blank": 2, "repeatedHeader": 1, "total": 2, "footer": 1]),
    Expectation(file: "report_footer.csv", skipped: ["blank": 1, "footer": 2]),
    Expectation(
      file: "lone_line_between.csv", lines: [2, 5], quarantine: ["4 fieldCount"],
      skipped: ["blank": 1]),
    Expectation(
      file: "broken_bytes.csv", records: ["2 name=李娜 phone=13900000002", "3 name=王五"],
      lines: [3, 4], quarantine: ["2 invalidBytes"]),
    Expectation(
      file: "broken_gb18030.csv", records: ["1 name=张伟 phone=13900000001 city=北京"], lines: [2],
      quarantine: ["3 invalidBytes"]),
    Expectation(file: "required_marks.csv"),
    Expectation(file: "utf16le_bare.csv"),
    Expectation(
      file: "gb18030_rare.csv",
      records: [
        "1 name=𠮷野家 phone=13900000001 city=北京", "2 name=李㛃 phone=13900000002",
        "3 name=王😀 phone=13900000003 city=€",
      ], lines: [2, 3, 4]),
    Expectation(
      file: "gbk_euro.csv",
      records: ["1 name=张伟 phone=13900000001 city=北京", "2 name=李娜 phone=13900000002 city=€ 5"]),
    Expectation(
      file: "big5.csv",
      records: ["1 name=張偉 phone=0912000001 city=臺北", "2 name=李娜 phone=0912000002"]),
    Expectation(
      file: "windows1252.csv",
      records: [
        "1 name=José Müller phone=+4915100000001 city=Köln",
        "2 name=Zoë O’Neill phone=+4915100000002",
      ]),
    Expectation(file: "sep_line.csv", lines: [3, 4], skipped: ["title": 1]),
    Expectation(
      file: "second_table.csv", skipped: ["blank": 1, "title": 1, "secondTable": 3]),
    Expectation(file: "second_table_known.csv", skipped: ["blank": 1, "secondTable": 2]),
    Expectation(
      file: "nul_bytes.csv", skipped: ["blank": 1]),
    Expectation(
      file: "null_words.csv", records: ["1 name=张伟", "2 name=李娜 city=无", "3"], lines: [2, 3, 4]),
  ])
  func `an awkward file gives its records and nothing else`(_ expected: Expectation) async throws {
    let source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/\(expected.file)"])
    let result = try await ingest([source])
    #expect(listing(result.records, fields: ["name", "phone", "city"]) == expected.records)
    #expect(result.records.line.sorted() == expected.lines)
    #expect(result.quarantine.map { "\($0.line) \($0.code)" } == expected.quarantine)
    #expect(result.accounting[0].skipped == expected.skipped)
    #expect(result.accounting[0].isComplete)
  }

  @Test func `an unquoted delimiter is put right where there is one way alone`() async throws {
    let source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/unquoted_delimiter.csv"])
    let result = try await ingest([source])
    #expect(
      listing(result.records, fields: ["address", "email"]).suffix(2) == [
        "7 address=上海路1号,2楼 email=c7@example.com", "8 address=a,b,c email=c8@example.com",
      ])
    #expect(result.quarantine.map { "\($0.line) \($0.code)" } == ["10 fieldCount"])
    #expect(result.accounting[0].repaired == 2)
    #expect(result.accounting[0].isComplete)
  }

  struct Detection: Sendable, CustomTestStringConvertible {
    var file: String
    var encoding: TextEncoding

    var testDescription: String { file }
  }

  @Test(arguments: [
    Detection(file: "plain.csv", encoding: .utf8),
    Detection(file: "gb18030.csv", encoding: .gb18030),
    Detection(file: "big5.csv", encoding: .big5),
    Detection(file: "shift_jis.csv", encoding: .shiftJIS),
    Detection(file: "windows1252.csv", encoding: .windows1252),
    Detection(file: "utf16le_bare.csv", encoding: .utf16LittleEndian),
  ])
  func `an encoding is told from the bytes`(_ expected: Detection) async throws {
    var source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/\(expected.file)"])
    source.profile = "none"
    source.map = [FieldMapping(field: "note", columns: [ColumnReference(path: "1")])]
    source.header = .none
    let result = try await ingest([source])
    #expect(result.files[0].layout.encoding == expected.encoding)
    #expect(result.files[0].layout.encodingConfidence > 0.8)
    #expect(result.quarantine.isEmpty)
  }

  @Test func `what was filled takes a bit for each column`() async throws {
    let sources = [
      SourceOptions(name: "s", paths: ["\(fixtures)/customers/sales_crm.csv"]),
      SourceOptions(name: "t", paths: ["\(fixtures)/csv/plain.csv"]),
    ]
    let table = try await ingest(sources).records
    #expect(table.filledWords == 1)
    #expect(table.filled.count == table.count)
    #expect(table.isFilled(record: table.count - 1, column: 0))
  }

  @Test func `any number of deleted rows may stand before a record`() async throws {
    let folder = try Folder()
    var text = "Id,IsDeleted,MasterRecordId,Name,Phone,Website,Industry,OwnerId,CreatedDate\n"
    for number in 0..<20_000 { text += "\(number),true,,甲公司,010-62000001,甲.cn,贸易,005,2024-03-05\n" }
    text += "x,false,,乙公司,010-62000002,乙.cn,贸易,005,2024-03-05\n"
    var source = SourceOptions(name: "s", paths: [try folder.write(text, to: "accounts.csv")])
    source.profile = "salesforce-account"
    let result = try await ingest([source])
    #expect(result.accounting[0].skipped == ["deleted": 20_000])
    #expect(result.accounting[0].records == 1)
    #expect(result.accounting[0].isComplete)
  }

  @Test func `row numbers count broken rows and no skipped ones`() async throws {
    let names = ["field_count.csv", "titles_and_totals.csv"]
    let numbers = try await names.asyncMap { name in
      let source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/\(name)"])
      return try await ingest([source]).records.rowNumber
    }
    #expect(numbers == [[2, 4], [1, 2]])
  }

  @Test func `a quarantined row shows its place and its bytes`() async throws {
    let source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/broken_bytes.csv"])
    let row = try #require(try await ingest([source]).quarantine.first)
    #expect(row.file == "broken_bytes.csv")
    #expect(row.byteOffset == 28)
    #expect(row.column == 2)
    #expect(row.raw == "1,张\\xFF\\xFE伟,13900000001,")
  }

  @Test func `an offset in UTF-16 is that of the file`() async throws {
    let source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/utf16_lone_surrogate.csv"])
    let row = try #require(try await ingest([source]).quarantine.first)
    #expect(row.byteOffset == 2 + 2 * 12)
  }
}

extension Sequence {
  /// The results of an asynchronous function, one after the other.
  func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
