/// Eight bytes of a text as a number, the first in its lowest place.
@inline(__always)
func loadWord(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
  // Safe because the load checks the bounds, and any eight bytes are a number.
  let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  return UInt64(littleEndian: word)
}

/// A mark in each byte that ends a run of plain characters in a JSON string: a quote, a backslash or
/// a control character.
///
/// The lowest mark is right; those above it may be false, for a difference borrows from the next
/// byte.
@inline(__always)
private func stringMarks(_ word: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let quotes = word ^ (ones &* 0x22)
  let backslashes = word ^ (ones &* 0x5C)
  let marks =
    (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
    | (word &- (ones &* 0x20)) & ~word
  return marks & (ones &* 0x80)
}

@inline(__always)
func skipBlanks(_ bytes: Span<UInt8>, _ offset: inout Int) {
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte > 0x20 { return }
    if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return }
    offset &+= 1
  }
}

/// Passes over a string; the range is what stands between its quotes.
@inline(__always)
func scanString(
  _ bytes: Span<UInt8>, _ offset: inout Int
) throws(JSONScanner.Fault) -> CellRange {
  let start = offset &+ 1
  var place = start
  var hasEscapes = false
  while true {
    while place &+ 8 <= bytes.count {
      let marks = stringMarks(loadWord(bytes, at: place))
      if marks != 0 {
        place &+= marks.trailingZeroBitCount &>> 3
        break
      }
      place &+= 8
    }
    guard place < bytes.count else { throw .cutOff }
    let byte = bytes[place]
    if byte == .quote {
      offset = place &+ 1
      return CellRange(start: start, end: place, hasEscapes: hasEscapes)
    }
    if byte == UInt8(ascii: "\\") {
      hasEscapes = true
      place &+= 1
    } else if byte < 0x20 {
      throw .syntax
    }
    place &+= 1
  }
}

/// Passes over a number, which something must follow.
func scanNumber(
  _ bytes: Span<UInt8>, _ offset: inout Int
) throws(JSONScanner.Fault) {
  var place = offset
  if bytes[place] == UInt8(ascii: "-") { place &+= 1 }
  let first = place
  let count = skipDigits(bytes, &place)
  if count == 0 || count > 1 && bytes[first] == UInt8(ascii: "0") {
    throw place < bytes.count ? .syntax : .cutOff
  }
  if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
    place &+= 1
    let digits = skipDigits(bytes, &place)
    if digits == 0, place < bytes.count { throw .syntax }
  }
  if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
    place &+= 1
    if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") {
      place &+= 1
    }
    let digits = skipDigits(bytes, &place)
    if digits == 0, place < bytes.count { throw .syntax }
  }
  guard place < bytes.count else { throw .cutOff }
  offset = place
}

@inline(__always)
private func skipDigits(_ bytes: Span<UInt8>, _ place: inout Int) -> Int {
  let start = place
  while place < bytes.count, bytes[place] &- 0x30 < 10 { place &+= 1 }
  return place &- start
}

func expect(
  _ word: StaticString, _ bytes: Span<UInt8>, _ offset: inout Int
) throws(JSONScanner.Fault) {
  let count = word.utf8CodeUnitCount
  guard offset + count <= bytes.count else { throw .cutOff }
  for index in 0..<count {
    // Safe because index stays within the literal.
    let byte = unsafe word.utf8Start[index]
    if bytes[offset &+ index] != byte { throw .syntax }
  }
  offset &+= count
}

/// Appends a string's text with its escapes resolved.
func appendUnescapedJSON(
  _ bytes: Span<UInt8>, to output: inout [UInt8]
) throws(JSONScanner.Fault) {
  var offset = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    offset &+= 1
    guard byte == UInt8(ascii: "\\") else {
      output.append(byte)
      continue
    }
    guard offset < bytes.count else { throw .syntax }
    let escape = bytes[offset]
    offset &+= 1
    switch escape {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(escape)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"): appendUTF8(try readScalar(bytes, &offset), to: &output)
    default: throw .syntax
    }
  }
}

/// Reads the digits of `\u`, and the second half where they are the first of a surrogate pair.
private func readScalar(
  _ bytes: Span<UInt8>, _ offset: inout Int
) throws(JSONScanner.Fault) -> UInt32 {
  let first = try readUnit(bytes, &offset)
  guard 0xD800...0xDFFF ~= first else { return first }
  guard first < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
    bytes[offset + 1] == UInt8(ascii: "u")
  else { throw .loneSurrogate }
  offset += 2
  let second = try readUnit(bytes, &offset)
  guard 0xDC00...0xDFFF ~= second else { throw .loneSurrogate }
  return 0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF)
}

private func readUnit(
  _ bytes: Span<UInt8>, _ offset: inout Int
) throws(JSONScanner.Fault) -> UInt32 {
  guard offset + 4 <= bytes.count else { throw .syntax }
  var unit: UInt32 = 0
  for _ in 0..<4 {
    let byte = bytes[offset]
    let letter = byte | 0x20
    switch byte {
    case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
    default:
      guard 0x61...0x66 ~= letter else { throw .syntax }
      unit = unit << 4 | UInt32(letter - 0x61 + 10)
    }
    offset += 1
  }
  return unit
}

private func appendUTF8(_ value: UInt32, to output: inout [UInt8]) {
  let last = UInt8(truncatingIfNeeded: value & 0x3F) | 0x80
  switch value {
  case 0..<0x80: output.append(UInt8(truncatingIfNeeded: value))
  case 0x80..<0x800:
    output.append(UInt8(truncatingIfNeeded: value &>> 6) | 0xC0)
    output.append(last)
  default:
    let second = UInt8(truncatingIfNeeded: value &>> 6 & 0x3F) | 0x80
    if value < 0x10000 {
      output.append(UInt8(truncatingIfNeeded: value &>> 12) | 0xE0)
    } else {
      output.append(UInt8(truncatingIfNeeded: value &>> 18) | 0xF0)
      output.append(UInt8(truncatingIfNeeded: value &>> 12 & 0x3F) | 0x80)
    }
    output.append(second)
    output.append(last)
  }
}
