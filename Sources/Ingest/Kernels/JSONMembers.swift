/// The members of a JSON object, one after the other.
///
/// The caller passes over each member's value before it asks for the next. A comma behind the last
/// member is let pass.
struct JSONMembers {
  /// Where the next member or the value is read.
  var offset: Int
  private var isFirst = true

  /// - Parameter offset: That of the opening brace.
  init(at offset: Int) { self.offset = offset &+ 1 }

  /// - Parameter offset: That of a key, or of the closing brace.
  init(within offset: Int) { self.offset = offset }

  /// The place of the next key, `offset` then at its value; nil behind the closing brace.
  mutating func next(_ bytes: Span<UInt8>) throws(JSONScanner.Fault) -> CellRange? {
    guard try moveToNext(bytes, &offset, &isFirst, closing: UInt8(ascii: "}")) else { return nil }
    guard bytes[offset] == .quote else { throw .syntax }
    let key = try scanString(bytes, &offset)
    skipBlanks(bytes, &offset)
    guard offset < bytes.count else { throw .cutOff }
    guard bytes[offset] == UInt8(ascii: ":") else { throw .syntax }
    offset &+= 1
    skipBlanks(bytes, &offset)
    guard offset < bytes.count else { throw .cutOff }
    return key
  }
}

/// The elements of a JSON array, one after the other, in the manner of `JSONMembers`.
struct JSONElements {
  var offset: Int
  private var isFirst = true

  /// - Parameter offset: That of the opening bracket.
  init(at offset: Int) { self.offset = offset &+ 1 }

  /// Whether there is one more element, `offset` then at it; else `offset` is behind the bracket.
  mutating func next(_ bytes: Span<UInt8>) throws(JSONScanner.Fault) -> Bool {
    try moveToNext(bytes, &offset, &isFirst, closing: UInt8(ascii: "]"))
  }
}

/// Moves to the next member or element; false where there is none, `offset` then behind the closing
/// byte.
private func moveToNext(
  _ bytes: Span<UInt8>, _ offset: inout Int, _ isFirst: inout Bool, closing: UInt8
) throws(JSONScanner.Fault) -> Bool {
  skipBlanks(bytes, &offset)
  if !isFirst {
    guard offset < bytes.count else { throw .cutOff }
    if bytes[offset] == UInt8(ascii: ",") {
      offset &+= 1
      skipBlanks(bytes, &offset)
    } else if bytes[offset] != closing {
      throw .syntax
    }
  }
  isFirst = false
  guard offset < bytes.count else { throw .cutOff }
  if bytes[offset] == closing {
    offset &+= 1
    return false
  }
  return true
}

/// Passes over a value, its syntax checked.
func skipJSONValue(
  _ bytes: Span<UInt8>, _ offset: inout Int, depth: Int
) throws(JSONScanner.Fault) {
  guard offset < bytes.count else { throw .cutOff }
  switch bytes[offset] {
  case .quote: _ = try scanString(bytes, &offset)
  case UInt8(ascii: "{"):
    if depth >= JSONScanner.deepest { throw .tooDeep }
    var members = JSONMembers(at: offset)
    while try members.next(bytes) != nil {
      try skipJSONValue(bytes, &members.offset, depth: depth &+ 1)
    }
    offset = members.offset
  case UInt8(ascii: "["):
    if depth >= JSONScanner.deepest { throw .tooDeep }
    var elements = JSONElements(at: offset)
    while try elements.next(bytes) {
      try skipJSONValue(bytes, &elements.offset, depth: depth &+ 1)
    }
    offset = elements.offset
  case UInt8(ascii: "t"): try expect("true", bytes, &offset)
  case UInt8(ascii: "f"): try expect("false", bytes, &offset)
  case UInt8(ascii: "n"): try expect("null", bytes, &offset)
  case UInt8(ascii: "N"): try expect("NaN", bytes, &offset)
  case UInt8(ascii: "I"): try expect("Infinity", bytes, &offset)
  default: try scanNumber(bytes, &offset)
  }
}
