import Pipelines

extension Command {
  /// Whether a run is what it was.
  static let audit = Command(
    name: "audit",
    summary: "Verifies a run's files, its row accounting and the log of what was published.",
    operands: [Operand(name: "RUN", help: "a run's folder, an output folder or OUTPUT/RUN-ID")],
    examples: [
      ("audit out/customers", "the current run"),
      ("audit out/customers/20260630T021500Z --json", "an earlier one, for a program"),
    ],
    notes: """
      Each file is held against its SHA-256 in manifest.json, the manifest against the log in state.sqlite, and
      each entry of the log against the one before. Exit status 1: something is not what it was.
      --json prints one object: run_id, checks [{name (files, rows, database, log), passed, message}], log_head,
      log_entries.
      """
  ) { arguments, terminal in
    let audit = try RunAudit(RunFolderReference(arguments.required(0)))
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: audit) : audit.text)
    return audit.isSound ? .success : .gateFailed
  }

  /// What changed between runs.
  static let history = Command(
    name: "history", summary: "What changed between runs: new, merged, split, retired, moved.",
    operands: [
      Operand(name: "RUN", help: "the last run to look at; an output folder means the current one")
    ],
    examples: [
      ("history out/customers", "all kept runs, and what the current one changed"),
      ("history out/customers/20260630T021500Z --json", "the same up to that run, for a program"),
    ],
    notes: """
      New golden ids are counted, not listed; identity_changes.csv lists them.
      --json prints one object: run_id, nights [{run_id, status, as_of, is_current, records, persons,
      organizations, changes {change: count}}], changes [{change, golden_id, from, to, records_moved, cause}], log
      [{action (published, released, rolled_back), run_id, at, by, reason}].
      """
  ) { arguments, terminal in
    let history = try RunHistory(RunFolderReference(arguments.required(0)))
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: history) : history.text)
    return .success
  }
}

extension RunAudit {
  /// The checks for a person.
  fileprivate var text: String {
    var text = "\(runID)\n"
    for check in checks { text += "\(check.passed ? "✓" : "✗") \(check.name): \(check.message)\n" }
    return text + (logHead.isEmpty ? "" : "log head: \(logHead)\n")
  }
}

extension RunHistory {
  /// The history for a person.
  fileprivate var text: String {
    let kinds = ["new", "merged", "split", "moved", "retired", "revived"]
    var table = TextTable(
      ["run", "as of", "status", "records", "persons", "organizations"] + kinds,
      [.left, .left, .left] + [TextTable.Alignment](repeating: .right, count: 3 + kinds.count))
    for night in nights {
      table.add(
        [night.runID, night.asOf, night.isCurrent ? "current" : night.status]
          + [night.records, night.persons, night.organizations].map(String.init)
          + kinds.map { String(night.changes[$0] ?? 0) })
    }
    var text = table.text
    if !changes.isEmpty {
      var list = TextTable(
        ["change", "golden id", "from", "to", "records", "cause"],
        [.left, .left, .left, .left, .right, .left])
      for change in changes {
        list.add([
          change.change, change.goldenID, change.from, change.to, String(change.recordsMoved),
          change.cause,
        ])
      }
      text += "\n" + list.text
    }
    for entry in log where entry.action != "published" {
      text += "\n\(entry.at)  \(entry.action) \(entry.runID)  \(entry.by)  \(entry.reason)"
    }
    return text.hasSuffix("\n") ? text : text + "\n"
  }
}
