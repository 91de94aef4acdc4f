import Export
import Foundation
import Ingest
import Normalize
import Scorecard
package import Vocabulary

/// What the command line adds to a pipeline file.
package struct RunOptions: Sendable {
  /// Replaces the pipeline file's `output`; relative to the working folder.
  package var output: String?
  /// The default is today in the pipeline's time zone.
  package var asOf: CivilDay?
  /// The default is the number of cores.
  package var threads: Int?
  /// Whether nothing is written.
  package var isDryRun = false
  /// Whether to go on where an interrupted run stopped.
  ///
  /// A run that was killed left nothing but a folder that nobody sees; it is removed, and the run
  /// begins anew.
  package var resumes = false

  package init() {}
}

/// One pass of a pipeline over its sources: the stages in order, then publishing.
package struct Run: Sendable {
  let pipeline: PipelineFile
  let asOf: CivilDay
  let threads: Int
  let output: OutputFolder
  private let isDryRun: Bool

  package init(pipeline: PipelineFile, options: RunOptions) {
    self.pipeline = pipeline
    asOf = options.asOf ?? Self.day(of: Date(), in: pipeline.timezone)
    threads = max(1, options.threads ?? ProcessInfo.processInfo.activeProcessorCount)
    let path = options.output.map { URL(fileURLWithPath: $0).path }
    output = OutputFolder(path: path ?? pipeline.resolved(pipeline.output))
    isDryRun = options.isDryRun
  }

  /// The day of the calendar that a moment lies on.
  static func day(of moment: Date, in timezone: String) -> CivilDay {
    let zone = TimeZone(identifier: timezone) ?? .gmt
    let seconds = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
    return CivilDay(number: Int32((seconds / 86_400).rounded(.down)))
  }

  /// Runs all stages and publishes, unless a gate fails.
  ///
  /// - Parameter progress: Called with the stage and how far it is.
  /// - Returns: What was found, and where it lies.
  /// - Throws: `RunError`; the last published run is whole then.
  package func execute(
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> RunReport {
    do {
      return try await isDryRun ? rehearse(progress) : perform(progress)
    } catch {
      throw RunError(wrapping: error, output: output.path)
    }
  }

  private func perform(
    _ progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> RunReport {
    let lock = try OutputLock(output: output.path)
    defer { withExtendedLifetime(lock) {} }
    try requireState()
    let memory = try RunMemory(output)
    try memory.heal(output)
    var log = StageLog(progress: progress)
    let start = Date()
    let results = try await stages(memory, &log, progress)
    return try await Publisher(run: self, memory: memory, results: results, start: start)
      .publish(&log)
  }

  /// Refuses an output whose published runs have lost their state.
  ///
  /// Without it the ids of those runs would be given out again, to other parties.
  private func requireState() throws(RunError) {
    let path = RunMemory.path(in: output)
    guard output.currentRunID != nil, !FileManager.default.fileExists(atPath: path) else { return }
    throw RunError(
      .cannotFinish,
      "\(path): error: missing, though runs were published here; restore it, "
        + "or choose another 'output'")
  }

  /// All stages, and nothing written.
  private func rehearse(
    _ progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> RunReport {
    let hasState = FileManager.default.fileExists(atPath: RunMemory.path(in: output))
    let memory = hasState ? try RunMemory(output) : RunMemory()
    var log = StageLog(progress: progress)
    let results = try await stages(memory, &log, progress)
    var report = results.report(of: self, runID: "", status: .dryRun, folder: nil)
    report.secondsElapsed = log.secondsElapsed
    report.peakMemoryBytes = StageLog.peakMemoryBytes
    return report
  }

  // MARK: - The stages in order

  private func stages(
    _ memory: RunMemory, _ log: inout StageLog,
    _ progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> RunResults {
    let decisions = try Decisions(pipeline)
    let key =
      isDryRun
      ? try TokenKey.find(pipeline: pipeline, output: output.path) ?? TokenKey.new()
      : try TokenKey.load(pipeline: pipeline, output: output.path)
    let inputs = try await log.run("ingest", unit: "rows", count: \.result.rowsRead) {
      try await ingest(last: memory.shapes.mapValues(\.files), progress)
    }
    let ingested = inputs.result
    var normalized = try await log.run("normalize", unit: "records", count: \.recordCount) {
      try await normalize(ingested.records, key: key)
    }
    var resolved = try await resolveParties(normalized, memory, decisions, &log)
    let identities = try await log.run("identify", unit: "parties", count: \.partyCount) {
      identify(normalized.table, resolved, memory: memory)
    }
    let questions = questions(normalized.table, resolved, identities)
    // The evidence takes as much memory as all the rest, and nobody needs it any more.
    normalized.dropEvidence()
    resolved.dropScorers()
    let watch = watch(inputs, normalized.table, memory)
    CrowdedValues.mark(
      in: &normalized.table, persons: resolved.persons.resolution.clusters,
      organizations: resolved.organizations.resolution.clusters)
    let departures = departures(normalized.table, identities, watch, memory: memory)
    let golden = try await log.run("golden", unit: "parties", count: \.recordCount) {
      await buildGolden(normalized, resolved, identities, decisions)
    }
    let scores = try await log.run("score", unit: "findings", count: \.findings.count) {
      try await score(normalized.table, resolved, memory: memory)
    }
    return RunResults(
      inputs: inputs, watch: watch, table: normalized.table, resolved: resolved,
      identities: identities, departures: departures, golden: golden, scores: scores,
      gates: gateResults(inputs, watch, resolved, scores, memory), questions: questions,
      decisions: decisions)
  }

  private func resolveParties(
    _ normalized: NormalizeResult, _ memory: RunMemory, _ decisions: Decisions,
    _ log: inout StageLog
  ) async throws -> ResolvedParties {
    let organizations = try await log.run(
      "match organizations", unit: "pairs", count: \.resolution.candidatePairs
    ) { report in
      try await resolveOrganizations(
        normalized, memory: memory, decisions: decisions, progress: report)
    }
    let persons = try await log.run(
      "match persons", unit: "pairs", count: \.resolution.candidatePairs
    ) { report in
      try await resolvePersons(
        normalized, organizations: organizations, memory: memory, decisions: decisions,
        progress: report)
    }
    return ResolvedParties(persons: persons, organizations: organizations)
  }
}
