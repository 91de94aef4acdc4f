import Foundation
package import Vocabulary

/// The parameters of a Fellegi-Sunter model, and where they came from.
///
/// Readable JSON; a version that this program does not know is refused.
package struct MatchModel: Codable, Hashable, Sendable {
  package struct Grade: Codable, Hashable, Sendable {
    package var level: String
    /// Among pairs of one party.
    package var m: Double
    /// Among pairs of two parties that have nothing to do with each other.
    package var u: Double
    /// Among pairs of two related parties: a household, a firm's staff, the branches of a company.
    package var related: Double

    package init(level: String, m: Double, u: Double, related: Double) {
      self.level = level
      self.m = m
      self.u = u
      self.related = related
    }

    /// The match weight of the grade against chance, in bits.
    package var bits: Double { log2(m / u) }
  }

  package struct Column: Codable, Hashable, Sendable {
    package var column: String
    package var grades: [Grade]
  }

  /// How the parameters were found.
  package struct Training: Codable, Hashable, Sendable {
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
  }

  package static let currentVersion = 2

  package var version = currentVersion
  package var party: Party
  /// The probability that two random mentions are the same party.
  package var prior: Double
  /// The probability that two random mentions are related parties.
  package var relatedPrior: Double
  package var columns: [Column]
  package var training: Training

  package init(
    party: Party, prior: Double, relatedPrior: Double, columns: [Column], training: Training
  ) {
    self.party = party
    self.prior = prior
    self.relatedPrior = relatedPrior
    self.columns = columns
    self.training = training
  }

  /// The weight that a pair starts from.
  package var priorBits: Double { start.chance }

  var start: EvidenceSum.StartBits { .init(prior: prior, related: relatedPrior) }

  /// Pretty JSON with sorted keys.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
