extension JSONScanner {
  /// Stores the values of an object or list that is asked for as a text; its syntax is known to be
  /// right.
  mutating func readCell(
    _ bytes: Span<UInt8>, at offset: Int, _ node: Int, _ isInList: Bool
  ) throws(Fault) {
    guard bytes[offset] == UInt8(ascii: "[") else {
      guard let text = try cell.textOffset(bytes, at: offset) else { return }
      return try readPart(bytes, at: text, node, isInList)
    }
    var elements = JSONElements(at: offset)
    var start: Int?
    while try elements.next(bytes) {
      let place = elements.offset
      try skipJSONValue(bytes, &elements.offset, depth: 0)
      if bytes[place] == UInt8(ascii: "{"), let text = try cell.segmentOffset(bytes, at: place) {
        if start == nil { start = scratch.count }
        var end = text
        let string = try scanString(bytes, &end)
        try appendUnescapedJSON(bytes.extracting(string.start..<string.end), to: &scratch)
        continue
      }
      endSegments(&start, node)
      try readPart(bytes, at: place, node, true)
    }
    endSegments(&start, node)
  }

  /// The text segments of one cell are one text.
  private mutating func endSegments(_ start: inout Int?, _ node: Int) {
    guard let begin = start else { return }
    store(CellSlice(start: begin, end: scratch.count, isInScratch: true), node, true)
    start = nil
  }

  private mutating func readPart(
    _ bytes: Span<UInt8>, at offset: Int, _ node: Int, _ isInList: Bool
  ) throws(Fault) {
    switch bytes[offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): try readCell(bytes, at: offset, node, isInList)
    case .quote:
      var end = offset
      let string = try scanString(bytes, &end)
      store(try slice(of: string, bytes), node, isInList)
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "I"): return
    default:
      var end = offset
      try skipJSONValue(bytes, &end, depth: 0)
      store(CellSlice(start: offset, end: end), node, isInList)
    }
  }

  /// Whether a key says that its element is the one to take: `"isDefault": true`.
  func isDefaultMark(_ bytes: Span<UInt8>, _ key: Range<Int>, value: Int) -> Bool {
    guard bytes[value] == UInt8(ascii: "t") || bytes[value] == UInt8(ascii: "1") else {
      return false
    }
    return isSameWord(bytes, key, "isdefault") || isSameWord(bytes, key, "is_default")
      || isSameWord(bytes, key, "default") || isSameWord(bytes, key, "isprimary")
      || isSameWord(bytes, key, "is_primary") || isSameWord(bytes, key, "primary")
  }

  private func isSameWord(_ bytes: Span<UInt8>, _ key: Range<Int>, _ word: StaticString) -> Bool {
    guard key.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<key.count {
      // Safe because index stays within the literal.
      let letter = unsafe word.utf8Start[index]
      let byte = bytes[key.lowerBound &+ index]
      if 0x41...0x5A ~= byte ? byte | 0x20 != letter : byte != letter { return false }
    }
    return true
  }
}
