import Testing
import Vocabulary

@testable import Match

/// Households: people who share a surname and an address, and have names and birthdays of their own.
@Suite struct RelatedPartiesTests {
  /// Invented persons in households of three, of whom some have a second record.
  private struct Households {
    var table: EvidenceTable
    /// By mention.
    var person: [Int]

    init(households: Int, duplicates: Int, seed: UInt64) {
      var random = SplitMix64(state: seed)
      let people = 3 * households
      let person =
        Array(0..<people) + (0..<duplicates).map { _ in Int(random.next() % UInt64(people)) }
      self.person = person
      func column(_ name: String, _ kind: EvidenceColumn.Kind, _ value: (Int) -> String)
        -> EvidenceColumn
      {
        var column = EvidenceColumn(name: name, kind: kind)
        for owner in person {
          column.ids.append(column.values.intern(value(owner)))
          column.endMention()
        }
        return column
      }
      let given = (0..<people).map { _ in Self.word(random.next() % 400) }
      let birth = (0..<people).map { _ in
        CivilDay(number: Int32(random.next() % 20_000)).description
      }
      let surname = (0..<households).map { _ in Self.word(1000 + random.next() % 300) }
      table = EvidenceTable(
        party: .person, count: person.count,
        columns: [
          column("given", .givenName) { given[$0] },
          column("surname", .surname) { surname[$0 / 3] },
          column("born", .date) { birth[$0] },
          column("street", .address) { "\($0 / 3) " + Self.word(5000 + UInt64($0 / 3)) },
        ])
    }

    private static func word(_ number: UInt64) -> String {
      var random = SplitMix64(state: number &* 7919)
      return String((0..<8).map { _ in Character(Unicode.Scalar(97 + UInt8(random.next() % 26))) })
    }
  }

  @Test(arguments: UInt64(1)...3)
  func `relatives stay apart, and second records are found`(seed: UInt64) async throws {
    let fixture = Households(households: 900, duplicates: 900, seed: seed)
    let result = try await Matcher(MatchOptions()).match(fixture.table, model: nil)
    let accept = Float(MatchWeight(Probability(0.99)).bits)
    let merged = result.pairs.filter { $0.weight >= accept }
    let isSame = merged.map { fixture.person[Int($0.left)] == fixture.person[Int($0.right)] }
    #expect(merged.count >= 890)
    #expect(isSame.count { !$0 } <= 5)
    #expect(result.model.training.expectedRelated > 1000)
  }

  @Test func `the last step says what the thought of relatives takes off`() async throws {
    let fixture = Households(households: 900, duplicates: 900, seed: 4)
    let scorer = try await Matcher(MatchOptions()).match(fixture.table, model: nil).scorer
    // The first two mentions are of one household.
    let steps = scorer.explain(0, 1)
    let relation = try #require(steps.last)
    #expect(relation.column == PairScorer.Step.relation)
    #expect(relation.level == nil)
    #expect(relation.bits < -5)
    let sum = steps.reduce(scorer.startBits) { $0 + $1.bits }
    #expect(abs(sum - Double(scorer.weight(0, 1))) < 1e-3)
  }

  @Test func `a pair that is left early is one below the bound`() async throws {
    let fixture = Households(households: 60, duplicates: 100, seed: 5)
    let scorer = try await Matcher(MatchOptions()).match(fixture.table, model: nil).scorer
    for left in 0..<80 {
      for right in left + 1..<80 {
        let whole = scorer.weight(left, right)
        let bounded = scorer.weight(left, right, atLeast: 0)
        #expect(bounded == (whole >= 0 ? whole : nil))
      }
    }
  }
}
