import Testing
import Vocabulary

@testable import Cluster

@Suite struct ClustererTests {
  @Test func `no mentions give no clusters`() {
    let result = Clusterer(party: .person, mentionCount: 0).cluster([])
    #expect(result.clusters.count == 0)
    #expect(result.pairs.isEmpty)
  }

  @Test func `a mention without a link is alone and needs none`() {
    let result = Clusterer(party: .person, mentionCount: 1).cluster([])
    #expect(result.clusters.count == 1)
    #expect(result.clusters.weakestLink == [nil])
    #expect(result.clusters.decidedBySteward == [false])
  }

  @Test func `a pair at the accept weight merges and one below it waits for a steward`() {
    let bits = Float(MatchWeight(Probability(0.99)).bits)
    let result = Clusterer(party: .person, mentionCount: 4)
      .cluster([pair(0, 1, bits), pair(2, 3, bits.nextDown)])
    #expect(labels(result) == [0, 0, 1, 2])
    #expect(result.pairs.map(\.outcome) == [.merged, .review])
  }

  @Test func `a weak pair inside a cluster is merged`() {
    let result = Clusterer(party: .person, mentionCount: 3)
      .cluster([pair(0, 2, 1), pair(0, 1, 10), pair(1, 2, 9)])
    #expect(labels(result) == [0, 0, 0])
    #expect(result.pairs.map(\.outcome) == [.merged, .merged, .merged])
    #expect(result.clusters.weakestLink == [10, 10, 9])
  }

  @Test func `a pair published together stays together down to the review weight`() {
    var clusterer = Clusterer(party: .person, mentionCount: 4)
    clusterer.published = [7, 7, 8, nil]
    let result = clusterer.cluster([pair(0, 1, 0.5), pair(1, 2, 0.5), pair(2, 3, 0.5)])
    #expect(labels(result) == [0, 0, 1, 2])
  }

  // MARK: Vetoes

  @Test func `two different exclusive values veto a link, through a third mention too`() {
    var clusterer = Clusterer(party: .organization, mentionCount: 3)
    clusterer.exclusive = [values([[1], [], [2]])]
    let result = clusterer.cluster([pair(0, 1, 20), pair(1, 2, 15), pair(0, 2, 3)])
    #expect(labels(result) == [0, 0, 1])
    #expect(result.pairs.map(\.outcome) == [.merged, .vetoed, .vetoed])
  }

  @Test func `equal exclusive values and values of another field are no veto`() {
    var clusterer = Clusterer(party: .organization, mentionCount: 2)
    clusterer.exclusive = [values([[5], [5]]), values([[1], []])]
    #expect(labels(clusterer.cluster([pair(0, 1, 20)])) == [0, 0])
  }

  @Test func `a record that holds two values joins each of them but not both`() {
    var clusterer = Clusterer(party: .organization, mentionCount: 3)
    clusterer.exclusive = [values([[1, 2], [2], [3]])]
    let result = clusterer.cluster([pair(0, 1, 20), pair(0, 2, 19)])
    #expect(labels(result) == [0, 0, 1])
  }

  @Test func `a different decision keeps clusters apart, through a third mention too`() {
    var clusterer = Clusterer(party: .person, mentionCount: 3)
    clusterer.different = [MentionPair(2, 0)]
    let result = clusterer.cluster([pair(0, 1, 20), pair(1, 2, 15), pair(0, 2, 3)])
    #expect(labels(result) == [0, 0, 1])
    #expect(result.pairs.map(\.outcome) == [.merged, .vetoed, .vetoed])
  }

  @Test func `a contradiction between clusters cuts the link and sees all members`() {
    var clusterer = Clusterer(party: .person, mentionCount: 4)
    clusterer.contradicts = { left, right, link in
      left == [0, 1] && right == [2, 3] && link.left == 1
    }
    let result = clusterer.cluster([pair(0, 1, 20), pair(2, 3, 19), pair(1, 2, 18)])
    #expect(labels(result) == [0, 0, 1, 1])
    #expect(result.pairs.map(\.outcome) == [.merged, .merged, .cut])
  }

  // MARK: Stewards

  @Test func `a same decision merges without a pair and over differing identifiers`() {
    var clusterer = Clusterer(party: .person, mentionCount: 3)
    clusterer.exclusive = [values([[1], [2], [1]])]
    clusterer.same = [MentionPair(1, 0)]
    let result = clusterer.cluster([pair(1, 2, 20)])
    #expect(labels(result) == [0, 0, 0])
    #expect(
      result.overruled
        == [OverruledVeto(decision: MentionPair(0, 1), ground: .identifier(field: 0))])
    #expect(result.clusters.decidedBySteward == [true, true, false])
    #expect(result.clusters.weakestLink == [nil, nil, 20])
  }

  @Test func `a decided pair says so`() {
    var clusterer = Clusterer(party: .person, mentionCount: 2)
    clusterer.same = [MentionPair(0, 1)]
    #expect(clusterer.cluster([pair(0, 1, 2)]).pairs.map(\.outcome) == [.steward])
  }

  @Test func `same against different merges nothing and is reported`() {
    var clusterer = Clusterer(party: .person, mentionCount: 2)
    clusterer.same = [MentionPair(0, 1)]
    clusterer.different = [MentionPair(0, 1)]
    let result = clusterer.cluster([pair(0, 1, 30)])
    #expect(labels(result) == [0, 1])
    #expect(
      result.conflicts
        == [DecisionConflict(different: MentionPair(0, 1), same: [MentionPair(0, 1)])])
  }

  @Test func `a chain of same against different is reported, and decisions beside it hold`() {
    var clusterer = Clusterer(party: .person, mentionCount: 5)
    clusterer.same = [(0, 1), (1, 2), (2, 3), (3, 4)].map { MentionPair($0.0, $0.1) }
    clusterer.different = [MentionPair(0, 2)]
    let result = clusterer.cluster([])
    #expect(labels(result) == [0, 1, 2, 2, 2])
    #expect(
      result.conflicts == [
        DecisionConflict(
          different: MentionPair(0, 2), same: [MentionPair(0, 1), MentionPair(1, 2)])
      ])
  }

  // MARK: Properties

  @Test(arguments: UInt64(0)..<60)
  func `without vetoes clusters are the connected components`(seed: UInt64) {
    var random = Random(seed: seed)
    let count = 30
    let pairs = random.pairs(count: count, links: 25)
    let result = Clusterer(party: .person, mentionCount: count).cluster(pairs)
    let accept = Float(MatchWeight(Probability(0.99)).bits)
    #expect(labels(result) == components(count, pairs.filter { $0.weight >= accept }))
  }

  @Test(arguments: UInt64(0)..<60)
  func `the order of the pairs changes nothing`(seed: UInt64) {
    var random = Random(seed: seed)
    let clusterer = random.clusterer(count: 30)
    let pairs = random.pairs(count: 30, links: 60)
    let first = clusterer.cluster(pairs)
    let second = clusterer.cluster(pairs.shuffled(using: &random))
    #expect(labels(first) == labels(second))
    #expect(first.clusters.weakestLink == second.clusters.weakestLink)
    let order: (ScoredPair, ScoredPair) -> Bool = { ($0.left, $0.right) < ($1.left, $1.right) }
    #expect(first.pairs.sorted(by: order) == second.pairs.sorted(by: order))
  }

  @Test(arguments: UInt64(0)..<100)
  func `no cluster holds a different pair or two identifiers, but by a decision`(seed: UInt64) {
    var random = Random(seed: seed)
    let clusterer = random.clusterer(count: 30)
    let result = clusterer.cluster(random.pairs(count: 30, links: 90))
    let cluster = result.clusters.clusterOf
    for pair in clusterer.different {
      #expect(cluster[Int(pair.left)] != cluster[Int(pair.right)])
    }
    let excused = Set(result.overruled.map { cluster[Int($0.decision.left)] })
    for index in 0..<result.clusters.count where !excused.contains(UInt32(index)) {
      let held = result.clusters.members(of: index).flatMap {
        clusterer.exclusive[0][Int($0)]
      }
      #expect(Set(held).count <= 1)
    }
    let contested = Set(result.conflicts.flatMap(\.same))
    for pair in clusterer.same where !contested.contains(pair) {
      #expect(cluster[Int(pair.left)] == cluster[Int(pair.right)])
    }
  }
}

func pair(_ left: UInt32, _ right: UInt32, _ weight: Float) -> ScoredPair {
  ScoredPair(left: left, right: right, weight: weight, rule: 0)
}

private func values(_ held: [[UInt32]]) -> ExclusiveValues {
  var values = ExclusiveValues()
  for mention in held { values.append(mention) }
  return values
}

func labels(_ result: Clustering) -> [UInt32] { result.clusters.clusterOf }

/// The slow twin: every mention takes the smallest label among its neighbours until nothing changes.
private func components(_ count: Int, _ links: [ScoredPair]) -> [UInt32] {
  var label = (0..<count).map { $0 }
  var isChanged = true
  while isChanged {
    isChanged = false
    for link in links {
      let smaller = min(label[Int(link.left)], label[Int(link.right)])
      if label[Int(link.left)] != smaller || label[Int(link.right)] != smaller {
        label[Int(link.left)] = smaller
        label[Int(link.right)] = smaller
        isChanged = true
      }
    }
  }
  var number: [Int: UInt32] = [:]
  return label.map { root in
    if let known = number[root] { return known }
    let next = UInt32(number.count)
    number[root] = next
    return next
  }
}

/// SplitMix64 (Vigna, public domain).
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func mentionPair(count: Int) -> MentionPair {
    let left = UInt32.random(in: 0..<UInt32(count), using: &self)
    let step = UInt32.random(in: 1..<UInt32(count), using: &self)
    return MentionPair(left, (left + step) % UInt32(count))
  }

  mutating func pairs(count: Int, links: Int) -> [ScoredPair] {
    var ends: Set<MentionPair> = []
    while ends.count < links { ends.insert(mentionPair(count: count)) }
    return ends.sorted().map {
      ScoredPair(
        left: $0.left, right: $0.right, weight: Float(Int.random(in: 0...12, using: &self)),
        rule: 0)
    }
  }

  mutating func clusterer(count: Int) -> Clusterer {
    var clusterer = Clusterer(party: .person, mentionCount: count)
    var held = ExclusiveValues()
    for _ in 0..<count {
      let value = UInt32.random(in: 0..<8, using: &self)
      held.append(value < 3 ? [value] : [])
    }
    clusterer.exclusive = [held]
    clusterer.same = (0..<4).map { _ in mentionPair(count: count) }
    clusterer.different = (0..<6).map { _ in mentionPair(count: count) }
    return clusterer
  }
}
