/// Text that was made of other rows: one row a line.
final class MemorySource: ByteSource {
  private let text: [UInt8]
  private(set) var bytesRead = 0

  init(_ text: [UInt8]) { self.text = text }

  var countsRows: Bool { true }

  func read(into buffer: inout [UInt8], at offset: Int, limit: Int) throws(IngestError) -> Int {
    let count = min(limit, buffer.count - offset, text.count - bytesRead)
    for index in 0..<count { buffer[offset + index] = text[bytesRead + index] }
    bytesRead += count
    return count
  }

  /// It lies on no disk, so it has no digest of its own.
  func finish() throws(IngestError) -> (sha256: String, byteCount: Int) { ("", text.count) }
}
