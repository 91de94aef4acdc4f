import Vocabulary

extension FindingTable {
  /// Gives the findings of one range their identifiers, what is known of them, and proposals.
  ///
  /// A finding is the same one on another night when its rule, its record's key, its field and slot
  /// and, for a duplicate, the other record's key are the same.
  mutating func identify(_ context: RecordScan.Context) {
    let plan = context.plan
    let seeds = IdentifierSeeds(rules: plan.rules, schema: context.input.table.records.schema)
    let keys = context.input.table.records.recordKey
    let history = context.input.history
    let settled = context.input.settled
    identifier.reserveCapacity(count)
    status.reserveCapacity(count)
    firstSeen.reserveCapacity(count)
    correction.reserveCapacity(count)
    for finding in 0..<count {
      let rule = Int(rule[finding])
      let number = Int(fieldNumber[finding])
      let hash = seeds.identifier(
        rule: rule, fieldNumber: number, slot: Int(slot[finding]), record: Int(record[finding]),
        other: otherNumber[finding], keys: keys)
      identifier.append(hash)
      let known = history[identifier: hash]
      let isSettled = !settled.isEmpty && settled.contains(hash)
      status.append(isSettled ? .appealed : known?.status.whenFound ?? .open)
      firstSeen.append(known?.firstSeen ?? context.input.asOf)
      let isMail = rule == RuleNumber.email
      correction.append(
        isMail ? plan.verdicts[number - 1].corrections[Int(raw[finding])] : 0)
    }
  }

  /// Appends the findings of the records that follow.
  mutating func append(_ other: FindingTable) {
    rule += other.rule
    record += other.record
    fieldNumber += other.fieldNumber
    slot += other.slot
    raw += other.raw
    otherNumber += other.otherNumber
    correction += other.correction
    counted += other.counted
    identifier += other.identifier
    status += other.status
    firstSeen += other.firstSeen
  }
}

extension FindingStatus {
  /// The status of a finding that a run makes again.
  ///
  /// One whose record was gone, and is back, is as open as if it had never been away; so is one that a
  /// steward had settled, and settles no longer.
  fileprivate var whenFound: Self {
    switch self {
    case .fixed: .reopened
    case .gone, .appealed: .open
    case .open, .reopened: self
    }
  }
}

/// Where the hash of a finding's identifier starts: from the names of its rule and field.
struct IdentifierSeeds: Sendable {
  private static let slots = 16

  private let fieldNumbers: Int
  private let seeds: [UInt64]

  init(rules: [QualityRule], schema: Schema) {
    let names = [""] + schema.fields.map(\.name)
    fieldNumbers = names.count
    seeds = rules.flatMap { rule in
      names.flatMap { name in
        (0..<Self.slots).map { slot in
          let text = slot == 0 ? "\(rule.id)\n\(name)" : "\(rule.id)\n\(name)\n\(slot)"
          return hashBytes(Array(text.utf8).span)
        }
      }
    }
  }

  /// The identifier of a finding; `other` is the index of the other record plus one.
  func identifier(
    rule: Int, fieldNumber: Int, slot: Int, record: Int, other: UInt32, keys: TextColumn
  ) -> UInt64 {
    let bytes = keys.bytes.span
    let hash = hashBytes(
      bytes.extracting(keys.range(of: record)),
      seed: self[rule: rule, fieldNumber: fieldNumber, slot: slot])
    guard rule == RuleNumber.inSource || rule == RuleNumber.decision, other > 0 else {
      return hash
    }
    return hashBytes(bytes.extracting(keys.range(of: Int(other) - 1)), seed: hash)
  }

  private subscript(rule rule: Int, fieldNumber fieldNumber: Int, slot slot: Int) -> UInt64 {
    let seed = seeds[(rule * fieldNumbers + fieldNumber) * Self.slots + slot % Self.slots]
    return seed &+ UInt64(slot / Self.slots)
  }
}
