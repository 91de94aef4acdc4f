import Vocabulary

/// Writes a workbook of one sheet (ECMA-376) whose cells are all text.
///
/// Codes of 18 digits, leading zeros and phones stay as they are, and no text is ever executed. The
/// header is bold and stays in view. Rows are packed as they come; what stands before them, with the
/// widths of the columns, is packed by itself at the end.
package struct XLSXWriter: ~Copyable {
  /// A sheet has 1,048,576 rows, the header included; what is beyond is left to the CSV file.
  package static let maximumRows = 1_048_575

  /// The widest that a column is made, in characters.
  private static let maximumWidth = 60

  package let columnCount: Int
  /// The rows so far, the header not counted.
  package private(set) var rowCount = -1
  private let path: String
  private let sheetName: String
  private var rows = ByteBuffer(DeflateStream(), size: 1 << 17)
  /// The cells of the row that is under way.
  private var column = 0
  /// By column: what a cell begins with, up to the number of its row.
  private let cellStarts: TextColumn
  /// By column, in characters; Han characters count twice.
  private var widths: [Int]

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: Where the file is created, with mode 0600.
  ///   - sheet: The name on the sheet's tab; what Excel forbids in it is replaced.
  ///   - header: The names of the columns.
  package init(path: String, sheet: String, header: [String]) {
    precondition(!header.isEmpty, "a sheet has a column")
    self.path = path
    sheetName = Self.allowedSheetName(sheet)
    columnCount = header.count
    widths = [Int](repeating: 8, count: header.count)
    cellStarts = TextColumn(header.indices.map { "<c r=\"" + columnName($0) })
    for name in header { append(name) }
    endRow()
  }

  /// Appends a cell of text.
  package mutating func append(_ value: String) { append(value.utf8.span) }

  /// Appends a text of a column as a cell.
  mutating func append(_ texts: borrowing TextColumn, _ row: Int) {
    texts.read(row) { append($0) }
  }

  /// Appends a cell without a value.
  mutating func appendEmpty() { beginCell() }

  /// Appends a whole number as text.
  mutating func append(_ number: Int) { append(String(number)) }

  /// Appends a cell of text; an empty one is no cell.
  package mutating func append(_ value: Span<UInt8>) {
    beginCell()
    guard !value.isEmpty else { return }
    // No text is wider than it has bytes.
    if widths[column - 1] < min(Self.maximumWidth, value.count + 2) {
      widths[column - 1] = max(widths[column - 1], displayWidth(value) + 2)
    }
    let starts = cellStarts
    starts.read(column - 1) { rows.append($0) }
    rows.append(number: rowCount + 2)
    if rowCount < 0 {
      rows.append("\" t=\"inlineStr\" s=\"2\"><is><t xml:space=\"preserve\">" as StaticString)
    } else {
      rows.append("\" t=\"inlineStr\" s=\"1\"><is><t xml:space=\"preserve\">" as StaticString)
    }
    rows.append(xml: value)
    rows.append("</t></is></c>" as StaticString)
  }

  /// Ends the row, which must have a cell for every column.
  package mutating func endRow() {
    precondition(column == columnCount, "a row has a cell for every column")
    precondition(rowCount < Self.maximumRows, "a sheet has room for the row")
    rows.append("</row>" as StaticString)
    column = 0
    rowCount += 1
  }

  /// Writes the file.
  package consuming func finish() throws(ExportError) -> WrittenFile {
    var archive = try ZipWriter(path: path)
    for (name, content) in Self.packedParts { archive.append(name, content) }
    archive.append("xl/workbook.xml", DeflateStream.packed(workbook))
    let corner = "\(columnName(columnCount - 1))\(rowCount + 1)"
    rows.append("</sheetData><autoFilter ref=\"A1:\(corner)\"/></worksheet>")
    var head = DeflateStream()
    head.pack(sheetHead.utf8.span)
    var sheet = head.paused()
    sheet.append(rows.finish { $0.finished() })
    archive.append("xl/worksheets/sheet1.xml", sheet)
    return try archive.finish(rows: rowCount)
  }

  private mutating func beginCell() {
    if column == 0 { beginRow() }
    column += 1
  }

  private mutating func beginRow() {
    rows.append("<row r=\"" as StaticString)
    rows.append(number: rowCount + 2)
    rows.append("\">" as StaticString)
  }

  /// All that stands before the rows.
  private var sheetHead: String {
    var columns = ""
    for (index, width) in widths.enumerated() {
      columns += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" "
      columns += "width=\"\(min(width, Self.maximumWidth))\""
      columns += " style=\"1\" customWidth=\"1\"/>"
    }
    return """
      \(Self.declaration)<worksheet xmlns="\(Self.main)">\
      <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" \
      activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
      \(columns.isEmpty ? "" : "<cols>\(columns)</cols>")<sheetData>
      """
  }

  private var workbook: String {
    var name: [UInt8] = []
    appendXML(Array(sheetName.utf8).span) { name.append($0) }
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
private func displayWidth(_ text: Span<UInt8>) -> Int {
  var width = 0
  for offset in text.indices {
    let byte = text[offset]
    if byte & 0xC0 != 0x80 { width &+= 1 }
    // Hangul begins at U+1100, which is E1 84 80.
    if byte > 0xE1 || byte == 0xE1 && offset + 1 < text.count && text[offset + 1] >= 0x84 {
      width &+= 1
    }
  }
  return width
}
