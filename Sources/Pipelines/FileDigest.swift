import Digests
import Foundation

/// Digests of files.
enum FileDigest {
  /// The SHA-256 of a file's bytes, hexadecimal.
  static func sha256(of path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var digest = SHA256()
    while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
      digest.update(chunk.span)
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
