import Testing
import Vocabulary

@testable import Match

@Suite struct TrainerTests {
  private let columns = [
    EvidenceFixture.Column(name: "first", kind: .identifier, values: 200, errorRate: 0.05),
    EvidenceFixture.Column(name: "second", kind: .identifier, values: 400, errorRate: 0.10),
    EvidenceFixture.Column(name: "third", kind: .identifier, values: 300, errorRate: 0.20),
    EvidenceFixture.Column(name: "fourth", kind: .category, values: 5, errorRate: 0.02),
  ]

  @Test(arguments: UInt64(1)...3)
  func `known m and u probabilities train back`(seed: UInt64) async throws {
    let fixture = EvidenceFixture(persons: 3000, pairs: 1500, columns: columns, seed: seed)
    let result = try await Matcher(MatchOptions()).match(fixture.table, model: nil)
    #expect(!result.model.training.isPrior)
    #expect(result.model.training.hasConverged)
    #expect(abs(result.model.training.expectedMatches - 1500) < 60)
    for (column, trained) in zip(columns, result.model.columns) {
      let exact = try #require(trained.grades.first { $0.level == "exact" })
      // Both records must hold the person's value, but for chance.
      let m = (1 - column.errorRate) * (1 - column.errorRate)
      // The matches that training misses are those that agree least, which raises every m a little.
      #expect(abs(exact.m - m) < 0.05, "\(column.name)")
      let u = 1 / Double(column.values)
      #expect(exact.u > u / 1.5 && exact.u < u * 1.5, "\(column.name)")
    }
  }

  @Test func `a handful of records is decided by the shipped parameters`() async throws {
    let fixture = EvidenceFixture(persons: 10, pairs: 5, columns: columns, seed: 1)
    let result = try await Matcher(MatchOptions()).match(fixture.table, model: nil)
    #expect(result.model.training.isPrior)
    #expect(result.model.columns[0].grades[0].m == 0.88)
  }

  @Test func `training that runs out of passes says so`() async throws {
    var options = MatchOptions()
    options.maximumPasses = 1
    let fixture = EvidenceFixture(persons: 3000, pairs: 1500, columns: columns, seed: 1)
    let result = try await Matcher(options).match(fixture.table, model: nil)
    #expect(!result.model.training.hasConverged)
    #expect(result.model.training.passes == 1)
  }
}
