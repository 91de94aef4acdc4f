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
///
/// - Parameters:
///   - bytes: The bytes at hand.
///   - start: The row's first byte.
///   - delimiter: The byte between cells.
///   - isLast: Whether nothing follows the bytes at hand.
///   - cells: Refilled with the row's cells.
/// - Returns: Where the row and the next one begin and end.
/// - Complexity: O(*n*) in the row's bytes; allocates nothing once `cells` has grown.
func scanRecord(
  _ bytes: Span<UInt8>, from start: Int, delimiter: UInt8, isLast: Bool,
  cells: inout [CellRange]
) -> RecordScan {
  cells.removeAll(keepingCapacity: true)
  var offset = start
  var lines = 1
  while true {
    var cellStart = offset
    while cellStart < bytes.count, bytes[cellStart] == .blank { cellStart &+= 1 }
    var isQuoted = cellStart < bytes.count && bytes[cellStart] == .quote
    if isQuoted {
      let scan = scanQuoted(bytes, from: cellStart, delimiter: delimiter, isLast: isLast)
      switch scan.outcome {
      case .closed:
        cells.append(
          CellRange(start: cellStart &+ 1, end: scan.end, hasEscapes: scan.hasEscapes))
        offset = scan.next
        lines &+= scan.lines
      case .isText: isQuoted = false
      case .unterminated:
        return RecordScan(outcome: .unterminatedQuote, end: start, next: start, lines: 0)
      case .needsMore: return RecordScan(outcome: .needsMore, end: start, next: start, lines: 0)
      }
    }
    if !isQuoted {
      let cell = offset
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
        offset &+= 1
      }
      cells.append(CellRange(start: cell, end: offset))
    }
    guard offset < bytes.count else {
      let outcome: RecordScan.Outcome = isLast ? .complete : .needsMore
      return RecordScan(outcome: outcome, end: offset, next: offset, lines: lines)
    }
    if bytes[offset] == delimiter {
      offset &+= 1
      continue
    }
    guard let next = lineBreakEnd(bytes, at: offset, isLast: isLast) else {
      return RecordScan(outcome: .needsMore, end: start, next: start, lines: 0)
    }
    return RecordScan(outcome: .complete, end: offset, next: next, lines: lines)
  }
}

/// The end of the line break at an offset: LF, CR or both; nil when that is not known yet.
func lineBreakEnd(_ bytes: Span<UInt8>, at offset: Int, isLast: Bool) -> Int? {
  if bytes[offset] == .lineFeed { return offset &+ 1 }
  guard offset &+ 1 < bytes.count else { return isLast ? offset &+ 1 : nil }
  return bytes[offset &+ 1] == .lineFeed ? offset &+ 2 : offset &+ 1
}

private struct QuotedScan {
  enum Outcome {
    case closed
    case isText
    case unterminated
    case needsMore
  }

  var outcome: Outcome
  var end = 0
  var next = 0
  var lines = 0
  var hasEscapes = false
}

private func scanQuoted(
  _ bytes: Span<UInt8>, from quote: Int, delimiter: UInt8, isLast: Bool
) -> QuotedScan {
  var offset = quote &+ 1
  var lines = 0
  var hasEscapes = false
  var hasStrayQuote = false
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte == .quote {
      if offset &+ 1 < bytes.count, bytes[offset &+ 1] == .quote {
        hasEscapes = true
        offset &+= 2
        continue
      }
      var after = offset &+ 1
      while after < bytes.count, bytes[after] == .blank { after &+= 1 }
      if after == bytes.count, !isLast { return QuotedScan(outcome: .needsMore) }
      let isClosing =
        after == bytes.count || bytes[after] == delimiter || bytes[after] == .lineFeed
        || bytes[after] == .carriageReturn
      if isClosing {
        return QuotedScan(
          outcome: .closed, end: offset, next: after, lines: lines, hasEscapes: hasEscapes)
      }
      if lines > 0 { return QuotedScan(outcome: .unterminated) }
      hasStrayQuote = true
      offset &+= 1
    } else if byte == .lineFeed || byte == .carriageReturn {
      if hasStrayQuote { return QuotedScan(outcome: .isText) }
      guard let next = lineBreakEnd(bytes, at: offset, isLast: isLast) else {
        return QuotedScan(outcome: .needsMore)
      }
      lines &+= 1
      offset = next
    } else {
      offset &+= 1
    }
  }
  guard isLast else { return QuotedScan(outcome: .needsMore) }
  return QuotedScan(outcome: hasStrayQuote && lines == 0 ? .isText : .unterminated)
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
