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
    /// What was counted at this level; nil where nothing was trained, or an earlier version did.
    package var counts: LevelCounts?

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

    package init(column: String, grades: [Grade]) {
      self.column = column
      self.grades = grades
    }
  }

  package static let currentVersion = 3
  /// Earlier versions lack what is optional here.
  private static let readableVersions = 2...currentVersion

  package var version = currentVersion
  package var party: Party
  /// The probability that two random mentions are the same party.
  package var prior: Double
  /// The probability that two random mentions are related parties.
  package var relatedPrior: Double
  package var columns: [Column]
  package var training: Training
  /// What the data looked like that the model was trained on; later runs are held against it.
  package var fit: ModelFit?

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
  package func json() throws -> String { try Self.text(of: self) }

  /// The models of all kinds of party as one file: pretty JSON with sorted keys.
  package static func json(of models: [MatchModel]) throws -> String { try text(of: models) }

  private static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    version = try values.decode(Int.self, forKey: .version)
    guard Self.readableVersions.contains(version) else {
      throw MatchError(reason: .modelVersion(version))
    }
    party = try values.decode(Party.self, forKey: .party)
    prior = try values.decode(Double.self, forKey: .prior)
    relatedPrior = try values.decode(Double.self, forKey: .relatedPrior)
    columns = try values.decode([Column].self, forKey: .columns)
    training = try values.decode(Training.self, forKey: .training)
    fit = try values.decodeIfPresent(ModelFit.self, forKey: .fit)
  }

  /// The grades of a column, if its comparison has the given levels.
  func grades(of column: String, levels: [String]) -> [Grade]? {
    guard let grades = columns.first(where: { $0.column == column })?.grades,
      grades.map(\.level) == levels
    else { return nil }
    return grades
  }
}
