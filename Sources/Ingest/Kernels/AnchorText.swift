/// What a cell shows that is one HTML link: `<a href="x" title="…">https://…</a>`.
///
/// Reports of some systems write web addresses so.
///
/// - Returns: The text between the tags, or the address where there is none; nil for other cells.
func anchorText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
  let cell = trimmed(bytes, range)
  let end = cell.upperBound - 4
  guard cell.count > 7, bytes[cell.lowerBound] == UInt8(ascii: "<"),
    bytes[cell.lowerBound + 1] | 0x20 == UInt8(ascii: "a"), bytes[cell.lowerBound + 2] <= 0x20,
    bytes[end] == UInt8(ascii: "<"), bytes[end + 1] == UInt8(ascii: "/"),
    bytes[end + 2] | 0x20 == UInt8(ascii: "a"), bytes[end + 3] == UInt8(ascii: ">")
  else { return nil }
  var quote: UInt8?
  var address: Range<Int>?
  var start = cell.lowerBound + 2
  for offset in start..<end {
    let byte = bytes[offset]
    if let open = quote {
      guard byte == open else { continue }
      quote = nil
      if isAddress(bytes, before: start) { address = start + 1..<offset }
    } else if byte == .quote || byte == UInt8(ascii: "'") {
      quote = byte
      start = offset
    } else if byte == UInt8(ascii: ">") {
      let text = trimmed(bytes, offset + 1..<end)
      return text.isEmpty ? address : text
    }
  }
  return nil
}

/// Whether `href=` stands in front of an offset.
private func isAddress(_ bytes: Span<UInt8>, before offset: Int) -> Bool {
  let name = Array("href=".utf8)
  guard offset >= name.count else { return false }
  for index in name.indices {
    let byte = bytes[offset - name.count + index]
    if (0x41...0x5A ~= byte ? byte | 0x20 : byte) != name[index] { return false }
  }
  return true
}
