import Foundation

/// What was written to one finished file.
package struct WrittenFile: Hashable, Sendable {
  package var path: String
  /// Rows or objects, the header not counted.
  package var rows: Int
  package var bytes: Int

  package init(path: String, rows: Int, bytes: Int) {
    self.path = path
    self.rows = rows
    self.bytes = bytes
  }
}

/// A file under construction, written through a buffer of one mebibyte.
///
/// Nothing here throws per byte: the first failure is kept, and `finish` reports it. The file is
/// created with mode 0600, because results hold personal data.
package struct OutputFile: ~Copyable {
  package let path: String
  /// The bytes given so far.
  package private(set) var byteCount = 0
  private let descriptor: Int32
  private var buffer: [UInt8]
  private var used = 0
  private var failure: ExportError?

  /// Creates the file, or empties the one that is there.
  package init(path: String, bufferSize: Int = 1 << 20) throws(ExportError) {
    // Safe because the path is a C string for the length of the call.
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ExportError(.cannotCreate, path: path, code: errno) }
    self.path = path
    self.descriptor = descriptor
    buffer = [UInt8](repeating: 0, count: max(64, bufferSize))
  }

  deinit { close(descriptor) }

  /// Appends one byte.
  package mutating func append(_ byte: UInt8) {
    if used == buffer.count { flush() }
    buffer[used] = byte
    used &+= 1
    byteCount &+= 1
  }

  /// Appends bytes as they are.
  package mutating func append(_ bytes: Span<UInt8>) {
    var start = 0
    while start < bytes.count {
      if used == buffer.count { flush() }
      let length = min(bytes.count - start, buffer.count - used)
      let end = used
      var target = buffer.mutableSpan
      for offset in 0..<length { target[end &+ offset] = bytes[start &+ offset] }
      used &+= length
      start &+= length
    }
    byteCount &+= bytes.count
  }

  /// Appends text as UTF-8.
  package mutating func append(_ text: String) {
    append(text.utf8.span)
  }

  /// Appends a plain CSV cell in one pass, or nothing when the cell needs more care.
  ///
  /// - Returns: False when the value holds a quote, a comma or a control character, or does not fit
  ///   the rest of the buffer; then nothing was appended.
  mutating func appendIfPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count <= buffer.count - used else { return false }
    let end = used
    var target = buffer.mutableSpan
    var isPlain = true
    for offset in bytes.indices {
      let byte = bytes[offset]
      target[end &+ offset] = byte
      isPlain = isPlain && byte != 0x22 && byte != 0x2C && byte >= 0x20
    }
    guard isPlain else { return false }
    used &+= bytes.count
    byteCount &+= bytes.count
    return true
  }

  /// Writes out what is left, closes the file and returns its size in bytes.
  package consuming func finish() throws(ExportError) -> Int {
    flush()
    if let failure { throw failure }
    return byteCount
  }

  private mutating func flush() {
    var start = 0
    while start < used, failure == nil {
      // Safe because the range is within the buffer, which outlives the call.
      let written = unsafe buffer.withUnsafeBytes { bytes in
        unsafe write(descriptor, bytes.baseAddress.map { unsafe $0 + start }, used - start)
      }
      if written > 0 {
        start += written
      } else if errno != EINTR {
        failure = ExportError(.cannotWrite, path: path, code: errno)
      }
    }
    used = 0
  }
}
