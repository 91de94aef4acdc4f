import Pipelines

/// One stage of a pipeline; the stages before it run once and are not measured.
struct StageWorkload: Workload {
  typealias Stage = @Sendable (inout StageTrial) async throws -> StageTrial.Timing

  private var trial: StageTrial
  private let stage: Stage
  private let unit: String

  init(_ settings: Settings, unit: String = "rows", stage: @escaping Stage) throws {
    self.unit = unit
    trial = try StageTrial(
      pipeline: PipelineFile(file: settings.input), options: settings.runOptions)
    self.stage = stage
  }

  mutating func perform() async throws -> Sample {
    let timing = try await stage(&trial)
    return Sample(
      seconds: timing.seconds, count: timing.rows, unit: unit, bytes: timing.bytes,
      pairs: timing.pairs)
  }
}

extension Settings {
  var runOptions: RunOptions {
    var options = RunOptions()
    options.asOf = asOf
    options.threads = threads
    return options
  }
}
