import Vocabulary

/// The redirects after a run.
struct RedirectUpdate {
  /// Ascending by the old id.
  private(set) var redirects: [IdentityRedirect]

  /// - Parameters:
  ///   - previous: The ids before the run.
  ///   - membership: The membership after the run.
  ///   - revived: The lost ids that are back.
  ///   - successors: For each id that the run lost, the id that took most of its records.
  ///   - asOf: The day that new redirects bear.
  init(
    previous: PartyIdentities, membership: MembershipTable, revived: Set<UInt32>,
    successors: [UInt32: UInt32], asOf: CivilDay
  ) {
    let held = Self.records(
      of: Set(successors.keys).union(successors.values), in: previous.membership)
    redirects = previous.redirects.filter { !revived.contains($0.old) }
    for index in redirects.indices {
      Self.lead(&redirects[index], by: membership, after: successors)
    }
    let formerly = Dictionary(
      uniqueKeysWithValues: previous.redirects.filter { revived.contains($0.old) }
        .map { ($0.old, $0.records) })
    for (old, current) in successors {
      redirects.append(
        IdentityRedirect(
          party: previous.party, old: old, current: current, since: asOf,
          records: held[old] ?? TextColumn(),
          survivorRecords: formerly[current] ?? held[current] ?? TextColumn()))
    }
    redirects.sort { $0.old < $1.old }
  }

  /// Points a redirect to the id that holds most of the lost id's records today.
  ///
  /// The merge that made it can be undone only as long as the survivor, or who took it over, holds
  /// them; after that the survivor's former records say nothing any more.
  private static func lead(
    _ redirect: inout IdentityRedirect, by membership: MembershipTable,
    after successors: [UInt32: UInt32]
  ) {
    let heir = successors[redirect.current] ?? redirect.current
    var counts: [UInt32: Int] = [:]
    for row in 0..<redirect.records.count {
      if let number = membership.number(of: redirect.records[row].span) {
        counts[number, default: 0] += 1
      }
    }
    let most = counts.values.max() ?? 0
    let leading = counts.filter { $0.value == most }.keys
    if leading.isEmpty || leading.contains(heir) {
      redirect.current = heir
    } else if let oldest = leading.min() {
      redirect.current = oldest
      redirect.survivorRecords = TextColumn()
    }
  }

  /// The keys of the records that some ids hold.
  private static func records(of numbers: Set<UInt32>, in membership: MembershipTable)
    -> [UInt32: TextColumn]
  {
    guard !numbers.isEmpty else { return [:] }
    var records: [UInt32: TextColumn] = [:]
    for row in 0..<membership.count where numbers.contains(membership.numbers[row]) {
      records[membership.numbers[row], default: TextColumn()].append(membership.key(row))
    }
    return records
  }
}
