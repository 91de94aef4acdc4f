import Cluster
import Export
import Foundation
import Ingest
import Match
import Normalize
import Store
import Vocabulary

/// What is asked of a training.
package struct TrainingRequest: Sendable {
  package var options = RunOptions()
  /// Where the models go as a file; nil writes none.
  package var model: String?
  /// Whether the state of the output keeps them for the next runs.
  package var keepsInState = false
  /// Paths or globs of samples with answers.
  package var labels: [String] = []
  /// Whether decisions and merges are no labels.
  package var isUnlabelled = false
  /// Whether a file is replaced, and a model kept whose training did not come to rest.
  package var isForced = false

  package init() {}
}

/// Trains the match models of a pipeline, and publishes nothing.
package struct ModelTraining: Sendable {
  let run: Run
  let request: TrainingRequest

  package init(pipeline: PipelineFile, request: TrainingRequest) {
    run = Run(pipeline: pipeline, options: request.options)
    self.request = request
  }

  /// Trains, and keeps the models where the request wants them.
  ///
  /// - Parameter progress: Called with the stage and how far it is.
  /// - Returns: What was found; nothing was kept when a training did not come to rest.
  /// - Throws: `RunError`; nothing has changed then.
  package func execute(
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> TrainingReport {
    do {
      guard request.keepsInState else { return try await train(progress) }
      let lock = try OutputLock(output: run.output.path)
      defer { withExtendedLifetime(lock) {} }
      return try await train(progress)
    } catch {
      throw RunError(wrapping: error, output: run.output.path)
    }
  }

  private func train(
    _ progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> TrainingReport {
    try checkPlaces()
    let files = try labelFiles()
    let hasState = FileManager.default.fileExists(atPath: RunMemory.path(in: run.output))
    let memory = hasState || request.keepsInState ? try RunMemory(run.output) : RunMemory()
    var log = StageLog(progress: progress)
    let nights = try await TrainingNights(run, memory, asksForMerges: !request.isUnlabelled, &log)
    var trainer = PartyTrainer(run: run, memory: memory, nights: nights)
    trainer.files = files
    trainer.decisions = try Decisions(run.pipeline)
    trainer.isUnlabelled = request.isUnlabelled
    var report = TrainingReport(pipeline: run.pipeline.name)
    var stored: [StoredModel] = []
    for party in [Party.organization, .person] {
      let trained = try await trainer.train(party, &log)
      report.parties.append(trained.report)
      stored.append(trained.stored)
    }
    if report.hasConverged || request.isForced { try keep(stored, trainer.models, &report, memory) }
    return report
  }

  private func keep(
    _ stored: [StoredModel], _ models: [MatchModel], _ report: inout TrainingReport,
    _ memory: RunMemory
  ) throws {
    if let path = request.model {
      do {
        try Data((try MatchModel.json(of: models) + "\n").utf8)
          .write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw RunError(
          .cannotFinish, "\(path): error: cannot be written; name a file in a folder that can")
      }
      report.model = path
    }
    if request.keepsInState {
      try memory.state?.keep(stored)
      report.state = RunMemory.path(in: run.output)
    }
  }

  /// Refuses what could not be kept, before anything is read.
  private func checkPlaces() throws(RunError) {
    if let path = request.model, !request.isForced, FileManager.default.fileExists(atPath: path) {
      throw RunError(
        .cannotFinish, "\(path): error: is there already; name another file, or add --force")
    }
    guard request.keepsInState else { return }
    for party in Party.allCases {
      guard case .file(let name) = run.pipeline.match(party).model else { continue }
      throw RunError(
        .usage,
        "\(run.pipeline.file): error: its 'model' is the file \(name), so no run would use a model "
          + "of the state; write that file with --model, or set 'model' to \"auto\"")
    }
    try run.requireState()
  }

  private func labelFiles() throws -> [String] {
    try request.labels.flatMap { pattern in
      let found = try DecisionFile.paths(matching: URL(fileURLWithPath: pattern).path)
      guard !found.isEmpty else {
        throw RunError(
          .cannotFinish, "\(pattern): error: no such file; name a sample with answers")
      }
      return found
    }
  }
}

/// What is trained on: tonight's records, and those that merges add to them.
struct TrainingNights: Sendable {
  /// As a run reads it.
  let tonight: NormalizeResult
  /// With the records that their systems gave up for others; the same as tonight where there are none.
  let told: NormalizeResult
  let merges: [RecordMerge]
  /// The keys of the records that are in `told` alone.
  let givenUp: Set<String>

  init(
    _ run: Run, _ memory: RunMemory, asksForMerges: Bool, _ log: inout StageLog
  ) async throws {
    let key =
      try TokenKey.find(pipeline: run.pipeline, output: run.output.path) ?? TokenKey.new()
    let last = memory.shapes.mapValues(\.files)
    func read(readsMerges: Bool, _ log: inout StageLog) async throws -> IngestResult {
      try await log.run("ingest", unit: "rows", count: \.rowsRead) {
        try await run.ingest(last: last, readsMerges: readsMerges) { _ in }.result
      }
    }
    func normalize(_ records: RecordTable, _ log: inout StageLog) async throws -> NormalizeResult {
      try await log.run("normalize", unit: "records", count: \.recordCount) {
        try await run.normalize(records, key: key)
      }
    }
    let all = try await read(readsMerges: asksForMerges, &log)
    told = try await normalize(all.records, &log)
    merges = all.merges
    givenUp = Set(all.merges.filter(\.isGivenUp).map { "\($0.source)/\($0.id)" })
    tonight =
      givenUp.isEmpty
      ? told : try await normalize(read(readsMerges: false, &log).records, &log)
  }
}
