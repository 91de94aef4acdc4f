import Cluster
import Export
import Foundation
import Scorecard
import Store
import Vocabulary

/// What earlier runs left for this one.
struct RunMemory {
  /// Nil in a dry run before the first run.
  let state: StateFile?
  let identities: IdentityState
  let publishedRunID: String?
  let findings: FindingHistory
  /// By name: what the sources looked like in the last published run.
  let shapes: [String: SourceShape]
  let absences: AbsenceTable
  /// The decisions about identity that the last published run followed.
  let rulings: [FollowedRuling]

  static func path(in output: OutputFolder) -> String { output.path + "/state.sqlite" }

  /// Nothing remembered.
  init() {
    state = nil
    identities = IdentityState()
    publishedRunID = nil
    findings = FindingHistory()
    shapes = [:]
    absences = AbsenceTable()
    rulings = []
  }

  /// Opens the state of an output folder, and makes one when there is none.
  init(_ output: OutputFolder) throws {
    let state = try StateFile(path: Self.path(in: output))
    self.state = state
    identities = try state.identities()
    findings = try state.findings()
    let published = try state.publishedRunID
    publishedRunID = published
    absences = try state.absences()
    rulings = try state.rulings()
    shapes = Dictionary(
      try published.map { try state.sourceShapes(ofRun: $0) }?.map { ($0.source, $0) } ?? [],
      uniquingKeysWith: { first, _ in first })
  }

  /// The scores of the last period that began before a day.
  func scores(ofPeriodBefore day: CivilDay) throws -> [ScoreKey: Double] {
    ScoreMemory.scores(try state?.scores(ofPeriodBefore: day) ?? [])
  }

  /// Puts the output folder in order after a run that was killed.
  ///
  /// The state says which run is the published one. A folder that was made whole but never came into
  /// the state is removed; a link that was not switched in time is switched.
  func heal(_ output: OutputFolder) throws {
    try output.removePartialRuns()
    guard let state else { return }
    let log = try state.auditEntries()
    let known = Set(try state.runs().map(\.runID) + log.map(\.runID))
    for runID in try output.runIDs() where !known.contains(runID) {
      let manifest = try? Manifest(folder: output.folder(of: runID))
      if manifest?.status != .gated {
        try FileManager.default.removeItem(atPath: output.folder(of: runID))
      }
    }
    guard let publishedRunID,
      FileManager.default.fileExists(atPath: output.folder(of: publishedRunID))
    else { return }
    try Publication(output: output).complete(publishedRunID, log)
  }
}
