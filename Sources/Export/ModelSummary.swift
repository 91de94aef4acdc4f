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

  /// One way in which the data may have moved away from the model.
  package struct DriftLine: Hashable, Sendable {
    package var words: String
    package var before: String
    package var now: String
    package var change: String
    package var bound: String
    package var isBeyond: Bool

    package init(
      words: String, before: String, now: String, change: String, bound: String, isBeyond: Bool
    ) {
      self.words = words
      self.before = before
      self.now = now
      self.change = change
      self.bound = bound
      self.isBeyond = isBeyond
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
  /// What is known of the data's drift, in words; empty where there is no telling.
  package var drift: [DriftLine] = []
  /// Whether the model should be trained again.
  package var isOutdated = false

  package init() {}
}
