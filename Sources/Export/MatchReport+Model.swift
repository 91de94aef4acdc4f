package import Vocabulary

/// The match model of one kind of party, in words.
package struct ModelSummary: Hashable, Sendable {
  /// One level of a comparison.
  package struct Level: Hashable, Sendable {
    package var words: String
    /// How often two records of one party agree like this.
    package var m: Double
    /// How often records of two parties do that have nothing to do with each other.
    package var u: Double
    /// How often records of two related parties do, such as a household or a firm's staff.
    package var related: Double

    package init(words: String, m: Double, u: Double, related: Double) {
      self.words = words
      self.m = m
      self.u = u
      self.related = related
    }
  }

  package struct Column: Hashable, Sendable {
    package var words: String
    package var levels: [Level]

    package init(words: String, levels: [Level]) {
      self.words = words
      self.levels = levels
    }
  }

  /// Where the model comes from.
  package var origin = ""
  /// Whether there was too little data, so that the shipped parameters stand.
  package var isPrior = true
  /// The training, of this run or of an earlier one.
  package var mentions = 0
  package var candidatePairs = 0
  package var expectedMatches = 0.0
  package var expectedRelated = 0.0
  package var passes = 0
  package var hasConverged = true
  package var lastChange = 0.0
  /// The probability that two random mentions are one party.
  package var prior = 0.0
  package var columns: [Column] = []

  package init() {}
}

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
