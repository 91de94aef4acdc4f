import Foundation
import Testing
import Vocabulary

@testable import Ingest

@Suite struct HostileWorkbookTests {
  private func text(rows: String) throws -> String {
    let folder = try Folder()
    let path = try folder.write(workbook(rows: rows), to: "sheet.xlsx")
    return try IngestTests.text(of: path)
  }

  @Test func `the last cell of all makes one long row and no more`() throws {
    let wide = try text(rows: "<row r='1'><c r='XFD1'><v>1</v></c></row><row><c><v>2</v></c></row>")
    let commas = String(repeating: ",", count: 16_383)
    #expect(wide == "\(commas)1\n2\(commas)\n")
    let deep = try text(rows: "<row r='1048576'><c r='A1048576'><v>1</v></c></row>")
    #expect(deep == String(repeating: "\n", count: 1_048_575) + "1\n")
  }

  struct Beyond: Sendable, CustomTestStringConvertible {
    var rows: String
    var cause: String

    var testDescription: String { cause }
  }

  @Test(arguments: [
    Beyond(
      rows: "<row r='16777217'><c><v>1</v></c></row>",
      cause: "it has a row beyond the last one of any sheet"),
    Beyond(
      rows: "<row><c r='XFE1'><v>1</v></c></row>",
      cause: "it has a cell beyond the last column of any sheet"),
    Beyond(
      rows: "<row><c t='s'><v>0</v></c></row>", cause: "row 1 points to a text that is not there"),
    Beyond(
      rows: "<row><c t='s'><v>-1</v></c></row>", cause: "row 1 points to a text that is not there"),
    Beyond(
      rows: "<row><c><v>1</v></c></row><c><v>2</v></c>",
      cause: "a row or cell stands where none belongs"),
    Beyond(
      rows: "<row><c><v>1</v></c><row/></row>", cause: "a row or cell stands where none belongs"),
    Beyond(rows: "<row><c><v>1</v></row>", cause: "its XML is broken"),
    Beyond(rows: "<row><c <v>1</v></c></row>", cause: "its XML is broken"),
  ])
  func `a sheet that no program writes is refused`(_ beyond: Beyond) throws {
    let error = #expect(throws: IngestError.self) { try text(rows: beyond.rows) }
    #expect(error?.reason == .damaged(beyond.cause))
  }

  @Test func `a row longer than any stays one row of text`() {
    var row = RowText(limit: 8)
    for (column, cell) in ["a\nb", "c\"d\r\ne", "f"].enumerated() where row.hasRoom {
      row.begin(column: column)
      row.text += cell.utf8
      row.end()
    }
    var output: [UInt8] = []
    row.write(width: 3, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "a b,c d  e,\n")
  }

  @Test func `a row that is given up shifts no line below it`() throws {
    let long = String(repeating: "x", count: 5 << 18)
    let rows = ["1", long, "3", "4"].map { "<row><c t='str'><v>\($0)</v></c></row>" }.joined()
    let folder = try Folder()
    let file = try ExportFile(path: folder.write(workbook(rows: rows), to: "long.xlsx"))
    var reader = RowReader(try ByteWindow.open(file, encoding: .utf8), longestRow: 1 << 18)
    var cells: [CellRange] = []
    var lines: [Int] = []
    while let row = try reader.nextRecord(delimiter: .comma, cells: &cells) {
      lines.append(row.fault == nil ? row.line : -row.line)
    }
    #expect(lines == [1, -2, 3, 4])
  }

  @Test func `XML that was changed anywhere is read or refused`() throws {
    let rows = Array(
      ("<row r='1'><c r='A1' t='str'><v>a_x000D_&amp;b</v></c><c t='s' s='1'><v>0</v></c></row>"
        + "<!-- x --><row><c r='C2' t='inlineStr'><is><r><t>甲</t></r><rPh><t>乙</t></rPh></is></c>"
        + "<c t='d'><v>2024-03-05T00:00:00</v></c><c><v>1.5E-3</v></c><c/></row>").utf8)
    let marks = Array("<>/&;'\"=_x0!-[] r1".utf8)
    var random = SplitMix(seed: 3)
    let folder = try Folder()
    for _ in 0..<400 {
      var changed = rows
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<changed.count, using: &random)
        changed[place] = marks[Int.random(in: 0..<marks.count, using: &random)]
      }
      let bytes = workbook(rows: String(decoding: changed, as: UTF8.self))
      let path = try folder.write(bytes, to: "changed.xlsx")
      do throws(any Error) {
        _ = try IngestTests.text(of: path)
      } catch {
        #expect(error is IngestError)
      }
    }
  }

  @Test func `what stands beside the table costs no row`() async throws {
    let cell = { (place: String, text: String) in "<c r='\(place)' t='str'><v>\(text)</v></c>" }
    let rows =
      "<row>\(cell("A1", "编号"))\(cell("B1", "姓名"))</row>"
      + "<row>\(cell("A2", "1"))\(cell("B2", "张三"))\(cell("H2", "旁注"))</row>"
      + "<row>\(cell("A3", "2"))</row>"
    let folder = try Folder()
    let path = try folder.write(workbook(rows: rows), to: "beside.xlsx")
    let result = try await ingest([SourceOptions(name: "s", paths: [path])])
    #expect(listing(result.records, fields: ["name"]) == ["1 name=张三", "2"])
    #expect(result.quarantine.isEmpty)
  }

  @Test func `an archive with a password is refused`() throws {
    let folder = try Folder()
    let path = try folder.write(storedZip([("a.csv", [1, 2, 3])], flags: 1), to: "a.zip")
    let error = #expect(throws: IngestError.self) { try ExportFile(path: path) }
    #expect(error?.reason == .foreign(.encryptedArchive))
  }

  @Test func `bytes in front of an archive are passed over`() throws {
    let folder = try Folder()
    let zip = workbook(rows: "<row><c><v>1</v></c></row>")
    var bytes = Array(zip)
    bytes.insert(contentsOf: [0x50, 0x4B, 3, 4, 0, 0, 0, 0], at: 0)
    let path = try folder.write(bytes, to: "shifted.xlsx")
    #expect(try IngestTests.text(of: path) == "1\n")
  }
}
