import Pipelines

extension Command {
  /// One golden record and where it comes from.
  static let show = Command(
    name: "show", summary: "One golden record: every value, claim, source and rule.",
    operands: [
      Operand(name: "RUN", help: "a run's folder, an output folder or OUTPUT/RUN-ID"),
      Operand(name: "GOLDEN_ID", help: "a golden id; former ones are followed"),
    ],
    examples: [
      ("show out/customers P0000001", "a golden record of the current run"),
      ("show out/customers P0000001 --json", "the same for a program"),
    ],
    notes: """
      --json prints one object: golden_id, party, fields [{field, value}], members [{record_key,
      source, file, row_number, role, match_probability, decided_by}], claims [{field, value,
      raw_value, record_key, first_seen, last_seen, current, survives, rule}], decisions
      [{decision_id, verb, left, right, field, value, by, at, why, status}], redirects [{from, to,
      reason, since}], surroundings {owners [{source, team, owner, records}], affiliations
      [{golden_id, title, first_seen, last_seen, current}], findings [{rule, record_key, field,
      message, status, first_seen}], disagreements [{field, value, source, record_key, survives}],
      events [{run_id, change, golden_id, from, to, cause}]}.
      """
  ) { arguments, terminal in
    let run = try RunFolderReference(arguments.required(0))
    let view = try GoldenRecordView(id: arguments.required(1), run: run)
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: view) : view.text)
    return .success
  }
}

extension GoldenRecordView {
  /// The record for a person.
  var text: String {
    var text = redirects.map {
      "\($0.from) → \($0.to) (\($0.reason), \($0.since))\n"
    }
    .joined()
    text += "\(goldenID) · \(party)\n\n"
    var survivors = TextTable(["field", "value"], [.left, .left])
    for survivor in fields { survivors.add([survivor.field, survivor.value]) }
    text += survivors.text + "\n"
    var records = TextTable(
      ["record", "file", "row", "role", "match probability", "decided by"],
      [.left, .left, .right, .left, .right, .left])
    for member in members {
      records.add([
        member.recordKey, member.file, member.rowNumber, member.role, member.matchProbability,
        member.decidedBy,
      ])
    }
    text += records.text + decisionText
    guard !claims.isEmpty else { return text + (surroundings?.text ?? "") }
    var table = TextTable(
      ["field", "", "value", "record", "first seen", "last seen", "rule"],
      [.left, .left, .left, .left, .left, .left, .left])
    for claim in claims {
      table.add([
        claim.field, claim.survives ? "●" : "", claim.value, claim.recordKey, claim.firstSeen,
        claim.lastSeen, claim.rule,
      ])
    }
    return text + "\n" + table.text + (surroundings?.text ?? "")
  }

  private var decisionText: String {
    guard !decisions.isEmpty else { return "" }
    var table = TextTable(
      ["decision", "verb", "what", "by", "at", "why", "status"],
      [.left, .left, .left, .left, .left, .left, .left])
    for decision in decisions {
      let what = [decision.left, decision.right, decision.field, decision.value]
      table.add([
        decision.decisionID, decision.verb, what.filter { !$0.isEmpty }.joined(separator: " "),
        decision.by, decision.at, decision.why, decision.status,
      ])
    }
    return "\n" + table.text
  }
}

extension GoldenRecordSurroundings {
  /// What surrounds the record, for a person; a part without rows is left out.
  fileprivate var text: String {
    var text = ""
    func add(_ headings: [String], _ rows: [[String]]) {
      guard !rows.isEmpty else { return }
      var table = TextTable(
        headings, [TextTable.Alignment](repeating: .left, count: headings.count))
      for row in rows { table.add(row) }
      text += "\n" + table.text
    }
    add(
      ["source", "team", "owner", "records"],
      owners.map { [$0.source, $0.team, $0.owner, String($0.records)] })
    for source in contestedSources { text += "撞单 several owners in '\(source)'\n" }
    add(
      ["works with", "title", "first seen", "last seen", ""],
      affiliations.map {
        [$0.goldenID, $0.title, $0.firstSeen, $0.lastSeen, $0.isCurrent ? "●" : ""]
      })
    add(
      ["disagreement", "", "value", "source", "record"],
      disagreements.map { [$0.field, $0.survives ? "●" : "", $0.value, $0.source, $0.recordKey] })
    add(
      ["finding", "record", "field", "message", "status", "first seen"],
      findings.map { [$0.rule, $0.recordKey, $0.field, $0.message, $0.status, $0.firstSeen] })
    add(
      ["run", "change", "golden id", "from", "to", "cause"],
      events.map { [$0.runID, $0.change, $0.goldenID, $0.from, $0.to, $0.cause] })
    return text
  }
}
