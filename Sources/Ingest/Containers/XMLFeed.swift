/// Takes the pieces of an XML document in their order.
protocol XMLConsumer {
  /// Takes a piece; `bytes` is what its ranges are of.
  mutating func take(_ token: XMLToken, _ bytes: Span<UInt8>) throws(IngestError)
}

/// One XML part of a workbook, read a window at a time.
struct XMLFeed: ~Copyable {
  private static let chunk = 1 << 18
  /// The bytes beyond which one tag or comment is no workbook's.
  private static let longestToken = 16 << 20

  private var entry: ZipEntryReader
  private let path: String
  private var bytes = [UInt8](repeating: 0, count: XMLFeed.chunk)
  private var start = 0
  private var end = 0
  private var depth = 0
  private var isAtStart = true

  init(_ archive: ZipArchive, _ part: ZipArchive.Entry) throws(IngestError) {
    entry = try ZipEntryReader(archive, part)
    path = archive.path
  }

  /// The packed bytes used so far.
  var packedRead: Int { entry.packedRead }

  /// Hands all of a part to a consumer.
  static func read(
    _ archive: ZipArchive, _ part: ZipArchive.Entry, into consumer: inout some XMLConsumer
  ) throws(IngestError) {
    var feed = try XMLFeed(archive, part)
    while try feed.step(&consumer) {}
  }

  /// Hands the next pieces to a consumer; false when there are no more.
  mutating func step(_ consumer: inout some XMLConsumer) throws(IngestError) -> Bool {
    let isLast = try !fill()
    let window = bytes  // a second owner, for a span may not overlap a change of self
    let span = window.span.extracting(0..<end)
    while start < end {
      let token = scanXML(span, from: start, isLast: isLast)
      switch token.kind {
      case .needsMore: return true
      case .fault: throw fault
      case .start: depth += 1
      case .end: depth -= 1
      case .empty, .text, .literalText, .skipped: break
      }
      try consumer.take(token, span)
      start = token.next
    }
    if isLast, depth != 0 { throw fault }
    return !isLast
  }

  private var fault: IngestError { IngestError(.damaged("its XML is broken"), path: path) }

  /// Reads on behind what is left of the window; false at the end of the part.
  private mutating func fill() throws(IngestError) -> Bool {
    let length = end - start
    for offset in 0..<length { bytes[offset] = bytes[start + offset] }
    start = 0
    end = length
    if length > Self.longestToken { throw fault }
    if bytes.count - end < Self.chunk / 2 {
      bytes += [UInt8](repeating: 0, count: max(Self.chunk, bytes.count))
    }
    let count = try entry.read(into: &bytes, at: end, limit: bytes.count - end)
    end += count
    if isAtStart {
      isAtStart = false
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    }
    return count > 0
  }
}
