package import Vocabulary

/// Settings of the match stage for one kind of party.
package struct MatchOptions: Hashable, Sendable {
  /// The probability from which a pair merges by itself.
  ///
  /// The default is 0.99.
  package var accept = Probability(0.99)
  /// The probability from which a steward is asked.
  ///
  /// The default is 0.5.
  package var review = Probability(0.5)
  /// Columns that candidate pairs must agree on, one rule a list; nil derives them from the kinds.
  package var block: [[String]]?
  /// Levels by column; a column that is not named keeps the levels of its kind.
  package var compare: [String: [ComparisonLevel]] = [:]
  /// The number of EM passes after which training stops unconverged.
  ///
  /// The default is 200.
  package var maximumPasses = 200
  /// The largest block that is compared pair by pair.
  ///
  /// The default is 300.
  package var largestBlock = 300
  /// The number of tasks that work at once.
  package var threads = 2

  package init() {}
}

/// What keeps the match stage from doing its work.
package struct MatchError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case unknownColumn(String, known: [String])
    case modelDoesNotFit(column: String)
    case modelVersion(Int)
  }

  package let reason: Reason

  package var description: String {
    switch reason {
    case .unknownColumn(let name, let known):
      "match: error: there is no evidence '\(name)' to block on or compare; "
        + "use one of \(known.joined(separator: ", "))"
    case .modelDoesNotFit(let column):
      "match: error: the model has no fitting comparison for '\(column)'; "
        + "train it again, or set 'model' to \"auto\""
    case .modelVersion(let version):
      "match: error: a model of version \(version), which this program does not know; "
        + "train it again with assay train"
    }
  }
}
