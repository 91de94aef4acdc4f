/// A piece of an XML document, as ranges of the bytes that it was scanned in.
struct XMLToken {
  enum Kind {
    case start
    /// `<name/>`, a start and an end in one.
    case empty
    case end
    /// Characters between tags, perhaps not all of them.
    case text
    /// Characters that stand for themselves: CDATA.
    case literalText
    /// A comment or an instruction.
    case skipped
    /// Bytes are missing to say more.
    case needsMore
    /// No XML, or XML with a document type, which no workbook has and which could grow without end.
    case fault
  }

  var kind: Kind
  /// The name of a tag, its prefix left out.
  var name = 0..<0
  /// The attributes of a tag, or the text.
  var content = 0..<0
  /// Where the next token begins.
  var next = 0
}

/// The token that begins at an offset.
func scanXML(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> XMLToken {
  guard start < bytes.count else { return XMLToken(kind: .needsMore) }
  if bytes[start] != UInt8(ascii: "<") { return scanText(bytes, from: start, isLast: isLast) }
  guard start &+ 1 < bytes.count else { return incomplete(isLast) }
  switch bytes[start &+ 1] {
  case UInt8(ascii: "/"):
    guard let end = find(UInt8(ascii: ">"), in: bytes, from: start &+ 2) else {
      return incomplete(isLast)
    }
    return XMLToken(kind: .end, name: localName(bytes, from: start &+ 2, to: end), next: end &+ 1)
  case UInt8(ascii: "?"): return scanDelimited(bytes, from: start, "?>", .skipped, isLast: isLast)
  case UInt8(ascii: "!"): return scanDeclaration(bytes, from: start, isLast: isLast)
  default: return scanTag(bytes, from: start, isLast: isLast)
  }
}

private func incomplete(_ isLast: Bool) -> XMLToken {
  XMLToken(kind: isLast ? .fault : .needsMore)
}

private func scanTag(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> XMLToken {
  var end = start &+ 1
  var quote: UInt8 = 0
  while end < bytes.count {
    let byte = bytes[end]
    if quote != 0 {
      if byte == quote { quote = 0 }
    } else if byte == .quote || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: ">") {
      break
    } else if byte == UInt8(ascii: "<") {
      return XMLToken(kind: .fault)
    }
    end &+= 1
  }
  guard end < bytes.count else { return incomplete(isLast) }
  let isEmpty = bytes[end &- 1] == UInt8(ascii: "/")
  let contentEnd = isEmpty ? end &- 1 : end
  let name = localName(bytes, from: start &+ 1, to: contentEnd)
  guard !name.isEmpty else { return XMLToken(kind: .fault) }
  return XMLToken(
    kind: isEmpty ? .empty : .start, name: name, content: name.upperBound..<contentEnd,
    next: end &+ 1)
}

/// The part of a name behind its prefix.
private func localName(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Range<Int> {
  var nameStart = start
  var offset = start
  while offset < end, bytes[offset] > 0x20 {
    if bytes[offset] == UInt8(ascii: ":") { nameStart = offset &+ 1 }
    offset &+= 1
  }
  return nameStart..<offset
}

/// Text up to the next tag; what might be half an entity or half a line break waits for its rest.
private func scanText(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> XMLToken {
  let tag = find(UInt8(ascii: "<"), in: bytes, from: start)
  var end = tag ?? bytes.count
  if tag == nil, !isLast {
    let longestEntity = 12
    for offset in stride(from: end &- 1, through: max(start, end &- longestEntity), by: -1) {
      if bytes[offset] == UInt8(ascii: ";") { break }
      if bytes[offset] == UInt8(ascii: "&") {
        end = offset
        break
      }
    }
    if end > start, bytes[end &- 1] == .carriageReturn { end &-= 1 }
    if end == start { return XMLToken(kind: .needsMore) }
  }
  return XMLToken(kind: .text, content: start..<end, next: end)
}

private func scanDeclaration(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> XMLToken {
  let opening = "<![CDATA["
  if begins(bytes, at: start, with: "<!--") {
    return scanDelimited(bytes, from: start &+ 2, "-->", .skipped, isLast: isLast)
  }
  if begins(bytes, at: start, with: opening) {
    return scanDelimited(
      bytes, from: start &+ opening.utf8.count, "]]>", .literalText, isLast: isLast)
  }
  let isUndecided = bytes.count &- start < opening.utf8.count
  return isUndecided ? incomplete(isLast) : XMLToken(kind: .fault)
}

private func scanDelimited(
  _ bytes: Span<UInt8>, from start: Int, _ closing: StaticString, _ kind: XMLToken.Kind,
  isLast: Bool
) -> XMLToken {
  let last = UInt8(ascii: ">")
  var end = start
  while let found = find(last, in: bytes, from: end) {
    let contentEnd = found &+ 1 &- closing.utf8CodeUnitCount
    if contentEnd >= start, begins(bytes, at: contentEnd, with: closing.description) {
      return XMLToken(kind: kind, content: start..<contentEnd, next: found &+ 1)
    }
    end = found &+ 1
  }
  return incomplete(isLast)
}

private func find(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int? {
  var offset = start
  while offset < bytes.count {
    if bytes[offset] == byte { return offset }
    offset &+= 1
  }
  return nil
}

private func begins(_ bytes: Span<UInt8>, at start: Int, with text: String) -> Bool {
  var offset = start
  for byte in text.utf8 {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset &+= 1
  }
  return true
}
