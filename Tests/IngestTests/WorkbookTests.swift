import Foundation
import Testing
import Vocabulary

@testable import Ingest

/// All that a file's source gives out, a few bytes at a time.
func text(
  of path: String, sheet: SourceOptions.Sheet = .first, step: Int = 1 << 16
) throws -> String {
  let source = try ExportFile(path: path, sheet: sheet).open()
  var buffer = [UInt8](repeating: 0, count: step)
  var text: [UInt8] = []
  while true {
    let count = try source.read(into: &buffer, at: 0, limit: step)
    if count == 0 { return String(decoding: text, as: UTF8.self) }
    text += buffer[..<count]
  }
}

@Suite struct WorkbookTests {
  private static let folder = fixtures + "/xlsx/"

  @Test(arguments: [
    "openpyxl", "xlsxwriter", "shared_strings", "numbers", "dates", "dates_1904", "types",
    "sheets", "gaps", "strict", "prefixed", "odd_zip", "unsorted",
  ])
  func `a sheet is the text beside it`(_ name: String) throws {
    let expected = try String(contentsOfFile: Self.folder + name + ".csv", encoding: .utf8)
    #expect(try text(of: Self.folder + name + ".xlsx") == expected)
    #expect(try text(of: Self.folder + name + ".xlsx", step: 3) == expected)
  }

  struct Choice: Sendable, CustomTestStringConvertible {
    var sheet: SourceOptions.Sheet
    var name: String

    var testDescription: String { "\(sheet)" }
  }

  @Test(arguments: [
    Choice(sheet: .first, name: "张三"),
    Choice(sheet: .number(1), name: "张三"),
    Choice(sheet: .number(2), name: "李四"),
    Choice(sheet: .named("线索"), name: "李四"),
    Choice(sheet: .named(" 客户 & 联系人"), name: "张三"),
    Choice(sheet: .named("字典"), name: "隐藏"),
    Choice(sheet: .named("旧"), name: "王五"),
  ])
  func `a sheet is chosen by its name or its number`(_ choice: Choice) throws {
    let all = try text(of: Self.folder + "sheets.xlsx", sheet: choice.sheet)
    #expect(all == "姓名,手机\n\(choice.name),13800138000\n")
  }

  @Test func `a sheet that is not there is answered with those that are`() throws {
    let path = Self.folder + "sheets.xlsx"
    let known = ["字典", "客户 & 联系人", "线索", "旧", "空"]
    for sheet in [SourceOptions.Sheet.named("联系人"), .number(9)] {
      let error = #expect(throws: IngestError.self) { try text(of: path, sheet: sheet) }
      #expect(error?.reason == .unknownSheet(sheet, known: known))
      #expect(error?.description.contains("'客户 & 联系人', '线索'") == true)
    }
    let empty = #expect(throws: IngestError.self) { try text(of: path, sheet: .named("空")) }
    #expect(empty?.reason == .emptySheet("空", others: Array(known.dropLast())))
    let plain = #expect(throws: IngestError.self) {
      try text(of: fixtures + "/csv/plain.csv", sheet: .number(1))
    }
    #expect(plain?.reason == .noWorkbook)
  }

  @Test func `a record's line is its row on the sheet`() async throws {
    var source = SourceOptions(name: "s", paths: [Self.folder + "openpyxl.xlsx"])
    source.profile = "none"
    source.id = ["编号"]
    source.map = [FieldMapping(field: "note", columns: [ColumnReference(path: "备注")])]
    let result = try await ingest([source])
    #expect(listing(result.records, fields: ["note"]) == ["1 note=a,b", "2 note=两行\n一格", "3"])
    #expect(result.records.line.sorted() == [2, 3, 4])
    let layout = result.files[0].layout
    #expect(layout.container == .xlsx)
    #expect(layout.sheet == "客户")
    #expect(layout.delimiter == nil)
    #expect(try digest(ofFile: source.paths[0]).sha256 == result.files[0].sha256)
  }

  @Test(arguments: ["entity_bomb.xlsx", "external_entity.xlsx"])
  func `a document type is refused, so that no entity unfolds or is fetched`(
    _ name: String
  ) throws {
    let error = #expect(throws: IngestError.self) { try text(of: Self.folder + name) }
    #expect(error?.reason == .damaged("its XML is broken"))
  }

  @Test func `a workbook that is cut off anywhere is refused`() throws {
    let folder = try Folder()
    let whole = Array(try Data(contentsOf: URL(filePath: Self.folder + "strict.xlsx")))
    for length in stride(from: 4, to: whole.count, by: 13) {
      let path = try folder.write(Array(whole[..<length]), to: "cut.xlsx")
      #expect(throws: IngestError.self) { try text(of: path) }
    }
  }

  @Test(arguments: ["shared_strings", "dates", "sheets", "odd_zip"])
  func `a workbook whose bytes were changed is read or refused`(_ name: String) throws {
    let folder = try Folder()
    let whole = Array(try Data(contentsOf: URL(filePath: Self.folder + name + ".xlsx")))
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      let path = try folder.write(bytes, to: "changed.xlsx")
      do throws(any Error) { _ = try text(of: path) } catch { #expect(error is IngestError) }
    }
  }
}
