import Foundation
import Pipelines
import Vocabulary

extension Subject {
  static let run = Subject(
    name: "run", input: .pipeline, summary: "all stages in order, without writing"
  ) { settings in
    try RunWorkload(settings)
  }
}

/// A dry run as on the first night: whatever the pipeline published before is left out of it.
private struct RunWorkload: Workload {
  private let run: Run

  init(_ settings: Settings) throws {
    var options = settings.runOptions
    options.isDryRun = true
    options.output =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("assay-bench-\(UUID().uuidString)").path
    run = Run(pipeline: try PipelineFile(file: settings.input), options: options)
  }

  func perform() async throws -> Sample {
    let start = ContinuousClock.now
    let report = try await run.execute { _ in }
    return Sample(
      seconds: (ContinuousClock.now - start).inSeconds,
      count: report.sources.reduce(0) { $0 + $1.rows.read }, unit: "rows")
  }
}
