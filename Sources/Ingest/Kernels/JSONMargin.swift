/// What stands between the values of a JSON file, and how far the current line is indented.
///
/// Programs that write a record a line, or each key on its own line, begin records at one indentation;
/// by it the next record is told where one is broken.
struct JSONMargin {
  /// The separator of JSON text sequences (RFC 7464).
  static let separator: UInt8 = 0x1E

  /// The blanks at the start of the line.
  private(set) var width = 0
  private var isAtLineStart = true
  /// The blank lines that were passed over.
  private(set) var blankLines = 0

  /// Passes over blanks, commas, record separators and byte-order marks, and counts lines on.
  mutating func skip(_ bytes: Span<UInt8>, from start: Int, line: inout Int) -> Int {
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case .lineFeed:
        line &+= 1
        if isAtLineStart { blankLines &+= 1 }
        reset()
      case .blank, 0x09:
        if isAtLineStart { width &+= 1 }
      case .carriageReturn, UInt8(ascii: ","), Self.separator: break
      case 0xEF:
        guard isByteOrderMark(bytes, offset) else { return offset }
        offset &+= 2
      default:
        isAtLineStart = false
        return offset
      }
      offset &+= 1
    }
    return offset
  }

  /// Begins a line.
  mutating func reset() {
    width = 0
    isAtLineStart = true
  }

  /// Goes on behind bytes that hold line breaks.
  mutating func follow(_ bytes: Span<UInt8>) {
    var start = bytes.count
    while start > 0, bytes[start &- 1] != .lineFeed { start &-= 1 }
    reset()
    while start < bytes.count, bytes[start] == .blank || bytes[start] == 0x09 {
      start &+= 1
      width &+= 1
    }
    isAtLineStart = start == bytes.count
  }

  private func isByteOrderMark(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    offset &+ 2 < bytes.count && bytes[offset &+ 1] == 0xBB && bytes[offset &+ 2] == 0xBF
  }
}
