extension MatchModel {
  /// How the parameters were found.
  package struct Training: Codable, Hashable, Sendable {
    /// What the m and u probabilities of before are those of.
    package enum Comparison: String, Codable, Hashable, Sendable {
      /// The parameters that ship with the program.
      case shipped
      /// The model that this one replaces.
      case previous
      /// The model that the same data gives without labels.
      case unlabelled
    }

    /// Whether there was too little data, so that the shipped parameters stand.
    package var isPrior: Bool
    package var mentions: Int
    package var candidatePairs: Int
    package var passes: Int
    package var hasConverged: Bool
    /// The largest change of a parameter in the last pass.
    package var lastChange: Double
    /// The number of matches that the model expects.
    package var expectedMatches: Double
    /// The number of pairs of related parties that the model expects among the candidates.
    package var expectedRelated: Double
    /// The random pairs that u was counted on; nil in models of earlier versions.
    package var randomPairs: Int?
    /// The people's answers that it was trained with; nil where there were none.
    package var labels: LabelCounts?
    /// What the levels' counts hold as m and u of before; nil where nothing was trained.
    package var comparedWith: Comparison?
  }

  /// The labels that a training used.
  package struct LabelCounts: Codable, Hashable, Sendable {
    /// Pairs that people answered with the same, and with different.
    package var same: Int
    package var different: Int
    /// Pairs that a system's users merged.
    package var merged: Int

    package var all: Int { same + different + merged }
  }

  /// What was counted at one level of a comparison.
  package struct LevelCounts: Codable, Hashable, Sendable {
    /// Candidate pairs that agree like this.
    package var candidates: Int
    /// Of these, the expected matches.
    package var matches: Double
    /// Random pairs that agree like this.
    package var random: Int
    /// The probabilities of before.
    package var mBefore: Double
    package var uBefore: Double
  }
}
