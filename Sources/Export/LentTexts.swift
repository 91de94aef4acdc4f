import Vocabulary

/// The values of a pool, to be read by number while the pool is held.
///
/// Which pool a value stands in is only known row by row, and to take it from a list of pools then
/// counts references twice a cell; a lent one is two addresses.
@safe
struct LentTexts {
  // Safe because only `withLentTexts` makes one, for as long as it holds the pool's arrays, and every
  // number is checked.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let ends: UnsafeBufferPointer<Int>

  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int>) {
    unsafe self.bytes = bytes
    unsafe self.ends = ends
  }

  /// Where a value stands.
  @inline(__always)
  func place(of id: UInt32) -> Range<Int> {
    let index = Int(id)
    precondition(unsafe index < ends.count, "a value has a number of its pool")
    let start = index == 0 ? 0 : unsafe ends[index &- 1]
    return unsafe Range(uncheckedBounds: (start, ends[index]))
  }

  /// The first byte at a place; 0 where it is empty.
  @inline(__always)
  func first(at place: Range<Int>) -> UInt8 {
    precondition(unsafe place.lowerBound <= bytes.count, "a place is one of this pool")
    return place.isEmpty ? 0 : unsafe bytes[place.lowerBound]
  }

  /// Hands on the value at a place without a copy.
  @inline(__always)
  func read<Result>(at place: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    body(unsafe bytes.extracting(place).span)
  }

  /// Hands a value on without a copy.
  @inline(__always)
  func read<Result>(_ id: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
    read(at: place(of: id), body)
  }
}

/// Lends the values of pools to a body, in the order of the pools.
///
/// What is lent must not leave the body.
func withLentTexts(
  of pools: ArraySlice<ValuePool>,
  _ body: ([LentTexts]) throws(ExportError) -> Void
) throws(ExportError) {
  try lend(pools, [], to: body)
}

private func lend(
  _ pools: ArraySlice<ValuePool>, _ lent: [LentTexts],
  to body: ([LentTexts]) throws(ExportError) -> Void
) throws(ExportError) {
  guard let pool = pools.first else { return try body(lent) }
  try unsafe pool.bytes.withUnsafeBufferPointer { bytes throws(ExportError) in
    try unsafe pool.ends.withUnsafeBufferPointer { ends throws(ExportError) in
      try lend(pools.dropFirst(), lent + [unsafe LentTexts(bytes, ends)], to: body)
    }
  }
}
