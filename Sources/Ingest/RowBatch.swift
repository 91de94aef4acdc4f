import Vocabulary

/// Some rows of a file, taken apart, on their way into columns.
///
/// Shape: `cells[c][r]` is where the value of column *c* of row *r* stands in `bytes`; first the
/// columns of the plan, then those of the record's id.
struct RowBatch: Sendable {
  /// The rows, and the bytes, after which a batch is handed on.
  private static let rowLimit = 1 << 13
  private static let byteLimit = 1 << 20

  private(set) var bytes: [UInt8] = []
  private(set) var cells: [[ValueRange]]
  /// 1 is the first row behind the header.
  private(set) var rowNumbers: [UInt32] = []
  /// The physical line on which each row begins.
  private(set) var lines: [UInt32] = []

  init(columnCount: Int) {
    bytes.reserveCapacity(Self.byteLimit + Self.byteLimit / 8)
    cells = [[ValueRange]](
      repeating: [ValueRange](repeating: .none, count: Self.rowLimit), count: columnCount)
  }

  var count: Int { rowNumbers.count }
  var isFull: Bool { count == Self.rowLimit || bytes.count >= Self.byteLimit }

  /// Adds bytes that values may lie in, and returns where they begin.
  mutating func add(_ more: Span<UInt8>) -> Int {
    let start = bytes.count
    // Safe because the buffer is that of the span and copied before the call returns.
    unsafe more.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    return start
  }

  /// Adds a quoted cell's text, doubled quotes made single.
  mutating func addUnescaped(_ cell: Span<UInt8>) -> ValueRange {
    let start = bytes.count
    appendUnescaped(cell, to: &bytes)
    return ValueRange(start, bytes.count)
  }

  /// Sets a value of the row that is open.
  mutating func set(_ column: Int, _ value: ValueRange) { cells[column][count] = value }

  /// Ends the row that is open.
  mutating func closeRow(number: Int, line: Int) {
    rowNumbers.append(UInt32(truncatingIfNeeded: number))
    lines.append(UInt32(truncatingIfNeeded: line))
  }
}

extension ValueRange {
  /// A row is bounded and a batch is little more than a row, so offsets fit.
  init(_ start: Int, _ end: Int) {
    self.init(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
  }
}
