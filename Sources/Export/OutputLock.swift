import Foundation

/// The right to write into an output folder, held by one process at a time.
///
/// The system gives it back when the process ends, however it ends, so a lock is never stale.
package struct OutputLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock, and creates the output folder when there is none.
  ///
  /// - Throws: `ExportError` with the reason `.locked` when another run holds it; the command exits
  ///   with status 75 then.
  package init(output: String) throws(ExportError) {
    try makeFolders(output)
    let path = output + "/.lock"
    // Safe because the path is a C string for the length of the call.
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ExportError(.cannotCreate, path: path, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK
        ? ExportError(.locked, path: output)
        : ExportError(.cannotCreate, path: path, code: code)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
