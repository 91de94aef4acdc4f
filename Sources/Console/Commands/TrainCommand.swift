import Pipelines

extension Flag {
  fileprivate static let model = Flag(
    "--model", "FILE", help: "write the models here; for 'model' of the pipeline file")
  fileprivate static let state = Flag(
    "--state", help: "keep the models in the output's state, for the next runs")
  fileprivate static let labels = Flag(
    "--labels", "FILE", repeats: true,
    help: "a sample with answers; may stand several times, and be a glob")
  fileprivate static let unlabelled = Flag(
    "--unlabelled", help: "use no decisions and no merges of the systems as labels")
  fileprivate static let replace = Flag(
    "--force", help: "replace FILE, and keep a model whose training did not come to rest")
}

extension Command {
  /// Trains the match models, and publishes nothing.
  static let train = Command(
    name: "train",
    summary: "Trains the match models on tonight's exports, and publishes nothing.",
    operands: [Operand(name: "PIPELINE", help: "a pipeline file")],
    flags: [.model, .state, .labels, .unlabelled, .replace, .output, .asOf, .threads],
    examples: [
      ("train pipeline.json --model model.json", "a file for 'model' of the pipeline file"),
      ("train pipeline.json --state", "what the next runs use; golden ids stay"),
      ("train pipeline.json --state --labels pairs.csv", "with people's answers"),
    ],
    notes: """
      Stewards' decisions and the merges that the exports tell of are labels, too. A third of all labels
      is held back, and measures the models of before and after.
      The exit status is 1 when a training did not come to rest; nothing is kept then.
      --json prints one object: pipeline, model, state, parties [{party, prior, prior_before, training
      {is_prior, mentions, candidate_pairs, random_pairs, passes, has_converged, last_change,
      expected_matches, expected_related, labels {same, different, merged}, compared_with}, columns
      [{column, grades [{level, m, u, related, counts {candidates, matches, random, m_before,
      u_before}}]}], labels {decisions, answers, merges, training, held, unused, contradicted,
      contradictions [{left, right}]}, measured {same, different, before, after {found, wrong,
      precision, recall}}, effect {links_before, links_after, new_links, lost_links, parties_before,
      parties_after, records_affected}, drift}].
      """
  ) { arguments, terminal in
    let request = try request(arguments)
    let pipeline = try PipelineFile(file: arguments.required(0))
    let display = ProgressDisplay(terminal)
    let report = try await ModelTraining(pipeline: pipeline, request: request)
      .execute { display.update($0) }
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: report) : report.text)
    guard report.hasConverged || request.isForced else {
      terminal.report(
        "training did not come to rest, and nothing was kept; look at the exports, or add --force")
      return .gateFailed
    }
    return .success
  }

  private static func request(_ arguments: Arguments) throws(UsageError) -> TrainingRequest {
    var request = TrainingRequest()
    request.model = arguments.value(.model)
    request.keepsInState = arguments.has(.state)
    guard request.model != nil || request.keepsInState else {
      throw UsageError("--model is missing: name a file for the models, or add --state")
    }
    if request.model?.isEmpty == true { throw UsageError("--model needs a file") }
    request.labels = arguments.all(.labels)
    request.isUnlabelled = arguments.has(.unlabelled)
    request.isForced = arguments.has(.replace)
    request.options.output = arguments.value(.output)
    if request.options.output?.isEmpty == true { throw UsageError("--output needs a folder") }
    request.options.asOf = try arguments.day(.asOf)
    request.options.threads = try arguments.count(.threads, in: 1...1024)
    return request
  }
}
