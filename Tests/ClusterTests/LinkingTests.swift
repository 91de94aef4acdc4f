import Testing
import Vocabulary

@testable import Cluster

/// Sources without duplicates: a cluster holds at most one record of each.
@Suite struct LinkingTests {
  private func clusterer(_ sources: [UInt16]) -> Clusterer {
    var clusterer = Clusterer(party: .person, mentionCount: sources.count)
    clusterer.duplicateFree = sources
    return clusterer
  }

  @Test func `the strongest pair wins and the other is outranked`() {
    let result = clusterer([1, 1, 2]).cluster([pair(0, 2, 12), pair(1, 2, 15)])
    #expect(labels(result) == [0, 1, 1])
    #expect(result.pairs.map(\.outcome) == [.outranked, .merged])
  }

  @Test func `a tie goes to the smaller record key`() {
    let result = clusterer([1, 1, 2, 2]).cluster([
      pair(1, 3, 12), pair(1, 2, 12), pair(0, 3, 12), pair(0, 2, 12),
    ])
    #expect(labels(result) == [0, 1, 0, 1])
  }

  @Test func `two records of one source never meet through a third`() {
    let result = clusterer([1, 2, 1]).cluster([pair(0, 1, 15), pair(1, 2, 14)])
    #expect(labels(result) == [0, 0, 1])
    #expect(result.pairs.map(\.outcome) == [.merged, .outranked])
  }

  @Test func `a weak pair whose place is taken is no question`() {
    let result = clusterer([1, 1, 2]).cluster([pair(0, 2, 12), pair(1, 2, 3)])
    #expect(result.pairs.map(\.outcome) == [.merged, .outranked])
  }

  @Test func `mentions of no such source join as ever`() {
    let result = clusterer([0, 0, 1]).cluster([pair(0, 1, 15), pair(1, 2, 14)])
    #expect(labels(result) == [0, 0, 0])
  }

  @Test func `a same decision against it is followed and reported`() {
    var clusterer = clusterer([1, 1, 2])
    clusterer.same = [MentionPair(0, 1)]
    let result = clusterer.cluster([pair(0, 2, 15)])
    #expect(labels(result) == [0, 0, 0])
    #expect(
      result.overruled
        == [OverruledVeto(decision: MentionPair(0, 1), ground: .duplicateFreeSource)])
  }

  @Test func `there may be more sources than bits in a word`() {
    let sources = (0..<140).map { UInt16($0 / 2 + 1) }
    let pairs = (0..<138).map { pair(UInt32($0), UInt32($0 + 2), 10 + Float($0 % 2)) }
    let result = clusterer(sources).cluster(pairs)
    #expect(Set(labels(result)) == [0, 1])
  }

  @Test(arguments: UInt64(0)..<150)
  func `links are those that a naive solver chooses`(seed: UInt64) {
    var random = Random(seed: seed)
    let sources = (0..<24).map { _ in UInt16.random(in: 0...4, using: &random) }
    let pairs = random.pairs(count: sources.count, links: 70)
    let result = clusterer(sources).cluster(pairs.shuffled(using: &random))
    let naive = Self.naive(sources, pairs)
    #expect(labels(result) == naive)
    for pair in result.pairs {
      let isTogether = naive[Int(pair.left)] == naive[Int(pair.right)]
      #expect(isTogether == (pair.outcome == .merged))
    }
  }

  /// The slow twin: the strongest pair of two groups that may be joined joins them, until none is left.
  private static func naive(_ sources: [UInt16], _ pairs: [ScoredPair]) -> [UInt32] {
    var groups = sources.indices.map { [$0] }
    let accept = Float(MatchWeight(Probability(0.99)).bits)
    while true {
      let open = pairs.filter { pair in
        guard pair.weight >= accept,
          let left = groups.first(where: { $0.contains(Int(pair.left)) }),
          let right = groups.first(where: { $0.contains(Int(pair.right)) }), left != right
        else { return false }
        return left.allSatisfy { one in
          right.allSatisfy { sources[one] == 0 || sources[one] != sources[$0] }
        }
      }
      guard let best = open.min(by: ScoredPair.isStronger) else { break }
      let joined = groups.filter { $0.contains(Int(best.left)) || $0.contains(Int(best.right)) }
      groups.removeAll { joined.contains($0) }
      groups.append(joined.flatMap { $0 })
    }
    var labels = [UInt32](repeating: 0, count: sources.count)
    for group in groups { for member in group { labels[member] = UInt32(group.min() ?? 0) } }
    return EntityClusters(party: .person, roots: labels).clusterOf
  }
}

/// Mentions that a steward took out of their clusters.
@Suite struct DetachedTests {
  @Test func `no evidence joins a detached mention, and what it held together stays apart`() {
    var clusterer = Clusterer(party: .person, mentionCount: 4)
    clusterer.detached = [1]
    let result = clusterer.cluster([
      pair(0, 1, 20), pair(1, 2, 20), pair(2, 3, 20), pair(1, 3, 2),
    ])
    #expect(labels(result) == [0, 1, 2, 2])
    #expect(result.pairs.map(\.outcome) == [.vetoed, .vetoed, .merged, .vetoed])
  }

  @Test func `one of forty stays out and the others stay together`() {
    var clusterer = Clusterer(party: .person, mentionCount: 40)
    var pairs: [ScoredPair] = []
    for left in 0..<UInt32(40) {
      for right in left + 1..<max(left + 1, 40) { pairs.append(pair(left, right, 25)) }
    }
    #expect(clusterer.cluster(pairs).clusters.count == 1)
    clusterer.detached = [17]
    let result = clusterer.cluster(pairs).clusters
    #expect(result.count == 2)
    #expect(result.members(of: 1) == [17])
  }

  @Test func `same moves a detached mention to where the evidence would not have put it`() {
    var clusterer = Clusterer(party: .person, mentionCount: 4)
    clusterer.detached = [1]
    clusterer.same = [MentionPair(1, 3)]
    let result = clusterer.cluster([pair(0, 1, 20), pair(2, 3, 20)])
    #expect(labels(result) == [0, 1, 1, 1])
    #expect(result.returns.isEmpty)
  }

  @Test func `same with what it was taken out of merges nothing and is reported`() {
    var clusterer = Clusterer(party: .person, mentionCount: 4)
    clusterer.detached = [1]
    clusterer.same = [MentionPair(1, 2), MentionPair(2, 3)]
    let result = clusterer.cluster([pair(0, 1, 20), pair(0, 2, 20)])
    #expect(labels(result) == [0, 1, 0, 0])
    #expect(result.returns == [DetachedReturn(mention: 1, same: [MentionPair(1, 2)])])
  }
}
