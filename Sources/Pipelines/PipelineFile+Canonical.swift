package import Foundation
import Digests
import Golden
import Normalize
import Scorecard
import Vocabulary

extension PipelineFile: Encodable {
  private enum CodingKeys: String, CodingKey {
    case version, name, schema, fields, region, timezone, language, nulls, sources
    case roster, persons, organizations, golden, scorecard, goals, reviewBudget, gates, decisions
    case keep, output, profiles, words
  }

  /// A field as the canonical form writes it.
  private struct EncodedField: Encodable {
    var name: String
    var kind: FieldKind
    var multiple: Bool
    var exclusive: Bool
    var sensitive: Bool
    var golden: Field.GoldenValue
  }

  private struct EncodedGate: Encodable {
    var metric: Gate.Metric
    var scope: String
    var atLeast: Double?
    var atMost: Double?

    init(_ gate: Gate) {
      metric = gate.metric
      scope = gate.scope
      switch gate.bound {
      case .atLeast(let bound): atLeast = bound
      case .atMost(let bound): atMost = bound
      }
    }
  }

  /// A word file by its name and its content.
  private struct EncodedWords: Encodable {
    var name: String
    var sha256: String

    init(_ file: WordFile) {
      name = file.path.split(separator: "/").last.map(String.init) ?? ""
      sha256 = SHA256.digest(of: file.bytes.span).hex
    }
  }

  /// The roster by its path and its content.
  private struct EncodedRoster: Encodable {
    var path: String
    var sha256: String

    init(_ file: RosterFile) {
      path = file.path
      sha256 = file.sha256
    }
  }

  /// Writes the effective settings: all of them, defaults included, and nothing about the machine.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(version, forKey: .version)
    try values.encode(name, forKey: .name)
    try values.encode(isCustomer ? "customer" : "none", forKey: .schema)
    let fields = schema.fields.map {
      EncodedField(
        name: $0.name, kind: $0.kind, multiple: $0.isMultiple, exclusive: $0.isExclusive,
        sensitive: $0.isSensitive, golden: $0.golden)
    }
    try values.encode(fields, forKey: .fields)
    try values.encode(region, forKey: .region)
    try values.encode(timezone, forKey: .timezone)
    try values.encode(language, forKey: .language)
    try values.encode(nulls, forKey: .nulls)
    try values.encode(sources, forKey: .sources)
    try values.encodeIfPresent(roster.map(EncodedRoster.init), forKey: .roster)
    try values.encode(persons, forKey: .persons)
    try values.encode(organizations, forKey: .organizations)
    try values.encode(golden, forKey: .golden)
    try values.encode(scorecard, forKey: .scorecard)
    try values.encode(goals, forKey: .goals)
    try values.encode(reviewBudget, forKey: .reviewBudget)
    try values.encode(gates.map(EncodedGate.init), forKey: .gates)
    try values.encode(decisions, forKey: .decisions)
    try values.encode(keep, forKey: .keep)
    try values.encode(output, forKey: .output)
    if !wordFiles.isEmpty {
      try values.encode(wordFiles.map(EncodedWords.init), forKey: .words)
    }
    if !profiles.isEmpty { try values.encode(profiles, forKey: .profiles) }
  }

  /// The effective settings as JSON, the same bytes for the same settings.
  package func canonicalJSON() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}
