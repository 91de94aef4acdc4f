import Pipelines
import Vocabulary

extension Flag {
  static let folder = Flag("--output", "DIR", help: "the folder of pipeline.json and its results")
  static let force = Flag("--force", help: "write over a pipeline.json that is there")
}

extension Command {
  /// Makes a pipeline from unknown files and runs it.
  static let initialize = Command(
    name: "init", summary: "Makes a pipeline from unknown files and runs it.",
    operands: [Operand(name: "FILE", repeats: true, help: "an export; several may be given")],
    flags: [.folder, .asOf, .threads, .force],
    examples: [
      ("init export.csv", "assay-out/pipeline.json, and a first scorecard of it"),
      ("init sales_*.csv erp.csv --output first", "several exports, in the folder first"),
    ],
    notes: """
      DIR is assay-out where --output is not given. Files whose names differ in a date or a number, and
      which name the same columns, become one source.

      --json prints one object: pipeline_file, and run with the fields of 'assay run'.
      """
  ) { arguments, terminal in
    var options = RunOptions()
    options.asOf = try arguments.day(.asOf)
    options.threads = try arguments.count(.threads, in: 1...1024)
    let folder = arguments.value(.folder) ?? "assay-out"
    if folder.isEmpty { throw UsageError("--output needs a folder") }
    let file = try await FileProfiler(threads: options.threads).makePipeline(
      over: arguments.operands, in: folder, replaces: arguments.has(.force))
    terminal.note("made \(file)")
    let display = ProgressDisplay(terminal)
    let report = try await Run(pipeline: PipelineFile(file: file), options: options)
      .execute { display.update($0) }
    let first = FirstRun(pipelineFile: file, run: report)
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: first) : first.text)
    for gate in report.failedGates { terminal.report("gate failed: " + gate.message) }
    return report.failedGates.isEmpty ? .success : .gateFailed
  }
}

/// A pipeline file that was made, and its first run.
private struct FirstRun: Encodable {
  var pipelineFile: String
  var run: RunReport

  var text: String {
    run.text + "pipeline: \(pipelineFile)\n  correct what was guessed there, "
      + "then: assay run \(pipelineFile)\n"
  }
}
