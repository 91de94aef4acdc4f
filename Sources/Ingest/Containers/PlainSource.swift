import Digests

/// A file whose bytes are the text.
final class PlainSource: ByteSource {
  private let file: ByteFile
  private var hash = SHA256()
  private let isDigested: Bool
  private(set) var bytesRead = 0

  /// - Throws: `IngestError` where the file cannot be opened.
  init(path: String, isDigested: Bool) throws(IngestError) {
    file = try ByteFile(path: path)
    self.isDigested = isDigested
  }

  func read(into buffer: inout [UInt8], at offset: Int, limit: Int) throws(IngestError) -> Int {
    let count = try file.read(into: &buffer, at: offset, limit: limit)
    if isDigested { hash.update(buffer.span.extracting(offset..<offset + count)) }
    bytesRead += count
    return count
  }

  func finish() throws(IngestError) -> (sha256: String, byteCount: Int) {
    var rest = [UInt8](repeating: 0, count: 1 << 16)
    while try read(into: &rest, at: 0, limit: rest.count) > 0 {}
    return (hash.finish().hex, bytesRead)
  }
}
