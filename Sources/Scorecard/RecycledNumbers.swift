import Vocabulary

/// Phone numbers that were one person's and are another's now.
///
/// Operators give numbers anew. Two people of whom one has a number long after the other, with nothing of
/// their names in common, are not one party; but whoever calls the first one reaches the second.
enum RecycledNumbers {
  /// So long after the last record of the first holder the first one of the second comes, in seconds.
  private static let pause: Int64 = 180 * 86_400
  /// A number of more people is shared, and not handed on.
  private static let mostHolders = 3

  /// A person with one number.
  private struct Holder {
    /// The records with the number that are filed under the person.
    var records: [(record: UInt32, raw: UInt32)]
    var names: [String]
    var first: Int64
    var last: Int64
    var firstRecord: UInt32
  }

  private struct Use: Comparable {
    var value: UInt32
    var cluster: UInt32
    var record: UInt32
    var mention: UInt32
    var raw: UInt32

    static func < (a: Use, b: Use) -> Bool {
      (a.value, a.cluster, a.record) < (b.value, b.cluster, b.record)
    }
  }

  /// One unit for each record whose number another person has, too.
  static func units(_ input: ScorecardInput) -> [Disagreements.Unit] {
    let fields = input.table.records.schema.fields
    return fields.indices.filter { fields[$0].kind == .phone && fields[$0].purpose == .content }
      .flatMap { units(of: $0, input) }
  }

  private static func units(of field: Int, _ input: ScorecardInput) -> [Disagreements.Unit] {
    var units: [Disagreements.Unit] = []
    let uses = uses(of: field, input)
    var start = 0
    while start < uses.count {
      var end = start + 1
      while end < uses.count, uses[end].value == uses[start].value { end += 1 }
      defer { start = end }
      guard uses[end - 1].cluster != uses[start].cluster else { continue }
      let holders = holders(uses[start..<end], input)
      guard (2...mostHolders).contains(holders.count) else { continue }
      for holder in holders {
        let next = holders.filter { $0.first - holder.last >= pause && areApart($0, holder) }
          .min { ($0.first, $0.firstRecord) < ($1.first, $1.firstRecord) }
        units += holder.records.map {
          Disagreements.Unit(
            record: $0.record, rule: UInt8(RuleNumber.recycledPhone), field: UInt16(field),
            leaderNumber: next.map { $0.firstRecord + 1 } ?? 0, raw: $0.raw)
        }
      }
    }
    return units
  }

  /// Who has which number, by number and person; of those that more than one person has.
  private static func uses(of field: Int, _ input: ScorecardInput) -> [Use] {
    let mentions = input.table.persons
    let readings = input.table.readings[field]
    // By number: the first person who has it plus one, 0 for none, and the highest number for several.
    var holder = [UInt32](repeating: 0, count: readings.canonical.count)
    var uses: [Use] = []
    for mention in 0..<mentions.count {
      let cluster = UInt32(input.persons.clusterOf[mention])
      for place in mentions.claimRange(of: mention) {
        let claim = mentions.claims[place]
        guard Int(claim.field) == field, claim.value > 0, Int(claim.raw) < readings.issues.count,
          readings.issues[Int(claim.raw)].isDisjoint(with: .notIdentity)
        else { continue }
        let value = Int(claim.value)
        holder[value] = holder[value] == 0 || holder[value] == cluster + 1 ? cluster + 1 : .max
        uses.append(
          Use(
            value: claim.value, cluster: cluster, record: mentions.record[mention],
            mention: UInt32(mention), raw: claim.raw))
      }
    }
    return uses.filter { holder[Int($0.value)] == .max }.sorted()
  }

  private static func holders(_ uses: ArraySlice<Use>, _ input: ScorecardInput) -> [Holder] {
    var holders: [Holder] = []
    var cluster: UInt32?
    for use in uses {
      let record = Int(use.record)
      guard let time = (input.table.created[record] ?? input.table.updated[record])?.seconds
      else { continue }
      if cluster != use.cluster {
        cluster = use.cluster
        holders.append(
          Holder(records: [], names: [], first: time, last: time, firstRecord: use.record))
      }
      let place = holders.count - 1
      let isSubject = input.table.persons.role[Int(use.mention)] == .subject
      if isSubject, holders[place].records.last?.record != use.record {
        holders[place].records.append((use.record, use.raw))
      }
      holders[place].names += names(of: Int(use.mention), input)
      if time < holders[place].first {
        (holders[place].first, holders[place].firstRecord) = (time, use.record)
      }
      holders[place].last = max(holders[place].last, time)
    }
    return holders
  }

  private static func names(of mention: Int, _ input: ScorecardInput) -> [String] {
    let fields = input.table.records.schema.fields
    return input.table.persons.claims(of: mention).filter {
      let kind = fields[Int($0.field)].kind
      return kind == .personName || kind == .partyName
    }.map { input.table.readings[Int($0.field)].canonical.string($0.value) }
  }

  /// Whether two people have complete names with nothing in common.
  private static func areApart(_ a: Holder, _ b: Holder) -> Bool {
    let (one, other) = (parts(of: a), parts(of: b))
    guard !one.isEmpty, !other.isEmpty else { return false }
    let isHan = { (parts: Set<String>) in
      parts.contains { $0.unicodeScalars.first?.value ?? 0 > 0x2E7F }
    }
    return isHan(one) == isHan(other) && one.isDisjoint(with: other)
  }

  /// The characters of Han names and the words of others, of those that are more than a surname.
  private static func parts(of holder: Holder) -> Set<String> {
    var parts: Set<String> = []
    for name in holder.names {
      let words = name.lowercased().split(separator: " ").map(String.init)
      let isHan = name.unicodeScalars.first.map { $0.value > 0x2E7F } ?? false
      if isHan, name.unicodeScalars.count > 1 {
        parts.formUnion(name.unicodeScalars.map(String.init))
      } else if !isHan, words.count > 1 {
        parts.formUnion(words)
      }
    }
    return parts
  }
}
