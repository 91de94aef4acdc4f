import Vocabulary

/// The changes between two runs' golden ids, as a steward reads them.
struct IdentityChangeList {
  /// By golden id, then by where the records were.
  private(set) var changes: [IdentityChange] = []

  /// - Parameters:
  ///   - clusters: The clusters of this run.
  ///   - numbers: By cluster, its golden id.
  ///   - origins: By cluster, how it came by its id.
  ///   - overlap: Where the records were before.
  ///   - successors: For each id that the run lost, the one that took most of its records.
  ///   - ruled: The mentions on which a decision was made or taken back.
  ///   - refiled: The mentions that there are because of a decision.
  init(
    clusters: EntityClusters, numbers: [UInt32], origins: [IdentityAssignment.Origin],
    overlap: IdentityOverlap, successors: [UInt32: UInt32], ruled: [UInt32],
    refiled: [UInt32]
  ) {
    let party = clusters.party
    var isRuled = [Bool](repeating: false, count: clusters.count)
    for mention in ruled { isRuled[Int(clusters.clusterOf[Int(mention)])] = true }
    let refiled = Set(refiled.map { clusters.clusterOf[Int($0)] })

    var hasKnownRecord = [Bool](repeating: false, count: clusters.count)
    for part in overlap.parts {
      let cluster = Int(part.cluster)
      hasKnownRecord[cluster] = true
      guard numbers[cluster] != part.number else { continue }
      let from = GoldenID(party: party, number: part.number)
      let to = GoldenID(party: party, number: numbers[cluster])
      let change: IdentityChange.Change =
        switch origins[cluster] {
        case .minted: .split
        case .revived: .revived
        case .kept: successors[part.number] == numbers[cluster] ? .merged : .moved
        }
      changes.append(
        IdentityChange(
          change, change == .merged ? from : to, from: from, to: to,
          recordsMoved: Int(part.count),
          cause: isRuled[cluster]
            ? .decision : overlap.newcomers[cluster] > 0 ? .records : .evidence))
    }
    for cluster in 0..<clusters.count where !hasKnownRecord[cluster] {
      changes.append(
        IdentityChange(
          .new, GoldenID(party: party, number: numbers[cluster]),
          recordsMoved: clusters.members(of: cluster).count,
          cause: refiled.contains(UInt32(cluster)) ? .decision : .records))
    }
    changes.sort {
      $0.goldenID.number != $1.goldenID.number
        ? $0.goldenID.number < $1.goldenID.number
        : ($0.from?.number ?? 0, $0.to?.number ?? 0) < ($1.from?.number ?? 0, $1.to?.number ?? 0)
    }
  }
}
