import Export
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct XLSXWriterTests {
  @Test func `codes of 18 digits, formulas and odd characters come back as text`() throws {
    let folder = try TemporaryFolder()
    let rows = [
      ["91310000MA1K35X09P", "110101190001011009", "=1+1"],
      ["007", "+8613912345678", "<a & \"b\">"],
      [" two\nlines ", "\u{1}\r", "_x0041_"],
      ["", "张伟", "𠮷"],
    ]
    var writer = XLSXWriter(path: folder.path("a.xlsx"), sheet: "李/雷", header: ["码", "b", "c"])
    for row in rows {
      for cell in row { writer.append(cell) }
      writer.endRow()
    }
    let file = try writer.finish()
    #expect(file.rows == 4)
    let sheet = try SheetText(
      ZipArchive(path: folder.path("a.xlsx")).entries["xl/worksheets/sheet1.xml"])
    #expect(sheet.rows.count == 5)
    #expect(sheet.rows[0] == ["A1": "码", "B1": "b", "C1": "c"])
    #expect(sheet.rows[1] == ["A2": rows[0][0], "B2": rows[0][1], "C2": rows[0][2]])
    #expect(sheet.rows[2] == ["A3": rows[1][0], "B3": rows[1][1], "C3": rows[1][2]])
    #expect(sheet.rows[3] == ["A4": " two\nlines ", "B4": "_x0001__x000D_", "C4": "_x005F_x0041_"])
    #expect(sheet.rows[4] == ["B5": "张伟", "C5": "𠮷"])
    #expect(sheet.types == ["inlineStr"])
  }

  struct Cell: Sendable {
    let value: String
    let shown: String
  }

  @Test(arguments: [
    Cell(value: "\u{FFFE}\u{FFFF}", shown: "_xFFFE__xFFFF_"),
    Cell(value: "日期不规范：\u{FFFE}", shown: "日期不规范：_xFFFE_"),
    Cell(
      value: "\u{0}\u{8}\t\n\u{B}\u{1F}\u{7F}",
      shown: "_x0000__x0008_\t\n_x000B__x001F_\u{7F}"),
    Cell(value: "_x_x00_x00g0_", shown: "_x_x00_x00g0_"),
    Cell(value: "_xaF09_x", shown: "_x005F_xaF09_x"),
    Cell(
      value: "\u{FFFF}\u{BE}\u{BF}\u{FFBE}\u{FFBF}",
      shown: "_xFFFF_\u{BE}\u{BF}\u{FFBE}\u{FFBF}"),
    Cell(
      value: String(repeating: "𠮷", count: 20_000), shown: String(repeating: "𠮷", count: 16_383)),
  ])
  func `a cell holds what XML and Excel can hold of a text`(_ cell: Cell) throws {
    let folder = try TemporaryFolder()
    var writer = XLSXWriter(path: folder.path("a.xlsx"), sheet: "s", header: ["a"])
    writer.append(cell.value)
    writer.endRow()
    _ = try writer.finish()
    let sheet = try SheetText(
      ZipArchive(path: folder.path("a.xlsx")).entries["xl/worksheets/sheet1.xml"])
    #expect(sheet.rows == [["A1": "a"], ["A2": cell.shown]])
  }

  @Test func `a sheet longer than any buffer is whole, and its columns are as wide as its texts`()
    throws
  {
    let folder = try TemporaryFolder()
    var writer = XLSXWriter(path: folder.path("a.xlsx"), sheet: "s", header: ["a", "b"])
    for number in 0..<20_000 {
      writer.append("row \(number)")
      writer.append(number == 9_999 ? "张伟 the 10,000th" : "")
      writer.endRow()
    }
    #expect(try writer.finish().rows == 20_000)
    let xml = try ZipArchive(path: folder.path("a.xlsx")).entries["xl/worksheets/sheet1.xml"]
    let sheet = try SheetText(xml)
    #expect(sheet.rows.count == 20_001)
    #expect(sheet.rows.last == ["A20001": "row 19999"])
    #expect(sheet.rows[10_000]["B10001"] == "张伟 the 10,000th")
    let text = String(decoding: xml ?? [], as: UTF8.self)
    #expect(text.contains("<col min=\"1\" max=\"1\" width=\"11\" style=\"1\""))
    #expect(text.contains("<col min=\"2\" max=\"2\" width=\"19\" style=\"1\""))
  }

  @Test func `every part that a workbook needs is there and is XML`() throws {
    let folder = try TemporaryFolder()
    _ = try XLSXWriter(path: folder.path("a.xlsx"), sheet: "", header: ["a"]).finish()
    let archive = try ZipArchive(path: folder.path("a.xlsx"))
    #expect(
      archive.names == [
        "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/workbook.xml", "xl/worksheets/sheet1.xml",
      ])
    for name in archive.names {
      let parser = XMLParser(data: Data(archive.entries[name] ?? []))
      #expect(parser.parse(), "\(name)")
    }
    #expect(archive.text("xl/workbook.xml").contains("name=\"Sheet1\""))
    #expect(archive.text("xl/worksheets/sheet1.xml").contains("state=\"frozen\""))
    #expect(archive.text("xl/worksheets/sheet1.xml").contains("<autoFilter ref=\"A1:A1\"/>"))
  }

  @Test func `the same rows give the same bytes`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.xlsx", "b.xlsx"] {
      var writer = XLSXWriter(path: folder.path(name), sheet: "s", header: ["a"])
      for number in 0..<5000 {
        writer.append("\(number)")
        writer.endRow()
      }
      _ = try writer.finish()
    }
    let files = try ["a.xlsx", "b.xlsx"].map {
      try Data(contentsOf: folder.url.appendingPathComponent($0))
    }
    #expect(files[0] == files[1])
  }
}

/// The cells of a sheet, as an XML reader sees them.
private final class SheetText: NSObject, XMLParserDelegate {
  private(set) var rows: [[String: String]] = []
  private(set) var types: Set<String> = []
  private var cell: String?
  private var text = ""

  init(_ xml: [UInt8]?) throws {
    super.init()
    let parser = XMLParser(data: Data(xml ?? []))
    parser.delegate = self
    guard parser.parse() else { throw ZipArchive.Fault.wrongContent }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == "row" { rows.append([:]) }
    if name == "c" {
      cell = attributes["r"]
      if let type = attributes["t"] { types.insert(type) }
    }
    if name == "t" { text = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    if name == "t", let cell { rows[rows.count - 1][cell] = text }
  }
}
