import Digests

/// One line of the log of what was done to the published results.
///
/// Each entry's hash covers the one before it, so that none can be changed or taken out unseen.
package struct AuditEntry: Codable, Hashable, Sendable {
  package enum Action: String, Codable, Hashable, Sendable {
    /// A run passed its gates and became the current one.
    case published
    /// A person let a gated run become the current one.
    case released
    /// A person went back to an earlier run.
    case rolledBack = "rolled_back"
  }

  package var action: Action
  package var runID: String
  /// ISO 8601 with an offset.
  package var at: String
  /// Empty where the program acted by itself.
  package var by: String
  package var reason: String
  /// The SHA-256 of the run's manifest, hexadecimal; empty where it is about no run.
  package var manifest: String
  /// The hash of the entry before; empty for the first.
  package private(set) var previous = ""
  package private(set) var hash = ""

  package init(
    _ action: Action, runID: String, at: String, by: String = "", reason: String = "",
    manifest: String = ""
  ) {
    self.action = action
    self.runID = runID
    self.at = at
    self.by = by
    self.reason = reason
    self.manifest = manifest
  }

  /// The entry as it stands behind another one.
  func following(_ last: AuditEntry?) -> AuditEntry {
    var entry = self
    entry.previous = last?.hash ?? ""
    entry.hash = entry.digest
    return entry
  }

  /// What the hash is made of: all texts, each with its length in front, so that none can shift.
  private var digest: String {
    let texts = [previous, action.rawValue, runID, at, by, reason, manifest]
    return SHA256.digest(of: texts.map { "\($0.utf8.count):\($0)" }.joined()).hex
  }

  /// The place of the first entry that is not what it was written as; nil when all hold.
  package static func firstBroken(_ entries: [AuditEntry]) -> Int? {
    var last: AuditEntry?
    for (place, entry) in entries.enumerated() {
      guard entry.previous == last?.hash ?? "", entry.hash == entry.digest else { return place }
      last = entry
    }
    return nil
  }
}

extension AuditEntry {
  /// An entry as the state holds it.
  init(
    action: Action, runID: String, at: String, by: String, reason: String, manifest: String,
    previous: String, hash: String
  ) {
    self.init(action, runID: runID, at: at, by: by, reason: reason, manifest: manifest)
    self.previous = previous
    self.hash = hash
  }
}
