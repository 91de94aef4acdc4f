/// The place of a cell in the bytes that were scanned.
struct CellRange {
  var start: Int
  var end: Int
  /// Whether a doubled quote inside stands for one.
  var hasEscapes = false
}

/// What the scanner found from one row's start on.
struct RecordScan {
  enum Outcome {
    case complete
    /// A quoted cell does not close before the end of the file.
    case unterminatedQuote
    /// The row goes on behind the bytes at hand.
    case needsMore
  }

  var outcome: Outcome
  /// The end of the row, its line break left out.
  var end: Int
  /// The start of the next row.
  var next: Int
  /// The physical lines that the row takes.
  var lines: Int
  /// The next row's place on the tape.
  var cursor = 0
}

extension UInt8 {
  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let blank: UInt8 = 0x20
}

/// Finds the cells of one CSV row.
///
/// A quote opens a cell only at its start. Inside, a quote that neither is doubled nor stands before
/// a delimiter or line break is text; when the cell then does not close on its own line, the opening
/// quote was text, too. A quoted cell that runs over a line break and then meets such a quote was
/// never closed: the quote it met opens a cell of a later row.
struct RecordScanner {
  var delimiter: UInt8
  /// Whether nothing follows the bytes at hand.
  var isLast: Bool

  /// Finds the cells of the row that begins at an offset.
  ///
  /// - Parameters:
  ///   - bytes: The bytes at hand.
  ///   - start: The row's first byte.
  ///   - tape: What may end a cell, from the row's first byte on.
  ///   - cells: Refilled with the row's cells.
  /// - Returns: Where the row and the next one begin and end.
  /// - Complexity: O(*n*) in the row's cells and quotes; allocates nothing once `cells` has grown.
  func scan(
    _ bytes: Span<UInt8>, from start: Int, tape: borrowing StructuralTape, cells: inout [CellRange]
  ) -> RecordScan {
    cells.removeAll(keepingCapacity: true)
    var offset = start
    var lines = 1
    var cursor = tape.first
    while true {
      guard cursor < tape.count else {
        guard isLast else { return needsMore(start) }
        cells.append(CellRange(start: offset, end: bytes.count))
        return RecordScan(
          outcome: .complete, end: bytes.count, next: bytes.count, lines: lines, cursor: cursor)
      }
      var end = tape[cursor]
      if bytes[end] == .quote {
        var isText = true
        if isBlank(bytes, offset..<end) {
          let scan = scanQuoted(bytes, tape, from: cursor)
          switch scan.outcome {
          case .closed:
            cells.append(
              CellRange(start: end &+ 1, end: scan.end, hasEscapes: scan.hasEscapes))
            isText = false
            lines &+= scan.lines
            cursor = scan.cursor
            offset = scan.next
          case .isText: break
          case .unterminated:
            return RecordScan(outcome: .unterminatedQuote, end: start, next: start, lines: 0)
          case .needsMore: return needsMore(start)
          }
        }
        if isText {
          while cursor < tape.count, bytes[tape[cursor]] == .quote { cursor &+= 1 }
          guard cursor < tape.count else { continue }
          end = tape[cursor]
          cells.append(CellRange(start: offset, end: end))
          offset = end
        } else if cursor == tape.count {
          guard isLast else { return needsMore(start) }
          return RecordScan(
            outcome: .complete, end: offset, next: offset, lines: lines, cursor: cursor)
        }
      } else {
        cells.append(CellRange(start: offset, end: end))
        offset = end
      }
      cursor &+= 1
      if bytes[offset] == delimiter {
        offset &+= 1
        continue
      }
      guard let next = lineBreakEnd(bytes, at: offset, isLast: isLast) else {
        return needsMore(start)
      }
      if next == offset &+ 2 { cursor &+= 1 }
      return RecordScan(
        outcome: .complete, end: offset, next: next, lines: lines, cursor: cursor)
    }
  }

  private func needsMore(_ start: Int) -> RecordScan {
    RecordScan(outcome: .needsMore, end: start, next: start, lines: 0)
  }

  private struct QuotedScan {
    enum Outcome {
      case closed
      case isText
      case unterminated
      case needsMore
    }

    var outcome: Outcome
    /// The closing quote.
    var end = 0
    /// What ends the cell, and its place on the tape.
    var next = 0
    var cursor = 0
    var lines = 0
    var hasEscapes = false
  }

  private func scanQuoted(
    _ bytes: Span<UInt8>, _ tape: borrowing StructuralTape, from quote: Int
  ) -> QuotedScan {
    var cursor = quote &+ 1
    var lines = 0
    var hasEscapes = false
    var hasStrayQuote = false
    while cursor < tape.count {
      let offset = tape[cursor]
      let byte = bytes[offset]
      cursor &+= 1
      if byte == .quote {
        if offset &+ 1 < bytes.count, bytes[offset &+ 1] == .quote {
          hasEscapes = true
          cursor &+= 1
          continue
        }
        var after = offset &+ 1
        while after < bytes.count, bytes[after] == .blank { after &+= 1 }
        if after == bytes.count, !isLast { return QuotedScan(outcome: .needsMore) }
        if after == bytes.count || isEnd(bytes[after]) {
          return QuotedScan(
            outcome: .closed, end: offset, next: after, cursor: cursor, lines: lines,
            hasEscapes: hasEscapes)
        }
        if lines > 0 { return QuotedScan(outcome: .unterminated) }
        hasStrayQuote = true
      } else if byte != delimiter {
        if hasStrayQuote { return QuotedScan(outcome: .isText) }
        guard let next = lineBreakEnd(bytes, at: offset, isLast: isLast) else {
          return QuotedScan(outcome: .needsMore)
        }
        lines &+= 1
        if next == offset &+ 2 { cursor &+= 1 }
      }
    }
    guard isLast else { return QuotedScan(outcome: .needsMore) }
    return QuotedScan(outcome: hasStrayQuote && lines == 0 ? .isText : .unterminated)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == .lineFeed || byte == .carriageReturn
  }

  private func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for offset in range where bytes[offset] != .blank { return false }
    return true
  }
}

/// The end of the line break at an offset: LF, CR or both; nil when that is not known yet.
func lineBreakEnd(_ bytes: Span<UInt8>, at offset: Int, isLast: Bool) -> Int? {
  if bytes[offset] == .lineFeed { return offset &+ 1 }
  guard offset &+ 1 < bytes.count else { return isLast ? offset &+ 1 : nil }
  return bytes[offset &+ 1] == .lineFeed ? offset &+ 2 : offset &+ 1
}

/// The end of a line without its break, and the start of the next; nil when more bytes are needed.
func scanLine(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> (end: Int, next: Int)? {
  var offset = start
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte == .lineFeed || byte == .carriageReturn {
      guard let next = lineBreakEnd(bytes, at: offset, isLast: isLast) else { return nil }
      return (offset, next)
    }
    offset &+= 1
  }
  return isLast ? (offset, offset) : nil
}

/// Appends a quoted cell's text, doubled quotes made single.
func appendUnescaped(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
  var offset = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    output.append(byte)
    offset &+= 1
    if byte == .quote, offset < bytes.count, bytes[offset] == .quote { offset &+= 1 }
  }
}
