import Digests
import Foundation
import Glibc

/// What was written to one finished file.
package struct WrittenFile: Hashable, Sendable {
  package var path: String
  /// Rows or objects, the header not counted.
  package var rows: Int
  package var bytes: Int
  /// The SHA-256 of the bytes, hexadecimal.
  package var sha256: String

  package init(path: String, rows: Int, bytes: Int, sha256: String) {
    self.path = path
    self.rows = rows
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// A file under construction.
///
/// Nothing throws per byte: the first failure is kept, and `finish` reports it.
typealias OutputFile = ByteBuffer<FileSink>

extension ByteBuffer where Sink == FileSink {
  /// Creates the file, or empties the one that is there.
  init(path: String, bufferSize: Int = 1 << 20) throws(ExportError) {
    self.init(try FileSink(path: path), size: bufferSize)
  }

  /// Writes out what is left and closes the file.
  ///
  /// - Parameter rows: The rows that the file holds, the header not counted.
  /// - Returns: What the file is now.
  /// - Throws: `ExportError` for whatever could not be written.
  consuming func finish(rows: Int) throws(ExportError) -> WrittenFile {
    let sha256 = finish { $0.finishDigest() }
    if let failure = sink.failure { throw failure }
    return WrittenFile(path: sink.path, rows: rows, bytes: sink.byteCount, sha256: sha256)
  }
}

/// The file behind a buffer, with a digest of what was written to it.
///
/// It is created with mode 0600, because results hold personal data. The digest is made while the bytes
/// pass, so that nothing is read again. Whole blocks of a large file go past the page cache: they need
/// not be copied, no memory is taken from others, and they need not be waited for at the end.
struct FileSink: ByteSink, ~Copyable {
  let path: String
  /// The bytes taken so far.
  private(set) var byteCount = 0
  private(set) var failure: ExportError?
  private let descriptor: Int32
  private var isDirect = false
  private var digest = SHA256()

  /// What direct writes must be a multiple of, in length and in place.
  private static let blockSize = 4096

  /// O_DIRECT, a macro that Swift does not see.
  #if arch(x86_64)
  private static let direct: Int32 = 0o40000
  #else
  private static let direct: Int32 = 0o200000
  #endif

  init(path: String) throws(ExportError) {
    // Safe because the path is a C string for the length of the call.
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ExportError(.cannotCreate, path: path, code: errno) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  mutating func take(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
    let rest = isLast ? 0 : bytes.count % Self.blockSize
    let isWhole = !isLast && bytes.count > rest && byteCount % Self.blockSize == 0
    let taken = isWhole ? bytes.count - rest : bytes.count
    setDirect(isWhole)
    let part = bytes.extracting(0..<taken)
    digest.update(part)
    write(part)
    byteCount &+= taken
    return taken
  }

  /// Switches between direct and usual writes; a file system without direct ones is left as it is.
  private mutating func setDirect(_ wanted: Bool) {
    guard wanted != isDirect else { return }
    isDirect = fcntl(descriptor, F_SETFL, wanted ? Self.direct : 0) == 0 && wanted
  }

  private mutating func write(_ bytes: Span<UInt8>) {
    var start = 0
    while start < bytes.count, failure == nil {
      // Safe because the range is within the span, which outlives the call.
      let written = unsafe bytes.withUnsafeBytes { bytes in
        unsafe Glibc.write(
          descriptor, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
      }
      if written > 0 {
        start += written
      } else if errno == EINVAL, isDirect {
        setDirect(false)
      } else if errno != EINTR {
        failure = ExportError(.cannotWrite, path: path, code: errno)
      }
    }
  }

  /// The SHA-256 of all that was taken, hexadecimal.
  mutating func finishDigest() -> String { digest.finish().hex }
}
