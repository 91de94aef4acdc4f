/// A file's text as UTF-8, a window at a time.
///
/// The window is `bytes[start..<end]`. Where the file's bytes stand for nothing, the window holds
/// bytes that are no UTF-8 (see `TextDecoder`).
struct ByteWindow: ~Copyable {
  static let chunk = 1 << 20
  private static let headChunk = 1 << 17

  private let source: any ByteSource
  private var decoder: TextDecoder
  private var raw: [UInt8] = []
  /// Where the file's bytes and the window's are known to meet, ascending.
  private var anchors: [Anchor] = []
  private var rawCount = 0
  /// The bytes to ask for at once; a small file needs no more room than it fills.
  private let limit: Int

  private struct Anchor {
    var position: Int
    var fileOffset: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var start = 0
  private(set) var end = 0
  private(set) var isAtEnd = false

  private init(_ source: any ByteSource, _ decoder: TextDecoder, limit: Int) {
    self.source = source
    self.decoder = decoder
    self.limit = limit
  }

  /// Opens a file and reads its first bytes, a byte-order mark left out.
  ///
  /// Throws an `IngestError` where it cannot be read. Without `isWhole` only its first rows are wanted.
  static func open(
    _ file: ExportFile, encoding: TextEncoding, isWhole: Bool = false
  ) throws(IngestError) -> ByteWindow {
    var window = ByteWindow(
      try file.open(isDigested: isWhole), try TextDecoder(encoding),
      limit: min(isWhole ? Self.chunk : Self.headChunk, max(4096, file.byteCount + 1)))
    try window.fill()
    window.skipByteOrderMark()
    return window
  }

  /// Bytes of the file that have been used so far.
  var bytesRead: Int { source.bytesRead }

  /// Whether a row's line is its number.
  var countsRows: Bool { source.countsRows }

  /// Whether the file's bytes are the window's.
  var isDecoded: Bool { !decoder.isIdentity }

  /// Reads on to the end, so that the digest covers the whole file.
  func finish() throws(IngestError) -> (sha256: String, byteCount: Int) { try source.finish() }

  /// Moves the window's start behind what has been used.
  mutating func advance(to offset: Int) { start = offset }

  /// Where a byte of the window stands in the file's text.
  func fileOffset(of position: Int) -> Int {
    guard let anchor = anchors.last(where: { $0.position <= position }) else { return position }
    return anchor.fileOffset
      + decoder.fileLength(of: bytes.span.extracting(anchor.position..<position))
  }

  /// Reads on; afterwards the window begins at offset 0.
  mutating func fill() throws(IngestError) {
    dropUsed()
    let room = decoder.isIdentity ? limit : (limit + 4) * 3
    if bytes.count < end + room {
      let size = max(end + room, bytes.count * 3 / 2)
      bytes += [UInt8](repeating: 0, count: size - bytes.count)
    }
    anchors.append(Anchor(position: end, fileOffset: rawCount - decoder.carriedCount))
    let count: Int
    if decoder.isIdentity {
      count = try source.read(into: &bytes, at: end, limit: limit)
      end += count
    } else {
      if raw.isEmpty { raw = [UInt8](repeating: 0, count: limit) }
      count = try source.read(into: &raw, at: 0, limit: limit)
      let chunk = raw  // a second owner, for a span may not overlap a change of self
      end = decoder.append(
        chunk.span.extracting(0..<count), isLast: count == 0, to: &bytes, at: end)
    }
    rawCount += count
    isAtEnd = count == 0
  }

  /// Moves what is left of the window to the front of the buffer.
  private mutating func dropUsed() {
    guard start > 0 else { return }
    let used = fileOffset(of: start)
    anchors.removeAll { $0.position <= start }
    for index in anchors.indices { anchors[index].position -= start }
    anchors.insert(Anchor(position: 0, fileOffset: used), at: 0)
    let length = end - start
    for offset in 0..<length { bytes[offset] = bytes[start + offset] }
    start = 0
    end = length
  }

  private mutating func skipByteOrderMark() {
    if end - start >= 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBB, bytes[start + 2] == 0xBF {
      advance(to: start + 3)
    }
  }
}
