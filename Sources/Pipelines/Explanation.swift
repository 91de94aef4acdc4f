package import Vocabulary

/// Why two records are held to be one party, or not: the waterfall of match weights.
///
/// The prior and the steps add up to the total.
package struct Explanation: Hashable, Sendable {
  /// One comparison of the pair.
  package struct Step: Hashable, Sendable {
    package var field: String
    /// The comparison level in words, such as "same in pinyin".
    package var level: String
    /// The values that were compared; nil where a record has none.
    package var left: String?
    package var right: String?
    package var weight: MatchWeight

    package init(
      field: String, level: String, left: String?, right: String?, weight: MatchWeight
    ) {
      self.field = field
      self.level = level
      self.left = left
      self.right = right
      self.weight = weight
    }
  }

  package var party: Party
  /// The record keys, left before right.
  package var leftKey: String
  package var rightKey: String
  package var language = ReportLanguage.chinese
  /// The weight of any two records of the candidate pairs, before anything is compared.
  package var prior: MatchWeight
  package var steps: [Step]
  package var total: MatchWeight
  package var accept: Probability
  package var review: Probability
  /// What became of the pair, in words.
  package var decision: String

  package init(
    party: Party, leftKey: String, rightKey: String, prior: MatchWeight, steps: [Step],
    total: MatchWeight, accept: Probability, review: Probability, decision: String
  ) {
    self.party = party
    self.leftKey = leftKey
    self.rightKey = rightKey
    self.prior = prior
    self.steps = steps
    self.total = total
    self.accept = accept
    self.review = review
    self.decision = decision
  }

  package var probability: Probability { total.probability }
}
