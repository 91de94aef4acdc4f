/// The bytes of an export's text, whatever container they lie in.
protocol ByteSource: AnyObject {
  /// Bytes of the file itself that have been used so far, for displays of progress.
  var bytesRead: Int { get }

  /// Whether a row's line is its number rather than the number of line breaks before it, plus one.
  var countsRows: Bool { get }

  /// Reads up to `limit` bytes of text into the buffer from `offset` on.
  ///
  /// - Returns: The number of bytes read; 0 at the end of the text.
  /// - Throws: `IngestError` where the file or its container cannot be read.
  func read(into buffer: inout [UInt8], at offset: Int, limit: Int) throws(IngestError) -> Int

  /// Reads on to the end of the file.
  ///
  /// - Returns: The digest, hexadecimal, and size of the file as it lies on the disk.
  /// - Throws: `IngestError` where the file cannot be read.
  func finish() throws(IngestError) -> (sha256: String, byteCount: Int)
}

extension ByteSource {
  var countsRows: Bool { false }
}
