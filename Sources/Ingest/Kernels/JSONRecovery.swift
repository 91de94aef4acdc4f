/// Finds where a broken record ends and the next one begins.
///
/// Three signs are believed, in this order: a line that begins like a record and is not indented
/// further than the broken one's; brackets that close, a separator behind them; the first key of the
/// records, with an object behind it that is much like them.
struct JSONRecovery {
  /// The first key of the records, its quotes included.
  private var firstKey: [UInt8] = []
  /// The number of keys of the record before.
  private var keyCount = 0
  /// How far the line of the record before is indented.
  private(set) var margin = 0
  /// The first key of the pages, its quotes included.
  private var pageKey: [UInt8] = []
  /// The places at which an object is looked for before the rest is given up.
  private static let attempts = 64

  mutating func learn(_ bytes: Span<UInt8>, at offset: Int, keyCount: Int, margin: Int) {
    self.keyCount = keyCount
    self.margin = margin
    if firstKey.isEmpty { firstKey = key(bytes, behind: offset) }
  }

  mutating func learnPage(_ bytes: Span<UInt8>, at offset: Int) {
    if pageKey.isEmpty { pageKey = key(bytes, behind: offset) }
  }

  /// Whether a page, and no record, begins at an offset.
  func isPage(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    !firstKey.isEmpty && pageKey != firstKey && begins(bytes, at: offset, with: pageKey)
  }

  /// Whether an object begins at an offset as the records do.
  func isRecord(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    begins(bytes, at: offset, with: firstKey)
  }

  /// The end of a broken record by its lines and brackets, or nil where they do not tell it.
  ///
  /// The margin is that of the line on which the record begins.
  func end(_ bytes: Span<UInt8>, from start: Int, margin: Int, isLast: Bool) -> Int? {
    var brackets = Brackets()
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == .lineFeed {
        brackets.endLine()
        if let end = lineEnd(bytes, at: offset, margin: margin) { return end }
      } else if brackets.take(byte), isFollowed(bytes, offset &+ 1, isLast: isLast) {
        return offset &+ 1
      }
      offset &+= 1
    }
    return nil
  }

  /// The start of the next line that begins like a record, or nil.
  func nextLine(_ bytes: Span<UInt8>, from start: Int, margin: Int) -> Int? {
    for offset in start..<bytes.count where bytes[offset] == .lineFeed {
      if let end = lineEnd(bytes, at: offset, margin: margin) { return end }
    }
    return nil
  }

  /// The start of the next object that is much like the records, or nil.
  func nextObject(
    _ bytes: Span<UInt8>, from start: Int, _ scanner: inout JSONScanner
  ) -> Int? {
    guard !firstKey.isEmpty else { return nil }
    let usual = keyCount
    var attempts = Self.attempts
    var offset = start &+ 1
    while offset < bytes.count, attempts > 0 {
      defer { offset &+= 1 }
      guard bytes[offset] == UInt8(ascii: "{"), isRecord(bytes, at: offset) else { continue }
      attempts -= 1
      var end = offset
      do throws(JSONScanner.Fault) {
        try scanner.read(bytes, &end)
      } catch {
        continue
      }
      if scanner.keyCount * 10 >= usual * 6, isFollowed(bytes, end, isLast: true) { return offset }
    }
    return nil
  }

  /// Where the record ends whose last line ends at a line break, if the next one begins anew.
  private func lineEnd(_ bytes: Span<UInt8>, at lineFeed: Int, margin: Int) -> Int? {
    var offset = lineFeed &+ 1
    skipIndentation(bytes, &offset)
    let isWithin = offset &- lineFeed &- 1 <= margin
    guard isWithin, offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), JSONMargin.separator:
      return lineFeed
    case UInt8(ascii: ","):
      offset &+= 1
      skipIndentation(bytes, &offset)
      return offset < bytes.count && bytes[offset] == UInt8(ascii: "{") ? lineFeed : nil
    case UInt8(ascii: "}"):
      // A record that ends on the line on which the next one begins: `}, {`.
      let end = offset &+ 1
      offset = end
      skipIndentation(bytes, &offset)
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { return nil }
      offset &+= 1
      skipIndentation(bytes, &offset)
      return offset < bytes.count && bytes[offset] == UInt8(ascii: "{") ? end : nil
    default: return nil
    }
  }

  private func skipIndentation(_ bytes: Span<UInt8>, _ offset: inout Int) {
    while offset < bytes.count, bytes[offset] == .blank || bytes[offset] == 0x09 { offset &+= 1 }
  }

  /// Whether what follows a value is what may follow a record.
  private func isFollowed(_ bytes: Span<UInt8>, _ end: Int, isLast: Bool) -> Bool {
    var offset = end
    skipIndentation(bytes, &offset)
    guard offset < bytes.count else { return isLast }
    switch bytes[offset] {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "{"), .lineFeed,
      .carriageReturn, JSONMargin.separator:
      return true
    default: return false
    }
  }

  private func begins(_ bytes: Span<UInt8>, at brace: Int, with key: [UInt8]) -> Bool {
    var offset = brace &+ 1
    skipBlanks(bytes, &offset)
    guard !key.isEmpty, offset &+ key.count <= bytes.count else { return false }
    for index in key.indices where bytes[offset &+ index] != key[index] { return false }
    return true
  }

  /// The first key of the object that begins at an offset; empty where none is at hand.
  private func key(_ bytes: Span<UInt8>, behind brace: Int) -> [UInt8] {
    var offset = brace &+ 1
    skipBlanks(bytes, &offset)
    guard offset < bytes.count, bytes[offset] == .quote else { return [] }
    var key: [UInt8] = [.quote]
    offset &+= 1
    while offset < bytes.count, key.count < 256 {
      key.append(bytes[offset])
      if bytes[offset] == .quote { return key }
      offset &+= 1
    }
    return []
  }
}

/// The brackets that are open within a broken record.
private struct Brackets {
  private var depth = 0
  /// One bit for each open bracket, the last one lowest: 1 for a brace.
  private var kinds: UInt64 = 0
  private var isInString = false
  private var isEscaped = false
  /// Whether the brackets still tell anything.
  private var isSound = true

  /// A string that a line break ends was never closed, or opened by a stray quote.
  mutating func endLine() {
    if isInString { isSound = false }
    isInString = false
    isEscaped = false
  }

  /// Takes the next byte, and returns whether it closes the record.
  mutating func take(_ byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == .quote {
        isInString = false
      }
      return false
    }
    switch byte {
    case .quote: isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth &+= 1
      kinds = kinds << 1 | (byte == UInt8(ascii: "{") ? 1 : 0)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      let isBrace = byte == UInt8(ascii: "}")
      if depth == 0 || depth <= 64 && (kinds & 1 == 1) != isBrace { isSound = false }
      depth &-= 1
      kinds >>= 1
      return depth == 0 && isSound
    default: break
    }
    return false
  }
}
