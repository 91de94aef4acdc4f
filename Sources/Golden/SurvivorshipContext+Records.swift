import Vocabulary

extension SurvivorshipContext {
  /// Adds the distinct owners of a cluster's records, in the order of their text `source:owner`.
  func addOwners(of cluster: Int, to part: inout GoldenPart) {
    var owners: [OwnerReference] = []
    if let ownerField {
      let readings = table.readings[ownerField]
      for mention in clusters.members(of: cluster) {
        let record = Int(mentions.record[Int(mention)])
        for column in ownerColumns where column.ids[record] != 0 {
          for owner in readings[column.ids[record]] {
            let found = OwnerReference(source: table.records.source[record], owner: owner)
            if !owners.contains(found) { owners.append(found) }
          }
        }
      }
      if owners.count > 1 { sort(&owners, by: readings.canonical) }
    }
    part.owners += owners
    part.ownerCounts.append(UInt32(owners.count))
  }

  private func sort(_ owners: inout [OwnerReference], by names: ValuePool) {
    let places = sourcePlace  // the closure holds this alone, not the whole context
    owners.sort { left, right in
      let (leftPlace, rightPlace) = (places[Int(left.source)], places[Int(right.source)])
      guard leftPlace == rightPlace else { return leftPlace < rightPlace }
      return names[left.owner].lexicographicallyPrecedes(names[right.owner])
    }
  }

  /// Adds what is counted and spanned over a cluster's records.
  func addCounts(of cluster: Int, to part: inout GoldenPart) {
    let members = clusters.members(of: cluster)
    let first = table.records.source[Int(mentions.record[Int(members[members.startIndex])])]
    var others: [UInt16] = []
    var span = SeenSpan()
    var weakest: Float?
    for mention in members {
      let record = Int(mentions.record[Int(mention)])
      let source = table.records.source[record]
      if source != first, !others.contains(source) { others.append(source) }
      span.add(record, of: table, until: asOf)
      if members.count > 1, let link = clusters.weakestLink[Int(mention)] {
        weakest = min(weakest ?? link, link)
      }
    }
    part.recordCount.append(UInt32(members.count))
    part.sourceCount.append(UInt16(1 + others.count))
    part.firstSeen.append(span.first)
    part.lastSeen.append(span.last)
    part.confidence.append(
      weakest.map { MatchWeight(bits: Double($0)).probability } ?? Probability(1))
  }
}

/// The days from the first to the last time that records name.
struct SeenSpan: Hashable, Sendable {
  var first: CivilDay?
  var last: CivilDay?

  /// Takes in the times of a record, those after the as-of day left out.
  mutating func add(_ record: Int, of table: NormalizedTable, until asOf: CivilDay) {
    add(table.created[record], until: asOf)
    add(table.updated[record], until: asOf)
    add(table.touched[record], until: asOf)
  }

  private mutating func add(_ time: CivilTime?, until asOf: CivilDay) {
    guard let day = time?.day, day <= asOf else { return }
    first = min(first ?? day, day)
    last = max(last ?? day, day)
  }
}

/// When a record was updated, or created where no update is known; nil after the as-of day.
func recency(of record: Int, in table: NormalizedTable, until asOf: CivilDay) -> CivilTime? {
  if let updated = table.updated[record], updated.day <= asOf { return updated }
  if let created = table.created[record], created.day <= asOf { return created }
  return nil
}
