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
      reason, since}].
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
    guard !claims.isEmpty else { return text }
    var table = TextTable(
      ["field", "", "value", "record", "first seen", "last seen", "rule"],
      [.left, .left, .left, .left, .left, .left, .left])
    for claim in claims {
      table.add([
        claim.field, claim.survives ? "●" : "", claim.value, claim.recordKey, claim.firstSeen,
        claim.lastSeen, claim.rule,
      ])
    }
    return text + "\n" + table.text
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
