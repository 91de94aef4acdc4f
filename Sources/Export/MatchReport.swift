package import Vocabulary

/// What report/match.html tells a steward: how the run decided which records are one party.
///
/// Words are in the report's language already; no value of a customer is in it, except masked.
package struct MatchReport: Sendable {
  package var pipeline: String
  package var asOf: CivilDay
  package var language: ReportLanguage
  /// Records of all sources.
  package var records: Int
  package var parties: [PartyMatching]

  package init(
    pipeline: String, asOf: CivilDay, language: ReportLanguage, records: Int,
    parties: [PartyMatching]
  ) {
    self.pipeline = pipeline
    self.asOf = asOf
    self.language = language
    self.records = records
    self.parties = parties
  }
}

/// How the mentions of one kind of party were matched.
package struct PartyMatching: Sendable {
  package var party: Party
  package var mentions: Int
  /// Entity clusters.
  package var parties: Int
  package var accept: Probability
  package var review: Probability
  package var outcomes = OutcomeCounts()
  /// The questions in review.csv.
  package var questions = 0
  package var histogram = WeightHistogram()
  package var model = ModelSummary()
  package var examples: [PairExample] = []
  package var sizes: [ClusterSize] = []
  /// Largest first.
  package var largest: [LargeCluster] = []
  package var rules: [RuleYield] = []

  package init(
    party: Party, mentions: Int, parties: Int, accept: Probability, review: Probability
  ) {
    self.party = party
    self.mentions = mentions
    self.parties = parties
    self.accept = accept
    self.review = review
  }

  /// All pairs that were scored, each once.
  var candidatePairs: Int { histogram.counts.reduce(0, +) }
}

extension PartyMatching {
  /// How many of the pairs from the review threshold on ended how.
  package struct OutcomeCounts: Hashable, Sendable {
    package var merged = 0
    package var review = 0
    package var vetoed = 0
    package var outranked = 0
    package var cut = 0
    package var steward = 0

    package init() {}

    /// Counts the outcomes of pairs.
    package init(_ pairs: [ScoredPair]) {
      for pair in pairs {
        switch pair.outcome {
        case .merged: merged += 1
        case .review: review += 1
        case .vetoed: vetoed += 1
        case .outranked: outranked += 1
        case .cut: cut += 1
        case .steward: steward += 1
        }
      }
    }
  }

  /// How many clusters have a size.
  package struct ClusterSize: Hashable, Sendable {
    package var records: Int
    package var clusters: Int

    package init(records: Int, clusters: Int) {
      self.records = records
      self.clusters = clusters
    }
  }

  package struct LargeCluster: Hashable, Sendable {
    package var goldenID: String
    package var records: Int

    package init(goldenID: String, records: Int) {
      self.goldenID = goldenID
      self.records = records
    }
  }

  /// What one blocking rule gave.
  package struct RuleYield: Hashable, Sendable {
    /// As links.csv names it.
    package var name: String
    package var words: String
    package var pairs: Int
    package var givenUpPairs: Int
    package var givenUpBlocks: Int

    package init(
      name: String, words: String, pairs: Int, givenUpPairs: Int, givenUpBlocks: Int
    ) {
      self.name = name
      self.words = words
      self.pairs = pairs
      self.givenUpPairs = givenUpPairs
      self.givenUpBlocks = givenUpBlocks
    }
  }
}
