#if arch(x86_64)
import _Builtin_intrinsics.intel.sse2
#endif

/// Where the bytes stand that may end a cell or a row, or open a quoted cell.
///
/// Shape: `positions[first..<count]` ascend; what is behind `count` is room.
struct StructuralTape {
  private(set) var positions: [UInt32] = []
  private(set) var count = 0
  /// The first position that is not used up.
  var first = 0

  subscript(index: Int) -> Int { Int(positions[index]) }

  /// Forgets what is used up, and moves the rest with the bytes that it points to.
  mutating func moveBack(by distance: Int) {
    let rest = count - first
    for index in 0..<rest { positions[index] = positions[first + index] - UInt32(distance) }
    first = 0
    count = rest
  }

  /// Adds the delimiters, quotes and line breaks of a range of bytes.
  ///
  /// - Complexity: O(*n*), sixteen bytes at a time.
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>, delimiter: UInt8) {
    let room = count + range.count + 64
    if positions.count < room {
      positions += [UInt32](repeating: 0, count: max(room, positions.count * 2) - positions.count)
    }
    count = findStructurals(
      bytes, range, StructuralFinder(delimiter: delimiter), delimiter, into: &positions, at: count)
  }
}

/// Writes the positions of the structural bytes, and returns where they end.
private func findStructurals(
  _ bytes: Span<UInt8>, _ range: Range<Int>, _ finder: StructuralFinder, _ delimiter: UInt8,
  into positions: inout [UInt32], at start: Int
) -> Int {
  // Safe because a byte has no padding.
  let raw = unsafe bytes.bytes
  var target = positions.mutableSpan
  var offset = range.lowerBound
  var used = start
  while offset &+ 16 <= range.upperBound {
    // Safe because the load checks that it stays within the span.
    let block = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    var bits = finder.bits(of: block)
    while bits != 0 {
      target[used] = UInt32(truncatingIfNeeded: offset &+ bits.trailingZeroBitCount)
      used &+= 1
      bits &= bits &- 1
    }
    offset &+= 16
  }
  while offset < range.upperBound {
    if isStructural(bytes[offset], delimiter: delimiter) {
      target[used] = UInt32(truncatingIfNeeded: offset)
      used &+= 1
    }
    offset &+= 1
  }
  return used
}

@inline(__always)
private func isStructural(_ byte: UInt8, delimiter: UInt8) -> Bool {
  byte == delimiter || byte == .quote || byte == .lineFeed || byte == .carriageReturn
}

/// Looks at sixteen bytes at once: one bit for each, the first byte's the lowest.
private struct StructuralFinder {
  #if arch(x86_64)
  private let delimiter: __m128i
  private let quote = _mm_set1_epi8(CChar(bitPattern: .quote))
  private let lineFeed = _mm_set1_epi8(CChar(bitPattern: .lineFeed))
  private let carriageReturn = _mm_set1_epi8(CChar(bitPattern: .carriageReturn))

  init(delimiter: UInt8) { self.delimiter = _mm_set1_epi8(CChar(bitPattern: delimiter)) }

  @inline(__always)
  func bits(of block: SIMD16<UInt8>) -> UInt32 {
    // Safe because both are sixteen bytes.
    let block = unsafe unsafeBitCast(block, to: __m128i.self)
    let breaks = _mm_or_si128(
      _mm_cmpeq_epi8(block, lineFeed), _mm_cmpeq_epi8(block, carriageReturn))
    let others = _mm_or_si128(_mm_cmpeq_epi8(block, delimiter), _mm_cmpeq_epi8(block, quote))
    return UInt32(truncatingIfNeeded: _mm_movemask_epi8(_mm_or_si128(breaks, others)))
  }
  #else
  private let delimiter: UInt8

  init(delimiter: UInt8) { self.delimiter = delimiter }

  @inline(__always)
  func bits(of block: SIMD16<UInt8>) -> UInt32 {
    let isHit =
      (block .== delimiter) .| (block .== UInt8.quote) .| (block .== UInt8.lineFeed)
      .| (block .== UInt8.carriageReturn)
    let weights = SIMD16<UInt8>(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
    let bytes = SIMD16<UInt8>(repeating: 0).replacing(with: weights, where: isHit)
    return UInt32(bytes.lowHalf.wrappedSum()) | UInt32(bytes.highHalf.wrappedSum()) << 8
  }
  #endif
}
