import Vocabulary

extension RecordKeepers {
  /// Reads who keeps each record from the owner, team and branch columns.
  ///
  /// Where a source has no branch column, the part of the team in front of a dash is the branch:
  /// 成都分公司-大客户部 belongs to 成都分公司. An employee of the roster has the name, team and branch that it
  /// says.
  ///
  /// - Parameters:
  ///   - table: The records.
  ///   - roster: The employees, or nil where names have to serve.
  ///   - asOf: The day whose teams count.
  init(_ table: NormalizedTable, roster: Roster?, asOf: CivilDay) {
    let records = table.records
    var names = ValuePool()
    let owner = Self.names(of: "owner", in: table, pool: &names)
    let team = Self.names(of: "team", in: table, pool: &names)
    let branch = Self.names(of: "branch", in: table, pool: &names)
    let hasBranch = records.sources.map { source in
      source.columns.contains { records.schema.fields[$0.field].name == "branch" }
    }
    var people = GroupNumbers()
    var places = GroupNumbers()
    var groups = GroupNumbers()
    let groupOf = (0..<records.count).map { record in
      let person = people.number(of: team?[record] ?? 0, owner?[record] ?? 0)
      let place = places.number(of: UInt32(records.source[record]), branch?[record] ?? 0)
      return groups.number(of: place, person)
    }
    let keeperOfGroup = groups.pairs.map { place, person in
      let (source, branch) = places.pairs[Int(place)]
      let (team, owner) = people.pairs[Int(person)]
      let keeper = Keeper(
        source: Int(source),
        branch: hasBranch[Int(source)]
          ? names.string(branch) : Self.branch(ofTeam: names.string(team)),
        team: names.string(team), owner: names.string(owner))
      guard let roster else { return keeper }
      return keeper.known(to: roster, source: records.sources[Int(source)].name, asOf: asOf)
    }
    self.init(groupOf: groupOf, keeperOfGroup: keeperOfGroup)
  }

  /// Numbers the keepers in their order.
  private init(groupOf: [UInt32], keeperOfGroup: [Keeper]) {
    let sorted = Set(keeperOfGroup).sorted {
      ($0.source, $0.branch, $0.team, $0.owner, $0.employee)
        < ($1.source, $1.branch, $1.team, $1.owner, $1.employee)
    }
    var numbers: [Keeper: UInt32] = [:]
    for (number, keeper) in sorted.enumerated() { numbers[keeper] = UInt32(number) }
    let numberOfGroup = keeperOfGroup.map { numbers[$0] ?? 0 }
    self.init(keepers: sorted, keeperOf: groupOf.map { numberOfGroup[Int($0)] })
  }

  /// The cleaned name in each record's cell of a governance field, or nil where no source has one.
  private static func names(
    of name: String, in table: NormalizedTable, pool: inout ValuePool
  ) -> [UInt32]? {
    guard let field = table.records.schema.index(of: name),
      let column = table.records.columns(of: field).first
    else { return nil }
    let raws = table.records.pools[field]
    let readings = table.readings[field]
    let ids = (0..<UInt32(raws.count)).map { raw -> UInt32 in
      guard raw > 0 else { return 0 }
      if let first = readings[raw].first { return pool.intern(readings.canonical.string(first)) }
      return pool.intern(trimmed(raws.string(raw)))
    }
    return column.ids.map { ids[Int($0)] }
  }

  static func branch(ofTeam team: String) -> String {
    guard let dash = team.firstIndex(where: { $0 == "-" || $0 == "－" || $0 == "—" }) else {
      return ""
    }
    return trimmed(String(team[..<dash]))
  }

  private static func trimmed(_ text: String) -> String {
    String(
      String(text.drop(while: \.isWhitespace)).reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// Pairs of numbers, numbered in the order in which they were first seen.
///
/// Open addressing, since a dictionary would be asked once a record.
struct GroupNumbers {
  private(set) var pairs: [(left: UInt32, right: UInt32)] = []
  private var slots = [UInt32](repeating: 0, count: 256)

  /// The number of a pair, given to it when it is new.
  mutating func number(of left: UInt32, _ right: UInt32) -> UInt32 {
    if pairs.count * 2 >= slots.count { grow() }
    var slot = place(of: left, right)
    while slots[slot] > 0 {
      let number = slots[slot] - 1
      if pairs[Int(number)] == (left, right) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    pairs.append((left, right))
    slots[slot] = UInt32(pairs.count)
    return UInt32(pairs.count - 1)
  }

  private func place(of left: UInt32, _ right: UInt32) -> Int {
    let key = UInt64(left) << 32 | UInt64(right)
    let product = (key ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return Int(truncatingIfNeeded: product.high ^ product.low) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (number, pair) in pairs.enumerated() {
      var slot = place(of: pair.left, pair.right)
      while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
