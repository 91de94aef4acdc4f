package import Vocabulary

/// What became of a decision in a run.
package enum DecisionStatus: String, CaseIterable, Hashable, Sendable {
  case followed
  /// What it names is not in this run.
  case waiting
  /// Others contradict it.
  case conflict
  /// A later line takes it back.
  case revoked
  /// Nothing is different for it.
  case noEffect = "no_effect"
}

/// A line of a decision file, and what became of it.
package struct DecisionRow: Hashable, Sendable {
  package var id: String
  package var verb = ""
  package var party = ""
  package var left = ""
  package var right = ""
  package var field = ""
  /// Of a sensitive field the token.
  package var value = ""
  package var by = ""
  package var at = ""
  package var why = ""
  package var revokes = ""
  package var status: DecisionStatus
  /// The ids of the decisions that contradict it, ascending.
  package var conflictsWith: [String] = []
  /// What a steward should know besides.
  package var note = ""
  /// The name of the file, without its folder.
  package var file = ""
  package var line = 0

  /// The columns of decisions.csv.
  static let columns = [
    "decision_id", "verb", "party", "left", "right", "field", "value", "by", "at", "why",
    "revokes", "status", "conflicts_with", "note", "file", "line",
  ]

  /// The cells before the line.
  var texts: [String] {
    [
      id, verb, party, left, right, field, value, by, at, why, revokes, status.rawValue,
      conflictsWith.joined(separator: ";"), note, file,
    ]
  }

  package init(id: String, status: DecisionStatus) {
    self.id = id
    self.status = status
  }
}

/// A value that a steward fixed, as a claim of the golden record.
package struct StewardClaim: Hashable, Sendable {
  package var party: Party
  package var cluster: UInt32
  /// The golden field, as an index in the schema.
  package var field: Int
  package var value: String
  package var rawValue: String
  package var decisionID: String
  /// As the steward wrote it.
  package var day: String

  package init(
    party: Party, cluster: UInt32, field: Int, value: String, rawValue: String,
    decisionID: String, day: String
  ) {
    self.party = party
    self.cluster = cluster
    self.field = field
    self.value = value
    self.rawValue = rawValue
    self.decisionID = decisionID
    self.day = day
  }

  /// What stands for a record key, for no record says it.
  package var key: String { "decisions/" + decisionID }

  /// The day of the decision, if it was written as one.
  var decidedOn: CivilDay? { CivilDay(iso: String(day.prefix(10))) }
}

extension ResultTables {
  /// Writes decisions.csv: every line of the decision files, and what became of it.
  func writeDecisions(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(path: path, header: DecisionRow.columns)
    for row in sortedDecisions {
      for cell in row.texts { writer.append(cell) }
      writer.append(row.line)
      writer.endRow()
    }
    return try writer.finish()
  }

  /// The decisions in the order of their ids.
  var sortedDecisions: [DecisionRow] {
    decisions.sorted { ($0.id, $0.file, $0.line) < ($1.id, $1.file, $1.line) }
  }

  /// The values that stewards fixed, by kind of party and cluster, ascending by field and decision.
  func stewardClaims(of party: Party) -> [UInt32: [StewardClaim]] {
    Dictionary(grouping: stewardClaims.filter { $0.party == party }, by: \.cluster)
      .mapValues { $0.sorted { ($0.field, $0.decisionID) < ($1.field, $1.decisionID) } }
  }

  /// Appends the rows of values that stewards fixed, as far as they belong before a field.
  func append(
    _ claims: inout ArraySlice<StewardClaim>, before field: Int, _ goldenID: String,
    to writer: inout CSVWriter
  ) {
    while let claim = claims.first, claim.field < field {
      append(claim, goldenID, to: &writer)
      claims.removeFirst()
    }
  }

  private func append(_ claim: StewardClaim, _ goldenID: String, to writer: inout CSVWriter) {
    let field = table.records.schema.fields[claim.field]
    writer.append(goldenID)
    writer.append(claim.party.rawValue)
    writer.append(field.name)
    for value in [claim.value, claim.rawValue] {
      let bytes = Array(value.utf8)
      writer.append(bytes.span, inDigits: field.kind.isWrittenInDigits)
    }
    writer.append(claim.key)
    writer.append(claim.decidedOn)
    writer.append(claim.decidedOn)
    writer.append(true)
    writer.append(true)
    writer.append(SurvivorReason.rule(.steward).name)
    writer.endRow()
  }
}
