@inline(__always)
func skipBlanks(_ bytes: Span<UInt8>, _ offset: inout Int) {
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return }
    offset &+= 1
  }
}

/// Passes over a string; the range is what stands between its quotes.
func scanString(
  _ bytes: Span<UInt8>, _ offset: inout Int
) throws(JSONScanner.Fault) -> CellRange {
  offset &+= 1
  let start = offset
  var hasEscapes = false
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte == .quote {
      let end = offset
      offset &+= 1
      return CellRange(start: start, end: end, hasEscapes: hasEscapes)
    }
    if byte == UInt8(ascii: "\\") {
      hasEscapes = true
      offset &+= 1
    } else if byte < 0x20 {
      throw .syntax
    }
    offset &+= 1
  }
  throw .syntax
}

/// Passes over a number; false where there is none.
func scanNumber(_ bytes: Span<UInt8>, _ offset: inout Int) -> Bool {
  func digits() -> Int {
    let start = offset
    while offset < bytes.count, 0x30...0x39 ~= bytes[offset] { offset &+= 1 }
    return offset - start
  }
  if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset &+= 1 }
  let first = offset
  let count = digits()
  if count == 0 || count > 1 && bytes[first] == UInt8(ascii: "0") { return false }
  if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
    offset &+= 1
    if digits() == 0 { return false }
  }
  if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
    offset &+= 1
    let hasSign =
      offset < bytes.count
      && (bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-"))
    if hasSign { offset &+= 1 }
    if digits() == 0 { return false }
  }
  return true
}

func expect(
  _ word: StaticString, _ bytes: Span<UInt8>, _ offset: inout Int
) throws(JSONScanner.Fault) {
  let count = word.utf8CodeUnitCount
  guard offset + count <= bytes.count else { throw .syntax }
  for index in 0..<count {
    // Safe because index stays within the literal.
    let byte = unsafe word.utf8Start[index]
    if bytes[offset &+ index] != byte { throw .syntax }
  }
  offset &+= count
}

func checkEscapes(_ bytes: Span<UInt8>) throws(JSONScanner.Fault) {
  var text: [UInt8] = []
  try appendUnescapedJSON(bytes, to: &text)
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
  guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
  for byte in encoded { output.append(byte) }
}
