import Foundation
import Pipelines
import Vocabulary

/// How results are written for programs: snake_case keys in alphabetical order.
enum JSONResult {
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

/// How often two stewards who read the same question agreed.
struct AgreementRow: Encodable {
  var questions: Int
  var agreed: Int
  var rate: Double
  var kappa: Double?

  init(_ agreement: StewardAgreement) {
    questions = agreement.pairs
    agreed = agreement.agreed
    rate = agreement.rate
    kappa = agreement.kappa
  }
}

extension RunReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case runID = "runId"
    case pipeline, status, folder, asOf, sources, drift, persons, organizations, reviewQuestions
    case decisions, agreement, findings, gates, targets, models, forecast
    case secondsElapsed, peakMemoryBytes
  }

  private struct SourceRow: Encodable {
    var source: String
    var read: Int
    var records: Int
    var quarantined: Int
    var skipped: [String: Int]
    var completeness: Double?
    var conformity: Double?
  }

  private struct PartyRow: Encodable {
    var mentions: Int
    var parties: Int
    var duplicates: Int

    init(_ parties: RunReport.Parties) {
      mentions = parties.mentions
      self.parties = parties.parties
      duplicates = parties.duplicates
    }
  }

  private struct ModelRow: Encodable {
    var party: Party
    var origin: RunReport.Model.Origin
    var convergence: String
    var drift: ModelDrift?
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(runID, forKey: .runID)
    try values.encode(pipeline, forKey: .pipeline)
    try values.encode(status, forKey: .status)
    try values.encode(folder, forKey: .folder)
    try values.encode(asOf.description, forKey: .asOf)
    let rows = sources.map {
      SourceRow(
        source: $0.name, read: $0.rows.read, records: $0.rows.records,
        quarantined: $0.rows.quarantined, skipped: $0.rows.skipped,
        completeness: $0.completeness, conformity: $0.conformity)
    }
    try values.encode(rows, forKey: .sources)
    try values.encode(drift, forKey: .drift)
    try values.encode(PartyRow(persons), forKey: .persons)
    try values.encode(PartyRow(organizations), forKey: .organizations)
    try values.encode(reviewQuestions, forKey: .reviewQuestions)
    try values.encode(decisions, forKey: .decisions)
    try values.encodeIfPresent(agreement.map(AgreementRow.init), forKey: .agreement)
    try values.encode(findings, forKey: .findings)
    try values.encode(gates, forKey: .gates)
    try values.encode(targets, forKey: .targets)
    let models = models.map {
      ModelRow(
        party: $0.party, origin: $0.origin, convergence: $0.convergence, drift: $0.drift)
    }
    try values.encode(models, forKey: .models)
    try values.encode(forecast, forKey: .forecast)
    try values.encode(secondsElapsed, forKey: .secondsElapsed)
    try values.encode(peakMemoryBytes, forKey: .peakMemoryBytes)
  }
}
