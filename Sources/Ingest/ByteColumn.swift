/// One text per row, in bytes.
struct ByteColumn: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  subscript(row: Int) -> ArraySlice<UInt8> { bytes[range(of: row)] }

  /// Adds bytes to the text that is open.
  mutating func append(_ more: Span<UInt8>) {
    // Safe because the buffer is that of the span and copied before the call returns.
    unsafe more.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Takes back what was added to the text that is open.
  mutating func dropOpen() { bytes.removeLast(bytes.count - (ends.last ?? 0)) }

  /// Ends the text that is open.
  mutating func close() { ends.append(bytes.count) }

  mutating func append(text: ArraySlice<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }
}
