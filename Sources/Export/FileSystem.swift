import Foundation

/// Creates a folder and those above it, for the owner alone where they are new.
func makeFolders(_ path: String) throws(ExportError) {
  do {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  } catch {
    throw ExportError(.cannotCreate, path: path, code: posixCode(of: error))
  }
}

/// Writes a small file whole or not at all.
func replaceFile(_ path: String, with bytes: [UInt8]) throws(ExportError) {
  let temporary = path + ".tmp"
  var file = try OutputFile(path: temporary, bufferSize: bytes.count)
  file.append(bytes.span)
  _ = try file.finish(rows: 0)
  try synchronize(temporary)
  try move(temporary, to: path)
}

/// Renames a file or folder, over a file of the new name if there is one.
func move(_ path: String, to target: String) throws(ExportError) {
  // Safe because both paths are C strings for the length of the call.
  guard unsafe rename(path, target) == 0 else {
    throw ExportError(.cannotPublish, path: target, code: errno)
  }
}

/// Puts a file that is complete in the place of another: both are on the disk when it returns.
package func putInPlace(_ file: String, of target: String) throws(ExportError) {
  try synchronize(file)
  try move(file, to: target)
  try synchronize(
    target.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/"))
}

/// Waits until a file or folder is on the disk.
func synchronize(_ path: String) throws(ExportError) {
  // Safe because the path is a C string for the length of the call.
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw ExportError(.cannotWrite, path: path, code: errno) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw ExportError(.cannotWrite, path: path, code: errno) }
}

/// Waits until everything that was written is on the disk.
///
/// One call for all files: work lists are thousands of small ones, and to wait for each of them takes
/// longer than to write them.
func synchronizeAll() { sync() }

/// Removes a folder and all that is in it.
func removeTree(_ path: String) throws(ExportError) {
  do {
    try FileManager.default.removeItem(atPath: path)
  } catch {
    throw ExportError(.cannotRemove, path: path, code: posixCode(of: error))
  }
}

/// The names in a folder, sorted; none when there is no such folder.
func names(in folder: String) throws(ExportError) -> [String] {
  guard FileManager.default.fileExists(atPath: folder) else { return [] }
  do {
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  } catch {
    throw ExportError(.cannotCreate, path: folder, code: posixCode(of: error))
  }
}

private func posixCode(of error: any Error) -> Int32? {
  let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
  let found = underlying as NSError
  return found.domain == NSPOSIXErrorDomain ? Int32(found.code) : nil
}
