import Digests

/// A file's bytes as UTF-8-like text, a window at a time.
///
/// The window is `bytes[start..<end]`. UTF-16 is turned into UTF-8 on the way in, a lone surrogate
/// into the three bytes it would have, which no UTF-8 check lets pass; other encodings stay as they
/// are, for their bytes for line breaks, quotes and delimiters are those of ASCII.
struct ByteWindow: ~Copyable {
  static let chunk = 1 << 20

  private let file: ByteFile
  private let encoding: TextEncoding
  private var hash = SHA256()
  private var raw: [UInt8] = []
  private var utf16 = UTF16Transcoder()

  private(set) var bytes: [UInt8] = []
  private(set) var start = 0
  private(set) var end = 0
  /// Where `bytes[start]` stands in the file.
  private(set) var fileOffset = 0
  private(set) var isAtEnd = false
  private(set) var bytesRead = 0

  private init(_ file: consuming ByteFile, encoding: TextEncoding) {
    self.file = file
    self.encoding = encoding
    utf16.isBigEndian = encoding == .utf16BigEndian
  }

  /// Opens a file and reads its first bytes, a byte-order mark left out.
  static func open(path: String, encoding: TextEncoding) throws(IngestError) -> ByteWindow {
    var window = ByteWindow(try ByteFile(path: path), encoding: encoding)
    try window.fill()
    window.skipByteOrderMark()
    return window
  }

  var byteCount: Int { file.byteCount }
  var path: String { file.path }

  /// The digest of the whole file, once it has been read to its end.
  mutating func digest() -> Digest { hash.finish() }

  /// Moves the window's start behind what has been used.
  mutating func advance(to offset: Int) {
    fileOffset += fileLength(of: start..<offset)
    start = offset
  }

  /// The number of bytes that a part of the window has in the file.
  func fileLength(of range: Range<Int>) -> Int {
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian: utf16Length(bytes.span.extracting(range))
    default: range.count
    }
  }

  /// Reads on; afterwards the window begins at offset 0.
  mutating func fill() throws(IngestError) {
    dropUsed()
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    // A small file needs no more room than it fills; it may still have grown since it was opened.
    let limit = min(Self.chunk, max(4096, byteCount - bytesRead + 1))
    let room = isWide ? limit * 3 / 2 + 8 : limit
    if bytes.count < end + room {
      let size = max(end + room, bytes.count * 3 / 2)
      bytes += [UInt8](repeating: 0, count: size - bytes.count)
    }
    let count: Int
    if isWide {
      if raw.count < limit { raw = [UInt8](repeating: 0, count: limit) }
      count = try file.read(into: &raw, at: 0, limit: limit)
      let chunk = raw  // a second owner, for a span may not overlap a change of self
      hash.update(chunk.span.extracting(0..<count))
      end = utf16.append(chunk.span.extracting(0..<count), isLast: count == 0, to: &bytes, at: end)
    } else {
      count = try file.read(into: &bytes, at: end, limit: limit)
      let filled = bytes  // a second owner, as above
      hash.update(filled.span.extracting(end..<end + count))
      end += count
    }
    bytesRead += count
    isAtEnd = count == 0
  }

  /// Moves what is left of the window to the front of the buffer.
  private mutating func dropUsed() {
    guard start > 0 else { return }
    let length = end - start
    for offset in 0..<length { bytes[offset] = bytes[start + offset] }
    start = 0
    end = length
  }

  private mutating func skipByteOrderMark() {
    let isUnicode = encoding.iconvName == nil
    if isUnicode, end - start >= 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBB,
      bytes[start + 2] == 0xBF
    {
      advance(to: start + 3)
    }
  }
}
