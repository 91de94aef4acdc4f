import Pipelines
import Vocabulary

extension Flag {
  static let output = Flag("--output", "DIR", help: "the output folder, in place of the file's")
  static let asOf = Flag("--as-of", "YYYY-MM-DD", help: "the day the run is about; today if absent")
  static let threads = Flag("--threads", "N", help: "threads; all cores if absent")
  static let dryRun = Flag("--dry-run", help: "do everything but write")
  static let resume = Flag("--resume", help: "go on where an interrupted run stopped")
}

extension Command {
  /// The main job: all stages, then publish.
  static let run = Command(
    name: "run", summary: "The main job: all stages, then publish.",
    operands: [Operand(name: "PIPELINE", help: "a pipeline file")],
    flags: [.output, .asOf, .threads, .dryRun, .resume],
    examples: [
      ("run pipelines/customers/pipeline.json", "clean, match and publish"),
      ("run pipeline.json --dry-run --json", "what a run would find, for a program"),
    ],
    notes: """
      --json prints one object: run_id, pipeline, status (published, gated, dry_run), folder, as_of,
      sources [{source, read, records, quarantined, skipped {reason: rows}, completeness, conformity}],
      drift [{source, change, column, before, now, message}], persons and organizations {mentions, parties, duplicates}, review_questions,
      decisions {status: lines}, findings [{class, count}], gates [{metric, scope, value, bound, passed, message}],
      models [{party, origin (trained, reused, file, prior), convergence}], seconds_elapsed,
      peak_memory_bytes.
      """
  ) { arguments, terminal in
    let options = try RunOptions(arguments)
    let pipeline = try PipelineFile(file: arguments.required(0))
    let display = ProgressDisplay(terminal)
    let report = try await Run(pipeline: pipeline, options: options)
      .execute { display.update($0) }
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: report) : report.text)
    for gate in report.failedGates { terminal.report("gate failed: " + gate.message) }
    return report.failedGates.isEmpty ? .success : .gateFailed
  }
}

extension RunOptions {
  /// The options that a command line of `run` asks for.
  fileprivate init(_ arguments: Arguments) throws(UsageError) {
    self.init()
    output = arguments.value(.output)
    if output?.isEmpty == true { throw UsageError("--output needs a folder") }
    asOf = try arguments.day(.asOf)
    threads = try arguments.count(.threads, in: 1...1024)
    isDryRun = arguments.has(.dryRun)
    resumes = arguments.has(.resume)
  }
}

extension Arguments {
  /// The value of a flag that takes a day of the calendar.
  func day(_ flag: Flag) throws(UsageError) -> CivilDay? {
    guard let value = value(flag) else { return nil }
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), let found = CivilDay(year: year, month: month, day: day)
    else {
      throw UsageError("\(flag.name) must be a day such as 2026-06-30, not '\(value)'")
    }
    return found
  }
}
