import Vocabulary

/// Tells which phones and mailboxes other records of the party bear out, and which they contradict.
///
/// A value that another record has, too, is borne out. One that stands alone and is a single slip away
/// from what two or more other records say is contradicted by them. Any other is unverified and no unit:
/// people change their numbers.
struct Corroboration {
  /// One record's value.
  private struct Use: Hashable, Comparable {
    var value: UInt32
    var record: UInt32
    var raw: UInt32
    var isSubject: Bool

    static func < (left: Self, right: Self) -> Bool {
      (left.value, left.record) < (right.value, right.record)
    }
  }

  private let table: NormalizedTable
  private let mentions: MentionTable
  private let clusters: EntityClusters

  init(_ table: NormalizedTable, _ party: Party, _ clusters: EntityClusters) {
    self.table = table
    self.clusters = clusters
    mentions = table.mentions(of: party)
  }

  /// The units of all fields that others can bear out.
  func units() -> [Disagreements.Unit] {
    let rules = table.records.schema.fields.map { field -> Int? in
      guard field.purpose == .content else { return nil }
      return switch field.kind {
      case .phone: RuleNumber.truePhone
      case .email: RuleNumber.trueEmail
      default: nil
      }
    }
    var units: [Disagreements.Unit] = []
    var uses: [[Use]] = rules.map { _ in [] }
    for cluster in 0..<clusters.count where clusters.members(of: cluster).count > 1 {
      collect(cluster, rules, into: &uses)
      for (field, rule) in rules.enumerated() {
        guard let rule, uses[field].count > 1 else { continue }
        judge(uses[field].sorted(), field: field, rule: rule, into: &units)
      }
    }
    return units
  }

  private func collect(_ cluster: Int, _ rules: [Int?], into uses: inout [[Use]]) {
    for field in uses.indices { uses[field].removeAll(keepingCapacity: true) }
    for mention in clusters.members(of: cluster) {
      let isSubject = mentions.role[Int(mention)] == .subject
      for claim in mentions.claims(of: Int(mention)) where rules[Int(claim.field)] != nil {
        let issues = table.readings[Int(claim.field)].issues[Int(claim.raw)]
        guard issues.isDisjoint(with: Self.unfit) else { continue }
        uses[Int(claim.field)].append(
          Use(
            value: claim.value, record: mentions.record[Int(mention)], raw: claim.raw,
            isSubject: isSubject))
      }
    }
  }

  /// Values that prove nothing about the party.
  private static let unfit = ValueIssues.notIdentity.union([.crowded, .roleMailbox])

  private func judge(
    _ uses: [Use], field: Int, rule: Int, into units: inout [Disagreements.Unit]
  ) {
    let groups = groups(of: uses)
    for group in groups {
      let isBorneOut = uses[group.lowerBound].record != uses[group.upperBound - 1].record
      let contradiction = isBorneOut ? nil : contradiction(of: group, in: groups, uses, field)
      guard isBorneOut || contradiction != nil else { continue }
      for use in uses[group] where use.isSubject {
        units.append(
          Disagreements.Unit(
            record: use.record, rule: UInt8(rule), field: UInt16(field),
            leaderNumber: contradiction.map { $0 + 1 } ?? 0, raw: use.raw))
      }
    }
  }

  /// The places of equal values.
  private func groups(of uses: [Use]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for place in uses.indices {
      if let last = groups.last, uses[last.lowerBound].value == uses[place].value {
        groups[groups.count - 1] = last.lowerBound..<place + 1
      } else {
        groups.append(place..<place + 1)
      }
    }
    return groups
  }

  /// The first record of what two or more other records say, if the value is a slip of that.
  private func contradiction(
    of group: Range<Int>, in groups: [Range<Int>], _ uses: [Use], _ field: Int
  ) -> UInt32? {
    let own = uses[group.lowerBound]
    let pool = table.readings[field].canonical
    let bytes = pool.bytes.span
    let value = bytes.extracting(pool.range(of: own.value))
    for other in groups where other != group {
      let first = uses[other.lowerBound]
      let records = Set(uses[other].map(\.record)).subtracting([own.record])
      guard records.count > 1 else { continue }
      if isOneSlip(value, bytes.extracting(pool.range(of: first.value))) {
        return records.min()
      }
    }
    return nil
  }
}
