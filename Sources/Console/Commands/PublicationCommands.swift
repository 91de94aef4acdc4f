import Pipelines

extension Flag {
  static let by = Flag("--by", "NAME", help: "who says so")
  static let reason = Flag("--reason", "TEXT", help: "why; it goes into the log")

  fileprivate func required() -> Flag {
    var flag = self
    flag.isRequired = true
    return flag
  }
}

extension Command {
  /// Publishes a run that a gate stopped.
  static let publish = Command(
    name: "publish", summary: "Releases a run that a gate stopped, by name and reason.",
    operands: [Operand(name: "RUN", help: "the gated run's folder, or OUTPUT/RUN-ID")],
    flags: [.by.required(), .reason.required(), .dryRun],
    examples: [
      (
        "publish out/customers/20260630T021500Z --by 周敏 --reason \"branch 3 was sold\"",
        "publish the gated run with its state"
      ),
      (
        "publish out/customers/20260630T021500Z --by zhou --reason ok --dry-run",
        "whether it can be"
      ),
    ],
    notes: """
      Only as long as no other run was published since. The name and the reason stand in the run's manifest
      and in the log that 'assay audit' verifies.
      --json prints one object: action (released), run_id, previous_run_id, as_of, is_dry_run.
      """
  ) { arguments, terminal in
    let run = try RunFolderReference(arguments.required(0))
    let request = Publication.Request(
      by: try arguments.words(.by), reason: try arguments.words(.reason),
      isDryRun: arguments.has(.dryRun))
    let report = try Publication(of: run).release(run, request)
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: report) : report.text)
    return .success
  }

  /// Goes back to an earlier run.
  static let rollback = Command(
    name: "rollback", summary: "Goes back to an earlier run, state included.",
    operands: [
      Operand(name: "RUN", help: "the run to go to; an output folder means the one before the last")
    ],
    flags: [.by, .reason, .dryRun],
    examples: [
      ("rollback out/customers", "undo the last published run"),
      (
        "rollback out/customers/20260629T021500Z --by 周敏 --reason \"columns were swapped\"",
        "that run"
      ),
    ],
    notes: """
      The next run goes on from there: golden ids, findings, models and absences are as that run left them.
      The later runs keep their folders, and one can go to them again in the same way. Numbers of golden ids
      that they handed out are never given to others.
      --json prints one object: action (rolled_back), run_id, previous_run_id, as_of, is_dry_run.
      """
  ) { arguments, terminal in
    let run = try RunFolderReference(arguments.required(0))
    let request = Publication.Request(
      by: arguments.value(.by) ?? "", reason: arguments.value(.reason) ?? "",
      isDryRun: arguments.has(.dryRun))
    let report = try Publication(of: run).rollBack(to: run, request)
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: report) : report.text)
    return .success
  }
}

extension Arguments {
  /// The value of a flag that must say something.
  fileprivate func words(_ flag: Flag) throws(UsageError) -> String {
    let value = try required(flag)
    guard value.contains(where: { !$0.isWhitespace }) else {
      throw UsageError("\(flag.name) is empty; say \(flag.help)")
    }
    return value
  }
}

extension Publication.Report {
  /// The change for a person.
  fileprivate var text: String {
    let verb = isDryRun ? "would be current" : "current"
    let before = previousRunID.map { ", before: \($0)" } ?? ""
    return "\(runID) · as of \(asOf) · \(verb)\(before)\n"
  }
}
