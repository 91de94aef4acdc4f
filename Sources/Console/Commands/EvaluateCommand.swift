import Foundation
import Pipelines
import Vocabulary

extension Flag {
  fileprivate static let truth = Flag(
    "--truth", "FILE", isRequired: true, help: "a CSV of which records are the same")
  fileprivate static let entities = Flag(
    "--entities", "FILE",
    help: "a CSV of entity_id and kind; truth_entities.csv beside the truth if absent")
  fileprivate static let party = Flag(
    "--party", "PARTY", help: "person or organization; both if absent and the truth knows kinds")
}

extension Command {
  /// Compares a run with the truth.
  static let evaluate = Command(
    name: "evaluate",
    summary:
      "Pairwise, B-cubed and cluster precision, recall and F1; the curve; errors by cause.",
    operands: [
      Operand(
        name: "PIPELINE|RUN",
        help: "a pipeline file, run into a temporary folder; or a finished run")
    ],
    flags: [.truth, .entities, .party, .asOf, .threads],
    examples: [
      ("evaluate out/customers --truth truth_records.csv --party person", "a finished run"),
      ("evaluate pipeline.json --truth truth.csv --json", "run first, then compare"),
    ],
    notes: """
      The truth has the columns source, source_record_id, entity_id (row_number and contact_entity_id
      are used when there), or record_id, entity_id for a run over one source.
      --json prints one object: run, parties [{party, missing_from_crosswalk, ambiguous_keys_left_out,
      scores {records, entities, clusters, pairwise, bcubed, cluster {precision, recall, f1}, true_pairs,
      made_pairs, right_pairs, exact_clusters, over_merged_clusters, under_merged_entities},
      thresholds [{match_probability, match_weight, pairwise, bcubed}], errors {missed, wrong [{cause,
      pairs, share, reach_accept, examples}], missed_columns [{column, same, similar, differs, lacking}],
      step}}], note.
      """
  ) { arguments, terminal in
    let truth = try arguments.required(.truth)
    let party = try arguments.word(.party, among: Party.allCases.map(\.rawValue))
      .flatMap(Party.init)
    let name = try arguments.required(0)
    let report: EvaluationReport
    if name.hasSuffix(".json") || name.hasSuffix(".json5") {
      report = try await evaluate(pipeline: name, arguments, terminal) { run in
        try await EvaluationReport(
          run: run, truth: truth, entities: arguments.value(.entities), party: party)
      }
    } else {
      report = try await EvaluationReport(
        run: RunFolderReference(name), truth: truth, entities: arguments.value(.entities),
        party: party)
    }
    if let note = report.note { terminal.note(note) }
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: report) : report.text)
    return .success
  }

  /// Runs a pipeline into a temporary folder, which is gone afterwards.
  private static func evaluate(
    pipeline name: String, _ arguments: Arguments, _ terminal: Terminal,
    _ body: (RunFolderReference) async throws -> EvaluationReport
  ) async throws -> EvaluationReport {
    let pipeline = try PipelineFile(file: name)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("assay-evaluate-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch {
        terminal.report("\(folder.path): warning: cannot be removed; remove it by hand")
      }
    }
    var options = RunOptions()
    options.output = folder.path
    options.asOf = try arguments.day(.asOf)
    options.threads = try arguments.count(.threads, in: 1...1024)
    let display = ProgressDisplay(terminal)
    let run = try await Run(pipeline: pipeline, options: options).execute { display.update($0) }
    guard let place = run.folder else {
      throw RunError(.cannotFinish, "\(name): error: the run wrote no folder")
    }
    var report = try await body(RunFolderReference(place))
    report.run = pipeline.file
    return report
  }
}
