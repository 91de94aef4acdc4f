import Database
package import Vocabulary

/// A run as the state remembers it.
package struct PublishedRun: Hashable, Sendable {
  package var runID: String
  package var asOf: CivilDay
  /// A digest of the effective pipeline file.
  package var pipelineHash: String
  /// ISO 8601 with an offset.
  package var publishedAt: String
  /// The run folder, relative to the output folder.
  package var folder: String

  package init(
    runID: String, asOf: CivilDay, pipelineHash: String, publishedAt: String, folder: String
  ) {
    self.runID = runID
    self.asOf = asOf
    self.pipelineHash = pipelineHash
    self.publishedAt = publishedAt
    self.folder = folder
  }
}

/// What lasts from run to run: golden ids, models, findings and metrics, in one SQLite file.
///
/// Reading never changes the file, and a run changes it once, by `commit`. A run that is killed anywhere
/// leaves either the old state or the new one. The run lock is the caller's affair; a commit upon a
/// state that another run has moved on is refused all the same.
package final class StateFile {
  let connection: Connection

  /// Opens a state file, and makes one with mode 0600 when there is none.
  ///
  /// - Parameter path: The file, such as `OUTPUT/state.sqlite`; its folder exists.
  /// - Throws: `StoreError` when the file cannot be opened, or is not a state of this program.
  package init(path: String) throws {
    do throws(DatabaseError) {
      connection = try Connection(path: path)
    } catch {
      if error.reason == .notADatabase { throw StoreError(.notAState, path: path) }
      throw error
    }
    try Migration.apply(to: connection)
  }

  /// Opens a state file only to read its log, which changes nothing.
  ///
  /// - Throws: `StoreError` when the file is of another program version, `DatabaseError` when it is no
  ///   database.
  package init(readingLogOf path: String) throws {
    connection = try Connection(path: path, for: .reading)
    try Migration.requireCurrent(connection)
  }

  /// The last published run, or nil before the first.
  ///
  /// The state is the authority: `current` follows it, and is put right when a run was killed between
  /// the two.
  package func publishedRun() throws -> PublishedRun? {
    let runs = try readRuns(
      where: "run_id = (SELECT value FROM meta WHERE name = 'published_run')")
    return runs.first
  }

  package var publishedRunID: String? {
    get throws { try publishedRun()?.runID }
  }

  /// All runs that were ever published, the oldest first.
  package func runs() throws -> [PublishedRun] { try readRuns(where: "1") }

  private func readRuns(where condition: String) throws -> [PublishedRun] {
    let rows = try Statement(
      """
      SELECT run_id, as_of, pipeline_hash, published_at, folder FROM runs WHERE \(condition) \
      ORDER BY run
      """, on: connection)
    var runs: [PublishedRun] = []
    while try rows.step() {
      runs.append(
        PublishedRun(
          runID: rows.string(0), asOf: CivilDay(number: Int32(clamping: rows.int(1))),
          pipelineHash: rows.string(2), publishedAt: rows.string(3), folder: rows.string(4)))
    }
    return runs
  }
}
