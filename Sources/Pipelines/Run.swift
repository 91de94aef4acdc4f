package import Vocabulary

/// What the command line adds to a pipeline file.
package struct RunOptions: Sendable {
  package var output: String?
  package var asOf: CivilDay?
  package var threads: Int?
  package var isDryRun = false
  package var resumes = false

  package init() {}
}

/// One pass of a pipeline over its sources.
package struct Run: Sendable {
  private let pipeline: PipelineFile

  package init(pipeline: PipelineFile, options: RunOptions) {
    self.pipeline = pipeline
  }

  package func execute(
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> RunReport {
    throw RunError(.cannotFinish, "\(pipeline.file): error: no stages to run")
  }

  package func check() async throws -> CheckReport {
    throw RunError(.cannotFinish, "\(pipeline.file): error: no stages to run")
  }
}

/// Finds out why two records are one party or not.
package enum Explainer {
  package static func explain(
    run: RunFolderReference, left: String, right: String?
  ) async throws -> Explanation {
    throw RunError(.cannotFinish, "\(run.folder): error: no stages to ask")
  }
}
