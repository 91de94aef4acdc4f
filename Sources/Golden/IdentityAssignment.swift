package import Vocabulary

/// The golden ids of one run's entity clusters, and how they differ from the run before.
///
/// The rules, in the order in which they apply:
///
/// 1. A party keeps its id where the largest part of its records is. A cluster that is the largest part
///    of several parties takes the id of which it holds most records, the older one of equals.
/// 2. A merge that is undone counts as undone: where the records of a lost id stand together, apart
///    from those that had the surviving id then, the surviving id does not follow them.
/// 3. A cluster that is left without an id gets back a lost one of which it holds most records.
/// 4. Every other cluster gets the next number, in the order of the clusters' smallest record keys.
///
/// An id that no cluster took is lost when none of its records is left to it, and redirects to where
/// they went. A record that is absent stays with its id, so a missing export loses no id, and no id is
/// ever retired. An id is only ever given to a cluster that holds a record it had before.
package struct IdentityAssignment: Sendable {
  /// By cluster.
  package private(set) var ids: [GoldenID]
  /// By golden id, then by where the records were.
  package private(set) var changes: [IdentityChange]
  /// What the next run starts from, once this one is published.
  package private(set) var next: PartyIdentities

  /// Gives every cluster its golden id.
  ///
  /// - Parameters:
  ///   - clusters: The partition of the mentions.
  ///   - records: By mention, its record; ascending, each once.
  ///   - keys: By record, its key; ascending by bytes, each once.
  ///   - ruled: The mentions on which a steward's decision was made or taken back.
  ///   - refiled: The mentions that there are because a steward said of which kind their party is.
  ///   - previous: The ids as of the last published run.
  ///   - asOf: The run's as-of day, which redirects that begin now will bear.
  /// - Returns: The ids, the changes and the state for the next run.
  /// - Complexity: O(*n* log *n*) in the mentions.
  package static func assign(
    clusters: EntityClusters, records: [UInt32], keys: TextColumn, ruled: [UInt32] = [],
    refiled: [UInt32] = [], previous: PartyIdentities, asOf: CivilDay
  ) -> IdentityAssignment {
    precondition(records.count == clusters.clusterOf.count, "a record for every mention")
    precondition(clusters.party == previous.party, "identities of the clusters' party")
    let overlap = IdentityOverlap(
      clusters: clusters, records: records, keys: keys, previous: previous)
    let lost = LostIdentities(
      previous.redirects, clusterOf: clusters.clusterOf, records: records, keys: keys)
    let candidates = overlap.largestParts(except: lost.undone)

    var owners = [UInt32?](repeating: nil, count: clusters.count)
    var origins = [Origin](repeating: .minted, count: clusters.count)
    let homeless = keep(candidates, in: &owners, &origins)
    let revived = lost.revive(in: &owners)
    for (cluster, owner) in owners.enumerated() where owner != nil && origins[cluster] != .kept {
      origins[cluster] = .revived
    }
    var nextNumber = previous.nextNumber
    let numbers = owners.map { owner -> UInt32 in
      if let owner { return owner }
      defer { nextNumber += 1 }
      return nextNumber
    }

    var next = PartyIdentities(party: clusters.party)
    next.nextNumber = nextNumber
    next.membership = overlap.membership(numbers: numbers, clusterOf: clusters.clusterOf)
    let gone = homeless.filter { !overlap.hasAbsentRecords($0.number) }
    let successors = Dictionary(
      uniqueKeysWithValues: gone.map { ($0.number, numbers[Int($0.cluster)]) })
    next.redirects =
      RedirectUpdate(
        previous: previous, membership: next.membership, revived: revived, successors: successors,
        asOf: asOf
      ).redirects

    let changes = IdentityChangeList(
      clusters: clusters, numbers: numbers, origins: origins, overlap: overlap,
      successors: successors, ruled: ruled, refiled: refiled
    ).changes
    return IdentityAssignment(
      ids: numbers.map { GoldenID(party: clusters.party, number: $0) }, changes: changes, next: next
    )
  }

  /// How a cluster came by its id.
  enum Origin {
    case kept
    case revived
    case minted
  }

  /// Gives each id to the largest part of its records.
  ///
  /// - Parameters:
  ///   - candidates: The largest parts of each id; several when they are equal.
  ///   - owners: By cluster, the number of its id.
  ///   - origins: By cluster.
  /// - Returns: For each id that no cluster took, its largest part, ascending by number.
  private static func keep(
    _ candidates: [IdentityOverlap.Part], in owners: inout [UInt32?], _ origins: inout [Origin]
  ) -> [IdentityOverlap.Part] {
    let strongestFirst = candidates.sorted {
      $0.count != $1.count
        ? $0.count > $1.count : ($0.number, $0.cluster) < ($1.number, $1.cluster)
    }
    var placed: Set<UInt32> = []
    for part in strongestFirst
    where owners[Int(part.cluster)] == nil && !placed.contains(part.number) {
      owners[Int(part.cluster)] = part.number
      origins[Int(part.cluster)] = .kept
      placed.insert(part.number)
    }
    var homeless: [IdentityOverlap.Part] = []
    for part in candidates
    where !placed.contains(part.number) && homeless.last?.number != part.number {
      homeless.append(part)
    }
    return homeless
  }
}
