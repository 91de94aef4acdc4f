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
  guard canBeEmpty(bytes[range.lowerBound]) else { return false }
  let content = trimmed(bytes, range)
  switch content.count {
  case 0: return true
  case 1:
    let byte = bytes[content.lowerBound]
    return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
  case 2...19: return isNullWord(bytes, content)
  default: return false
  }
}

/// Whether a blank or a program's word for nothing begins with a byte.
@inline(__always)
private func canBeEmpty(_ first: UInt8) -> Bool {
  switch first {
  case 0...0x20, 0xC2, 0xE2, 0xE3, 0xEF, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "N"),
    UInt8(ascii: "n"), UInt8(ascii: "u"), UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: "<"),
    UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"),
    UInt8(ascii: "\\"), UInt8(ascii: "0"):
    true
  default: false
  }
}

/// Whether a text is a program's word for nothing.
private func isNullWord(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  switch bytes[range.lowerBound] {
  case UInt8(ascii: "-"): range.allSatisfy { bytes[$0] == UInt8(ascii: "-") }
  case 0xE2: isDashes(bytes, range)
  case UInt8(ascii: "0"): isZeroDate(bytes, range)
  case UInt8(ascii: "#"): isErrorValue(bytes, range)
  case UInt8(ascii: "N"):
    equals(bytes, range, "NULL") || equals(bytes, range, "Null") || equals(bytes, range, "None")
      || equals(bytes, range, "N/A") || equals(bytes, range, "NaN") || equals(bytes, range, "NaT")
  case UInt8(ascii: "n"):
    equals(bytes, range, "null") || equals(bytes, range, "nan") || equals(bytes, range, "n/a")
      || equals(bytes, range, "nil")
  case UInt8(ascii: "u"): equals(bytes, range, "undefined")
  case UInt8(ascii: "("):
    equals(bytes, range, "(NULL)") || equals(bytes, range, "(null)")
      || equals(bytes, range, "(Null)") || equals(bytes, range, "(blank)")
      || equals(bytes, range, "(空白)")
  case UInt8(ascii: "<"):
    equals(bytes, range, "<NA>") || equals(bytes, range, "<null>") || equals(bytes, range, "<NULL>")
  case UInt8(ascii: "["):
    equals(bytes, range, "[]") || equals(bytes, range, "[null]") || equals(bytes, range, "[NULL]")
  case UInt8(ascii: "{"): equals(bytes, range, "{}")
  case UInt8(ascii: "\""): equals(bytes, range, "\"\"")
  case UInt8(ascii: "'"): equals(bytes, range, "''")
  case UInt8(ascii: "\\"): equals(bytes, range, "\\N")
  default: false
  }
}

/// The values of formulas that failed.
private func isErrorValue(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  equals(bytes, range, "#N/A") || equals(bytes, range, "#VALUE!") || equals(bytes, range, "#REF!")
    || equals(bytes, range, "#NAME?") || equals(bytes, range, "#DIV/0!")
    || equals(bytes, range, "#NUM!") || equals(bytes, range, "#NULL!")
    || equals(bytes, range, "#SPILL!") || equals(bytes, range, "#CALC!")
    || equals(bytes, range, "#FIELD!") || equals(bytes, range, "#GETTING_DATA")
}

/// The date of MySQL that is none, with or without a time.
private func isZeroDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  equals(bytes, range, "0000-00-00") || equals(bytes, range, "0000-00-00 00:00:00")
}

/// — or –, any number of them.
private func isDashes(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  var offset = range.lowerBound
  while offset &+ 2 < range.upperBound, bytes[offset] == 0xE2, bytes[offset &+ 1] == 0x80,
    bytes[offset &+ 2] == 0x93 || bytes[offset &+ 2] == 0x94
  {
    offset &+= 3
  }
  return offset == range.upperBound
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
