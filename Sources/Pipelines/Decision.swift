import Vocabulary

/// One line of a decision file: what a steward ruled, or takes back.
struct Decision: Hashable, Sendable {
  enum Verb: String, CaseIterable, Hashable, Sendable {
    /// Two records are one party.
    case same
    /// Two records are two parties.
    case different
    /// A record is taken out of its cluster.
    case detach
    /// A field of a golden record has this value.
    case value
    /// A record is about a person, or about an organization.
    case kind
    /// A finding or a question is settled.
    case ignore
  }

  var id: String
  /// Nil where the line only takes another one back.
  var verb: Verb?
  var party: Party?
  /// Record keys.
  var left = ""
  var right = ""
  /// For `value`: a field of the schema.
  var field = ""
  /// For `value` what the field holds, for `ignore` a finding or question, for `kind` the party.
  var value = ""
  var by = ""
  var at = ""
  var why = ""
  /// The id of the decision that the line takes back; empty for none.
  var revokes = ""
  var file = ""
  var line = 0
  /// For `value`: the value in canonical form, of a sensitive field the token.
  var canonical = ""

  /// Where the line stands, for messages.
  var place: String { "\(file):\(line)" }

  /// The party that `kind` says the record is about.
  var decidedKind: Party? { value.isEmpty ? party : Party(rawValue: value) }

  /// What `ignore` names, when that is a finding: its identifier.
  var settledFinding: UInt64? {
    guard verb == .ignore, value.utf8.count == 16 else { return nil }
    return UInt64(value, radix: 16)
  }

  /// Whether two lines say the same, wherever they stand.
  func isRepeated(by other: Decision) -> Bool {
    var copy = other
    (copy.file, copy.line) = (file, line)
    return copy == self
  }
}

extension Decision {
  /// What keeps a line from being followed, and the way out; nil when nothing does.
  func problem(in schema: Schema) -> String? {
    guard let verb else {
      return revokes.isEmpty ? "the line decides nothing; fill in 'verb' or 'revokes'" : nil
    }
    if id.isEmpty {
      return "'decision_id' is empty; give the decision a name, so that it can be taken back"
    }
    switch verb {
    case .same, .different: return pairProblem(verb)
    case .detach:
      if party == nil { return Self.partyProblem }
      if left.isEmpty { return "'detach' needs a record key in left" }
      return right.isEmpty
        ? nil : "'detach' takes one record out; leave 'right' empty, or use 'different'"
    case .value: return valueProblem(in: schema)
    case .kind:
      if left.isEmpty { return "'kind' needs a record key in left" }
      return decidedKind == nil ? "'kind' needs person or organization in value" : nil
    case .ignore: return ignoreProblem
    }
  }

  private static let partyProblem = "'party' must be person or organization"

  private func pairProblem(_ verb: Verb) -> String? {
    if party == nil { return Self.partyProblem }
    if left.isEmpty || right.isEmpty {
      return "'\(verb.rawValue)' needs record keys in left and right"
    }
    return left == right ? "left and right are one record; name two" : nil
  }

  private func valueProblem(in schema: Schema) -> String? {
    if party == nil { return Self.partyProblem }
    if left.isEmpty { return "'value' needs a record key in left" }
    if value.isEmpty { return "'value' needs what the field holds in the column value" }
    let fields = schema.fields.filter { $0.purpose == .content }.map(\.name)
    guard !fields.contains(field) else { return nil }
    if field.isEmpty { return "'value' needs the name of a field in the column field" }
    let way = SpellingSuggestion.wayOut(for: field, among: fields)
    return "golden records have no such field; \(way)"
  }

  private var ignoreProblem: String? {
    if value.isEmpty {
      let isPair = party != nil && !left.isEmpty && !right.isEmpty && left != right
      return isPair
        ? nil : "'ignore' needs a finding_id or a question_id in value, or party, left and right"
    }
    if settledFinding != nil { return nil }
    let isQuestion = value.utf8.count == 17 && value.hasPrefix("q")
    return isQuestion && UInt64(value.dropFirst(), radix: 16) != nil
      ? nil : "'value' is no finding_id or question_id; copy one from findings.csv or review.csv"
  }
}
