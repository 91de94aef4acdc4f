import Export
import Foundation
import Store

/// Which run of an output folder is the published one, and the change to another by a person's word.
///
/// The state goes first, by one rename, and what follows from it is completed by the next run if need be:
/// the manifest of a released run, and the link.
package struct Publication: Sendable {
  /// What was done, or would be.
  package struct Report: Codable, Hashable, Sendable {
    package var action: String
    /// The run that is published now.
    package var runID: String
    /// The run that was published before; nil before the first.
    package var previousRunID: String?
    package var asOf: String
    package var isDryRun: Bool
  }

  /// Who asks for a change, and why.
  package struct Request: Hashable, Sendable {
    package var by: String
    package var reason: String
    package var isDryRun: Bool

    package init(by: String, reason: String, isDryRun: Bool) {
      self.by = by
      self.reason = reason
      self.isDryRun = isDryRun
    }
  }

  let output: OutputFolder

  init(output: OutputFolder) { self.output = output }

  /// - Parameter reference: A run of the output folder.
  package init(of reference: RunFolderReference) { output = reference.output }

  // MARK: - By a person's word

  /// Publishes a run that a gate stopped, with the state that it would have left.
  ///
  /// - Throws: `RunError` when it was not gated, or another run was published since.
  package func release(_ reference: RunFolderReference, _ request: Request) throws -> Report {
    try change(request) { present, states in
      let runID = reference.runID
      let manifest = try Manifest(folder: output.folder(of: runID))
      guard manifest.status == .gated else {
        throw RunError(
          .usage,
          "\(runID): error: no gate stopped this run; name one of those that wait: \(try waiting)")
      }
      guard states.holds(runID) else { throw lostState(of: runID) }
      let runs = try StateFile(path: states.path(of: runID)).runs()
      guard runs.dropLast().last?.runID == (try present.publishedRunID) else {
        throw RunError(
          .cannotFinish,
          "\(runID): error: another run was published since; run the pipeline again")
      }
      let entry = AuditEntry(
        .released, runID: runID, at: Date().formatted(.iso8601), by: request.by,
        reason: request.reason)
      return (entry, manifest)
    }
  }

  /// Goes to an earlier run, state included; what came after it stays in its folders.
  ///
  /// - Parameters:
  ///   - reference: The run to go to; an output folder means the run before the current one.
  ///   - request: Who asks, and why.
  /// - Returns: What was done.
  /// - Throws: `RunError` when that run, or its state, is gone.
  package func rollBack(to reference: RunFolderReference, _ request: Request) throws -> Report {
    try change(request) { present, states in
      let published = try present.runs().map(\.runID)
      let runID = reference.isCurrentRun ? published.dropLast().last : reference.runID
      guard let runID, FileManager.default.fileExists(atPath: output.folder(of: runID)) else {
        throw RunError(
          .cannotFinish, "\(output.path): error: there is no earlier run to go back to")
      }
      guard runID != (try present.publishedRunID) else {
        throw RunError(.usage, "\(runID): error: this run is the current one; name an earlier run")
      }
      let manifest = try Manifest(folder: output.folder(of: runID))
      guard manifest.status == .published else {
        throw RunError(.usage, "\(runID): error: a gate stopped this run; use 'assay publish'")
      }
      guard states.holds(runID) else { throw lostState(of: runID) }
      let entry = AuditEntry(
        .rolledBack, runID: runID, at: Date().formatted(.iso8601), by: request.by,
        reason: request.reason, manifest: try manifest.sha256)
      return (entry, manifest)
    }
  }

  private func lostState(of runID: String) -> RunError {
    RunError(
      .cannotFinish,
      "\(runID): error: its state is not kept in \(output.path)/states; restore it from a backup")
  }

  /// The gated runs, for a message.
  private var waiting: String {
    get throws {
      let gated = try output.runIDs().filter {
        // A manifest that cannot be read is that of no run that could be released.
        (try? Manifest(folder: output.folder(of: $0)))?.status == .gated
      }
      return gated.isEmpty ? "there is none" : gated.joined(separator: ", ")
    }
  }

  private func change(
    _ request: Request, _ plan: (StateFile, StateArchive) throws -> (AuditEntry, Manifest)
  ) throws -> Report {
    do {
      let lock = try OutputLock(output: output.path)
      defer { withExtendedLifetime(lock) {} }
      let memory = try RunMemory(output)
      try memory.heal(output)
      guard let present = memory.state else {
        throw RunError(.cannotFinish, "\(output.path): error: no run was published here yet")
      }
      let states = StateArchive(output: output)
      var (entry, manifest) = try plan(present, states)
      let report = Report(
        action: entry.action.rawValue, runID: entry.runID, previousRunID: memory.publishedRunID,
        asOf: manifest.asOf, isDryRun: request.isDryRun)
      if report.isDryRun { return report }
      if entry.action == .released { entry.manifest = try manifest.released(entry).sha256 }
      try states.restore(entry.runID, recording: entry)
      try complete(entry.runID, try present.auditEntries() + [entry])
      return report
    } catch {
      throw RunError(wrapping: error, output: output.path)
    }
  }

  // MARK: - What follows from the state

  /// Completes what was cut off after the state had changed: the manifest of a released run, its state
  /// for later, and the link.
  func complete(_ runID: String, _ log: [AuditEntry]) throws {
    let folder = output.folder(of: runID)
    let manifest = try Manifest(folder: folder)
    if manifest.status == .gated,
      let entry = log.last(where: { $0.runID == runID && $0.action == .released })
    {
      try manifest.released(entry).replace(in: folder)
    }
    let states = StateArchive(output: output)
    if !states.holds(runID) { try states.keep(runID) }
    if output.currentRunID != runID { try output.switchCurrent(to: runID, at: Date()) }
  }
}

extension Manifest {
  /// The manifest of a gated run that an entry of the log released.
  fileprivate func released(_ entry: AuditEntry) -> Manifest {
    released(Release(by: entry.by, reason: entry.reason, at: entry.at))
  }
}
