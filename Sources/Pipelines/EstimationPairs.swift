import Cluster
import Match
import Vocabulary

/// All pairs that an estimate counts: those inside the published clusters, and those between clusters
/// that a blocking rule brought together.
///
/// A company that is only named as somebody's employer helps to hold a cluster together, but is not
/// counted: there is next to nothing but its name to tell whether it is right.
struct EstimationPairs {
  /// One pair, and how sure the evidence is that it is a match.
  struct Pair: Sendable {
    var left: UInt32
    var right: UInt32
    var isTogether: Bool
    /// How many pairs it stands for; of very large clusters only some are looked at.
    var count: Float
    /// How many pairs an answer about it speaks for: when one pair between two clusters is a match, so
    /// are those between them that no rule brought together.
    var reach: Float
    var low: Float
    var middle: Float
    var high: Float
    /// The blocking rules that brought it together, as bits.
    var rules: UInt64
    /// Whether a steward decided it, so that nobody need be asked and nothing is in doubt.
    var isDecided = false
  }

  private(set) var pairs: [Pair] = []

  /// The weight down to which pairs between clusters are looked at one by one, in bits.
  ///
  /// The probability there is one in 8,000.
  static let floor = -13.0
  /// Of larger clusters every *n*-th record is asked.
  private static let mostMembers = 200

  private let party: PublishedParty
  private let blocks: CandidateBlocks

  init(_ party: PublishedParty, blocks: CandidateBlocks) async throws {
    self.party = party
    self.blocks = blocks
    addInside()
    try await addBetween()
  }

  private mutating func addInside() {
    for cluster in 0..<party.clusters.count {
      let all = Array(party.clusters.members(of: cluster))
      guard all.count > 1 else { continue }
      let step = (all.count + Self.mostMembers - 1) / Self.mostMembers
      let members = stride(from: 0, to: all.count, by: step).map { all[$0] }
      guard members.count > 1 else { continue }
      let confidence = ClusterConfidence(count: members.count) {
        party.scorer.weight(Int(members[$0]), Int(members[$1]))
      }
      let count = Float(all.count * (all.count - 1)) / Float(members.count * (members.count - 1))
      for left in members.indices {
        for right in members.indices
        where right > left && isCounted(members[left]) && isCounted(members[right]) {
          add(
            members[left], members[right], isTogether: true, count, reach: count,
            confidence[left, right])
        }
      }
    }
  }

  private mutating func addBetween() async throws {
    var matcher = party.matcher
    matcher.options.review = MatchWeight(bits: Self.floor).probability
    let clusterOf = party.clusters.clusterOf
    let met = try await matcher.match(party.evidence, model: party.model).pairs.filter {
      clusterOf[Int($0.left)] != clusterOf[Int($0.right)] && isCounted($0.left)
        && isCounted($0.right)
    }
    func clusters(_ pair: ScoredPair) -> MentionPair {
      MentionPair(clusterOf[Int(pair.left)], clusterOf[Int(pair.right)])
    }
    var times: [MentionPair: Int] = [:]
    for pair in met { times[clusters(pair), default: 0] += 1 }
    let sizes = (0..<party.clusters.count).map { cluster in
      party.clusters.members(of: cluster).count { isCounted($0) }
    }
    for pair in met {
      let clusters = clusters(pair)
      let all = Float(sizes[Int(clusters.left)] * sizes[Int(clusters.right)])
      add(
        pair.left, pair.right, isTogether: false, 1, reach: all / Float(times[clusters] ?? 1),
        Confidence(bits: Double(pair.weight)))
    }
  }

  private func isCounted(_ mention: UInt32) -> Bool { party.isCounted(mention) }

  private mutating func add(
    _ one: UInt32, _ other: UInt32, isTogether: Bool, _ count: Float, reach: Float,
    _ confidence: Confidence
  ) {
    let (left, right) = (min(one, other), max(one, other))
    var pair = Pair(
      left: left, right: right, isTogether: isTogether, count: count, reach: reach,
      low: Float(confidence.low), middle: Float(confidence.middle),
      high: Float(confidence.high), rules: blocks.rules(left, right))
    if let isSame = party.decided[MentionPair(left, right)] {
      // What a steward said is known; the pair stands for itself alone.
      (pair.low, pair.middle, pair.high) = isSame ? (1, 1, 1) : (0, 0, 0)
      (pair.count, pair.reach, pair.isDecided) = (1, 1, true)
    }
    pairs.append(pair)
  }
}

/// The strata of a sample: apart or together, and by probability.
///
/// Where the model is sure, few answers tell whether it is right; where it doubts, each tells much.
enum PairStratum {
  static let bounds: [Double] = [0, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999]
  static let count = 2 * bounds.count

  static func index(_ pair: EstimationPairs.Pair) -> Int {
    let place = bounds.lastIndex { $0 <= Double(pair.middle) } ?? 0
    return pair.isTogether ? bounds.count + place : place
  }

  static func isTogether(_ stratum: Int) -> Bool { stratum >= bounds.count }
  static func bound(_ stratum: Int) -> Double { bounds[stratum % bounds.count] }
}
