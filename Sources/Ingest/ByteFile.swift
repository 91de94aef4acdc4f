import Glibc

/// A file open for reading, closed when its owner goes out of scope.
struct ByteFile: ~Copyable {
  private let descriptor: Int32
  let path: String
  let byteCount: Int
  /// Nanoseconds since 1970.
  let modified: Int

  init(path: String) throws(IngestError) {
    // Safe because the path is copied before the call returns.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    self.path = path
    guard descriptor >= 0 else {
      let cause = errno
      byteCount = 0
      modified = 0
      throw cause == ENOENT
        ? IngestError(.fileMissing, path: path)
        : IngestError(.unreadable(describe(cause)), path: path)
    }
    var status = stat()
    // Safe because fstat fills the struct that it is given.
    guard unsafe fstat(descriptor, &status) == 0 else {
      byteCount = 0
      modified = 0
      throw IngestError(.unreadable(describe(errno)), path: path)
    }
    byteCount = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    if status.st_mode & S_IFMT == S_IFDIR { throw IngestError(.notAFile, path: path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Reads up to `limit` bytes into the buffer from `offset` on.
  ///
  /// - Returns: The number of bytes read; 0 at the end of the file.
  func read(into buffer: inout [UInt8], at offset: Int, limit: Int) throws(IngestError) -> Int {
    let size = min(limit, buffer.count - offset)
    while true {
      // Safe because size keeps the call within the buffer.
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress.map { unsafe $0 + offset }, size)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw IngestError(.unreadable(describe(errno)), path: path) }
    }
  }

  /// Reads up to `limit` bytes that stand at `position` in the file, wherever reading has come to.
  ///
  /// - Returns: The number of bytes read; 0 at the end of the file.
  func read(
    into buffer: inout [UInt8], at offset: Int, limit: Int, from position: Int
  ) throws(IngestError) -> Int {
    let size = min(limit, buffer.count - offset)
    while true {
      // Safe because size keeps the call within the buffer.
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(descriptor, $0.baseAddress.map { unsafe $0 + offset }, size, position)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw IngestError(.unreadable(describe(errno)), path: path) }
    }
  }
}

/// The system's words for an error number.
func describe(_ code: Int32) -> String {
  // Safe because strerror returns a string that ends.
  unsafe String(cString: strerror(code)).lowercased()
}
