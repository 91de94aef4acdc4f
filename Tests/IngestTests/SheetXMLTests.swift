import Testing
import Vocabulary

@testable import Ingest

/// What the XML of a sheet may be, and what becomes of the rest.
@Suite struct SheetXMLTests {
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let row = "<row><c t='str'><v>1</v></c></row>"
  private static let sheet = "<worksheet><sheetData>\(row)</sheetData></worksheet>"

  private func text(sheet: [UInt8]) throws -> String {
    let folder = try Folder()
    return try IngestTests.text(of: folder.write(workbook(sheet: sheet), to: "sheet.xlsx"))
  }

  struct Written: Sendable, CustomTestStringConvertible {
    var cell: String
    var text: String

    var testDescription: String { cell }
  }

  @Test(arguments: [
    Written(cell: "<v>a&lt;b&gt;&amp;&apos;</v>", text: "a<b>&'"),
    Written(cell: "<v>&#x5F20;&#19977;</v>", text: "张三"),
    Written(cell: "<v>一\r\n二</v>", text: "\"一\n二\""),
    Written(cell: "<v>_x0041_</v>", text: "A"),
    Written(cell: "<v>a<!-- 二 -->b</v>", text: "ab"),
    Written(cell: "<v><![CDATA[<张三> & ]]>b</v>", text: "<张三> & b"),
    Written(cell: "<is><r><t>张</t></r><rPh><t>zhang</t></rPh><r><t>三</t></r></is>", text: "张三"),
  ])
  func `a cell is what its XML says`(_ written: Written) throws {
    let row = "<row><c t='str'>\(written.cell)</c></row>"
    let sheet = "<worksheet><sheetData>\(row)</sheetData></worksheet>"
    #expect(try text(sheet: Array(sheet.utf8)) == written.text + "\n")
  }

  @Test(arguments: [
    "", "\u{FEFF}", declaration, "\u{FEFF}" + declaration, "\n", "<!-- 注 -->",
    "<?xml version='1.0'?>", "<?xml version='1.0' encoding='utf-8'?>",
  ])
  func `what may stand before a sheet changes nothing`(_ head: String) throws {
    #expect(try text(sheet: Array((head + Self.sheet).utf8)) == "1\n")
  }

  @Test func `text of many pieces keeps its characters`() throws {
    let long = String(repeating: "张三🀄x", count: 60_000)
    let sheet = Self.sheet.replacing("<v>1</v>", with: "<v>\(long)</v>")
    for shift in ["", " ", "  ", "   "] {
      #expect(try text(sheet: Array((shift + sheet).utf8)) == long + "\n")
    }
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    var bytes: [UInt8]
    var testDescription: String

    init(_ name: String, _ text: String) {
      bytes = Array(text.utf8)
      testDescription = name
    }
  }

  @Test(arguments: [
    Broken("nothing", ""),
    Broken("no element", declaration),
    Broken("one byte", "<"),
    Broken("no end", "<worksheet><sheetData>\(row)</sheetData>"),
    Broken("two roots", sheet + sheet),
    Broken("unknown entity", sheet.replacing("1", with: "&foo;")),
    Broken("bare ampersand", sheet.replacing("1", with: "a&b")),
    Broken("control character", sheet.replacing("1", with: "\u{1}")),
    Broken("zero byte", sheet.replacing("1", with: "\u{0}")),
    Broken("deep", String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)),
    Broken("instruction", declaration + "<?name?>" + sheet),
    Broken("instruction at the start", "<?name?>" + sheet),
    Broken("instruction at the end", sheet + "<?name?>"),
    Broken("empty document type", "<!DOCTYPE worksheet>" + sheet),
    Broken("element declared", "<!DOCTYPE a [<!ELEMENT a EMPTY>]>" + sheet),
    Broken("attribute declared", "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]>" + sheet),
    Broken("notation declared", "<!DOCTYPE a [<!NOTATION n SYSTEM 'n'>]>" + sheet),
    Broken("other encoding", "<?xml version='1.0' encoding='UTF-7'?>" + sheet),
    Broken(
      "encoding hidden", "<?xml version=\"encoding='utf-8'\" encoding=\"UTF-7\"?>" + sheet),
  ])
  func `XML that no workbook has is refused`(_ broken: Broken) throws {
    let error = #expect(throws: IngestError.self) { try text(sheet: broken.bytes) }
    #expect(error?.reason == .damaged("its XML is broken"))
  }

  @Test func `a part that is not UTF-8 is refused`() throws {
    let utf16 = Self.sheet.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    for bytes in [utf16, [0xFF, 0xFE] + utf16, Array("<\u{FFFF}".utf8) + [0xFF]] {
      let error = #expect(throws: IngestError.self) { try text(sheet: bytes) }
      #expect(error?.reason == .damaged("its XML is broken"))
    }
    var bytes = Array(Self.sheet.utf8)
    for index in bytes.indices {
      let byte = bytes[index]
      bytes[index] = 0xFF
      #expect(throws: IngestError.self) { try text(sheet: bytes) }
      bytes[index] = byte
    }
  }

  @Test func `a sheet whose XML was changed is read or refused`() throws {
    let folder = try Folder()
    let rows =
      "<row r='1' 列='2'><c r='A1' t='str' s='3'><v>12&amp;&#x4E2d;</v></c><!-- 注 -->"
      + "<x:c xmlns:x='u' t='inlineStr'><x:is><x:t>中<![CDATA[a中]]></x:t></x:is></x:c></row>"
    let whole = Array((Self.declaration + Self.sheet.replacing(Self.row, with: rows)).utf8)
    let marks = Array("<>&;!?[]-'\"= /:xD".utf8)
    var random = SplitMix(seed: 5)
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, index + Int.random(in: 1...20, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: index)
        case 2: bytes.insert(contentsOf: bytes[index..<end], at: index)
        default: if bytes.count > 60 { bytes.removeSubrange(index..<end) }
        }
      }
      let path = try folder.write(workbook(sheet: bytes), to: "changed.xlsx")
      do throws(any Error) {
        _ = try IngestTests.text(of: path)
      } catch {
        #expect(error is IngestError)
      }
    }
  }
}
