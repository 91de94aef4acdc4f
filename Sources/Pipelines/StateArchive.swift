import Export
import Foundation
import Store
import Vocabulary

/// The states of an output folder, one for each kept run: what the run left to the next.
///
/// Shape: `states/RUN.sqlite`. That of a gated run is what it would have left. Going to another run is
/// putting its state in the place of the present one, by one rename.
struct StateArchive {
  let output: OutputFolder

  private var folder: String { output.path + "/states" }

  func path(of runID: String) -> String { folder + "/" + runID + ".sqlite" }

  func holds(_ runID: String) -> Bool { FileManager.default.fileExists(atPath: path(of: runID)) }

  /// Keeps the present state as that of a run.
  ///
  /// - Parameters:
  ///   - runID: The run.
  ///   - change: What the state of the run has beyond the present one.
  /// - Throws: When the state cannot be copied.
  func keep(_ runID: String, change: (StateFile) throws -> Void = { _ in }) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let partial = folder + "/.partial.sqlite"
    try copy(RunMemory.path(in: output), to: partial)
    try { try change(StateFile(path: partial)) }()
    try putInPlace(partial, of: path(of: runID))
  }

  /// Makes the state of a run the present one, and says why in the log.
  func restore(_ runID: String, recording entry: AuditEntry) throws {
    let present = RunMemory.path(in: output)
    let partial = output.path + "/.state.partial.sqlite"
    try copy(path(of: runID), to: partial)
    try {
      try StateFile(path: partial).succeed(StateFile(path: present), recording: entry)
    }()
    try putInPlace(partial, of: present)
  }

  /// Removes the states of runs that are no longer kept.
  func prune() throws {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    let kept = Set(try output.runIDs().map { $0 + ".sqlite" })
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where !kept.contains(name) {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  /// By source: the SHA-256 of the exports that the kept runs are made of.
  func inputs() throws -> [String: [String]] {
    var digests: [String: [String]] = [:]
    for runID in try output.runIDs() where holds(runID) {
      for shape in try StateFile(path: path(of: runID)).sourceShapes(ofRun: runID) {
        digests[shape.source, default: []] += shape.files.map(\.sha256)
      }
    }
    return digests
  }

  private func copy(_ path: String, to target: String) throws {
    // A journal that a killed change left would be applied to the new file.
    for stale in [target, target + "-journal"] where FileManager.default.fileExists(atPath: stale) {
      try FileManager.default.removeItem(atPath: stale)
    }
    try FileManager.default.copyItem(atPath: path, toPath: target)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
  }
}
