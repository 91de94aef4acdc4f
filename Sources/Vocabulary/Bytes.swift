/// A 64-bit hash of bytes, the same in every process.
///
/// Eight bytes at a time through one multiplication, in the manner of wyhash (Wang Yi, public
/// domain). Not for secrets, and not against an adversary.
package func hashBytes(_ value: Span<UInt8>, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> UInt64 {
  // Safe because a byte has no padding.
  let bytes = unsafe value.bytes
  let count = value.count
  var hash = seed ^ (UInt64(truncatingIfNeeded: count) &* 0xA076_1D64_78BD_642F)
  var offset = 0
  while offset &+ 8 <= count {
    hash = mixed(hash, littleEndianWord(bytes, at: offset))
    offset &+= 8
  }
  if offset < count { hash = mixed(hash, lastWord(bytes, from: offset)) }
  let last = (hash ^ 0x8EBC_6AF0_9C88_C6E3).multipliedFullWidth(by: 0x5899_65CC_7537_4CC3)
  return last.high ^ last.low
}

/// Whether two byte strings are equal.
package func equalBytes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  // Safe because a byte has no padding.
  let (left, right) = unsafe (left.bytes, right.bytes)
  let count = left.byteCount
  var offset = 0
  while offset &+ 8 <= count {
    if littleEndianWord(left, at: offset) != littleEndianWord(right, at: offset) { return false }
    offset &+= 8
  }
  return offset == count || lastWord(left, from: offset) == lastWord(right, from: offset)
}

/// The first eight bytes, of which there are so many.
@inline(__always)
func firstWord(_ bytes: Span<UInt8>) -> UInt64 {
  // Safe because a byte has no padding.
  littleEndianWord(unsafe bytes.bytes, at: 0)
}

@inline(__always)
private func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
  let product = (hash ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}

/// Eight bytes from an offset on.
@inline(__always)
private func littleEndianWord(_ bytes: RawSpan, at offset: Int) -> UInt64 {
  // Safe because the load checks that it stays within the span, and any bytes are an integer.
  UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
}

/// The one to seven bytes from an offset to the end, zeros above them.
@inline(__always)
private func lastWord(_ bytes: RawSpan, from offset: Int) -> UInt64 {
  let count = bytes.byteCount &- offset
  // Safe because the loads check that they stay within the span, and any bytes are an integer.
  if count >= 4 {
    let low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
    let high = unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: bytes.byteCount &- 4, as: UInt32.self)
    return UInt64(UInt32(littleEndian: low))
      | UInt64(UInt32(littleEndian: high)) &<< UInt64((count &- 4) &* 8)
  }
  let middle = count &>> 1
  let first = unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  let second = unsafe bytes.unsafeLoad(fromByteOffset: offset &+ middle, as: UInt8.self)
  let third = unsafe bytes.unsafeLoad(fromByteOffset: bytes.byteCount &- 1, as: UInt8.self)
  return UInt64(first) | UInt64(second) &<< UInt64(middle &* 8)
    | UInt64(third) &<< UInt64((count &- 1) &* 8)
}
