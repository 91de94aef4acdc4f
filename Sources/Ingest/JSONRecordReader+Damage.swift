import Vocabulary

extension JSONRecordReader {
  /// Takes a broken record up to where the next one begins.
  mutating func recover(
    _ defect: RowDefect, _ scanner: inout JSONScanner
  ) throws -> JSONRow? {
    while true {
      let found = recovery.end(
        window.bytes.span.extracting(0..<window.end), from: window.start, margin: margin.width,
        isLast: window.isAtEnd)
      if let found { return takeBroken(to: found, defect) }
      if window.isAtEnd || window.end - window.start > limit { break }
      try fill()
    }
    let next = recovery.nextObject(
      window.bytes.span.extracting(0..<window.end), from: window.start, &scanner)
    if let next { return takeBroken(to: next, defect) }
    if !window.isAtEnd { isWithinOverlong = true }
    return takeBroken(to: window.end, window.isAtEnd ? defect : .tooLong)
  }

  private mutating func takeBroken(to end: Int, _ defect: RowDefect) -> JSONRow {
    var last = end
    while last > window.start + 1 {
      let byte = window.bytes[last - 1]
      guard byte <= .blank || byte == UInt8(ascii: ",") else { break }
      last -= 1
    }
    let breaks = lineBreaks(window.bytes.span.extracting(window.start..<last))
    let row = take(to: last, lines: breaks, defect: defect)
    leavePage(at: end)
    return row
  }

  /// Goes back to the top where a broken record ran into the next page.
  private mutating func leavePage(at end: Int) {
    guard !path.isEmpty, !levels.isEmpty else { return }
    var offset = end
    skipBlanks(window.bytes.span.extracting(0..<window.end), &offset)
    if offset < window.end, isPage(at: offset) { levels.removeAll() }
  }

  func isPage(at offset: Int) -> Bool {
    recovery.isPage(window.bytes.span.extracting(0..<window.end), at: offset)
  }

  /// Takes what stands where a record or a key is due.
  mutating func takeStray(
    _ defect: RowDefect, _ scanner: inout JSONScanner
  ) throws -> JSONRow? {
    while true {
      if let end = valueEnd { return takeBroken(to: end, .json(.notAnObject)) }
      if let end = nextRecord(&scanner) { return takeBroken(to: end, defect) }
      if window.isAtEnd || window.end - window.start > limit {
        return takeBroken(to: window.end, defect)
      }
      try fill()
    }
  }

  /// Where the next record begins, by its line or by its keys, as far as is at hand.
  private func nextRecord(_ scanner: inout JSONScanner) -> Int? {
    let bytes = window.bytes.span.extracting(0..<window.end)
    let line = recovery.nextLine(bytes, from: window.start, margin: recovery.margin)
    let object = recovery.nextObject(
      bytes.extracting(0..<(line ?? window.end)), from: window.start, &scanner)
    return object ?? line
  }

  /// The end of a value that is no object, or nil where none begins here.
  private var valueEnd: Int? {
    let bytes = window.bytes.span.extracting(0..<window.end)
    var offset = window.start
    do throws(JSONScanner.Fault) {
      if bytes[offset] == UInt8(ascii: "{") { return nil }
      try skipJSONValue(bytes, &offset, depth: 0)
      return try endsProperly(bytes, offset) ? offset : nil
    } catch {
      return nil
    }
  }

  /// Passes over what is left of a row beyond the bound; false at the end of the file.
  mutating func passOverlong() throws -> Bool {
    while isWithinOverlong {
      let next = recovery.nextLine(
        window.bytes.span.extracting(0..<window.end), from: window.start, margin: margin.width)
      isWithinOverlong = next == nil && !window.isAtEnd
      var end = next ?? window.end
      // The last line break is kept, for what follows it is not at hand.
      if isWithinOverlong, let last = lastLineBreak() { end = last }
      let breaks = lineBreaks(window.bytes.span.extracting(window.start..<end))
      line += breaks
      window.advance(to: end)
      if isWithinOverlong { try fill() }
    }
    return window.start < window.end
  }

  private func lastLineBreak() -> Int? {
    window.bytes[window.start..<window.end].lastIndex(of: .lineFeed)
  }
}
