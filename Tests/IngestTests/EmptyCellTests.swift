import Testing
import Vocabulary

@testable import Ingest

@Suite struct EmptyCellTests {
  @Test(arguments: [
    "", " ", "\t", "\u{3000}\u{FEFF}", "-", "--", "-----", "—", "——", "–", "/", "NULL", "Null",
    "null",
    "(NULL)", "(null)", "<NA>", "[NULL]", "None", "nil", "undefined", "N/A", "n/a", "nan", "NaN",
    "NaT", "#N/A", "#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#NUM!", "[]", "{}", "\"\"", "''",
    "\\N",
    "(空白)", "(blank)", "0000-00-00", "0000-00-00 00:00:00", " NULL ", "\u{A0}--\u{A0}",
  ])
  func `a program's word for nothing is an empty cell`(_ text: String) {
    let bytes = Array(text.utf8)
    let isEmpty = isEmptyCell(bytes.span, 0..<bytes.count)
    #expect(isEmpty)
  }

  @Test(arguments: [
    "0", "无", "暂无", "未知", "none", "NA", "na", "Nancy", "Nilsson", "nullmeier", "-1", "- -a", "#1",
    "#N",
    "(0571)", "[1]", "{\"a\":1}", "\"a\"", "'1'", "\\", "//", "0000", "0000-00-01", "00000-0000",
    "—x", "\u{2018}\u{2019}", "张", "undefined1", "NULL NULL",
  ])
  func `a value and a person's word are none`(_ text: String) {
    let bytes = Array(text.utf8)
    let isEmpty = isEmptyCell(bytes.span, 0..<bytes.count)
    #expect(!isEmpty)
  }

  @Test func `words of the pipeline file stand for nothing, letter for letter`() {
    func holds(_ text: String, _ words: [String]) -> Bool {
      let bytes = Array(text.utf8)
      return NullWords(words).holds(bytes.span, 0..<bytes.count)
    }
    #expect(holds(" 待定\t", ["待定", "xxx"]))
    #expect(holds("xxx", ["待定", "xxx"]))
    #expect(!holds("XXX", ["xxx"]))
    #expect(!holds("待", ["待定"]))
    #expect(!holds("待定的", ["待定"]))
    #expect(!holds("待定", []))
    #expect(!holds("", ["待定"]))
  }

  @Test func `a listed word leaves its cell empty and unfilled`() async throws {
    let folder = try Folder()
    let file = try folder.write("编号,姓名,城市\n1,待定,北京\n2,张伟,-无-\n", to: "a.csv")
    let options = IngestOptions(
      schema: .customer, sources: [SourceOptions(name: "a", paths: [file])], nulls: ["待定", "-无-"],
      threads: 1)
    let table = try await Ingestor(options: options).run().records
    #expect(listing(table, fields: ["name", "city"]) == ["1 city=北京", "2 name=张伟"])
    let filled = (0..<2).map { record in
      table.sources[0].columns.indices.count { table.isFilled(record: record, column: $0) }
    }
    #expect(filled == [1, 1])
  }
}
