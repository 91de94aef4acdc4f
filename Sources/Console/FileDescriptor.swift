import Foundation

/// An open file of the system, by its number.
///
/// Only what a filter needs: blocking reads and writes of whole buffers, and a look whether more is
/// there.
struct FileDescriptor: Hashable, Sendable {
  /// A read or write that the system refused.
  struct Failure: Error, Hashable {
    var code: Int32

    /// Whether the reader of a pipe went away.
    var isClosedPipe: Bool { code == EPIPE }

    /// The system's words for the code.
    var reason: String {
      // Safe because the system returns a string of its own, which is copied at once.
      unsafe String(cString: strerror(code))
    }
  }

  let number: Int32

  static let standardInput = Self(number: STDIN_FILENO)
  static let standardOutput = Self(number: STDOUT_FILENO)
  static let standardError = Self(number: STDERR_FILENO)

  /// Opens a file for reading.
  init(reading path: String) throws(Failure) {
    // Safe because the path is lent to the call as a string that ends in a zero byte.
    number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw Failure(code: errno) }
  }

  private init(number: Int32) { self.number = number }

  func close() { _ = Foundation.close(number) }

  var isTerminal: Bool { isatty(number) == 1 }

  /// Whether a read would return at once.
  var isReady: Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    // Safe because one element is passed and the call does not keep its address.
    return unsafe poll(&request, 1, 0) > 0
  }

  /// Appends up to `count` bytes to a buffer, waiting for the first.
  ///
  /// - Returns: Whether anything was read; false at the end of the file.
  func read(upTo count: Int, into buffer: inout [UInt8]) throws(Failure) -> Bool {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    var found = -1
    repeat {
      // Safe because the bytes written lie within the buffer's last `count` elements.
      found = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Foundation.read(number, bytes.baseAddress.map { unsafe $0 + start }, count)
      }
    } while found < 0 && errno == EINTR
    let code = errno
    buffer.removeLast(count - max(0, found))
    guard found >= 0 else { throw Failure(code: code) }
    return found > 0
  }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(Failure) {
    var written = 0
    while written < bytes.count {
      // Safe because the bytes read lie within the array, which outlives the call.
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Foundation.write(
          number, all.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw Failure(code: errno)
      }
    }
  }
}
