import Golden
import Match
import Vocabulary

/// Sets what two parties say beside each other, field by field.
struct ReviewRows {
  let table: NormalizedTable
  let party: Party
  let asOf: CivilDay
  /// What the model makes of some of their records.
  let steps: [PairScorer.Step]
  private let fields: GoldenFields
  /// Of the other kind of party.
  private let otherFields: GoldenFields
  /// The golden field in which the records name the other kind of party: whom a person works for, or
  /// who is met at an organization.
  private let companion: Int?

  init(table: NormalizedTable, party: Party, asOf: CivilDay, steps: [PairScorer.Step]) {
    (self.table, self.party, self.asOf, self.steps) = (table, party, asOf, steps)
    let schema = table.records.schema
    fields = GoldenFields(schema: schema, party: party)
    otherFields = GoldenFields(schema: schema, party: party.other)
    companion = otherFields.name == fields.name ? nil : otherFields.name
  }

  /// The most values of one field that are shown, and the most characters of one value.
  private static let (mostValues, mostCharacters) = (6, 160)

  /// A value, as far as it is gathered.
  private struct Gathered {
    var text: String
    var sources: Set<Int>
    var day: CivilDay?
    var records: Int
  }

  /// The rows of all fields that either party says something in: the name first, then the others in
  /// the order of the schema.
  func rows(_ left: [UInt32], _ right: [UInt32]) -> [ReviewQuestion.Row] {
    let (left, right) = (gather(left), gather(right))
    let order = left.indices.sorted { a, b in
      (a == fields.name ? 0 : 1, a) < (b == fields.name ? 0 : 1, b)
    }
    return order.filter { !left[$0].isEmpty || !right[$0].isEmpty }.map { field in
      ReviewQuestion.Row(
        field: field, verdict: verdict(field, left[field], right[field]),
        left: shown(left[field]), right: shown(right[field]))
    }
  }

  /// By golden field: the distinct values, in the order of the records.
  private func gather(_ members: [UInt32]) -> [[Gathered]] {
    let mentions = table.mentions(of: party)
    var values = [[Gathered]](repeating: [], count: table.records.schema.fields.count)
    for mention in members {
      let record = Int(mentions.record[Int(mention)])
      let source = Int(table.records.source[record])
      let day = [table.updated[record], table.created[record]].compactMap { $0?.day }
        .first { $0 <= asOf }
      for (claim, field) in claims(of: Int(mention), mentions, record) {
        let text = table.readings[Int(claim.field)].canonical.string(claim.value)
        if let place = values[field].firstIndex(where: { $0.text == text }) {
          values[field][place].sources.insert(source)
          values[field][place].day = [values[field][place].day, day].compactMap(\.self).max()
          values[field][place].records += 1
        } else {
          values[field].append(Gathered(text: text, sources: [source], day: day, records: 1))
        }
      }
    }
    return values
  }

  /// The claims of a mention, and those that name the other party of its record, with their golden
  /// fields.
  private func claims(
    of mention: Int, _ mentions: MentionTable, _ record: Int
  ) -> [(claim: ClaimReference, field: Int)] {
    let schema = table.records.schema
    var claims = mentions.claims(of: mention)
      .filter { schema.fields[Int($0.field)].purpose == .content }
      .map { ($0, fields.target[Int($0.field)]) }
    let others = table.mentions(of: party.other)
    guard let companion,
      let other = others.mention(
        ofKey: table.records.recordKey.string(record), in: table.records.recordKey)
    else { return claims }
    for claim in others.claims(of: Int(other))
    where otherFields.target[Int(claim.field)] == companion {
      claims.append((claim, companion))
    }
    return claims
  }

  /// The values that most records state, then the newest.
  private func shown(_ values: [Gathered]) -> [ReviewQuestion.Value] {
    let sorted = values.sorted { left, right in
      if left.records != right.records { return left.records > right.records }
      if left.day != right.day { return (left.day?.number ?? .min) > (right.day?.number ?? .min) }
      return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
    return sorted.prefix(Self.mostValues).map { value in
      let isLong = value.text.count > Self.mostCharacters
      return ReviewQuestion.Value(
        text: isLong ? value.text.prefix(Self.mostCharacters) + "…" : value.text,
        sources: value.sources.sorted(), day: value.day?.description)
    }
  }

  private func verdict(
    _ field: Int, _ left: [Gathered], _ right: [Gathered]
  ) -> ReviewQuestion.Row.Verdict {
    if left.isEmpty { return .rightOnly }
    if right.isEmpty { return .leftOnly }
    let texts = Set(left.map(\.text))
    if right.contains(where: { texts.contains($0.text) }) { return .same }
    let column = column(of: field)
    let bits = steps.filter { $0.column == column && $0.level != nil }.map(\.bits)
    guard let least = bits.min(), let most = bits.max() else {
      return isPersistent(field) ? .contradicts : .differs
    }
    return least <= -0.5 ? .contradicts : most >= 0.5 ? .alike : .differs
  }

  /// The evidence that a golden field feeds.
  private func column(of field: Int) -> String {
    if field == companion { return party == .person ? "employer" : "contact_name" }
    guard field == fields.name else { return table.records.schema.fields[field].name }
    return party == .person ? EvidenceColumn.personName : EvidenceColumn.organizationName
  }

  /// Whether a party has one value for good.
  private func isPersistent(_ field: Int) -> Bool {
    let field = table.records.schema.fields[field]
    return field.isEvidence && !field.isMultiple
      && (field.kind == .identifier || field.kind == .date)
  }
}
