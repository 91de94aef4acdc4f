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
    // Safe because a byte has no padding.
    let raw = unsafe bytes.bytes
    var offset = range.lowerBound
    var used = count
    while offset &+ 16 <= range.upperBound {
      // Safe because the load checks that it stays within the span.
      let block = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      var bits = structuralBits(block, delimiter: delimiter)
      while bits != 0 {
        positions[used] = UInt32(truncatingIfNeeded: offset &+ bits.trailingZeroBitCount)
        used &+= 1
        bits &= bits &- 1
      }
      offset &+= 16
    }
    while offset < range.upperBound {
      if isStructural(bytes[offset], delimiter: delimiter) {
        positions[used] = UInt32(truncatingIfNeeded: offset)
        used &+= 1
      }
      offset &+= 1
    }
    count = used
  }
}

@inline(__always)
private func isStructural(_ byte: UInt8, delimiter: UInt8) -> Bool {
  byte == delimiter || byte == .quote || byte == .lineFeed || byte == .carriageReturn
}

/// One bit for each of sixteen bytes, the first byte's the lowest.
@inline(__always)
private func structuralBits(_ block: SIMD16<UInt8>, delimiter: UInt8) -> UInt32 {
  let isHit =
    (block .== delimiter) .| (block .== UInt8.quote) .| (block .== UInt8.lineFeed)
    .| (block .== UInt8.carriageReturn)
  let bytes = SIMD16<UInt8>(repeating: 0).replacing(with: 0xFF, where: isHit)
  #if arch(x86_64)
  // Safe because both are sixteen bytes.
  return UInt32(
    truncatingIfNeeded: _mm_movemask_epi8(unsafe unsafeBitCast(bytes, to: __m128i.self)))
  #else
  let weights = SIMD8<UInt8>(1, 2, 4, 8, 16, 32, 64, 128)
  return UInt32((bytes.lowHalf & weights).wrappedSum())
    | UInt32((bytes.highHalf & weights).wrappedSum()) << 8
  #endif
}
