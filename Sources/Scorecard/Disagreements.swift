import Vocabulary

/// Whether the records of one party agree on a field or bear out its value, unit by unit.
///
/// Shape: record *r* has the units `units[starts[r]..<starts[r + 1]]`, in the order of their rules and fields.
struct Disagreements: Sendable {
  /// One record's value for a field that other records of its party can be held against.
  struct Unit: Hashable, Sendable {
    var record: UInt32
    var rule: UInt8
    var field: UInt16
    /// The index plus one of the first record with the leading value; 0 where the unit agrees.
    var leaderNumber: UInt32
    /// Number in the raw pool of the field; 0 where the value was read from another field's cell.
    var raw: UInt32
  }

  private(set) var starts: [UInt32]
  private(set) var units: [Unit]

  init(_ input: ScorecardInput) {
    let collectors = [
      Collector(input.table, .person, input.persons),
      Collector(input.table, .organization, input.organizations),
    ]
    let corroborations = [
      Corroboration(input.table, .person, input.persons),
      Corroboration(input.table, .organization, input.organizations),
    ]
    let found = collectors.flatMap { $0.units() } + corroborations.flatMap { $0.units() }
    starts = [UInt32](repeating: 0, count: input.table.records.count + 1)
    for unit in found { starts[Int(unit.record) + 1] += 1 }
    for record in 0..<input.table.records.count { starts[record + 1] += starts[record] }
    var next = starts
    var places = [Int](repeating: 0, count: found.count)
    for (number, unit) in found.enumerated() {
      places[Int(next[Int(unit.record)])] = number
      next[Int(unit.record)] += 1
    }
    units = places.map { found[$0] }
  }
}

/// Compares the claims of the clusters of one kind of party.
private struct Collector {
  /// A claim under comparison.
  struct Candidate {
    var record: UInt32
    var isSubject: Bool
    var value: UInt32
    var raw: UInt32
  }

  let table: NormalizedTable
  let mentions: MentionTable
  let clusters: EntityClusters
  let fields: [ComparedField]

  init(_ table: NormalizedTable, _ party: Party, _ clusters: EntityClusters) {
    self.table = table
    self.clusters = clusters
    mentions = table.mentions(of: party)
    fields = table.records.schema.fields.indices.compactMap { ComparedField($0, in: table) }
      .filter { party == .person || $0.rule != RuleNumber.sameHonorific }
      .sorted { ($0.rule, $0.field) < ($1.rule, $1.field) }
  }

  func units() -> [Disagreements.Unit] {
    var units: [Disagreements.Unit] = []
    var candidates: [Candidate] = []
    for cluster in 0..<clusters.count where clusters.members(of: cluster).count > 1 {
      for field in fields {
        candidates.removeAll(keepingCapacity: true)
        for mention in clusters.members(of: cluster) {
          let claim = mentions.claims(of: Int(mention)).first {
            Int($0.field) == field.field && field.classes[Int($0.value)] > 0
              && field.isComparable(raw: $0.raw)
          }
          guard let claim else { continue }
          candidates.append(
            Candidate(
              record: mentions.record[Int(mention)],
              isSubject: mentions.role[Int(mention)] == .subject,
              value: field.classes[Int(claim.value)], raw: claim.raw))
        }
        if candidates.count > 1 { compare(candidates, field, into: &units) }
      }
    }
    return units
  }

  private func compare(
    _ candidates: [Candidate], _ field: ComparedField, into units: inout [Disagreements.Unit]
  ) {
    // Agreement is the rule; only where two values meet must a leader be found for each script.
    let isMixed = candidates.contains { $0.value != candidates[0].value }
    let leaders = isMixed ? [false, true].map { leader(candidates, field, han: $0) } : []
    for candidate in candidates where candidate.isSubject {
      let leader = isMixed ? leaders[field.isHan[Int(candidate.value)] ? 1 : 0] : nil
      let differs = leader.map { $0.value != candidate.value } ?? false
      units.append(
        Disagreements.Unit(
          record: candidate.record, rule: UInt8(field.rule), field: UInt16(field.field),
          leaderNumber: differs ? (leader?.record ?? 0) + 1 : 0, raw: candidate.raw))
    }
  }

  /// The first record of the value that most records have, the newest deciding between equals.
  private func leader(
    _ candidates: [Candidate], _ field: ComparedField, han: Bool
  ) -> Candidate? {
    var best: (candidate: Candidate, count: Int, newest: CivilTime?)?
    var seen: [UInt32] = []
    for candidate in candidates
    where field.isHan[Int(candidate.value)] == han && !seen.contains(candidate.value) {
      seen.append(candidate.value)
      let same = candidates.filter { $0.value == candidate.value }
      let newest = same.compactMap { time(of: $0.record) }.max()
      guard let known = best else {
        best = (candidate, same.count, newest)
        continue
      }
      let isBetter =
        if same.count != known.count {
          same.count > known.count
        } else if newest != known.newest {
          (newest?.seconds ?? .min) > (known.newest?.seconds ?? .min)
        } else {
          field.texts[Int(candidate.value)] < field.texts[Int(known.candidate.value)]
        }
      if isBetter { best = (candidate, same.count, newest) }
    }
    return best?.candidate
  }

  private func time(of record: UInt32) -> CivilTime? {
    table.updated[Int(record)] ?? table.created[Int(record)]
  }
}

/// A field on which the records of one party should agree.
private struct ComparedField {
  let field: Int
  let rule: Int
  /// By canonical value: the class that is compared; 0 is not compared.
  let classes: [UInt32]
  /// By class.
  let isHan: [Bool]
  let texts: [String]
  private let issues: [ValueIssues]

  /// Nil when records need not agree on the field.
  init?(_ index: Int, in table: NormalizedTable) {
    let schemaField = table.records.schema.fields[index]
    guard schemaField.purpose == .content, let rule = Self.rule(of: schemaField) else {
      return nil
    }
    field = index
    self.rule = rule
    let pool = table.readings[index].canonical
    issues = table.readings[index].issues
    let values = (0..<UInt32(pool.count)).map { pool.string($0) }
    if rule == RuleNumber.sameHonorific {
      classes = values.map { Self.men.contains($0) ? 1 : Self.women.contains($0) ? 2 : 0 }
      texts = ["", "1", "2"]
      isHan = [false, false, false]
    } else {
      classes = Array(0..<UInt32(pool.count))
      texts = values
      isHan = values.map { $0.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } }
    }
  }

  /// Whether a raw value is fit to contradict another.
  func isComparable(raw: UInt32) -> Bool {
    raw == 0 || Int(raw) >= issues.count || issues[Int(raw)].isDisjoint(with: .notIdentity)
  }

  private static let men: Set<String> = ["先生", "Mr", "Mr.", "mr"]
  private static let women: Set<String> = [
    "女士", "小姐", "太太", "Ms", "Ms.", "ms", "Mrs", "Mrs.", "mrs", "Miss", "miss",
  ]

  private static func rule(of field: Field) -> Int? {
    if field.isMultiple || field.isSensitive && !field.isExclusive { return nil }
    if field.isExclusive { return RuleNumber.sameIdentifier }
    if field.kind == .date { return RuleNumber.sameDate }
    if field.name == "city", field.kind == .place { return RuleNumber.sameCity }
    return field.name == "honorific" ? RuleNumber.sameHonorific : nil
  }
}
