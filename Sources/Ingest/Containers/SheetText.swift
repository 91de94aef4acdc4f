/// Turns the XML of a sheet into CSV text: commas, one row of text for each row of the sheet.
///
/// Cells stand in their columns and rows in their lines, whatever is missing between them; only blank
/// rows behind the last are left out. A row has at least as many cells as the widest one above it.
struct SheetText: XMLConsumer {
  /// As many rows and columns as the largest sheets of any program have.
  private static let rowLimit = 1 << 24
  private static let columnLimit = 1 << 14

  /// The text that nobody has taken yet.
  private(set) var output: [UInt8] = []
  private let path: String
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

  init(_ workbook: Workbook) throws(IngestError) {
    path = workbook.path
    strings = try workbook.strings()
    formats = workbook.formats
    isFrom1904 = workbook.isFrom1904
  }

  mutating func dropOutput() { output.removeAll(keepingCapacity: true) }

  mutating func take(_ token: XMLToken, _ bytes: Span<UInt8>) throws(IngestError) {
    switch token.kind {
    case .start: try begin(token, bytes)
    case .end: try end(token.name, bytes)
    case .empty:
      try begin(token, bytes)
      try end(token.name, bytes)
    case .text: if isInText { appendXMLText(bytes, token.content, to: &cell.text) }
    case .literalText: if isInText { for index in token.content { cell.text.append(bytes[index]) } }
    case .skipped, .needsMore, .fault: break
    }
  }

  private mutating func begin(_ token: XMLToken, _ bytes: Span<UInt8>) throws(IngestError) {
    let name = token.name
    if isInCell {
      if isWord(bytes, name, "v") || isWord(bytes, name, "t") {
        isInText = phoneticDepth == 0
      } else if isWord(bytes, name, "rPh") {
        phoneticDepth += 1
      }
    } else if isInData, isWord(bytes, name, "c") {
      guard isInRow else { throw misplaced }
      isInCell = true
      try beginCell(token, bytes)
    } else if isInData, isWord(bytes, name, "row") {
      if isInRow { throw misplaced }
      isInRow = true
      try beginRow(token, bytes)
    } else if isWord(bytes, name, "sheetData") {
      isInData = true
    }
  }

  private mutating func end(_ name: Range<Int>, _ bytes: Span<UInt8>) throws(IngestError) {
    if isInCell {
      if isWord(bytes, name, "c") {
        isInCell = false
        try endCell()
      } else if isWord(bytes, name, "v") || isWord(bytes, name, "t") {
        isInText = false
      } else if isWord(bytes, name, "rPh") {
        phoneticDepth -= 1
      }
    } else if isInRow, isWord(bytes, name, "row") {
      isInRow = false
      endRow()
    } else if isWord(bytes, name, "sheetData") {
      isInData = false
    }
  }

  private var misplaced: IngestError {
    IngestError(.damaged("a row or cell stands where none belongs"), path: path)
  }

  private mutating func beginRow(_ token: XMLToken, _ bytes: Span<UInt8>) throws(IngestError) {
    rowNumber += 1
    cell.column = -1
    var offset = token.content.lowerBound
    while let attribute = nextAttribute(bytes, &offset, end: token.content.upperBound) {
      // A row that names a line already passed stays where it stands.
      if isWord(bytes, attribute.name, "r"), let number = decimal(bytes, attribute.value) {
        rowNumber = max(rowNumber, number)
      }
    }
    if rowNumber > Self.rowLimit {
      throw IngestError(.damaged("it has a row beyond the last one of any sheet"), path: path)
    }
  }

  private mutating func beginCell(_ token: XMLToken, _ bytes: Span<UInt8>) throws(IngestError) {
    cell.column += 1
    cell.kind = .number
    cell.style = 0
    cell.text.removeAll(keepingCapacity: true)
    phoneticDepth = 0
    var offset = token.content.lowerBound
    while let attribute = nextAttribute(bytes, &offset, end: token.content.upperBound) {
      guard attribute.name.count == 1 else { continue }
      switch bytes[attribute.name.lowerBound] {
      case UInt8(ascii: "r"): cell.column = column(bytes, attribute.value) ?? cell.column
      case UInt8(ascii: "s"): cell.style = decimal(bytes, attribute.value) ?? 0
      case UInt8(ascii: "t"): cell.kind = kind(bytes, attribute.value)
      default: break
      }
    }
    if cell.column >= Self.columnLimit {
      throw IngestError(.damaged("it has a cell beyond the last column of any sheet"), path: path)
    }
  }

  private func kind(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Cell.Kind {
    if isWord(bytes, value, "s") { return .shared }
    if isWord(bytes, value, "b") { return .boolean }
    if isWord(bytes, value, "d") { return .date }
    return isWord(bytes, value, "n") ? .number : .text
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
      guard let range = decimal(cell.text.span, 0..<cell.text.count).flatMap(strings.range) else {
        throw IngestError(
          .damaged("row \(rowNumber) points to a text that is not there"), path: path)
      }
      row.text += strings.bytes[range]
    }
    row.end()
  }

  private mutating func endRow() {
    guard !row.isEmpty else { return }
    for _ in writtenRows + 1..<rowNumber { output.append(.lineFeed) }
    widest = max(widest, row.width)
    row.write(width: widest, to: &output)
    writtenRows = rowNumber
    row.removeAll()
  }
}

/// A whole number, or nil where the bytes are none or a very large one.
private func decimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
  guard 1...10 ~= range.count else { return nil }
  var value = 0
  for index in range {
    guard 0x30...0x39 ~= bytes[index] else { return nil }
    value = value &* 10 &+ Int(bytes[index] &- 0x30)
  }
  return value
}

/// The column of a place such as AB12, 0 for A; nil where it names none.
private func column(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
  var value = 0
  var offset = range.lowerBound
  while offset < range.upperBound, 0x41...0x5A ~= bytes[offset] & 0xDF, value < 1 << 20 {
    value = value &* 26 &+ Int(bytes[offset] & 0xDF &- 0x40)
    offset &+= 1
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
