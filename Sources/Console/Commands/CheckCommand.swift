import Pipelines
import Vocabulary

extension Command {
  /// Validates the pipeline file and looks into every source.
  static let check = Command(
    name: "check",
    summary: "Validates the pipeline file and looks into every source; writes nothing.",
    operands: [Operand(name: "PIPELINE", help: "a pipeline file")],
    examples: [
      ("check pipelines/customers/pipeline.json", "what a run would read, and how"),
      ("check pipeline.json --json", "the same for a program"),
    ],
    notes: """
      --json prints one object: pipeline, configuration_hash, sources [{name, files, format, encoding,
      delimiter, profile, header_line, is_profile_confirmed,
      mapped [{field, column, is_confirmed}], unmapped, problems, container, sheet}],
      drift [{source, change, column, before, now, message}], failed_gates,
      forecast {records, seconds, memory_bytes, available_memory_bytes}.
      """
  ) { arguments, terminal in
    let pipeline = try PipelineFile(file: arguments.required(0))
    let report = try await Run(pipeline: pipeline, options: RunOptions()).check()
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: report) : report.text)
    for problem in report.sources.flatMap(\.problems) { terminal.report(problem) }
    return report.isUsable ? .success : .failure
  }
}

extension CheckReport {
  /// The report for a person.
  var text: String {
    var text = "\(pipeline) · configuration \(configurationHash.prefix(12))\n"
    for source in sources {
      text += "\n\(source.name): \(source.files.joined(separator: ", "))\n"
      var shape = source.container.map { [$0] } ?? []
      shape += source.sheet.map { ["sheet '\($0)'"] } ?? [source.format, source.encoding]
      if let delimiter = source.delimiter {
        shape.append("delimiter " + (delimiter == "\t" ? "tab" : "'\(delimiter)'"))
      }
      if let line = source.headerLine { shape.append("header on line \(line)") }
      let doubt = source.isProfileConfirmed == false ? " (its header is not confirmed)" : ""
      shape.append("profile " + (source.profile ?? "none") + doubt)
      text += "  " + shape.joined(separator: ", ") + "\n"
      for mapping in source.mapped {
        let doubt = mapping.isConfirmed ? "" : " (label not confirmed)"
        text += "  \(mapping.field) ← \(mapping.column)\(doubt)\n"
      }
      if !source.unmapped.isEmpty {
        text += "  not mapped: \(source.unmapped.joined(separator: ", "))\n"
      }
    }
    text += drift.text(in: .english)
    for gate in failedGates { text += "would not be published: \(gate)\n" }
    if let forecast { text += "\na run takes, with " + forecast.text + "\n" }
    let faulty = sources.filter { !$0.problems.isEmpty }.count
    return text
      + (faulty == 0 ? "\nready to run\n" : "\nnot ready: \(faulty) source(s) with problems\n")
  }
}
