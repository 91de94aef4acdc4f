package import Vocabulary

/// A pair of records that shows how the model decides.
package struct PairExample: Hashable, Sendable {
  /// What the pair is an example of.
  package enum Choice: Int, CaseIterable, Hashable, Sendable {
    case strongestMerged
    /// The weakest pair that merged by its own weight.
    case weakestMerged
    /// The weakest pair that is in one cluster through other records.
    case mergedThroughOthers
    case strongestReview
    case strongestVetoed
    case strongestCut
    /// The weakest pair that a steward joined.
    case steward
  }

  /// One comparison.
  package struct Step: Hashable, Sendable {
    /// What was compared and how it agrees, in words.
    package var words: String
    /// Masked values; nil where a record has none.
    package var left: String?
    package var right: String?
    package var weight: MatchWeight

    package init(words: String, left: String?, right: String?, weight: MatchWeight) {
      self.words = words
      self.left = left
      self.right = right
      self.weight = weight
    }
  }

  package var choice: Choice
  /// Record keys.
  package var left: String
  package var right: String
  /// The weight before anything is compared.
  package var start: MatchWeight
  package var steps: [Step]
  /// What could not be compared, because one of the records has no value there, in words.
  package var absent: [String]

  package init(
    choice: Choice, left: String, right: String, start: MatchWeight, steps: [Step],
    absent: [String]
  ) {
    self.choice = choice
    self.left = left
    self.right = right
    self.start = start
    self.steps = steps
    self.absent = absent
  }
}
