import Foundation
import Ingest
import Vocabulary

/// The exports of the last published run, kept for the sources that may be missing for a night, and for
/// those of which each night brings only what is new.
///
/// Shape: `SOURCE/SHA-256/NAME` holds the bytes of a file under the name that it had, so that the
/// record of a file's name does not change when it is read from here. Only the owner can read it.
struct InputArchive {
  let folder: String

  init(output: String) { folder = output + "/inputs" }

  /// Where a file of the last published run is kept.
  func path(of file: SourceShape.File, source: String) -> String {
    [folder, source, file.sha256, file.name].joined(separator: "/")
  }

  /// Whether all files of a source are kept.
  func holds(_ files: [SourceShape.File], of source: String) -> Bool {
    !files.isEmpty
      && files.allSatisfy {
        FileManager.default.fileExists(atPath: path(of: $0, source: source))
      }
  }

  /// The kept files of a source that tonight's do not hold already, oldest first.
  ///
  /// A kept file is left out when one of tonight's has the same bytes, or is the same file grown longer.
  func earlier(_ files: [SourceShape.File], of source: String, than tonight: [String]) throws
    -> [String]
  {
    let digests = Set(try tonight.map { try FileDigest.sha256(of: $0) })
    return try files.filter { !digests.contains($0.sha256) }.compactMap { file in
      let kept = path(of: file, source: source)
      guard FileManager.default.fileExists(atPath: kept) else {
        throw RunError(
          .cannotFinish,
          "\(kept): error: missing, though source '\(source)' needs it; restore it, or set delivery: "
            + "\"snapshot\"")
      }
      let size = try Self.size(of: kept)
      let hasGrown = try tonight.contains { path in
        try URL(fileURLWithPath: path).lastPathComponent == file.name && Self.size(of: path) > size
          && FileDigest.sha256(of: path, first: size) == file.sha256
      }
      return hasGrown ? nil : kept
    }
  }

  private static func size(of path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  /// Keeps a file that a run has read.
  ///
  /// - Throws: `RunError` when the file was changed since it was read, or cannot be written.
  func keep(_ file: InputFile) throws {
    let kept = SourceShape.File(name: file.name, sha256: file.sha256, rows: file.rows)
    let target = path(of: kept, source: file.source)
    guard !FileManager.default.fileExists(atPath: target) else { return }
    let url = URL(fileURLWithPath: target)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let partial = target + ".partial"
    if FileManager.default.fileExists(atPath: partial) {
      try FileManager.default.removeItem(atPath: partial)
    }
    try FileManager.default.copyItem(atPath: file.path, toPath: partial)
    let modified = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate]
    var attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
    if let modified { attributes[.modificationDate] = modified }  // the age of an export is its own
    try FileManager.default.setAttributes(attributes, ofItemAtPath: partial)
    guard try FileDigest.sha256(of: partial) == file.sha256 else {
      try FileManager.default.removeItem(atPath: partial)
      throw RunError(
        .cannotFinish,
        "\(file.path): error: changed while it was read; run again when the export has ended")
    }
    try FileManager.default.moveItem(atPath: partial, toPath: target)
  }

  /// Removes what no kept run needs; `digests` are those of the files that stay, by source.
  func prune(keeping digests: [String: [String]]) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder) else { return }
    for source in try manager.contentsOfDirectory(atPath: folder) {
      let kept = Set(digests[source] ?? [])
      for digest in try manager.contentsOfDirectory(atPath: folder + "/" + source)
      where !kept.contains(digest) {
        try manager.removeItem(atPath: [folder, source, digest].joined(separator: "/"))
      }
      if kept.isEmpty { try manager.removeItem(atPath: folder + "/" + source) }
    }
  }
}
