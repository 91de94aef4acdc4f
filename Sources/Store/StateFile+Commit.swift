import Database
package import Vocabulary

/// All that a published run leaves to the next.
package struct RunCommit: Sendable {
  package var run: PublishedRun
  /// The run that `previous` was read after; nil when none had been published.
  package var previousRunID: String?
  /// The golden ids as read before the run.
  package var previous: IdentityState
  package var next: IdentityState
  package var changes: [IdentityChange] = []
  /// The models that this run trained; others stay as they are.
  package var models: [StoredModel] = []
  /// The findings as read before the run.
  package var previousFindings = FindingHistory()
  /// Every finding ever made.
  package var findings = FindingHistory()
  package var metrics: [MetricValue] = []
  /// What the sources looked like.
  package var sources: [SourceShape] = []
  /// The absent records as read before the run.
  package var previousAbsences = AbsenceTable()
  package var absences = AbsenceTable()
  /// The decisions about identity that the run followed.
  package var rulings: [FollowedRuling] = []
  /// The scores of the period that the run lies in, or nil to leave them as they are.
  package var scores: PeriodScores?

  package init(
    run: PublishedRun, previousRunID: String?, previous: IdentityState, next: IdentityState
  ) {
    self.run = run
    self.previousRunID = previousRunID
    self.previous = previous
    self.next = next
  }
}

extension StateFile {
  /// Makes a run the published one, with all that it leaves, in one transaction.
  package func commit(_ commit: RunCommit, recording entry: AuditEntry? = nil) throws {
    try prepare(commit)
    try commitPrepared(recording: entry)
  }

  /// Makes what was prepared the state, and says so in the log.
  ///
  /// - Parameter entry: Nil for a run that a gate stopped, which a person may release.
  /// - Throws: `DatabaseError` when it cannot be written; the state is then as it was before.
  package func commitPrepared(recording entry: AuditEntry?) throws {
    try connection.commit { if let entry { try append(entry) } }
  }

  /// Writes what a run leaves, as a transaction that `commitPrepared` ends.
  ///
  /// Only rows that differ are written. Nobody sees them before, and if the program ends before,
  /// nobody ever does.
  package func prepare(_ commit: RunCommit) throws {
    // Rows come in the order of their keys, so that a small cache does.
    try connection.execute("PRAGMA cache_size = -16384")
    try connection.begin {
      guard try publishedRunID == commit.previousRunID else {
        throw StoreError(.publishedMeanwhile, path: connection.path)
      }
      let run = try insert(commit.run)
      for party in Party.allCases {
        try write(commit.next[party], over: commit.previous[party], run: run)
      }
      try write(commit.changes, run: run)
      try write(commit.models)
      try write(commit.findings, over: commit.previousFindings)
      try write(commit.metrics, run: run)
      try write(commit.sources, run: run)
      try write(commit.absences, over: commit.previousAbsences)
      try write(commit.rulings)
      if let scores = commit.scores { try write(scores) }
    }
  }

  private func insert(_ run: PublishedRun) throws -> Int64 {
    let insert = try Statement(
      """
      INSERT INTO runs (run_id, as_of, pipeline_hash, published_at, folder) \
      VALUES (?, ?, ?, ?, ?) RETURNING run
      """, on: connection)
    try insert.bind(run.runID, at: 1)
    try insert.bind(Int(run.asOf.number), at: 2)
    try insert.bind(run.pipelineHash, at: 3)
    try insert.bind(run.publishedAt, at: 4)
    try insert.bind(run.folder, at: 5)
    guard try insert.step() else { return 0 }
    let number = insert.int(0)
    try insert.run()

    let published = try Statement(
      "INSERT OR REPLACE INTO meta VALUES ('published_run', ?)", on: connection)
    try published.bind(run.runID, at: 1)
    try published.run()
    return number
  }

  private func write(_ changes: [IdentityChange], run: Int64) throws {
    let insert = try Statement(
      """
      INSERT INTO identity_events \
      (run, party, change, number, moved_from, moved_to, records, cause) \
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, on: connection)
    for change in changes where change.change != .new {
      try insert.bind(run, at: 1)
      try insert.bind(change.goldenID.party.rawValue, at: 2)
      try insert.bind(change.change.rawValue, at: 3)
      try insert.bind(change.goldenID.number, at: 4)
      try insert.bind(change.from?.number, at: 5)
      try insert.bind(change.to?.number, at: 6)
      try insert.bind(change.recordsMoved, at: 7)
      try insert.bind(change.cause.rawValue, at: 8)
      try insert.run()
    }
  }
}
