/// How good the published clusters of one kind of party are, as far as one can tell without a truth.
package struct QualityEstimate: Hashable, Sendable, Codable {
  /// What the estimate rests on.
  package enum Basis: String, Hashable, Sendable, Codable {
    /// The probabilities of the model alone.
    case model
    /// Answers of people about a sample of pairs, and the model where there are none.
    case labels
  }

  /// The pairs of one stratum of the sample, and what people said about them.
  package struct Stratum: Hashable, Sendable, Codable {
    /// Whether its pairs are in one cluster.
    package var isTogether: Bool
    /// The match probabilities of its pairs begin here.
    package var atLeast: Double
    package var pairs: Int
    package var answered: Int
    package var same: Int
    /// The share of matches among its pairs, as it goes into the estimate.
    package var share: Double
    /// The share that the model expects.
    package var modelShare: Double
  }

  package var party: String
  package var basis: Basis
  package var records: Int
  package var clusters: Int
  /// Pairs of records in one cluster.
  package var madePairs: Int
  /// Of these, how many are expected to be right.
  package var rightPairs: Double
  /// Expected matches between clusters that some rule compared.
  package var apartPairs: Double
  /// Expected matches that no blocking rule brought together and no cluster holds.
  package var unseenPairs: Double
  package var precision: Interval
  package var recall: Interval
  package var f1: Interval
  package var strata: [Stratum]
  /// Answers about pairs that are not in this run, or that nobody can count.
  package var unusedAnswers = 0
}
