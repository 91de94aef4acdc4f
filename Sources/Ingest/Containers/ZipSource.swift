/// The only file of a zip archive, unpacked as it is read.
final class ZipSource: ByteSource {
  private let path: String
  private var entry: ZipEntryReader

  init(_ archive: ZipArchive, _ file: ZipArchive.Entry) throws(IngestError) {
    path = archive.path
    entry = try ZipEntryReader(archive, file)
  }

  var bytesRead: Int { entry.packedRead }

  func read(into buffer: inout [UInt8], at offset: Int, limit: Int) throws(IngestError) -> Int {
    try entry.read(into: &buffer, at: offset, limit: limit)
  }

  func finish() throws(IngestError) -> (sha256: String, byteCount: Int) {
    try digest(ofFile: path)
  }
}
