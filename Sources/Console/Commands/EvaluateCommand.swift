import Foundation
import Pipelines
import Vocabulary

extension Flag {
  fileprivate static let truth = Flag(
    "--truth", "FILE", help: "a CSV of which records are the same")
  fileprivate static let entities = Flag(
    "--entities", "FILE",
    help: "a CSV of entity_id and kind; truth_entities.csv beside the truth if absent")
  fileprivate static let party = Flag(
    "--party", "PARTY", help: "person or organization; both if absent and the truth knows kinds")
  fileprivate static let estimate = Flag(
    "--estimate", help: "precision and recall as far as one can tell without a truth")
  fileprivate static let sample = Flag(
    "--sample", "FILE", help: "write pairs for people to answer, same or different; new file")
  fileprivate static let labels = Flag(
    "--labels", "FILE", help: "estimate from such a file with its answers")
}

extension Command {
  /// Compares a run with the truth, or estimates how good it is without one.
  static let evaluate = Command(
    name: "evaluate",
    summary: "How good a run is: against a truth with errors by cause, or estimated without one.",
    operands: [
      Operand(
        name: "PIPELINE|RUN",
        help: "a pipeline file, run into a temporary folder; or a finished run")
    ],
    flags: [.truth, .entities, .estimate, .sample, .labels, .party, .asOf, .threads],
    examples: [
      ("evaluate out/customers --truth truth_records.csv --party person", "a finished run"),
      ("evaluate pipeline.json --truth truth.csv --json", "run first, then compare"),
      ("evaluate out/customers --sample pairs.csv", "estimate; write pairs for people to answer"),
      ("evaluate out/customers --labels pairs.csv", "estimate from their answers"),
    ],
    notes: """
      The truth has the columns source, source_record_id, entity_id (row_number and contact_entity_id
      are used when there), or record_id, entity_id for a run over one source.
      --json prints one object: run, parties [{party, missing_from_crosswalk, ambiguous_keys_left_out,
      scores {records, entities, clusters, pairwise, bcubed, cluster {precision, recall, f1}, true_pairs,
      made_pairs, right_pairs, exact_clusters, over_merged_clusters, under_merged_entities},
      thresholds [{match_probability, match_weight, pairwise, bcubed}], errors {missed, wrong [{cause,
      pairs, share, reach_accept, examples}], missed_columns [{column, same, similar, differs, lacking}],
      step}}], note, estimates [{party, basis, records, clusters, made_pairs, right_pairs, apart_pairs,
      unseen_pairs, precision, recall, f1 {value, low, high}, strata [{is_together, at_least, pairs,
      answered, same, share, model_share}], unused_answers}], sample_pairs.
      """
  ) { arguments, terminal in
    let request = try request(arguments)
    let name = try arguments.required(0)
    let report: EvaluationReport
    if name.hasSuffix(".json") || name.hasSuffix(".json5") {
      report = try await evaluate(pipeline: name, arguments, terminal) { run in
        try await EvaluationReport(run: run, request)
      }
    } else {
      report = try await EvaluationReport(run: RunFolderReference(name), request)
    }
    if let note = report.note { terminal.note(note) }
    if let pairs = report.samplePairs, let path = request.sample {
      terminal.note("\(path): \(pairs) pairs; write same or different into the column answer")
    }
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: report) : report.text)
    return .success
  }

  private static func request(_ arguments: Arguments) throws(UsageError) -> EvaluationRequest {
    let party = try arguments.word(.party, among: Party.allCases.map(\.rawValue))
    var request = EvaluationRequest(
      truth: arguments.value(.truth), party: party.flatMap(Party.init))
    request.entities = arguments.value(.entities)
    request.sample = arguments.value(.sample)
    request.labels = arguments.value(.labels)
    request.estimates =
      arguments.has(.estimate) || request.sample != nil || request.labels != nil
    request.threads = try arguments.count(.threads, in: 1...1024)
    guard request.truth != nil || request.estimates else {
      throw UsageError(
        "--truth is missing: name a CSV of which records are the same, or --estimate")
    }
    return request
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
