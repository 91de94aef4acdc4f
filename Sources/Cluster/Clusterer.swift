package import Vocabulary

/// Settings of the cluster stage.
package struct ClusterOptions: Hashable, Sendable {
  /// The match probability from which a pair merges by itself.
  ///
  /// The default is 0.99.
  package var accept: Probability

  /// The match probability down to which a pair that was published together stays together.
  ///
  /// The default is 0.50.
  package var review: Probability

  package init(accept: Probability = Probability(0.99), review: Probability = Probability(0.50)) {
    self.accept = accept
    self.review = review
  }
}

/// Whether the evidence across two clusters forbids the union that a link proposes.
///
/// It is asked for every link that would merge two clusters, single mentions included, with the
/// members of both ascending. A refusal holds until one of the two clusters has grown. The answer must
/// depend on the arguments alone.
package typealias UnionContradiction =
  @Sendable (_ left: [UInt32], _ right: [UInt32], _ link: ScoredPair) -> Bool

/// What spoke against a `same` decision that was followed all the same.
package struct OverruledVeto: Hashable, Sendable {
  package enum Ground: Hashable, Sendable {
    /// Two different valid values of an exclusive field, an index into the clusterer's, are in one
    /// cluster.
    case identifier(field: Int)
    /// Two records of a source without duplicates are.
    case duplicateFreeSource
  }

  package let decision: MentionPair
  package let ground: Ground

  package init(decision: MentionPair, ground: Ground) {
    self.decision = decision
    self.ground = ground
  }
}

/// The entity clusters, and what became of every pair and decision.
package struct Clustering: Sendable {
  /// A mention that a steward's decision joined to its first companion has no `weakestLink`.
  package var clusters: EntityClusters
  /// The pairs as given, in their order, with their outcome.
  package var pairs: [ScoredPair]
  /// The contradicting decisions, by their `different` pair.
  package var conflicts: [DecisionConflict]
  /// The detached mentions that `same` decisions would have put back, ascending.
  package var returns: [DetachedReturn] = []
  package var overruled: [OverruledVeto]
}

/// Joins mentions of one kind of party into entity clusters.
///
/// Stewards' `same` decisions come first. Then the pairs that are strong enough follow, strongest
/// first, and each joins the clusters of its ends unless something keeps these apart: different values
/// of an exclusive field, two records of a source without duplicates, a `different` decision, or a
/// contradiction that the caller sees. So the result is that of single linkage where nothing objects (Kruskal, 1956), and does not depend on the
/// order of the pairs.
package struct Clusterer: Sendable {
  package var party: Party
  package var mentionCount: Int
  package var options: ClusterOptions
  /// One element per exclusive field.
  package var exclusive: [ExclusiveValues] = []
  package var same: [MentionPair] = []
  package var different: [MentionPair] = []
  /// Mentions that no evidence joins to another.
  package var detached: Set<UInt32> = []
  /// By mention: the number of the duplicate-free source that it is filed under, 0 for none; empty when
  /// there is no such source.
  package var duplicateFree: [UInt16] = []
  /// By mention: a label of the party it was published under in the last run; empty when there is
  /// none.
  ///
  /// Two mentions of one label stay together down to `ClusterOptions.review`. A mention of which a
  /// decision changed since should have no label, or taking the decision back would undo nothing.
  package var published: [UInt32?] = []
  package var contradicts: UnionContradiction?

  package init(party: Party, mentionCount: Int, options: ClusterOptions = ClusterOptions()) {
    self.party = party
    self.mentionCount = mentionCount
    self.options = options
  }

  /// Clusters the mentions.
  ///
  /// - Parameter pairs: Pairs at or above the review probability, in any order, each once.
  /// - Returns: The clusters, and the outcome of every pair and decision.
  /// - Complexity: O(*n* log *n*) in the pairs that are strong enough.
  package func cluster(_ pairs: [ScoredPair]) -> Clustering {
    precondition(exclusive.allSatisfy { $0.count == mentionCount }, "values for every mention")
    precondition(published.isEmpty || published.count == mentionCount, "labels for every mention")
    precondition(
      duplicateFree.isEmpty || duplicateFree.count == mentionCount, "a source for every mention")
    var rulings = StewardRulings(mentionCount: mentionCount, same: same, different: different)
    var returns: [DetachedReturn] = []
    while true {
      var clustering = cluster(pairs, rulings)
      let found = self.returns(pairs, clustering.clusters, rulings)
      guard !found.isEmpty else {
        clustering.returns = returns.sorted { $0.mention < $1.mention }
        return clustering
      }
      returns += found
      rulings.drop(Set(found.flatMap(\.same)))
    }
  }

  private func cluster(_ pairs: [ScoredPair], _ rulings: StewardRulings) -> Clustering {
    var forest = LinkForest(
      mentionCount: mentionCount,
      vetoes: Vetoes(
        mentionCount: mentionCount, exclusive: exclusive, duplicateFree: duplicateFree,
        different: rulings.different))
    var overruled: [OverruledVeto] = []
    for decision in rulings.same { overruled += forest.join(decision) }

    var settled = pairs
    let edges = strongEdges(pairs)
    for edge in edges {
      let index = Int(edge.pair)
      settled[index].outcome = forest.join(pairs[index], unless: contradicts)
    }
    settle(&settled, strong: edges, rulings: rulings, forest: &forest)
    return Clustering(
      clusters: forest.clusters(of: party), pairs: settled, conflicts: rulings.conflicts,
      overruled: overruled)
  }

  /// The detached mentions that `same` decisions joined to the very records that the evidence would
  /// join them to.
  private func returns(
    _ pairs: [ScoredPair], _ clusters: EntityClusters, _ rulings: StewardRulings
  ) -> [DetachedReturn] {
    let moved = rulings.same.filter { detached.contains($0.left) || detached.contains($0.right) }
    guard !moved.isEmpty else { return [] }
    let accept = Float(MatchWeight(options.accept).bits)
    var back: Set<UInt32> = []
    for pair in pairs where pair.weight >= accept {
      guard clusters.clusterOf[Int(pair.left)] == clusters.clusterOf[Int(pair.right)] else {
        continue
      }
      for mention in [pair.left, pair.right] where detached.contains(mention) {
        back.insert(mention)
      }
    }
    return back.sorted().compactMap { mention in
      let same = moved.filter { $0.left == mention || $0.right == mention }
      return same.isEmpty ? nil : DetachedReturn(mention: mention, same: same)
    }
  }

  private func isDetached(_ pair: ScoredPair) -> Bool {
    !detached.isEmpty && (detached.contains(pair.left) || detached.contains(pair.right))
  }

  /// The pairs that may merge by themselves, strongest first.
  private func strongEdges(_ pairs: [ScoredPair]) -> [Edge] {
    let accept = Float(MatchWeight(options.accept).bits)
    let review = Float(MatchWeight(options.review).bits)
    var edges: [Edge] = []
    for (index, pair) in pairs.enumerated() {
      let isStrong =
        pair.weight >= accept
        || (pair.weight >= review && wasPublishedTogether(pair.left, pair.right))
      if isStrong, !isDetached(pair) { edges.append(Edge(pair, at: index)) }
    }
    edges.sort { ($0.weakness, $0.ends) < ($1.weakness, $1.ends) }
    return edges
  }

  private func wasPublishedTogether(_ left: UInt32, _ right: UInt32) -> Bool {
    guard !published.isEmpty, let label = published[Int(left)] else { return false }
    return label == published[Int(right)]
  }

  /// Gives every pair the outcome that the finished clusters show.
  ///
  /// Strong pairs come with what became of them when it was their turn. A weak pair between clusters
  /// that must not meet is vetoed, so that no steward is asked what is decided already.
  private func settle(
    _ pairs: inout [ScoredPair], strong: [Edge], rulings: StewardRulings, forest: inout LinkForest
  ) {
    var isStrong = [Bool](repeating: false, count: pairs.count)
    for edge in strong { isStrong[Int(edge.pair)] = true }
    let decided = Set(rulings.same)
    for index in pairs.indices {
      let pair = pairs[index]
      let left = forest.sets.root(of: pair.left)
      let right = forest.sets.root(of: pair.right)
      if left == right {
        let isDecided = !decided.isEmpty && decided.contains(MentionPair(pair.left, pair.right))
        pairs[index].outcome = isDecided ? .steward : .merged
      } else if !isStrong[index] {
        let forbidden = forest.vetoes.outcome(left, right, in: &forest.sets)
        pairs[index].outcome = isDetached(pair) ? .vetoed : forbidden ?? .review
      }
    }
  }
}

/// A pair in the form that sorts fast.
private struct Edge {
  /// Ascending where the weight descends.
  var weakness: UInt32
  /// Index of the pair.
  var pair: UInt32
  /// Both ends, left first.
  var ends: UInt64

  init(_ pair: ScoredPair, at index: Int) {
    // The bits of a non-negative float sort as it does; those of a negative one the other way round.
    let bits = (pair.weight + 0).bitPattern
    let ascending = bits >> 31 == 0 ? bits | 0x8000_0000 : ~bits
    weakness = ~ascending
    self.pair = UInt32(index)
    ends = UInt64(pair.left) << 32 | UInt64(pair.right)
  }
}
