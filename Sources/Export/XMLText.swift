extension ByteBuffer where Sink: ~Copyable {
  /// Appends text as the content of an XML element in the form that Excel reads.
  @inline(__always)
  mutating func append(xml text: Span<UInt8>) {
    if text.count > maximumUnits || !append(text, unless: needsCare) {
      appendXML(text) { append($0) }
    }
  }
}

/// Excel holds so many UTF-16 units in a cell.
private let maximumUnits = 32_767

/// Whether one of eight bytes may have to be written in another way, as bits.
@inline(__always)
private func needsCare(_ word: UInt64) -> UInt64 {
  controlBytes(of: word) | bytes(of: word, equalTo: UInt8(ascii: "&"))
    | bytes(of: word, equalTo: UInt8(ascii: "<")) | bytes(of: word, equalTo: UInt8(ascii: ">"))
    | bytes(of: word, equalTo: 0x22) | bytes(of: word, equalTo: UInt8(ascii: "_"))
    | bytes(of: word, equalTo: 0xEF)
}

/// Gives text as XML content in the form that Excel reads.
///
/// A character that XML cannot hold is written as `_xHHHH_`; an underscore that would begin such a
/// mark is marked itself (ECMA-376, ST_Xstring). What is more than a cell holds is cut off.
///
/// - Parameters:
///   - text: Valid UTF-8.
///   - append: Called with each byte.
func appendXML(_ text: Span<UInt8>, to append: (UInt8) -> Void) {
  func write(_ mark: StaticString) {
    for place in 0..<mark.utf8CodeUnitCount { append(unsafe mark.utf8Start[place]) }
  }
  var units = 0
  for offset in text.indices {
    let byte = text[offset]
    if byte & 0xC0 != 0x80 {
      units += byte >= 0xF0 ? 2 : 1
      guard units <= maximumUnits else { return }
    }
    switch byte {
    case UInt8(ascii: "&"): write("&amp;")
    case UInt8(ascii: "<"): write("&lt;")
    case UInt8(ascii: ">"): write("&gt;")
    case 0x22: write("&quot;")
    case UInt8(ascii: "_") where startsMark(text, at: offset): write("_x005F_")
    case 0x00...0x08, 0x0B...0x1F:
      write("_x00")
      append(hexadecimalDigit(byte >> 4))
      append(hexadecimalDigit(byte & 15))
      append(UInt8(ascii: "_"))
    case 0xEF where isNoncharacter(text, at: offset):
      write("_xFFF")
      append(hexadecimalDigit(text[offset + 2] & 15))
      append(UInt8(ascii: "_"))
    case 0xBF where offset >= 1 && isNoncharacter(text, at: offset - 1): continue
    case 0xBE...0xBF where offset >= 2 && isNoncharacter(text, at: offset - 2): continue
    default: append(byte)
    }
  }
}

/// Whether U+FFFE or U+FFFF begins at an offset.
private func isNoncharacter(_ text: Span<UInt8>, at offset: Int) -> Bool {
  offset + 2 < text.count && text[offset] == 0xEF && text[offset + 1] == 0xBF
    && text[offset + 2] >= 0xBE
}

/// Whether an underscore begins what reads as a mark.
private func startsMark(_ text: Span<UInt8>, at offset: Int) -> Bool {
  guard offset + 6 < text.count, text[offset + 1] == UInt8(ascii: "x"),
    text[offset + 6] == UInt8(ascii: "_")
  else { return false }
  return (offset + 2...offset + 5).allSatisfy { isHexadecimalDigit(text[$0]) }
}

private func isHexadecimalDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
  default: false
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 + value : 0x37 + value
}
