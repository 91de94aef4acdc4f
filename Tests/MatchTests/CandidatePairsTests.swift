import Testing
import Vocabulary

@testable import Match

@Suite struct CandidatePairsTests {
  private let columns = [
    EvidenceFixture.Column(name: "one", kind: .identifier, values: 40, errorRate: 0),
    EvidenceFixture.Column(name: "two", kind: .text, values: 9, errorRate: 0),
    EvidenceFixture.Column(name: "three", kind: .place, values: 4, errorRate: 0),
  ]

  @Test(arguments: UInt64(0)..<20)
  func `each pair that agrees on a rule comes once`(seed: UInt64) async throws {
    let table = EvidenceFixture(persons: 60, pairs: 20, columns: columns, seed: seed).table
    let plan = BlockingPlan(table, MatchOptions())
    let candidates = await plan.candidates(try plan.named([["one"], ["two", "three"]]))
    var met: [[UInt32]] = []
    for part in candidates.parts(of: 10) {
      candidates.forEach(in: part) { met.append([$0, $1]) }
    }
    #expect(Set(met).count == met.count)
    #expect(Set(met) == Set(agreeing(table)))
  }

  @Test func `a block above the limit is given up and counted`() async throws {
    let table = EvidenceFixture(persons: 60, pairs: 20, columns: columns, seed: 1).table
    var options = MatchOptions()
    options.largestBlock = 5
    let plan = BlockingPlan(table, options)
    let candidates = await plan.candidates(try plan.named([["three"]]))
    #expect(candidates.pairCount == 0)
    #expect(candidates.indices[0].givenUpBlocks == 4)
    #expect(candidates.indices[0].givenUpPairs > 600)
  }

  @Test func `a rule over a column that does not exist is refused`() {
    let table = EvidenceFixture(persons: 5, pairs: 0, columns: columns, seed: 1).table
    #expect(throws: MatchError(reason: .unknownColumn("four", known: ["one", "two", "three"]))) {
      try BlockingPlan(table, MatchOptions()).named([["four"]])
    }
  }

  @Test func `the number of tasks changes no pair`() async throws {
    let table = EvidenceFixture(persons: 900, pairs: 500, columns: columns, seed: 3).table
    var options = MatchOptions()
    options.threads = 1
    let one = try await Matcher(options).match(table, model: nil)
    options.threads = 4
    let four = try await Matcher(options).match(table, model: nil)
    #expect(one.pairs == four.pairs)
    #expect(one.model == four.model)
  }

  /// The pairs that agree, found by trying all of them.
  private func agreeing(_ table: EvidenceTable) -> [[UInt32]] {
    func value(_ column: Int, _ mention: Int) -> UInt32? {
      table.columns[column].ids(of: mention).first
    }
    var pairs: [[UInt32]] = []
    for left in 0..<table.count {
      for right in left + 1..<table.count
      where value(0, left) == value(0, right)
        || (value(1, left) == value(1, right) && value(2, left) == value(2, right))
      {
        pairs.append([UInt32(left), UInt32(right)])
      }
    }
    return pairs
  }
}
