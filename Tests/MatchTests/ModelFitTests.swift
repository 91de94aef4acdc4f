import Foundation
import Testing
import Vocabulary

@testable import Match

/// Whether it is noticed that data has moved away from a model, and not where it has not.
@Suite struct ModelFitTests {
  private static func columns(thirdError: Double = 0.2, values: UInt64 = 40)
    -> [EvidenceFixture.Column]
  {
    [
      EvidenceFixture.Column(name: "first", kind: .identifier, values: 100_000, errorRate: 0.05),
      EvidenceFixture.Column(name: "second", kind: .identifier, values: 100_000, errorRate: 0.10),
      EvidenceFixture.Column(name: "third", kind: .text, values: 3000, errorRate: thirdError),
      EvidenceFixture.Column(name: "fourth", kind: .category, values: values, errorRate: 0.02),
    ]
  }

  private func night(
    _ columns: [EvidenceFixture.Column] = columns(), persons: Int = 3000, pairs: Int = 1500,
    seed: UInt64
  ) -> EvidenceTable {
    EvidenceFixture(persons: persons, pairs: pairs, columns: columns, seed: seed).table
  }

  private func drift(of table: EvidenceTable, from model: MatchModel) async throws -> ModelDrift {
    let fit = try #require(model.fit)
    return try await Matcher(MatchOptions()).match(table, model: model).fit.drift(since: fit)
  }

  private func model() async throws -> MatchModel {
    try await Matcher(MatchOptions()).match(night(seed: 1), model: nil).model
  }

  @Test func `a model fits the data that it was trained on`() async throws {
    let model = try await model()
    let drift = try await drift(of: night(seed: 1), from: model)
    #expect(drift.value == 0 && drift.beyond.isEmpty)
    #expect(Set(drift.measures.map(\.kind)) == Set(ModelDrift.Kind.allCases))
  }

  @Test(arguments: UInt64(2)...6)
  func `another night of the same kind is no drift`(seed: UInt64) async throws {
    let drift = try await drift(of: night(seed: seed), from: model())
    #expect(drift.value < 0.4, "\(drift)")
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: ModelDrift.Kind
    var column: String?
    var columns = ModelFitTests.columns()
    var persons = 3000
    var pairs = 1500

    var testDescription: String { name }
  }

  @Test(arguments: [
    Change(
      name: "a column with more errors", kind: .agreement, column: "third",
      columns: columns(thirdError: 0.45)),
    Change(
      name: "a category that has fewer values", kind: .rarity, column: "fourth",
      columns: columns(values: 10)),
    Change(name: "fewer duplicates", kind: .prior, pairs: 300),
  ])
  func `what has changed is named`(change: Change) async throws {
    let table = night(change.columns, persons: change.persons, pairs: change.pairs, seed: 2)
    let drift = try await drift(of: table, from: model())
    #expect(drift.isBeyond)
    #expect(drift.beyond.contains { $0.kind == change.kind && $0.column == change.column })
    #expect(drift.value == drift.beyond.first?.value)
    #expect(!drift.beyond.contains { $0.column == "first" })
  }

  @Test func `a column that lost its values is named`() async throws {
    var table = night(seed: 1)
    let full = table.columns[2]
    var column = EvidenceColumn(name: full.name, kind: full.kind)
    column.values = full.values
    for mention in 0..<table.count {
      if mention % 2 == 0 { column.ids += full.ids(of: mention) }
      column.endMention()
    }
    table.columns[2] = column
    let drift = try await drift(of: table, from: model())
    let measure = try #require(drift.beyond.first { $0.kind == .coverage })
    #expect(measure.column == "third" && measure.before == 1 && abs(measure.now - 0.5) < 0.01)
  }

  @Test func `too few links say nothing about how they agree`() async throws {
    let table = night(persons: 40, pairs: 5, seed: 3)
    let drift = try await drift(of: table, from: model())
    #expect(!drift.measures.contains { [.agreement, .prior, .doubt].contains($0.kind) })
  }
}

@Suite struct MatchModelTests {
  private func model() async throws -> MatchModel {
    let fixture = EvidenceFixture(
      persons: 600, pairs: 300,
      columns: [
        EvidenceFixture.Column(name: "a", kind: .identifier, values: 10_000, errorRate: 0.1),
        EvidenceFixture.Column(name: "b", kind: .identifier, values: 10_000, errorRate: 0.1),
      ], seed: 1)
    return try await Matcher(MatchOptions()).match(fixture.table, model: nil).model
  }

  @Test func `a model comes back from its text`() async throws {
    let model = try await model()
    #expect(model.version == 3 && model.fit != nil)
    let read = try JSONDecoder().decode(MatchModel.self, from: Data(model.json().utf8))
    #expect(read == model)
    let list = try MatchModel.json(of: [model])
    #expect(try JSONDecoder().decode([MatchModel].self, from: Data(list.utf8)) == [model])
  }

  @Test func `a model of an earlier version is read, and says nothing of its data`() async throws {
    let text = """
      {"version": 2, "party": "person", "prior": 0.001, "relatedPrior": 0.0001, "columns": [],
       "training": {"isPrior": false, "mentions": 900, "candidatePairs": 10, "passes": 3,
       "hasConverged": true, "lastChange": 0, "expectedMatches": 30, "expectedRelated": 1}}
      """
    let read = try JSONDecoder().decode(MatchModel.self, from: Data(text.utf8))
    #expect(read.fit == nil && read.training.labels == nil)
  }

  @Test func `a model of a version that nobody knows is refused`() async throws {
    let text = try await model().json().replacing("\"version\" : 3", with: "\"version\" : 99")
    let error = #expect(throws: MatchError.self) {
      _ = try JSONDecoder().decode(MatchModel.self, from: Data(text.utf8))
    }
    #expect(error?.reason == .modelVersion(99))
  }
}
