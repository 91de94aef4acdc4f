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
