import Match
import Vocabulary

/// How sure the evidence is that two groups of records are one party, three ways: as it stands, and
/// with all weights somewhat lower or higher.
///
/// A model cannot say how wrong it is. So every estimate is made again with odds that are four times
/// smaller and four times larger, and the bounds of the estimate are what comes of that.
struct Confidence: Hashable, Sendable {
  var low: Double
  var middle: Double
  var high: Double

  static let certain = Confidence(low: 1, middle: 1, high: 1)
  /// By how many bits the weights are taken to be off.
  private static let doubt = 2.0

  init(low: Double, middle: Double, high: Double) {
    (self.low, self.middle, self.high) = (low, middle, high)
  }

  init(bits: Double) {
    low = MatchWeight(bits: bits - Self.doubt).probability.value
    middle = MatchWeight(bits: bits).probability.value
    high = MatchWeight(bits: bits + Self.doubt).probability.value
  }

  /// The probability that both hold.
  static func * (a: Self, b: Self) -> Self {
    Self(low: a.low * b.low, middle: a.middle * b.middle, high: a.high * b.high)
  }
}

/// The weights between the members of two groups, taken together.
///
/// The pairs between two groups tell the same story many times, so their weights do not add up; and
/// the strongest alone would hide that all others contradict it.
struct UnionEvidence: Hashable, Sendable {
  private var sum = 0.0
  private var count = 0.0
  private var best = -Double.infinity

  /// A single pair counts for at most this many bits.
  private static let bound = 15.0
  /// How much the strongest pair counts beside the mean.
  private static let leadership = 0.25

  mutating func add(_ weight: Float) {
    let bits = min(max(Double(weight), -Self.bound), Self.bound)
    sum += bits
    count += 1
    best = max(best, bits)
  }

  static func + (a: Self, b: Self) -> Self {
    var total = a
    total.sum += b.sum
    total.count += b.count
    total.best = max(a.best, b.best)
    return total
  }

  /// The weight, in bits, that the groups are one party.
  var bits: Double { Self.leadership * best + (1 - Self.leadership) * sum / max(1, count) }

  var confidence: Confidence { Confidence(bits: bits) }
}

/// How sure each pair inside a published cluster is.
///
/// The cluster is put together again, strongest link first. Two records are one party when every union
/// on the way between them is right; so a record with little to compare is as sure as what joined it.
struct ClusterConfidence {
  /// Shape: row by row, `count * count`.
  private(set) var pairs: [Confidence]
  private let count: Int

  /// - Parameters:
  ///   - count: The number of members, at least two.
  ///   - weight: The weight of two members, by their places; it is symmetric.
  init(count: Int, weight: (Int, Int) -> Float) {
    self.count = count
    pairs = [Confidence](repeating: .certain, count: count * count)
    var between = [UnionEvidence](repeating: UnionEvidence(), count: count * count)
    var links: [(weight: Float, left: Int, right: Int)] = []
    for left in 0..<count {
      for right in left + 1..<max(left + 1, count) {
        let weight = weight(left, right)
        links.append((weight, left, right))
        between[left * count + right].add(weight)
        between[right * count + left].add(weight)
      }
    }
    links.sort { ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right) }
    var group = Array(0..<count)
    var members = (0..<count).map { [$0] }
    for link in links where group[link.left] != group[link.right] {
      let (kept, lost) = (group[link.left], group[link.right])
      let union = between[kept * count + lost].confidence
      for a in members[kept] {
        for b in members[lost] {
          let way = self[a, link.left] * union * self[link.right, b]
          pairs[a * count + b] = way
          pairs[b * count + a] = way
        }
      }
      for other in 0..<count where group[other] == other && other != kept && other != lost {
        let sum = between[kept * count + other] + between[lost * count + other]
        between[kept * count + other] = sum
        between[other * count + kept] = sum
      }
      for member in members[lost] { group[member] = kept }
      members[kept] += members[lost]
      members[lost] = []
    }
  }

  subscript(left: Int, right: Int) -> Confidence { pairs[left * count + right] }
}
