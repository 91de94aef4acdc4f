/// The part of a cell between its blanks: ASCII blanks, U+00A0, U+3000, U+200B and U+FEFF.
func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var start = range.lowerBound
  var end = range.upperBound
  while start < end {
    let length = blankLength(bytes, at: start, end: end)
    if length == 0 { break }
    start &+= length
  }
  while start < end {
    if bytes[end &- 1] <= 0x20 {
      end &-= 1
    } else if end &- 2 >= start, blankLength(bytes, at: end &- 2, end: end) == 2 {
      end &-= 2
    } else if end &- 3 >= start, blankLength(bytes, at: end &- 3, end: end) == 3 {
      end &-= 3
    } else {
      break
    }
  }
  return start..<end
}

/// The length of the blank at an offset, or 0.
private func blankLength(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int {
  let first = bytes[offset]
  if first <= 0x20 { return 1 }
  if first == 0xC2 { return offset &+ 1 < end && bytes[offset &+ 1] == 0xA0 ? 2 : 0 }
  guard first == 0xE2 || first == 0xE3 || first == 0xEF, offset &+ 2 < end else { return 0 }
  let (second, third) = (bytes[offset &+ 1], bytes[offset &+ 2])
  switch (first, second, third) {
  case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return 3
  default: return 0
  }
}

/// Whether a cell holds nothing, or a program's word for nothing.
///
/// Words that people write, such as 无, are values.
func isEmptyCell(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  if range.isEmpty { return true }
  switch bytes[range.lowerBound] {
  case 0...0x20, 0xC2, 0xE2, 0xE3, 0xEF, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "N"),
    UInt8(ascii: "n"), UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: "\\"):
    break
  default: return false  // neither a blank nor a word for nothing begins so
  }
  let content = trimmed(bytes, range)
  switch content.count {
  case 0: return true
  case 1:
    let byte = bytes[content.lowerBound]
    return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
  case 2...6:
    switch bytes[content.lowerBound] {
    case UInt8(ascii: "-"), UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "#"),
      UInt8(ascii: "("), UInt8(ascii: "\\"):
      return isNullWord(bytes, content)
    default: return false
    }
  default: return false
  }
}

private func isNullWord(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  equals(bytes, range, "NULL") || equals(bytes, range, "null") || equals(bytes, range, "None")
    || equals(bytes, range, "N/A") || equals(bytes, range, "n/a") || equals(bytes, range, "#N/A")
    || equals(bytes, range, "nan") || equals(bytes, range, "NaN") || equals(bytes, range, "--")
    || equals(bytes, range, "(NULL)") || equals(bytes, range, "\\N")
}

private func equals(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
  guard range.count == word.utf8CodeUnitCount else { return false }
  for index in 0..<range.count {
    // Safe because index stays within the literal.
    let byte = unsafe word.utf8Start[index]
    if bytes[range.lowerBound &+ index] != byte { return false }
  }
  return true
}

/// Whether the first character of a part of a cell is a Han character.
func beginsWithHan(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
  guard range.count >= 3 else { return false }
  let lead = bytes[range.lowerBound]
  if lead == 0xF0 { return bytes[range.lowerBound + 1] & 0xF0 == 0xA0 }
  return isHanLead(lead, bytes[range.lowerBound + 1])
}

/// Whether the last character of a part of a cell is a Han character.
func endsWithHan(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
  guard range.count >= 3 else { return false }
  return isHanLead(bytes[range.upperBound - 3], bytes[range.upperBound - 2])
}

/// U+3400...U+9FFF, by the first two of three bytes.
private func isHanLead(_ lead: UInt8, _ second: UInt8) -> Bool {
  lead == 0xE3 && second >= 0x90 || 0xE4...0xE9 ~= lead
}
