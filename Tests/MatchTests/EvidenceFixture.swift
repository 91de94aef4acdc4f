import Vocabulary

@testable import Match

/// Invented persons with known error rates, two records each for the first `pairs` of them.
struct EvidenceFixture {
  var table: EvidenceTable
  /// By mention: the person.
  var truth: [Int]

  struct Column {
    let name: String
    let kind: EvidenceColumn.Kind
    /// How many values there are to draw from.
    let values: UInt64
    /// How often a record holds another value than the person's.
    let errorRate: Double
  }

  init(persons: Int, pairs: Int, columns: [Column], seed: UInt64) {
    var random = SplitMix64(state: seed)
    let truth = Array(0..<persons) + Array(0..<pairs)
    self.truth = truth
    let evidence = columns.map { column -> EvidenceColumn in
      let own = (0..<persons).map { _ in random.next() % column.values }
      var result = EvidenceColumn(name: column.name, kind: column.kind)
      for person in truth {
        let isWrong = Double(random.next() % 1_000_000) / 1_000_000 < column.errorRate
        let value = isWrong ? random.next() % column.values : own[person]
        result.ids.append(result.values.intern(Self.word(value)))
        result.endMention()
      }
      return result
    }
    table = EvidenceTable(party: .person, count: truth.count, columns: evidence)
  }

  /// A word that is far from the word of every other number.
  private static func word(_ number: UInt64) -> String {
    var random = SplitMix64(state: number &* 7919)
    return String((0..<8).map { _ in Character(Unicode.Scalar(97 + UInt8(random.next() % 26))) })
  }
}
