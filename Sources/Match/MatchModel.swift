import Foundation
package import Vocabulary

/// The parameters of a Fellegi-Sunter model, and where they came from.
///
/// Readable JSON; a version that this program does not know is refused.
package struct MatchModel: Codable, Hashable, Sendable {
  package struct Grade: Codable, Hashable, Sendable {
    package var level: String
    package var m: Double
    package var u: Double

    /// The match weight of the grade, in bits.
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
  }

  package var version = 1
  package var party: Party
  /// The probability that two random mentions are the same party.
  package var prior: Double
  package var columns: [Column]
  package var training: Training

  package init(party: Party, prior: Double, columns: [Column], training: Training) {
    self.party = party
    self.prior = prior
    self.columns = columns
    self.training = training
  }

  /// The weight that a pair starts from.
  package var priorBits: Double { log2(prior / (1 - prior)) }

  /// Pretty JSON with sorted keys.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
