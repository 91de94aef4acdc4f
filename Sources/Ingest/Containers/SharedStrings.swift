/// The texts that the cells of a workbook share, in one piece.
struct SharedStrings: Sendable {
  /// The bytes beyond which a workbook's texts are refused, for they stay in memory.
  static let limit = 2 << 30

  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// Where a text stands in `bytes`.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  static func read(_ archive: ZipArchive, _ part: ZipArchive.Entry) throws(IngestError) -> Self {
    var reader = Reader(path: archive.path)
    try XMLFeed.read(archive, part, into: &reader)
    return reader.strings
  }

  /// Puts texts together from their runs, and leaves out how they are read aloud.
  private struct Reader: XMLConsumer {
    let path: String
    var strings = SharedStrings()
    private var text: [UInt8] = []
    private var isInText = false
    private var phoneticDepth = 0

    init(path: String) { self.path = path }

    mutating func take(_ token: XMLToken, _ bytes: Span<UInt8>) throws(IngestError) {
      switch token.kind {
      case .start: begin(token.name, bytes)
      case .end: try end(token.name, bytes)
      case .empty: if isWord(bytes, token.name, "si") { try finish() }
      case .text: if isInText { appendXMLText(bytes, token.content, to: &text) }
      case .literalText: if isInText { for index in token.content { text.append(bytes[index]) } }
      case .skipped, .needsMore, .fault: break
      }
    }

    private mutating func begin(_ name: Range<Int>, _ bytes: Span<UInt8>) {
      if isWord(bytes, name, "si") {
        text.removeAll(keepingCapacity: true)
      } else if isWord(bytes, name, "t") {
        isInText = phoneticDepth == 0
      } else if isWord(bytes, name, "rPh") {
        phoneticDepth += 1
      }
    }

    private mutating func end(_ name: Range<Int>, _ bytes: Span<UInt8>) throws(IngestError) {
      if isWord(bytes, name, "t") {
        isInText = false
      } else if isWord(bytes, name, "rPh") {
        phoneticDepth -= 1
      } else if isWord(bytes, name, "si") {
        try finish()
        text.removeAll(keepingCapacity: true)
      }
    }

    private mutating func finish() throws(IngestError) {
      let text = text  // a second owner, for a span may not overlap a change of self
      appendUnescapedCell(text.span, to: &strings.bytes)
      strings.ends.append(strings.bytes.count)
      if strings.bytes.count > SharedStrings.limit {
        throw IngestError(.inflatesTooMuch, path: path)
      }
    }
  }
}
