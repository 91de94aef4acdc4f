import Digests

/// A row as it stands in the file, before it is decoded.
struct RawRow {
  enum Fault {
    case unterminatedQuote
    case tooLong
  }

  /// Its bytes in the reader's window, line break left out; valid until the next row is read.
  var bytes: Range<Int>
  /// The physical line on which it begins.
  var line: Int
  /// Where it begins in the file.
  var byteOffset: Int
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

  init(_ window: consuming ByteWindow, longestRow: Int = RowReader.longestRow) {
    self.window = window
    limit = longestRow
  }

  /// The next CSV row, or nil at the end of the file.
  ///
  /// Refills `cells` with the cells of the row, as ranges of the window; where the row has a fault,
  /// they are empty.
  mutating func nextRecord(delimiter: UInt8, cells: inout [CellRange]) throws -> RawRow? {
    while true {
      guard try hasBytes() else { return nil }
      let scan = scanRecord(
        window.bytes.span.extracting(0..<window.end), from: window.start, delimiter: delimiter,
        isLast: window.isAtEnd, cells: &cells)
      switch scan.outcome {
      case .complete: return take(end: scan.end, next: scan.next, lines: scan.lines)
      case .unterminatedQuote: return try takeLine(.unterminatedQuote, &cells)
      case .needsMore:
        if window.end - window.start > limit { return try takeOverlong(&cells) }
        try window.fill()
      }
    }
  }

  /// Reads on to the end, so that the digest covers the whole file.
  mutating func finish() throws -> (sha256: String, byteCount: Int) {
    while !window.isAtEnd {
      window.advance(to: window.end)
      try window.fill()
    }
    return (window.digest().hex, window.bytesRead)
  }

  private mutating func hasBytes() throws -> Bool {
    while isWithinOverlongRow {
      let scan = scanLine(
        window.bytes.span.extracting(0..<window.end), from: window.start, isLast: false)
      isWithinOverlongRow = scan == nil && !window.isAtEnd
      window.advance(to: scan?.next ?? window.end)
      if scan != nil { line += 1 } else if isWithinOverlongRow { try window.fill() }
    }
    while window.start == window.end {
      if window.isAtEnd { return false }
      try window.fill()
    }
    return true
  }

  private mutating func take(
    end: Int, next: Int, lines: Int, fault: RawRow.Fault? = nil
  ) -> RawRow {
    let row = RawRow(
      bytes: window.start..<end, line: line, byteOffset: window.fileOffset, fault: fault)
    line += lines
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
    if let scan {
      return take(end: scan.end, next: scan.next, lines: 1, fault: .unterminatedQuote)
    }
    return takeRest(.tooLong)
  }

  private mutating func takeRest(_ fault: RawRow.Fault) -> RawRow {
    isWithinOverlongRow = true
    let breaks = lineBreaks(window.bytes.span.extracting(window.start..<window.end))
    return take(end: window.end, next: window.end, lines: breaks, fault: fault)
  }
}

/// The number of line feeds.
func lineBreaks(_ bytes: Span<UInt8>) -> Int {
  var count = 0
  for index in bytes.indices where bytes[index] == .lineFeed { count &+= 1 }
  return count
}
