import Glibc

/// Rows of one encoding to UTF-8, by the C library's iconv.
@safe
struct Transcoder: ~Copyable {
  // Safe because the handle is private, set once, and freed only in deinit.
  private let handle: iconv_t?
  /// The decoded row is the first `count` bytes.
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  init(_ encoding: TextEncoding) throws(IngestError) {
    guard let name = encoding.iconvName else {
      unsafe handle = nil
      return
    }
    let handle = unsafe iconv_open("UTF-8", name)
    guard unsafe handle != iconv_t(bitPattern: -1) else {
      unsafe self.handle = nil
      throw IngestError(.unreadable("this system's C library lacks the encoding \(name)"))
    }
    unsafe self.handle = handle
  }

  deinit { if let handle = unsafe handle { unsafe iconv_close(handle) } }

  /// Whether rows have to be decoded at all.
  var isNeeded: Bool { unsafe handle != nil }

  /// Decodes a row.
  ///
  /// - Returns: Nil when all of it was decoded, or the offset of the first byte that cannot be.
  mutating func decode(_ row: Span<UInt8>) -> Int? {
    count = 0
    let room = row.count * 4 + 16
    if bytes.count < room { bytes = [UInt8](repeating: 0, count: room) }
    guard let handle = unsafe handle, !row.isEmpty else { return nil }
    var left = row.count
    var space = bytes.count
    // Safe because iconv stays within the counts that it is given and does not write its input.
    let code = unsafe row.withUnsafeBytes { input in
      unsafe bytes.withUnsafeMutableBytes { output in
        var source = unsafe UnsafeMutablePointer(
          mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
        var target = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = unsafe iconv(handle, nil, nil, nil, nil)
        return unsafe iconv(handle, &source, &left, &target, &space)
      }
    }
    count = bytes.count - space
    return code == -1 || left > 0 ? row.count - left : nil
  }
}
