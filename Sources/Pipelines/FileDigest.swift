import Digests
import Foundation

/// Digests of files.
enum FileDigest {
  /// The SHA-256 of a file's bytes, hexadecimal.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - count: The number of its first bytes that count; nil for all.
  /// - Returns: The digest.
  /// - Throws: What reading the file throws.
  static func sha256(of path: String, first count: Int? = nil) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var digest = SHA256()
    var rest = count ?? .max
    while rest > 0, let chunk = try file.read(upToCount: min(rest, 1 << 20)), !chunk.isEmpty {
      digest.update(chunk.span)
      rest -= chunk.count
    }
    return digest.finish().hex
  }
}

extension PipelineFile {
  /// The SHA-256 of the effective settings, hexadecimal.
  func configurationHash() throws -> String {
    SHA256.digest(of: String(decoding: try canonicalJSON(), as: UTF8.self)).hex
  }
}
