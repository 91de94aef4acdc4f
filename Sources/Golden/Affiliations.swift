package import Vocabulary

/// Finds which person works for which organization.
///
/// A record that mentions both ties them; the records of the same two parties make one affiliation.
/// A person's newest affiliation is the current one: by the time of its newest record, then by the
/// number of its records, then by the smallest golden id of the organization.
///
/// - Parameters:
///   - table: The records with their mentions.
///   - persons: The clusters of the persons and their golden ids.
///   - organizations: The same of the organizations.
///   - asOf: The day of the run; times after it count as unknown.
/// - Returns: One row per pair, in the order of the golden ids of the person, then of the
///   organization.
package func affiliations(
  in table: NormalizedTable, persons: (clusters: EntityClusters, ids: TextColumn),
  organizations: (clusters: EntityClusters, ids: TextColumn), asOf: CivilDay
) -> [Affiliation] {
  let ties = ties(in: table, persons.clusters, organizations.clusters)
  let title = table.records.schema.index(of: "title")
  var pairs: [TiedPair] = []
  var start = 0
  while start < ties.count {
    var end = start + 1
    while end < ties.count, ties[end].isOfSamePair(as: ties[start]) { end += 1 }
    pairs.append(TiedPair(ties[start..<end], in: table, title: title, until: asOf))
    start = end
  }
  pairs.sort { left, right in
    let (a, b) = (left.row, right.row)
    return a.person != b.person
      ? persons.ids.precedes(Int(a.person), Int(b.person))
      : organizations.ids.precedes(Int(a.organization), Int(b.organization))
  }
  markCurrent(&pairs)
  return pairs.map(\.row)
}

/// One record that mentions a person and an organization.
private struct Tie {
  var person: UInt32
  var organization: UInt32
  var record: UInt32
  var personMention: UInt32

  func isOfSamePair(as other: Self) -> Bool {
    person == other.person && organization == other.organization
  }
}

/// An affiliation with what decides whether it is the current one.
private struct TiedPair {
  var row: Affiliation
  var newest: CivilTime?
  var records: Int

  init(
    _ ties: ArraySlice<Tie>, in table: NormalizedTable, title: Int?, until asOf: CivilDay
  ) {
    var span = SeenSpan()
    var titleTime: CivilTime?
    var titleClaim: UInt32?
    records = ties.count
    for tie in ties {
      let record = Int(tie.record)
      let time = recency(of: record, in: table, until: asOf)
      if isLater(time, than: newest) { newest = time }
      span.add(record, of: table, until: asOf)
      guard let title, let claim = table.persons.firstClaim(of: tie.personMention, field: title)
      else { continue }
      if titleClaim == nil || isLater(time, than: titleTime) {
        (titleClaim, titleTime) = (claim, time)
      }
    }
    row = Affiliation(
      person: ties[ties.startIndex].person, organization: ties[ties.startIndex].organization,
      titleClaim: titleClaim, firstSeen: span.first, lastSeen: span.last, isCurrent: false)
  }
}

/// The records that mention both, grouped by pair of clusters, then in their own order.
private func ties(
  in table: NormalizedTable, _ persons: EntityClusters, _ organizations: EntityClusters
) -> [Tie] {
  var ties: [Tie] = []
  var organization = 0
  for person in 0..<table.persons.count {
    let record = table.persons.record[person]
    let records = table.organizations.record
    while organization < records.count, records[organization] < record { organization += 1 }
    guard organization < records.count, records[organization] == record else { continue }
    ties.append(
      Tie(
        person: persons.clusterOf[person], organization: organizations.clusterOf[organization],
        record: record, personMention: UInt32(person)))
  }
  return ties.sorted {
    ($0.person, $0.organization, $0.record) < ($1.person, $1.organization, $1.record)
  }
}

/// Marks the newest pair of each person.
private func markCurrent(_ pairs: inout [TiedPair]) {
  var best = 0
  for index in pairs.indices {
    if pairs[index].row.person == pairs[best].row.person {
      let (pair, other) = (pairs[index], pairs[best])
      let isTied = pair.newest == other.newest
      if isLater(pair.newest, than: other.newest) || isTied && pair.records > other.records {
        best = index
      }
    } else {
      pairs[best].row.isCurrent = true
      best = index
    }
  }
  if !pairs.isEmpty { pairs[best].row.isCurrent = true }
}

extension MentionTable {
  /// The first claim of a mention for a field.
  fileprivate func firstClaim(of mention: UInt32, field: Int) -> UInt32? {
    (claimStarts[Int(mention)]..<claimStarts[Int(mention) + 1])
      .first { Int(claims[Int($0)].field) == field }
  }
}

extension TextColumn {
  /// Whether one row's text stands before another's, by bytes.
  fileprivate func precedes(_ left: Int, _ right: Int) -> Bool {
    let (leftKey, rightKey) = (orderKey(left), orderKey(right))
    return leftKey == rightKey
      ? self[left].lexicographicallyPrecedes(self[right]) : leftKey < rightKey
  }
}
