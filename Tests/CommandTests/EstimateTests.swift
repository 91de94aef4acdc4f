import Foundation
import TestSupport
import Testing

/// What a run says about its own quality, with and without people's answers.
@Suite(.customersRun) struct EstimateTests {
  private let night: PipelineFolder

  init() throws { night = try #require(CustomersRun.current).night }

  private struct Report: Decodable {
    struct Rates: Decodable { var precision, recall: Double }
    struct Scores: Decodable {
      var pairwise: Rates
      var true_pairs, made_pairs, right_pairs: Int
    }
    struct Cause: Decodable {
      var cause: String
      var pairs: Int
      var examples: [[String]]
    }
    struct Errors: Decodable { var missed, wrong: [Cause] }
    struct Party: Decodable {
      var party: String
      var scores: Scores
      var errors: Errors
    }
    struct Interval: Decodable { var value, low, high: Double }
    struct Estimate: Decodable {
      var party, basis: String
      var precision, recall: Interval
      var unused_answers: Int
    }
    var parties: [Party]
    var estimates: [Estimate]
  }

  private func evaluate(_ flags: [String]) throws -> Report {
    let outcome = try AssayProcess.run(["evaluate", "out", "--json"] + flags, in: night.folder)
    try #require(outcome.status == 0, "\(outcome.stderr)")
    return try JSONDecoder().decode(Report.self, from: Data(outcome.stdout.utf8))
  }

  private let truth = ["--truth", Repository.fixture("customers/truth_records.csv")]

  @Test func `every error has a cause, and examples by key`() throws {
    let keys = Set(try night.table("crosswalk.csv").column("record_key"))
    for party in try evaluate(truth).parties {
      let (scores, errors) = (party.scores, party.errors)
      #expect(errors.missed.reduce(0) { $0 + $1.pairs } == scores.true_pairs - scores.right_pairs)
      #expect(errors.wrong.reduce(0) { $0 + $1.pairs } == scores.made_pairs - scores.right_pairs)
      let examples = (errors.missed.filter { $0.cause != "absent" } + errors.wrong)
        .flatMap(\.examples).joined()
      #expect(!examples.isEmpty && keys.isSuperset(of: examples))
    }
  }

  @Test func `the estimate without a truth is near it`() throws {
    let report = try evaluate(truth + ["--estimate"])
    #expect(report.estimates.map(\.basis) == ["model", "model"])
    for (party, estimate) in zip(report.parties, report.estimates) {
      #expect(party.party == estimate.party)
      #expect(abs(estimate.precision.value - party.scores.pairwise.precision) < 0.02)
      #expect(abs(estimate.recall.value - party.scores.pairwise.recall) < 0.03)
      for interval in [estimate.precision, estimate.recall] {
        #expect(0 <= interval.low && interval.low <= interval.value)
        #expect(interval.value <= interval.high && interval.high <= 1)
      }
    }
  }

  @Test func `a sample is blind, for its owner alone, and comes back as an estimate`() throws {
    let first = try AssayProcess.run(["evaluate", "out", "--sample", "s.csv"], in: night.folder)
    #expect(first.status == 0, "\(first.stderr)")
    let path = night.folder.path + "/s.csv"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    let sample = try ResultTable(path: path)
    #expect(sample.header.first == "party" && sample.header.last == "answer")
    #expect(!sample.header.contains { $0.contains("weight") || $0.contains("probability") })
    #expect(sample.header.contains("phone_left") && sample.header.contains("phone_right"))
    #expect(sample.rows.count > 100)
    #expect(Set(sample.column("answer")) == [""])

    let again = try AssayProcess.run(["evaluate", "out", "--sample", "s.csv"], in: night.folder)
    #expect(again.status == 2 && again.stderr.contains("is there already"))

    let entities = try entities()
    var text = "party,left,right,answer\n"
    for row in sample.columns("party", "left", "right") {
      guard let one = entities[row[0], default: [:]][row[1]],
        let other = entities[row[0], default: [:]][row[2]]
      else { continue }
      text += "\(row[0]),\(row[1]),\(row[2]),\(one == other ? "same" : "different")\n"
    }
    text += "person,nobody/1,nobody/2,same\n"
    try night.folder.write("answers.csv", text)
    let report = try evaluate(truth + ["--labels", "answers.csv"])
    #expect(report.estimates.map(\.basis) == ["labels", "labels"])
    #expect(report.estimates.map(\.unused_answers) == [1, 0])
    for (party, estimate) in zip(report.parties, report.estimates) {
      #expect(abs(estimate.precision.value - party.scores.pairwise.precision) < 0.02)
      #expect(abs(estimate.recall.value - party.scores.pairwise.recall) < 0.03)
      #expect(estimate.recall.low <= party.scores.pairwise.recall)
      #expect(estimate.recall.high >= party.scores.pairwise.recall)
    }
  }

  /// By kind of party and record key: the entity, as the truth knows it.
  private func entities() throws -> [String: [String: String]] {
    let truth = try ResultTable(path: Repository.fixture("customers/truth_records.csv"))
    let kinds = try ResultTable(path: Repository.fixture("customers/truth_entities.csv"))
      .pairs("entity_id", "kind")
    var places: [[String]: [String: String]] = [:]
    for row in truth.columns(
      "source", "source_record_id", "row_number", "entity_id", "contact_entity_id")
    {
      let isCompany = kinds[row[3]] == "company"
      places[Array(row[0...2])] = [
        "organization": isCompany ? row[3] : "", "person": isCompany ? row[4] : row[3],
      ]
    }
    var entities: [String: [String: String]] = [:]
    for row in try night.table("crosswalk.csv")
      .columns("source", "source_record_id", "row_number", "party", "record_key")
    {
      let entity = places[Array(row[0...2])]?[row[3]] ?? ""
      if !entity.isEmpty { entities[row[3], default: [:]][row[4]] = entity }
    }
    return entities
  }
}
