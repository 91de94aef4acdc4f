import Vocabulary

/// Some rows of a file, taken apart, on their way into columns.
///
/// Shape: `self[c, r]` is where the value of column *c* of row *r* stands in `bytes`; the columns are
/// those of `SourcePlan.labels`.
struct RowBatch: Sendable {
  /// The rows, and the bytes, after which a batch is handed on.
  private static let rowLimit = 1 << 13
  private static let byteLimit = 1 << 20

  private(set) var bytes: [UInt8] = []
  /// Column by column, each with room for as many rows as a batch may have.
  private var cells: [ValueRange]
  private let columnCount: Int
  /// Where the bytes of the row that is open begin.
  private var openStart = 0
  /// 1 is the first row behind the header.
  private(set) var rowNumbers: [UInt32] = []
  /// The physical line on which each row begins.
  private(set) var lines: [UInt32] = []

  init(columnCount: Int) {
    bytes.reserveCapacity(Self.byteLimit + Self.byteLimit / 8)
    cells = [ValueRange](repeating: .none, count: columnCount * Self.rowLimit)
    self.columnCount = columnCount
  }

  /// Takes the rows out and keeps the room.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    openStart = 0
    rowNumbers.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
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

  /// Where a value stands; of the row that is open, too.
  subscript(column: Int, row: Int) -> ValueRange { cells[column &* Self.rowLimit &+ row] }

  /// Where the values of a column stand, by row.
  func values(of column: Int) -> ArraySlice<ValueRange> {
    cells[column * Self.rowLimit..<column * Self.rowLimit + count]
  }

  /// Where the value of the last column stands in the row that is open.
  var lastOfOpenRow: ValueRange { last(of: count) }

  /// Where the value of the last column stands in a row.
  func last(of row: Int) -> ValueRange { self[columnCount - 1, row] }

  /// Sets a value of the row that is open.
  mutating func set(_ column: Int, _ value: ValueRange) {
    cells[column &* Self.rowLimit &+ count] = value
  }

  /// Ends the row that is open.
  mutating func closeRow(number: Int, line: Int) {
    rowNumbers.append(UInt32(truncatingIfNeeded: number))
    lines.append(UInt32(truncatingIfNeeded: line))
    openStart = bytes.count
  }

  /// Takes back the row that is open.
  mutating func dropOpenRow() { bytes.removeLast(bytes.count - openStart) }
}

extension ValueRange {
  /// A row is bounded and a batch is little more than a row, so offsets fit.
  init(_ start: Int, _ end: Int) {
    self.init(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
  }
}
