/// Appends text, its escapes such as `_x000D_` as the characters that they stand for.
///
/// That is how workbooks write what XML cannot (ECMA-376, part 1, 22.9.2.19).
func appendUnescapedCell(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
  var offset = 0
  while offset < bytes.count {
    guard bytes[offset] == UInt8(ascii: "_"), let first = escapedUnit(bytes, at: offset) else {
      text.append(bytes[offset])
      offset &+= 1
      continue
    }
    var length = 7
    var scalar = Unicode.Scalar(UInt32(first))
    if UTF16.isLeadSurrogate(first), let second = escapedUnit(bytes, at: offset &+ 7),
      UTF16.isTrailSurrogate(second)
    {
      scalar = UTF16.decode(UTF16.EncodedScalar([first, second]))
      length = 14
    }
    if let scalar {
      text.append(contentsOf: Character(scalar).utf8)
    } else {
      for index in offset..<offset &+ length { text.append(bytes[index]) }
    }
    offset &+= length
  }
}

private func escapedUnit(_ bytes: Span<UInt8>, at offset: Int) -> UInt16? {
  guard offset &+ 7 <= bytes.count, bytes[offset] == UInt8(ascii: "_"),
    bytes[offset &+ 1] == UInt8(ascii: "x"), bytes[offset &+ 6] == UInt8(ascii: "_")
  else { return nil }
  var value: UInt16 = 0
  for index in offset &+ 2..<offset &+ 6 {
    guard let digit = hexadecimalDigit(bytes[index]) else { return nil }
    value = value << 4 | UInt16(digit)
  }
  return value
}

/// The value of a hexadecimal digit.
private func hexadecimalDigit(_ byte: UInt8) -> Int? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) &- 0x30
  case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) &- 0x61 &+ 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) &- 0x41 &+ 10
  default: nil
  }
}
