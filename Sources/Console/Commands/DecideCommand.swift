import Foundation
import Pipelines
import Vocabulary

extension Flag {
  static let forRun = Flag("--run", "RUN", help: "the run whose pipeline and state are meant")
  static let forPipeline = Flag(
    "--pipeline", "PIPELINE", help: "the pipeline file; the nearest pipeline.json if absent")
}

extension Command {
  /// Checks decision files and says what they would change.
  static let decide = Command(
    name: "decide",
    summary: "Checks decision files and says what they would change; writes nothing.",
    operands: [
      Operand(
        name: "DECISIONS.csv", repeats: true,
        help: "decision files, which need not lie where the pipeline looks for them")
    ],
    flags: [.forRun, .forPipeline, .asOf, .threads],
    examples: [
      ("decide decisions/2026-07.csv", "what the file would change in the next run"),
      ("decide answers.csv --run out/customers --json", "the same for a program"),
    ],
    notes: """
      Without --run and --pipeline the nearest pipeline.json counts, in the folder of the first file
      or above. The exports are read as they are now, once without the files and once with them.

      --json prints one object: decisions [{decision_id, verb, file, line, status (followed, waiting,
      conflict, revoked, no_effect), conflicts_with, note}], moves [{party, from, to, record_keys}],
      fields [{golden_id, field, before, after}], questions_before, questions_after.
      """
  ) { arguments, terminal in
    let files = arguments.operands
    var options = RunOptions()
    options.asOf = try arguments.day(.asOf)
    options.threads = try arguments.count(.threads, in: 1...1024)
    let path = try pipelinePath(arguments, beside: arguments.required(0), &options)
    let pipeline = try PipelineFile(file: path)
    let display = ProgressDisplay(terminal)
    let preview = try await DecisionPreview(of: files, pipeline: pipeline, options: options) {
      display.update($0)
    }
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: preview) : preview.text)
    return .success
  }

  private static func pipelinePath(
    _ arguments: Arguments, beside file: String, _ options: inout RunOptions
  ) throws -> String {
    if let pipeline = arguments.value(.forPipeline) {
      guard arguments.value(.forRun) == nil else {
        throw UsageError("--run and --pipeline say the same; leave one of them out")
      }
      return pipeline
    }
    if let name = arguments.value(.forRun) {
      return try RunFolderReference(name).pipeline(settingOutputOf: &options)
    }
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    while folder.path != "/" {
      let path = folder.appendingPathComponent("pipeline.json").path
      if FileManager.default.fileExists(atPath: path) { return path }
      folder.deleteLastPathComponent()
    }
    throw UsageError("no pipeline.json beside the decisions or above; add --run or --pipeline")
  }
}

extension DecisionPreview {
  /// The preview for a person.
  var text: String {
    var lines = TextTable(
      ["decision", "verb", "status", "contradicts", "note"], [.left, .left, .left, .left, .left])
    for line in decisions {
      lines.add([
        line.decisionID, line.verb, line.status, line.conflictsWith.joined(separator: ", "),
        line.note,
      ])
    }
    var text = lines.text
    if !moves.isEmpty {
      var table = TextTable(
        ["party", "from", "to", "records", ""], [.left, .left, .left, .right, .left])
      for move in moves {
        let shown = move.recordKeys.prefix(Self.shownKeys).joined(separator: ", ")
        table.add([
          move.party, move.from.isEmpty ? "–" : move.from, move.to.isEmpty ? "–" : move.to,
          String(move.recordKeys.count),
          shown + (move.recordKeys.count > Self.shownKeys ? ", …" : ""),
        ])
      }
      text += "\n" + table.text
    }
    if !fields.isEmpty {
      var table = TextTable(
        ["golden record", "field", "before", "after"], [.left, .left, .left, .left])
      for change in fields {
        table.add([
          change.goldenID, change.field, change.before.isEmpty ? "–" : change.before,
          change.after.isEmpty ? "–" : change.after,
        ])
      }
      text += "\n" + table.text
    }
    if moves.isEmpty, fields.isEmpty { text += "\nno golden record would change\n" }
    return text + "\nreview questions: \(questionsBefore) → \(questionsAfter)\n"
  }

  private static let shownKeys = 5
}
