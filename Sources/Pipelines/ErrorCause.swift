import Vocabulary

/// Why a pair of records that are one party was missed.
package enum MissCause: String, Codable, CaseIterable, Hashable, Sendable {
  /// One of the two is no record of the run: quarantined, skipped, or not in the export.
  case absent
  /// One was filed as a person, the other as an organization.
  case otherKind = "other_kind"
  /// No blocking rule brought them together.
  case neverCompared = "never_compared"
  /// Compared, but too little evidence even to ask a steward.
  case belowReview = "below_review"
  /// A steward is asked.
  case inReview = "in_review"
  /// Two exclusive identifiers differ between their clusters.
  case vetoed
  /// One of them is joined more strongly to another record of the same duplicate-free source.
  case outranked
  /// Strong enough, but their clusters contradict each other.
  case cut
  /// A steward decided that they, or records of their clusters, are different.
  case decision
}

/// Why a pair of records that are two parties was put together.
package enum MergeCause: String, Codable, CaseIterable, Hashable, Sendable {
  /// The pair's own weight reaches the accept threshold.
  case directLink = "direct_link"
  /// Its own weight is between the thresholds: a chain, or an earlier night, put them together.
  case doubtfulLink = "doubtful_link"
  /// Other records joined them; the pair alone would not even be asked about.
  case chain
  /// A steward's decision holds them together.
  case steward
}

/// What a run knew about two records.
struct PairKnowledge {
  /// Whether a blocking rule brought them together.
  var isCompared: Bool
  /// In bits.
  var weight: Float
  var accept: Float
  /// What became of the pair, where it was kept.
  var outcome: LinkOutcome?
  /// Whether a steward keeps their clusters apart.
  var isForbidden = false
  /// Whether only a steward's decision connects them.
  var isDecided = false

  /// Weights are written with two decimals.
  private static let rounding: Float = 0.005

  var reachesAccept: Bool { weight >= accept - Self.rounding }
}

extension MissCause {
  /// The cause of a pair that both kinds of evidence know.
  init(_ pair: PairKnowledge) {
    if pair.isForbidden {
      self = .decision
      return
    }
    switch pair.outcome {
    case .vetoed: self = .vetoed
    case .outranked: self = .outranked
    case .cut: self = .cut
    case .review, .merged, .steward: self = .inReview
    case nil: self = pair.isCompared ? .belowReview : .neverCompared
    }
  }
}

extension MergeCause {
  init(_ pair: PairKnowledge) {
    if pair.outcome == .steward || pair.isDecided {
      self = .steward
    } else if pair.reachesAccept {
      self = .directLink
    } else {
      self = pair.outcome != nil ? .doubtfulLink : .chain
    }
  }
}
