/// An attribute of a tag, as ranges of the bytes that the tag was scanned in.
struct XMLAttribute {
  /// Its name, the prefix left out.
  var name: Range<Int>
  var value: Range<Int>
}

/// The attribute at an offset, which moves behind it; nil where there is no other.
func nextAttribute(_ bytes: Span<UInt8>, _ offset: inout Int, end: Int) -> XMLAttribute? {
  while offset < end, bytes[offset] <= 0x20 { offset &+= 1 }
  var nameStart = offset
  while offset < end, bytes[offset] != UInt8(ascii: "="), bytes[offset] > 0x20 {
    if bytes[offset] == UInt8(ascii: ":") { nameStart = offset &+ 1 }
    offset &+= 1
  }
  let name = nameStart..<offset
  while offset < end, bytes[offset] <= 0x20 || bytes[offset] == UInt8(ascii: "=") { offset &+= 1 }
  guard offset < end, bytes[offset] == .quote || bytes[offset] == UInt8(ascii: "'") else {
    return nil
  }
  let quote = bytes[offset]
  offset &+= 1
  let start = offset
  while offset < end, bytes[offset] != quote { offset &+= 1 }
  guard offset < end else { return nil }
  offset &+= 1
  return XMLAttribute(name: name, value: start..<offset &- 1)
}

/// Whether a range of bytes is a word.
func isWord(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
  guard range.count == word.utf8CodeUnitCount else { return false }
  // Safe because the index stays below the length of the word, which lives for ever.
  for index in 0..<range.count
  where unsafe bytes[range.lowerBound &+ index] != word.utf8Start[index] {
    return false
  }
  return true
}

/// Appends XML text: references as the characters that they name, line breaks as line feeds.
///
/// A reference that names no character stays as it is written.
func appendXMLText(_ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
  var offset = range.lowerBound
  while offset < range.upperBound {
    let byte = bytes[offset]
    if byte == UInt8(ascii: "&") {
      offset &+= appendReference(bytes, offset..<range.upperBound, to: &text)
    } else if byte == .carriageReturn {
      offset &+= 1
      let isPair = offset < range.upperBound && bytes[offset] == .lineFeed
      if !isPair { text.append(.lineFeed) }
    } else {
      text.append(byte)
      offset &+= 1
    }
  }
}

/// Appends the character of the reference that a range begins with, and returns its length.
private func appendReference(
  _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]
) -> Int {
  var end = range.lowerBound &+ 1
  while end < range.upperBound, end &- range.lowerBound < 12, bytes[end] != UInt8(ascii: ";") {
    end &+= 1
  }
  guard end < range.upperBound, bytes[end] == UInt8(ascii: ";"),
    let scalar = referenced(bytes, range.lowerBound &+ 1..<end)
  else {
    text.append(UInt8(ascii: "&"))
    return 1
  }
  text.append(contentsOf: Character(scalar).utf8)
  return end &+ 1 &- range.lowerBound
}

private func referenced(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Unicode.Scalar? {
  if isWord(bytes, name, "lt") { return "<" }
  if isWord(bytes, name, "gt") { return ">" }
  if isWord(bytes, name, "amp") { return "&" }
  if isWord(bytes, name, "quot") { return "\"" }
  if isWord(bytes, name, "apos") { return "'" }
  guard name.count >= 2, bytes[name.lowerBound] == UInt8(ascii: "#") else { return nil }
  let isHexadecimal = bytes[name.lowerBound &+ 1] | 0x20 == UInt8(ascii: "x")
  var value: UInt32 = 0
  for index in name.dropFirst(isHexadecimal ? 2 : 1) {
    guard let digit = hexadecimalDigit(bytes[index]), isHexadecimal || digit < 10,
      value < 0x0100_0000
    else { return nil }
    value = value &* (isHexadecimal ? 16 : 10) &+ UInt32(digit)
  }
  return Unicode.Scalar(value)
}

/// The value of a hexadecimal digit.
func hexadecimalDigit(_ byte: UInt8) -> Int? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) &- 0x30
  case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) &- 0x61 &+ 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) &- 0x41 &+ 10
  default: nil
  }
}

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
