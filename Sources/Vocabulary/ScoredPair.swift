/// Two mentions of one kind of party, and how much speaks for their being the same.
package struct ScoredPair: Hashable, Sendable {
  /// Index of a mention; always less than `right`.
  package var left: UInt32
  package var right: UInt32
  package var weight: Float
  /// Index of the blocking rule that gave the pair.
  package var rule: UInt16
  package var outcome: LinkOutcome

  package init(
    left: UInt32, right: UInt32, weight: Float, rule: UInt16, outcome: LinkOutcome = .review
  ) {
    self.left = left
    self.right = right
    self.weight = weight
    self.rule = rule
    self.outcome = outcome
  }

  /// The pair's place in an order that nothing else can change: strongest first.
  package static func isStronger(_ a: ScoredPair, _ b: ScoredPair) -> Bool {
    if a.weight != b.weight { return a.weight > b.weight }
    return (a.left, a.right) < (b.left, b.right)
  }
}

/// What became of a scored pair.
package enum LinkOutcome: String, CaseIterable, Hashable, Sendable {
  /// Both ends are in one cluster.
  case merged
  /// A steward should look.
  case review
  /// Two exclusive identifiers differ, or a steward said so.
  case vetoed
  /// One of the two is joined more strongly to another record of the same duplicate-free source.
  case outranked
  /// Strong enough by itself, but the clusters it would join contradict each other.
  case cut
  /// Merged by a steward's decision.
  case steward
}
