/// Turns the XML of a sheet into CSV text: commas, one row of text for each row of the sheet.
///
/// Cells stand in their columns and rows in their lines, whatever is missing between them; only blank
/// rows behind the last are left out. A row has at least as many cells as the widest one above it.
struct SheetText: XMLConsumer {
  /// As many rows and columns as the largest sheets of any program have.
  private static let rowLimit = 1 << 24
  private static let columnLimit = 1 << 14

  /// The bytes of text beyond which a sheet is refused, for they stay in memory.
  ///
  /// A full sheet of a million rows and a hundred columns has fewer; a stray cell far to the right,
  /// which makes all rows below it as wide, has more.
  private static let textLimit = 2 << 30

  private(set) var output: [UInt8] = []
  private let path: String
  private let name: String
  private let strings: SharedStrings
  private let formats: [CellFormat]
  private let isFrom1904: Bool

  private var cell = Cell()
  private var row = RowText()
  /// 1 is the first row of the sheet.
  private var rowNumber = 0
  private var writtenRows = 0
  private var widest = 0
  private var isInData = false
  private var isInRow = false
  private var isInCell = false
  private var isInText = false
  private var phoneticDepth = 0

  /// A cell of the sheet while it is read.
  private struct Cell {
    enum Kind { case number, shared, boolean, text, date }

    var column = -1
    var kind = Kind.number
    var style = 0
    var text: [UInt8] = []
  }

  init(_ workbook: Workbook, _ sheet: Workbook.Sheet) throws(IngestError) {
    path = workbook.path
    name = sheet.name
    strings = try workbook.strings()
    formats = workbook.formats
    isFrom1904 = workbook.isFrom1904
  }

  mutating func begin(_ name: String, _ attributes: [String: String]) throws(IngestError) {
    if isInCell {
      switch name {
      case "v", "t": isInText = phoneticDepth == 0
      case "rPh": phoneticDepth += 1
      default: break
      }
    } else if isInData, name == "c" {
      guard isInRow else { throw misplaced }
      isInCell = true
      try beginCell(attributes)
    } else if isInData, name == "row" {
      if isInRow { throw misplaced }
      isInRow = true
      try beginRow(attributes)
    } else if name == "sheetData" {
      isInData = true
    }
  }

  mutating func take(_ text: String) { if isInText { cell.text += text.utf8 } }

  mutating func end(_ name: String) throws(IngestError) {
    if isInCell {
      switch name {
      case "c":
        isInCell = false
        try endCell()
      case "v", "t": isInText = false
      case "rPh": phoneticDepth -= 1
      default: break
      }
    } else if isInRow, name == "row" {
      isInRow = false
      try endRow()
    } else if name == "sheetData" {
      isInData = false
    }
  }

  private var misplaced: IngestError {
    IngestError(.damaged("a row or cell stands where none belongs"), path: path)
  }

  private mutating func beginRow(_ attributes: [String: String]) throws(IngestError) {
    // A row that names a line already passed stays where it stands.
    rowNumber = max(rowNumber + 1, attributes["r"].flatMap { decimal($0.utf8) } ?? 0)
    cell.column = -1
    if rowNumber > Self.rowLimit {
      throw IngestError(.damaged("it has a row beyond the last one of any sheet"), path: path)
    }
  }

  private mutating func beginCell(_ attributes: [String: String]) throws(IngestError) {
    cell.column = attributes["r"].flatMap { column($0.utf8) } ?? cell.column + 1
    cell.style = attributes["s"].flatMap { decimal($0.utf8) } ?? 0
    cell.kind =
      switch attributes["t"] {
      case nil, "n": .number
      case "s": .shared
      case "b": .boolean
      case "d": .date
      default: .text
      }
    cell.text.removeAll(keepingCapacity: true)
    phoneticDepth = 0
    if cell.column >= Self.columnLimit {
      throw IngestError(.damaged("it has a cell beyond the last column of any sheet"), path: path)
    }
  }

  private mutating func endCell() throws(IngestError) {
    isInText = false
    guard !cell.text.isEmpty, row.hasRoom else { return }
    row.begin(column: cell.column)
    switch cell.kind {
    case .text:
      let text = cell.text  // a second owner, for a span may not overlap a change of self
      appendUnescapedCell(text.span, to: &row.text)
    case .boolean: row.text += (cell.text == [UInt8(ascii: "0")] ? "FALSE" : "TRUE").utf8
    case .date: row.text += isoDay(cell.text)
    case .number:
      let format = formats.indices.contains(cell.style) ? formats[cell.style] : .number
      format.append(cell.text, isFrom1904: isFrom1904, to: &row.text)
    case .shared:
      guard let range = decimal(cell.text).flatMap(strings.range) else {
        throw IngestError(
          .damaged("row \(rowNumber) points to a text that is not there"), path: path)
      }
      row.text += strings.bytes[range]
    }
    row.end()
  }

  private mutating func endRow() throws(IngestError) {
    guard !row.isEmpty else { return }
    for _ in writtenRows + 1..<rowNumber { output.append(.lineFeed) }
    widest = max(widest, row.width)
    row.write(width: widest, to: &output)
    writtenRows = rowNumber
    row.removeAll()
    if output.count > Self.textLimit { throw IngestError(.sheetTooLarge(name), path: path) }
  }
}

/// A whole number, or nil where the bytes are none or a very large one.
private func decimal(_ bytes: some Collection<UInt8>) -> Int? {
  guard 1...10 ~= bytes.count else { return nil }
  var value = 0
  for byte in bytes {
    guard 0x30...0x39 ~= byte else { return nil }
    value = value &* 10 &+ Int(byte &- 0x30)
  }
  return value
}

/// The column of a place such as AB12, 0 for A; nil where it names none.
private func column(_ place: String.UTF8View) -> Int? {
  var value = 0
  for byte in place {
    guard 0x41...0x5A ~= byte & 0xDF, value < 1 << 20 else { break }
    value = value &* 26 &+ Int(byte & 0xDF &- 0x40)
  }
  return value > 0 ? value &- 1 : nil
}

/// A day and time of ISO 8601 with a blank between them; midnight is left out.
private func isoDay(_ text: [UInt8]) -> [UInt8] {
  guard let mark = text.firstIndex(of: UInt8(ascii: "T")) else { return text }
  let time = String(decoding: text[(mark + 1)...], as: UTF8.self)
  if time.allSatisfy({ "0:.Z".contains($0) }) { return Array(text[..<mark]) }
  return text[..<mark] + [UInt8(ascii: " ")] + text[(mark + 1)...]
}
