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
    Beyond(rows: "<row><c><v>1</v></row>", cause: "its XML is broken"),
    Beyond(rows: "<row><c a='<'><v>1</v></c></row>", cause: "its XML is broken"),
  ])
  func `a sheet that no program writes is refused`(_ beyond: Beyond) throws {
    let error = #expect(throws: IngestError.self) { try text(rows: beyond.rows) }
    #expect(error?.reason == .damaged(beyond.cause))
  }

  @Test func `a cell longer than any row costs its row alone`() async throws {
    let long = String(repeating: "长", count: 6 << 20)
    let cells = { (a: String, b: String) in
      "<row><c t='str'><v>\(a)</v></c><c t='str'><v>\(b)</v></c></row>"
    }
    let rows = cells("编号", "姓名") + cells("1", "张三") + cells("2", long) + cells("3", "李四")
    let folder = try Folder()
    let path = try folder.write(workbook(rows: rows), to: "long.xlsx")
    let result = try await ingest([SourceOptions(name: "s", paths: [path])])
    #expect(result.records.count == 2)
    #expect(result.quarantine.map(\.code) == ["rowTooLong"])
    #expect(result.quarantine.map(\.line) == [3])
    #expect(result.records.line.sorted() == [2, 4])
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
