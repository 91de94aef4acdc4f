/// The offset of the first byte that is not UTF-8, or nil when all are.
func firstInvalidByte(_ bytes: Span<UInt8>) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

/// Whether no byte is above 0x7F.
func isASCII(_ bytes: Span<UInt8>) -> Bool {
  // Safe because a byte has no padding.
  let raw = unsafe bytes.bytes
  var offset = 0
  while offset &+ 32 <= raw.byteCount {
    // Safe because the load checks that it stays within the span.
    let block = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
    let all = block[0] | block[1] | block[2] | block[3]
    if all & 0x8080_8080_8080_8080 != 0 { return false }
    offset &+= 32
  }
  while offset < bytes.count {
    if bytes[offset] >= 0x80 { return false }
    offset &+= 1
  }
  return true
}
