/// Writes a workbook of one sheet (ECMA-376) whose cells are all text.
///
/// Codes of 18 digits, leading zeros and phones stay as they are, and no text is ever executed. The
/// header is bold and stays in view. The sheet is kept in memory until the end, for its column widths
/// stand before its rows.
package struct XLSXWriter: ~Copyable {
  /// A sheet has 1,048,576 rows, the header included; what is beyond is left to the CSV file.
  package static let maximumRows = 1_048_575

  package let columnCount: Int
  /// The rows so far, the header not counted.
  package private(set) var rowCount = 0
  private let path: String
  private let sheetName: String
  private var rows: [UInt8] = []
  /// By column, in characters; Han characters count twice.
  private var widths: [Int]

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: Where the file is created, with mode 0600.
  ///   - sheet: The name on the sheet's tab; what Excel forbids in it is replaced.
  ///   - header: The names of the columns.
  package init(path: String, sheet: String, header: [String]) {
    self.path = path
    sheetName = Self.allowedSheetName(sheet)
    columnCount = header.count
    widths = [Int](repeating: 8, count: header.count)
    appendRow(header, number: 1, style: 2)
  }

  /// Appends a row with a text for every column.
  package mutating func append(_ cells: [String]) {
    precondition(cells.count == columnCount, "a row has a cell for every column")
    guard rowCount < Self.maximumRows else { return }
    rowCount += 1
    appendRow(cells, number: rowCount + 1, style: 1)
  }

  /// Writes the file.
  package consuming func finish() throws(ExportError) -> WrittenFile {
    var archive = try ZipWriter(path: path)
    for (name, text) in Self.fixedParts { archive.append(name, Array(text.utf8)) }
    archive.append("xl/workbook.xml", Array(workbook.utf8))
    archive.append("xl/worksheets/sheet1.xml", sheet)
    let rows = rowCount
    return WrittenFile(path: path, rows: rows, bytes: try archive.finish())
  }

  private mutating func appendRow(_ cells: [String], number: Int, style: Int) {
    rows += "<row r=\"\(number)\">".utf8
    for (column, text) in cells.enumerated() where !text.isEmpty {
      widths[column] = max(widths[column], displayWidth(text) + 2)
      rows += "<c r=\"\(columnName(column))\(number)\" t=\"inlineStr\" s=\"\(style)\"><is>".utf8
      rows += "<t xml:space=\"preserve\">".utf8
      appendXML(text, to: &rows)
      rows += "</t></is></c>".utf8
    }
    rows += "</row>".utf8
  }

  private var sheet: [UInt8] {
    var columns = ""
    for (index, width) in widths.enumerated() {
      columns += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(min(width, 60))\""
      columns += " style=\"1\" customWidth=\"1\"/>"
    }
    let corner = "\(columnName(max(0, columnCount - 1)))\(rowCount + 1)"
    let head = """
      \(Self.declaration)<worksheet xmlns="\(Self.main)">\
      <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" \
      activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
      \(columns.isEmpty ? "" : "<cols>\(columns)</cols>")<sheetData>
      """
    return Array(head.utf8) + rows
      + Array("</sheetData><autoFilter ref=\"A1:\(corner)\"/></worksheet>".utf8)
  }

  private var workbook: String {
    var name: [UInt8] = []
    appendXML(sheetName, to: &name)
    return """
      \(Self.declaration)<workbook xmlns="\(Self.main)" xmlns:r="\(Self.relationships)"><sheets>\
      <sheet name="\(String(decoding: name, as: UTF8.self))" sheetId="1" r:id="rId1"/>\
      </sheets></workbook>
      """
  }

  private static func allowedSheetName(_ name: String) -> String {
    let allowed = name.map { "[]:*?/\\'".contains($0) ? " " : $0 }
    let short = String(allowed.prefix(31))
    return short.allSatisfy(\.isWhitespace) ? "Sheet1" : short
  }
}

extension XLSXWriter {
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types =
    "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// The parts that are the same in every workbook.
  ///
  /// Styles: 0 as it comes, 1 text (format 49), 2 bold text.
  private static let fixedParts: [(name: String, text: String)] = [
    (
      "[Content_Types].xml",
      """
      \(declaration)<Types xmlns="\(package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(types).worksheet+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/></Types>
      """
    ),
    (
      "_rels/.rels",
      """
      \(declaration)<Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
      Type="\(relationships)/officeDocument" Target="xl/workbook.xml"/></Relationships>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      \(declaration)<Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
      Type="\(relationships)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" \
      Type="\(relationships)/styles" Target="styles.xml"/></Relationships>
      """
    ),
    (
      "xl/styles.xml",
      """
      \(declaration)<styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/>\
      <name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" \
      applyFont="1"/></cellXfs></styleSheet>
      """
    ),
  ]
}

/// The letters of a column: A, B … Z, AA.
func columnName(_ index: Int) -> String {
  var name = ""
  var rest = index + 1
  while rest > 0 {
    rest -= 1
    name = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + name
    rest /= 26
  }
  return name
}

/// Characters on the screen, about: those from Hangul and Han on are twice as wide.
private func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
}

/// Appends text as XML content in the form that Excel reads.
///
/// A character that XML cannot hold is written as `_xHHHH_`; an underscore that would begin such a
/// mark is marked itself (ECMA-376, ST_Xstring). Excel holds 32,767 UTF-16 units in a cell; the rest
/// is cut off.
private func appendXML(_ text: String, to bytes: inout [UInt8]) {
  var units = 0
  for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
    units += UTF16.width(scalar)
    guard units <= 32_767 else { return }
    switch scalar {
    case "&": bytes += "&amp;".utf8
    case "<": bytes += "&lt;".utf8
    case ">": bytes += "&gt;".utf8
    case "\"": bytes += "&quot;".utf8
    case "_" where startsMark(text.unicodeScalars[index...]): bytes += "_x005F_".utf8
    case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
      let digits = String(scalar.value, radix: 16, uppercase: true)
      bytes += ("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_").utf8
    default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }
}

private func startsMark(_ text: Substring.UnicodeScalarView) -> Bool {
  let mark = Array(text.prefix(7))
  return mark.count == 7 && mark[1] == "x" && mark[6] == "_"
    && mark[2...5].allSatisfy(\.properties.isASCIIHexDigit)
}
