import Vocabulary

/// The clusters while they grow, with what keeps them apart and what holds them together.
struct LinkForest {
  var sets: DisjointSets
  private(set) var vetoes: Vetoes
  /// By mention: the weight of the link that first joined it to another.
  private var weakestLink: [Float?]
  private var decidedBySteward: [Bool]
  /// The sizes at which a union of two roots was refused, so that it is not asked again in vain.
  private var refused: [UInt64: UInt64] = [:]

  init(mentionCount: Int, vetoes: Vetoes) {
    sets = DisjointSets(count: mentionCount)
    self.vetoes = vetoes
    weakestLink = [Float?](repeating: nil, count: mentionCount)
    decidedBySteward = [Bool](repeating: false, count: mentionCount)
  }

  /// Joins what a steward says is the same.
  ///
  /// - Returns: What speaks against it, and is overruled.
  mutating func join(_ decision: MentionPair) -> [OverruledVeto] {
    let (left, right) = (sets.root(of: decision.left), sets.root(of: decision.right))
    guard left != right else { return [] }
    var overruled = vetoes.contradictingFields(left, right).map {
      OverruledVeto(decision: decision, ground: .identifier(field: $0))
    }
    if vetoes.repeatSource(left, right) {
      overruled.append(OverruledVeto(decision: decision, ground: .duplicateFreeSource))
    }
    for mention in [decision.left, decision.right] where isSingle(mention) {
      decidedBySteward[Int(mention)] = true
    }
    unite(left, right)
    return overruled
  }

  /// Joins the clusters of a link's ends unless something forbids it.
  mutating func join(_ link: ScoredPair, unless contradicts: UnionContradiction?) -> LinkOutcome {
    let (left, right) = (sets.root(of: link.left), sets.root(of: link.right))
    guard left != right else { return .merged }
    if let outcome = vetoes.outcome(left, right, in: &sets) { return outcome }
    if let contradicts, isRefused(left, right, link, contradicts) { return .cut }
    if isSingle(link.left) { weakestLink[Int(link.left)] = link.weight }
    if isSingle(link.right) { weakestLink[Int(link.right)] = link.weight }
    unite(left, right)
    return .merged
  }

  /// The clusters as they stand.
  mutating func clusters(of party: Party) -> EntityClusters {
    var clusters = EntityClusters(party: party, roots: sets.roots())
    clusters.weakestLink = weakestLink
    clusters.decidedBySteward = decidedBySteward
    return clusters
  }

  private func isSingle(_ mention: UInt32) -> Bool {
    weakestLink[Int(mention)] == nil && !decidedBySteward[Int(mention)]
  }

  private mutating func unite(_ left: UInt32, _ right: UInt32) {
    let (kept, lost) = sets.join(left, right)
    vetoes.join(kept: kept, lost: lost)
  }

  private mutating func isRefused(
    _ left: UInt32, _ right: UInt32, _ link: ScoredPair, _ contradicts: UnionContradiction
  ) -> Bool {
    let (first, second) = (min(left, right), max(left, right))
    let roots = UInt64(first) << 32 | UInt64(second)
    let sizes = UInt64(sets.size(of: first)) << 32 | UInt64(sets.size(of: second))
    if refused[roots] == sizes { return true }
    let isContradicted = contradicts(
      sets.members(with: link.left), sets.members(with: link.right), link)
    if isContradicted { refused[roots] = sizes }
    return isContradicted
  }
}
