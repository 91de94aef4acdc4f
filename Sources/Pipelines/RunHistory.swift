import Export
import Foundation
import Store

/// What changed between the runs of an output folder.
package struct RunHistory: Codable, Hashable, Sendable {
  /// One run that is kept.
  package struct Night: Codable, Hashable, Sendable {
    package var runID: String
    package var status: String
    package var asOf: String
    /// Whether it is the published run.
    package var isCurrent: Bool
    package var records: Int
    package var persons: Int
    package var organizations: Int
    /// Golden ids by what happened to them, against the run before.
    package var changes: [String: Int]

    private enum CodingKeys: String, CodingKey {
      case runID = "runId"
      case status, asOf, isCurrent, records, persons, organizations, changes
    }
  }

  /// What happened to one golden id in the run that was asked for.
  package struct Change: Codable, Hashable, Sendable {
    package var change: String
    package var goldenID: String
    package var from: String
    package var to: String
    package var recordsMoved: Int
    package var cause: String

    private enum CodingKeys: String, CodingKey {
      case change
      case goldenID = "goldenId"
      case from, to, recordsMoved, cause
    }
  }

  /// An entry of the log.
  package struct Entry: Codable, Hashable, Sendable {
    package var action: String
    package var runID: String
    package var at: String
    package var by: String
    package var reason: String

    private enum CodingKeys: String, CodingKey {
      case action
      case runID = "runId"
      case at, by, reason
    }
  }

  package var runID: String
  /// The kept runs up to the one that was asked for, the newest first.
  package var nights: [Night] = []
  /// Those of the run that was asked for; new golden ids are counted and not listed.
  package var changes: [Change] = []
  /// Who published and went back, the newest first.
  package var log: [Entry] = []

  private enum CodingKeys: String, CodingKey {
    case runID = "runId"
    case nights, changes, log
  }

  /// Reads what changed up to a run.
  ///
  /// - Throws: `RunError` when a file of a run cannot be read.
  package init(_ reference: RunFolderReference) throws {
    runID = reference.runID
    let output = reference.output
    for runID in try output.runIDs().filter({ $0 <= reference.runID }).reversed() {
      let folder = output.folder(of: runID)
      let manifest = try Manifest(folder: folder)
      var night = Night(
        runID: runID, status: manifest.status.rawValue, asOf: manifest.asOf,
        isCurrent: output.currentRunID == runID, records: manifest.counts["records"] ?? 0,
        persons: manifest.counts["persons"] ?? 0,
        organizations: manifest.counts["organizations"] ?? 0, changes: [:])
      try CSVTable.forEachRow(
        of: folder + "/identity_changes.csv",
        columns: ["change", "golden_id", "from", "to", "records_moved", "cause"]
      ) { row in
        night.changes[row[0], default: 0] += 1
        guard runID == reference.runID, row[0] != "new" else { return }
        changes.append(
          Change(
            change: row[0], goldenID: row[1], from: row[2], to: row[3],
            recordsMoved: Int(row[4]) ?? 0, cause: row[5]))
      }
      nights.append(night)
    }
    let state = RunMemory.path(in: output)
    guard FileManager.default.fileExists(atPath: state) else { return }
    log = try StateFile(readingLogOf: state).auditEntries().reversed().map {
      Entry(
        action: $0.action.rawValue, runID: $0.runID, at: $0.at, by: $0.by, reason: $0.reason)
    }
  }
}
