/// The records held to be one party each: a partition of the mentions of one kind of party.
///
/// Shape: `clusterOf.count` is the mention count; cluster *c* holds the mentions
/// `members[starts[c]..<starts[c + 1]]`, ascending. Clusters stand in the order of their first member.
package struct EntityClusters: Sendable {
  package var party: Party
  package private(set) var clusterOf: [UInt32]
  package private(set) var starts: [UInt32]
  package private(set) var members: [UInt32]
  /// The match weight, in bits, of the weakest link that each mention needs to be where it is.
  ///
  /// Nil for a mention that is alone.
  package var weakestLink: [Float?]
  /// Whether a steward's decision put the mention where it is.
  package var decidedBySteward: [Bool]

  /// Numbers the clusters by their first member.
  ///
  /// - Parameters:
  ///   - party: The kind of party that the mentions are of.
  ///   - roots: For each mention, any label that its cluster shares and no other has, in
  ///     `0..<roots.count`.
  package init(party: Party, roots: [UInt32]) {
    self.party = party
    var number = [UInt32?](repeating: nil, count: roots.count)
    var clusterOf = [UInt32](repeating: 0, count: roots.count)
    var sizes: [UInt32] = []
    for (mention, root) in roots.enumerated() {
      let cluster: UInt32
      if let known = number[Int(root)] {
        cluster = known
      } else {
        cluster = UInt32(sizes.count)
        number[Int(root)] = cluster
        sizes.append(0)
      }
      clusterOf[mention] = cluster
      sizes[Int(cluster)] += 1
    }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(sizes.count + 1)
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    var next = starts
    var members = [UInt32](repeating: 0, count: roots.count)
    for (mention, cluster) in clusterOf.enumerated() {
      members[Int(next[Int(cluster)])] = UInt32(mention)
      next[Int(cluster)] += 1
    }
    self.clusterOf = clusterOf
    self.starts = starts
    self.members = members
    self.weakestLink = [Float?](repeating: nil, count: roots.count)
    self.decidedBySteward = [Bool](repeating: false, count: roots.count)
  }

  package var count: Int { starts.count - 1 }

  package func members(of cluster: Int) -> ArraySlice<UInt32> {
    members[Int(starts[cluster])..<Int(starts[cluster + 1])]
  }
}
