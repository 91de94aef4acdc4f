/// Finds markup that no part of a workbook has: document types and instructions.
///
/// What looks like one in CDATA is found as well, for telling them apart is the parser's task.
struct MarkupGuard {
  private var last: UInt8 = 0
  private var secondLast: UInt8 = 0
  private var isAtStart = true

  /// Whether the next bytes of a part, which are UTF-8, hold no such markup.
  mutating func allows(_ bytes: Span<UInt8>) -> Bool {
    var offset = 0
    if isAtStart {
      isAtStart = false
      offset = behindDeclaration(bytes)
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0 { return false }
      if byte == UInt8(ascii: "?"), last == UInt8(ascii: "<") { return false }
      if byte == UInt8(ascii: "D"), last == UInt8(ascii: "!"), secondLast == UInt8(ascii: "<") {
        return false
      }
      secondLast = last
      last = byte
      offset &+= 1
    }
    return true
  }

  /// Where to begin: what declares XML itself looks like an instruction.
  private func behindDeclaration(_ bytes: Span<UInt8>) -> Int {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let opening = Array("<?xml".utf8)
    let head = (0..<min(9, bytes.count)).map { bytes[$0] }
    let start = head.starts(with: mark) ? mark.count : 0
    let end = start + opening.count
    guard head.dropFirst(start).starts(with: opening), head.count > end,
      [0x20, 0x09, 0x0A, 0x0D].contains(head[end])
    else { return start }
    return end
  }
}

/// Whether a part that begins with these bytes is to be read as UTF-8.
func declaresUTF8(_ head: Span<UInt8>) -> Bool {
  var text: [UInt8] = []
  for index in head.indices {
    let byte = head[index]
    if byte > 0x20, byte != .quote, byte != UInt8(ascii: "'") {
      text.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    if byte == UInt8(ascii: ">") { break }
  }
  let declaration = String(decoding: text, as: UTF8.self)
  guard declaration.contains("<?xml") else { return true }
  guard declaration.hasSuffix("?>") else { return false }
  let pieces = declaration.dropLast(2).split(
    separator: "encoding=", omittingEmptySubsequences: false)
  guard pieces.count > 1 else { return !declaration.contains("encoding") }
  return pieces.count == 2
    && ["utf-8", "utf8", "utf-8standalone=yes", "utf-8standalone=no"].contains(pieces[1])
}
