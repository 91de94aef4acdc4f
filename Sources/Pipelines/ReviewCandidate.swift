import Match
import Vocabulary

/// A question before anything is written about it.
struct ReviewCandidate {
  var kind: ReviewQuestion.Kind
  var party: Party
  /// Mentions; `left` is the smaller one.
  var left: UInt32
  var right: UInt32
  var weight: Float
  /// The parties of the two.
  var clusters: (left: UInt32, right: UInt32)
  /// Pairs of records between the two parties that reach the review bound.
  var pairs = 1
  var stake = 0.0
  var group = 0
  /// For a second reading: who read it first.
  var readers: [String] = []
  /// For a disagreement.
  var dispute: DecisionDispute?

  init(
    kind: ReviewQuestion.Kind, party: Party, left: UInt32, right: UInt32, weight: Float,
    clusters: (left: UInt32, right: UInt32)
  ) {
    (self.kind, self.party, self.left, self.right) = (kind, party, left, right)
    (self.weight, self.clusters) = (weight, clusters)
  }

  /// Whether two parties are asked about, and not two records by themselves.
  var showsParties: Bool { kind != .secondReading && clusters.left != clusters.right }

  var probability: Probability { MatchWeight(bits: Double(weight)).probability }

  /// What hangs on the answer, times the chance that tonight's answer is wrong.
  var urgency: Double { stake * risk }

  /// The chance that the two are one, though tonight they are kept apart, or the other way round.
  ///
  /// Where something speaks against a pair that is strong by itself, about half of what its weight
  /// promises is true.
  private var risk: Double {
    switch kind {
    case .cut, .vetoed: probability.value / 2
    case .doubtful, .disagreement, .secondReading: probability.value
    case .stray: 1 - probability.value
    }
  }

  static func isMoreUrgent(_ left: Self, _ right: Self) -> Bool {
    (left.urgency, right.order) > (right.urgency, left.order)
  }

  /// Tells candidates of one urgency apart.
  private var order: UInt64 {
    (party == .person ? 0 : 1 << 63) | UInt64(left) << 32 | UInt64(right)
  }

  /// The two parties, unlike those of the other kind of party.
  var ends: [UInt64] {
    let kind: UInt64 = party == .person ? 0 : 1 << 32
    return [kind | UInt64(clusters.left), kind | UInt64(clusters.right)]
  }
}

extension ReviewQuestion.Kind {
  /// What an unmerged pair is asked as; nil for one that is merged.
  init?(doubt outcome: LinkOutcome) {
    switch outcome {
    case .review: self = .doubtful
    case .cut: self = .cut
    case .vetoed: self = .vetoed
    case .merged, .steward, .outranked: return nil
    }
  }
}
