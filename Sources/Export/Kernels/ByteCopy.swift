/// Copies bytes in words of eight, and tells whether one of them is special.
///
/// The last word overlaps the one before it, so that nothing beyond the bytes is read or written.
///
/// - Parameters:
///   - source: As many bytes as `count` says.
///   - count: The number of bytes.
///   - target: Room for as many bytes, apart from the source.
///   - special: Given eight bytes, sets a bit when one of them is special; letters never are.
/// - Returns: Whether a byte was special.
/// - Complexity: O(*n*); allocates nothing.
@inline(__always)
@unsafe
func copyBytes(
  _ source: UnsafeRawPointer, count: Int, to target: UnsafeMutableRawPointer,
  watching special: (UInt64) -> UInt64
) -> Bool {
  var found: UInt64 = 0
  if count >= 8 {
    let last = count &- 8
    var offset = 0
    while offset < last {
      let word = unsafe source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      unsafe target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
      found |= special(word)
      offset &+= 8
    }
    let word = unsafe source.loadUnaligned(fromByteOffset: last, as: UInt64.self)
    unsafe target.storeBytes(of: word, toByteOffset: last, as: UInt64.self)
    found |= special(word)
  } else if count >= 4 {
    let last = count &- 4
    let low = unsafe source.loadUnaligned(as: UInt32.self)
    let high = unsafe source.loadUnaligned(fromByteOffset: last, as: UInt32.self)
    unsafe target.storeBytes(of: low, as: UInt32.self)
    unsafe target.storeBytes(of: high, toByteOffset: last, as: UInt32.self)
    found = special(UInt64(low) | UInt64(high) &<< 32)
  } else if count > 0 {
    let (middle, last) = (count &>> 1, count &- 1)
    let bytes = unsafe (
      source.load(as: UInt8.self), source.load(fromByteOffset: middle, as: UInt8.self),
      source.load(fromByteOffset: last, as: UInt8.self)
    )
    unsafe target.storeBytes(of: bytes.0, as: UInt8.self)
    unsafe target.storeBytes(of: bytes.1, toByteOffset: middle, as: UInt8.self)
    unsafe target.storeBytes(of: bytes.2, toByteOffset: last, as: UInt8.self)
    let word = UInt64(bytes.0) | UInt64(bytes.1) &<< 8 | UInt64(bytes.2) &<< 16
    found = special(word | 0x6161_6161_6100_0000)
  }
  return found != 0
}

/// A bit for every zero byte of a word, at least for the lowest of them.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}

/// Whether a word holds a byte, as bits.
@inline(__always)
func bytes(of word: UInt64, equalTo byte: UInt8) -> UInt64 {
  zeroBytes(word ^ (UInt64(byte) &* 0x0101_0101_0101_0101))
}

/// Whether a word holds a control character, as bits.
@inline(__always)
func controlBytes(of word: UInt64) -> UInt64 {
  (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
}
