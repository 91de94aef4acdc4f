import Vocabulary

/// Looks at every pair inside the finished clusters, those that no blocking rule brought together
/// included.
///
/// A cluster grows link by link, and each union is weighed as it is made. What a record has to do with
/// those that came later is only seen in the end.
struct ClusterAudit: Sendable {
  /// The weight at which a steward would be asked, in bits.
  let floor: Float
  let threads: Int
  /// The match weight of two mentions, the smaller one first, in bits.
  let weight: @Sendable (_ left: Int, _ right: Int) -> Float

  /// A single pair counts for at most this many bits.
  private static let bound: Float = 15
  /// Of larger clusters every *n*-th member is asked about each.
  private static let mostMembers = 500
  /// Mentions that a task looks at.
  private static let rangeSize = 20_000

  /// The mentions that do not belong where they are, as far as the evidence goes.
  ///
  /// The weights between a mention and all others of its cluster, each within bounds, must have a mean
  /// that reaches the floor. Where a steward put the mention, nothing is asked.
  ///
  /// - Returns: Each such mention with the one that contradicts it most, by cluster, at most one pair
  ///   for a cluster: the worst.
  func contradicted(in clusters: EntityClusters) async -> [ScoredPair] {
    let ranges = Self.ranges(of: clusters)
    let found = await concurrentMap(ranges.count, threads: threads) { number in
      ranges[number].compactMap { worst(of: Array(clusters.members(of: $0)), clusters) }
    }
    return found.flatMap { $0 }
  }

  private static func ranges(of clusters: EntityClusters) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for cluster in 0..<clusters.count
    where clusters.starts[cluster + 1] - clusters.starts[start] >= rangeSize
      || cluster + 1 == clusters.count
    {
      ranges.append(start..<cluster + 1)
      start = cluster + 1
    }
    return ranges
  }

  private func worst(of members: [UInt32], _ clusters: EntityClusters) -> ScoredPair? {
    guard members.count > 2, !members.contains(where: { clusters.decidedBySteward[Int($0)] })
    else { return nil }
    let step = (members.count + Self.mostMembers - 1) / Self.mostMembers
    var worst: (mean: Float, pair: ScoredPair)?
    for (place, member) in members.enumerated() {
      var (sum, count): (Float, Float) = (0, 0)
      var lowest: ScoredPair?
      for other in stride(from: place % step, to: members.count, by: step) where other != place {
        let (left, right) = (min(member, members[other]), max(member, members[other]))
        let weight = weight(Int(left), Int(right))
        sum += min(max(weight, -Self.bound), Self.bound)
        count += 1
        if weight < lowest?.weight ?? .infinity {
          lowest = ScoredPair(left: left, right: right, weight: weight, rule: 0)
        }
      }
      guard let lowest, sum < floor * count, sum / count < worst?.mean ?? .infinity else {
        continue
      }
      worst = (sum / count, lowest)
    }
    return worst?.pair
  }
}
