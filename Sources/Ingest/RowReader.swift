/// A row as it stands in the file's text.
struct RawRow {
  enum Fault {
    case unterminatedQuote
    case tooLong
  }

  /// Its bytes in the reader's window, line break left out; valid until the next row is read.
  var bytes: Range<Int>
  /// The physical line on which it begins.
  var line: Int
  var fault: Fault?
}

/// The rows of a file, one after the other, whatever is broken in them.
///
/// An unclosed quote costs the line that it stands on; a row beyond the bound costs itself.
struct RowReader: ~Copyable {
  /// The number of bytes beyond which a row is given up.
  static let longestRow = 16 << 20

  /// What rows are ranges of.
  private(set) var window: ByteWindow
  private var line = 1
  private let limit: Int
  private var isWithinOverlongRow = false
  /// The delimiter that the tape was made for; nil while no CSV row was asked for.
  private var delimiter: UInt8?
  private var tape = StructuralTape()
  /// Up to where the window is known to be UTF-8, and up to where it was looked at.
  private var validEnd = 0
  private var checkedEnd = 0

  init(_ window: consuming ByteWindow, longestRow: Int = RowReader.longestRow) {
    self.window = window
    limit = longestRow
  }

  /// The next CSV row, or nil at the end of the file.
  ///
  /// Refills `cells` with the cells of the row, as ranges of the window; where the row has a fault,
  /// they are empty.
  mutating func nextRecord(delimiter: UInt8, cells: inout [CellRange]) throws -> RawRow? {
    if self.delimiter == nil {
      self.delimiter = delimiter
      index(from: window.start, delimiter: delimiter)
    }
    while true {
      guard try hasBytes() else { return nil }
      let scanner = RecordScanner(delimiter: delimiter, isLast: window.isAtEnd)
      let scan = scanner.scan(
        window.bytes.span.extracting(0..<window.end), from: window.start, tape: tape, cells: &cells)
      switch scan.outcome {
      case .complete:
        tape.first = scan.cursor
        return take(end: scan.end, next: scan.next, lines: scan.lines)
      case .unterminatedQuote: return try takeLine(.unterminatedQuote, &cells)
      case .needsMore:
        if window.end - window.start > limit { return try takeOverlong(&cells) }
        try fill()
      }
    }
  }

  /// The offset of a row's first byte that is no text, or nil where all are.
  ///
  /// Whole stretches of the window are looked at together, row by row only where one is broken.
  mutating func firstInvalidByte(of row: RawRow) -> Int? {
    if row.bytes.upperBound <= validEnd { return nil }
    if row.bytes.upperBound > checkedEnd {
      checkedEnd = max(row.bytes.upperBound, lastLineBreak(behind: row.bytes.upperBound))
      if isText(row.bytes.lowerBound..<checkedEnd) {
        validEnd = checkedEnd
        return nil
      }
    }
    return Ingest.firstInvalidByte(window.bytes.span.extracting(row.bytes))
  }

  private func isText(_ range: Range<Int>) -> Bool {
    Ingest.firstInvalidByte(window.bytes.span.extracting(range)) == nil
  }

  /// The last line break of the window, so that no character is cut.
  private func lastLineBreak(behind start: Int) -> Int {
    let bytes = window.bytes.span
    var offset = window.end
    while offset > start, bytes[offset - 1] != .lineFeed, bytes[offset - 1] != .carriageReturn {
      offset -= 1
    }
    return offset
  }

  private mutating func fill() throws {
    let (start, end) = (window.start, window.end)
    try window.fill()
    validEnd = max(0, validEnd - start)
    checkedEnd = max(0, checkedEnd - start)
    guard let delimiter else { return }
    tape.moveBack(by: start)
    index(from: end - start, delimiter: delimiter)
  }

  private mutating func index(from start: Int, delimiter: UInt8) {
    let bytes = window.bytes  // a second owner, for a span may not overlap a change of self
    tape.append(bytes.span, start..<window.end, delimiter: delimiter)
  }

  private mutating func hasBytes() throws -> Bool {
    while isWithinOverlongRow {
      let scan = scanLine(
        window.bytes.span.extracting(0..<window.end), from: window.start, isLast: false)
      isWithinOverlongRow = scan == nil && !window.isAtEnd
      advance(to: scan?.next ?? window.end)
      if scan == nil {
        if isWithinOverlongRow { try fill() }
      } else if !window.countsRows {
        line += 1
      }
    }
    while window.start == window.end {
      if window.isAtEnd { return false }
      try fill()
    }
    return true
  }

  /// Moves the window's start, and the tape's with it.
  private mutating func advance(to offset: Int) {
    window.advance(to: offset)
    while tape.first < tape.count, tape[tape.first] < offset { tape.first += 1 }
  }

  private mutating func take(
    end: Int, next: Int, lines: Int, fault: RawRow.Fault? = nil
  ) -> RawRow {
    let row = RawRow(bytes: window.start..<end, line: line, fault: fault)
    line += window.countsRows ? 1 : lines
    window.advance(to: next)
    return row
  }

  private mutating func takeLine(
    _ fault: RawRow.Fault, _ cells: inout [CellRange]
  ) throws -> RawRow? {
    cells.removeAll(keepingCapacity: true)
    let scan = scanLine(
      window.bytes.span.extracting(0..<window.end), from: window.start, isLast: true)
    guard let scan else { return nil }
    defer { advance(to: scan.next) }
    return take(end: scan.end, next: scan.next, lines: 1, fault: fault)
  }

  /// Gives a row up that is longer than the bound.
  ///
  /// Where it holds a line break, a quote was left open: its first line goes. Where it holds none,
  /// the bytes at hand stand for the row, and what follows up to the next line break is passed over
  /// when the next row is asked for.
  private mutating func takeOverlong(_ cells: inout [CellRange]) throws -> RawRow? {
    cells.removeAll(keepingCapacity: true)
    let scan = scanLine(
      window.bytes.span.extracting(0..<window.end), from: window.start, isLast: false)
    guard let scan else { return takeRest(.tooLong) }
    defer { advance(to: scan.next) }
    return take(end: scan.end, next: scan.next, lines: 1, fault: .unterminatedQuote)
  }

  private mutating func takeRest(_ fault: RawRow.Fault) -> RawRow {
    isWithinOverlongRow = true
    let breaks = lineBreaks(window.bytes.span.extracting(window.start..<window.end))
    defer { advance(to: window.end) }
    return take(end: window.end, next: window.end, lines: breaks, fault: fault)
  }
}

/// The number of line feeds.
func lineBreaks(_ bytes: Span<UInt8>) -> Int {
  var count = 0
  for index in bytes.indices where bytes[index] == .lineFeed { count &+= 1 }
  return count
}
