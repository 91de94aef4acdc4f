import Export
import Ingest
import Match
import Normalize
import Vocabulary

/// The stages of a run one at a time, each as often as wanted, to see how long they take.
///
/// A stage gets what the stages before it made, which is made when it is first needed and then kept.
/// Nothing of earlier runs is remembered, and nothing is written.
package struct StageTrial {
  /// What one pass of a stage took.
  package struct Timing: Hashable, Sendable {
    /// Of the stage alone, without the stages before it.
    package var seconds: Double
    /// The rows that were read, or the records of all sources.
    package var rows: Int
    /// The size of the files; nil for a stage that reads none.
    package var bytes: Int?
    /// The candidate pairs of all blocking rules; nil for a stage that has none.
    package var pairs: Int?
  }

  private let run: Run
  private let memory = RunMemory()
  private let decisions: Decisions
  private var ingested: IngestResult?
  private var normalized: NormalizeResult?
  private var resolved: ResolvedParties?

  /// Sensitive values become the same tokens in every trial.
  private static let tokenKey = [UInt8](repeating: 1, count: 32)

  /// - Throws: `RunError` when a decision file cannot be read.
  package init(pipeline: PipelineFile, options: RunOptions) throws(RunError) {
    run = Run(pipeline: pipeline, options: options)
    do {
      decisions = try Decisions(pipeline)
    } catch {
      throw RunError(wrapping: error, output: run.output.path)
    }
  }

  /// The most memory that the process has held at once.
  package static var peakMemoryBytes: Int { StageLog.peakMemoryBytes }

  // MARK: - Stages

  package mutating func ingest() async throws(RunError) -> Timing {
    ingested = nil
    let (result, seconds) = try await timed { try await run.ingest { _ in }.result }
    ingested = result
    return Timing(
      seconds: seconds, rows: result.rowsRead,
      bytes: result.files.reduce(0) { $0 + $1.byteCount })
  }

  package mutating func normalize() async throws(RunError) -> Timing {
    let records = try await records()
    normalized = nil
    let (result, seconds) = try await timed { try await run.normalize(records, key: Self.tokenKey) }
    normalized = result
    return Timing(seconds: seconds, rows: result.recordCount)
  }

  /// Match and cluster, for organizations and persons.
  package mutating func match() async throws(RunError) -> Timing {
    let table = try await normalizedTable()
    resolved = nil
    let (result, seconds) = try await timed {
      let organizations = try await run.resolveOrganizations(
        table, memory: memory, decisions: decisions, progress: { _, _ in })
      let persons = try await run.resolvePersons(
        table, organizations: organizations, memory: memory, decisions: decisions,
        progress: { _, _ in })
      return ResolvedParties(persons: persons, organizations: organizations)
    }
    resolved = result
    return Timing(
      seconds: seconds, rows: table.recordCount,
      pairs: Party.allCases.reduce(0) { sum, party in
        result[party].resolution.rules.reduce(sum) { $0 + $1.pairs }
      })
  }

  /// Golden records, affiliations and crosswalk.
  package mutating func buildGolden() async throws(RunError) -> Timing {
    let (table, parties) = (try await normalizedTable(), try await resolvedParties())
    let identities = run.identify(table.table, parties, memory: memory)
    let ledger = DecisionLedger(decisions, table.table, parties)
    let (_, seconds) = try await timed {
      await run.buildGolden(table, parties, identities, ledger)
    }
    return Timing(seconds: seconds, rows: table.recordCount)
  }

  package mutating func score() async throws(RunError) -> Timing {
    let (table, parties) = (try await normalizedTable(), try await resolvedParties())
    let (_, seconds) = try await timed {
      try await run.score(
        table.table, parties, DecisionLedger(decisions, table.table, parties), memory: memory)
    }
    return Timing(seconds: seconds, rows: table.recordCount)
  }

  // MARK: - What the stages before made

  private mutating func records() async throws(RunError) -> RecordTable {
    if ingested == nil { _ = try await ingest() }
    guard let ingested else { preconditionFailure("ingest keeps its result") }
    return ingested.records
  }

  private mutating func normalizedTable() async throws(RunError) -> NormalizeResult {
    if normalized == nil { _ = try await normalize() }
    guard let normalized else { preconditionFailure("normalize keeps its result") }
    return normalized
  }

  private mutating func resolvedParties() async throws(RunError) -> ResolvedParties {
    if resolved == nil { _ = try await match() }
    guard let resolved else { preconditionFailure("match keeps its result") }
    return resolved
  }

  private func timed<Result>(
    _ stage: () async throws -> Result
  ) async throws(RunError) -> (Result, seconds: Double) {
    do {
      let start = ContinuousClock.now
      let result = try await stage()
      return (result, (ContinuousClock.now - start).inSeconds)
    } catch {
      throw RunError(wrapping: error, output: run.output.path)
    }
  }
}
