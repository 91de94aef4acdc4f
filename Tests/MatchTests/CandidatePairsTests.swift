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

  @Test(arguments: UInt64(0)..<20)
  func `pairs inside a source without duplicates are no candidates`(seed: UInt64) async throws {
    var table = EvidenceFixture(persons: 60, pairs: 20, columns: columns, seed: seed).table
    table.duplicateFree = (0..<80).map { UInt16($0 % 3) }  // 0 is a source with duplicates
    let plan = BlockingPlan(table, MatchOptions())
    for rules in [[["one"]], [["three"]], [["one"], ["two", "three"]]] {
      let candidates = await plan.candidates(try plan.named(rules))
      var met: [[UInt32]] = []
      for part in candidates.parts(of: 10) {
        candidates.forEach(in: part) { met.append([$0, $1]) }
      }
      let apart = met.filter { pair in
        table.duplicateFree[Int(pair[0])] != 0
          && table.duplicateFree[Int(pair[0])] == table.duplicateFree[Int(pair[1])]
      }
      #expect(apart.isEmpty)
      if rules.count == 1 { #expect(candidates.pairCount == met.count) }
      if rules.count == 2 {
        let wanted = agreeing(table).filter {
          table.duplicateFree[Int($0[0])] == 0
            || table.duplicateFree[Int($0[0])] != table.duplicateFree[Int($0[1])]
        }
        #expect(Set(met) == Set(wanted))
      }
    }
  }

  @Test func `the pairs of two lists are those between them`() {
    var table = EvidenceTable(party: .person, count: 7, columns: [])
    #expect(table.pairCount == 21)
    table.duplicateFree = [1, 1, 1, 2, 2, 2, 2]
    #expect(table.pairCount == 12)
    table.duplicateFree = [0, 0, 0, 2, 2, 2, 2]
    #expect(table.pairCount == 15)
  }

  @Test func `a model for two lists finds one record of each for a person`() async throws {
    let columns = [
      EvidenceFixture.Column(name: "a", kind: .identifier, values: 100_000, errorRate: 0.1),
      EvidenceFixture.Column(name: "b", kind: .text, values: 500, errorRate: 0.1),
      EvidenceFixture.Column(name: "c", kind: .text, values: 400, errorRate: 0.1),
    ]
    let fixture = EvidenceFixture(persons: 600, pairs: 400, columns: columns, seed: 5)
    var table = fixture.table
    table.duplicateFree = fixture.truth.indices.map { $0 < 600 ? 1 : 2 }
    let result = try await Matcher(MatchOptions()).match(table, model: nil)
    #expect(!result.model.training.isPrior)
    let expected = result.model.training.expectedMatches
    #expect((360...440).contains(expected), "\(expected)")
    #expect(result.pairs.allSatisfy { $0.left < 600 && $0.right >= 600 })
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
