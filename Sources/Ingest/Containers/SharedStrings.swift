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
    try readXML(archive, part, by: Reader(path: archive.path)).strings
  }

  /// Puts texts together from their runs, and leaves out how they are read aloud.
  private struct Reader: XMLConsumer {
    let path: String
    var strings = SharedStrings()
    private var text: [UInt8] = []
    private var isInText = false
    private var phoneticDepth = 0

    init(path: String) { self.path = path }

    mutating func begin(_ name: String, _ attributes: [String: String]) {
      switch name {
      case "si": text.removeAll(keepingCapacity: true)
      case "t": isInText = phoneticDepth == 0
      case "rPh": phoneticDepth += 1
      default: break
      }
    }

    mutating func take(_ text: String) { if isInText { self.text += text.utf8 } }

    mutating func end(_ name: String) throws(IngestError) {
      switch name {
      case "t": isInText = false
      case "rPh": phoneticDepth -= 1
      case "si": try finish()
      default: break
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
