/// The bytes of an export's text, whatever it comes in.
protocol ByteSource: AnyObject {
  /// Reads up to `limit` bytes into the buffer from `offset` on.
  ///
  /// - Returns: The number of bytes read; 0 at the end.
  func read(into buffer: inout [UInt8], at offset: Int, limit: Int) throws(IngestError) -> Int

  /// The bytes of the file itself that were used so far.
  var bytesRead: Int { get }

  /// Reads on to the end; the digest and size of the file as it lies on disk.
  func finish() throws(IngestError) -> (sha256: String, byteCount: Int)
}
