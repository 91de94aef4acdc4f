import Vocabulary

/// How many parties of one full name there are, as far as numbers and birthdays tell.
///
/// Mentions of one name that have a phone, a mailbox, an identifier or a birthday in common are one
/// party; each group that has nothing in common with the others is held for another.
struct Namesakes: Sendable {
  /// By full name: the parties that have it; 0 where there is nothing to tell by.
  private(set) var counts: [UInt32]
  /// All of them.
  private(set) var total = 0.0

  init(_ names: EvidenceColumn, among columns: [EvidenceColumn], mentions: Int) {
    counts = [UInt32](repeating: 0, count: names.parts.count)
    let telling = columns.filter { $0.topic == nil && Self.tells($0.kind) }
    guard !telling.isEmpty else { return }
    // By column and value: the group that met it last.
    var met = telling.map { [UInt32](repeating: 0, count: $0.values.count) }
    // Two mentions of a name may always be one person.
    let holders = ValueHolders(
      names,
      keyOf: names.kind == .personName
        ? names.persons.map(\.full) : names.organizations.map(\.key),
      keys: names.parts.count, mentions: mentions, atLeast: 3)
    var groups = DisjointGroups()
    for full in 1..<max(1, names.parts.count) {
      groups.removeAll()
      for place in Int(holders.starts[full])..<Int(holders.starts[full + 1]) {
        let mention = Int(holders.mentions[place])
        var group: UInt32?
        for (index, column) in telling.enumerated() {
          for slot in Int(column.starts[mention])..<Int(column.starts[mention + 1]) {
            let value = Int(column.ids[slot])
            let mine = group ?? groups.add()
            group = mine
            let known = met[index][value]
            if groups.holds(known) { groups.join(known, mine) } else { met[index][value] = mine }
          }
        }
      }
      counts[full] = groups.count
      total += Double(groups.count)
    }
  }

  private static func tells(_ kind: EvidenceColumn.Kind) -> Bool {
    kind == .phone || kind == .email || kind == .identifier || kind == .date
  }
}

/// Groups that grow together, numbered on end for all names.
private struct DisjointGroups {
  private var parents: [UInt32] = []
  /// The number of the first group of the name at hand; 0 is none.
  private var first: UInt32 = 1
  private(set) var count: UInt32 = 0

  /// Begins the next name.
  mutating func removeAll() {
    first += UInt32(parents.count)
    parents.removeAll(keepingCapacity: true)
    count = 0
  }

  mutating func add() -> UInt32 {
    let group = first + UInt32(parents.count)
    parents.append(group)
    count += 1
    return group
  }

  /// Whether a group belongs to the name at hand.
  func holds(_ group: UInt32) -> Bool { group >= first }

  mutating func join(_ a: UInt32, _ b: UInt32) {
    let (x, y) = (root(a), root(b))
    guard x != y else { return }
    parents[Int(max(x, y) - first)] = min(x, y)
    count -= 1
  }

  private func root(_ group: UInt32) -> UInt32 {
    var current = group
    while parents[Int(current - first)] != current { current = parents[Int(current - first)] }
    return current
  }
}
