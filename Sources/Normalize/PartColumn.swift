/// Texts in some parts each, one after the other.
///
/// Shape: part *p* of text *i* ends at `ends[i * partCount + p]` in `bytes`.
struct PartColumn: Sendable {
  let partCount: Int
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  init(partCount: Int) { self.partCount = partCount }

  /// Where a part of a text stands in `bytes`.
  func range(_ part: Int, of text: Int) -> Range<Int> {
    let index = text * partCount + part
    return Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
  }

  /// Adds a part; as many as there are make a text.
  mutating func append(_ part: Span<UInt8>) {
    if !part.isEmpty {
      // Safe because the buffer is that of the span and copied before the call returns.
      unsafe part.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
    ends.append(UInt32(bytes.count))
  }

  /// Makes room for the texts of other columns.
  mutating func reserve(_ others: some Sequence<PartColumn>) {
    var size = (bytes: bytes.count, ends: ends.count)
    for other in others {
      size.bytes += other.bytes.count
      size.ends += other.ends.count
    }
    bytes.reserveCapacity(size.bytes)
    ends.reserveCapacity(size.ends)
  }

  mutating func append(_ other: PartColumn) {
    let base = UInt32(bytes.count)
    bytes += other.bytes
    ends.reserveCapacity(ends.count + other.ends.count)
    for end in other.ends { ends.append(base + end) }
  }
}
