import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

@Suite struct IntervalTests {
  struct Share: Sendable {
    var share: Double
    var size: Double
    var low: Double
    var high: Double
  }

  // Simple samples: the bounds are those of the published formula.
  @Test(arguments: [
    Share(share: 0.5, size: 100, low: 0.4038, high: 0.5962),
    Share(share: 0.9, size: 50, low: 0.7864, high: 0.9565),
  ])
  func `bounds of a simple sample are those of Wilson`(_ expected: Share) {
    let variance = expected.share * (1 - expected.share) / expected.size
    let interval = Interval(share: expected.share, variance: variance)
    #expect(abs(interval.low - expected.low) < 1e-4)
    #expect(abs(interval.high - expected.high) < 1e-4)
  }

  @Test(arguments: [0.0, 1.0], [0.0, 1e-6, 1e-3, 1])
  func `bounds stay within 0...1 and hold the share`(share: Double, variance: Double) {
    let interval = Interval(share: share, variance: variance)
    #expect(0 <= interval.low && interval.low <= share)
    #expect(share <= interval.high && interval.high <= 1)
    #expect((interval.high > interval.low) == (variance > 0))
  }
}

@Suite struct ClusterConfidenceTests {
  private func confidence(_ weights: [[Int]: Float], count: Int) -> ClusterConfidence {
    ClusterConfidence(count: count) { weights[[min($0, $1), max($0, $1)]] ?? -10 }
  }

  @Test func `two records are as sure as their link`() {
    let pair = confidence([[0, 1]: 4], count: 2)[0, 1]
    #expect(abs(pair.middle - 16.0 / 17) < 1e-9)
    #expect(abs(pair.low - 4.0 / 5) < 1e-9)
    #expect(abs(pair.high - 64.0 / 65) < 1e-9)
  }

  @Test func `records without a link are as sure as the way between them`() {
    let cluster = confidence([[0, 1]: 14, [1, 2]: 14], count: 3)
    #expect(cluster[0, 2].middle == cluster[2, 0].middle)
    #expect(abs(cluster[0, 2].middle - cluster[0, 1].middle * cluster[1, 2].middle) < 1e-9)
    #expect(cluster[0, 2].middle > 0.8)
    #expect(cluster[0, 0] == .certain)
  }

  @Test func `links that contradict a union make it less sure`() {
    let lacking = confidence([[0, 1]: 12, [1, 2]: 12, [0, 2]: -5], count: 3)
    let against = confidence([[0, 1]: 12, [1, 2]: 12, [0, 2]: -15], count: 3)
    #expect(against[1, 2].middle < lacking[1, 2].middle)
    #expect(against[0, 1].middle > 0.99)
  }

  @Test func `the order of the members does not matter`() {
    let weights: [[Int]: Float] = [[0, 1]: 9, [1, 2]: 3, [2, 3]: 12, [0, 3]: -4, [0, 2]: 1]
    let forwards = confidence(weights, count: 4)
    let backwards = ClusterConfidence(count: 4) {
      weights[[min(3 - $0, 3 - $1), max(3 - $0, 3 - $1)]] ?? -10
    }
    for left in 0..<4 {
      for right in 0..<4 {
        #expect(abs(forwards[left, right].middle - backwards[3 - left, 3 - right].middle) < 1e-9)
      }
    }
  }
}

@Suite struct CaptureHistoryTests {
  @Test func `two independent ways tell how many both miss`() throws {
    // 1,000 matches; one column finds 80 % of them, the other 60 %.
    var history = CaptureHistory(rules: [[0], [1]])
    history.add(480, rules: 0b11)
    history.add(320, rules: 0b01)
    history.add(120, rules: 0b10)
    #expect(history.found == 920)
    let total = try #require(history.total)
    #expect(abs(total.matches - 1000) < 1e-6)
  }

  @Test func `columns that move together are one way`() {
    var history = CaptureHistory(rules: [[3], [3]])
    history.add(500, rules: 0b11)
    history.add(100, rules: 0b01)
    #expect(history.total == nil)
  }

  @Test func `a rule over columns of both sides is on neither`() throws {
    var history = CaptureHistory(rules: [[0], [1], [0, 1]])
    history.add(480, rules: 0b111)
    history.add(320, rules: 0b001)
    history.add(120, rules: 0b010)
    history.add(30, rules: 0b100)
    #expect(history.found == 950)
    let total = try #require(history.total)
    #expect(abs(total.matches - 1000) < 1e-6)
  }

  @Test func `what no rule found is not in the history`() {
    var history = CaptureHistory(rules: [[0], [1]])
    history.add(500, rules: 0)
    #expect(history.found == 0)
    #expect(history.total == nil)
    #expect(CaptureHistory(rules: []).total == nil)
  }

  @Test func `more rules than bits share the last one`() throws {
    var history = CaptureHistory(rules: (0..<80).map { [$0 % 12] })
    history.add(20, rules: 1 << 63 | 1)
    #expect(history.found == 20)
  }
}

@Suite struct PairLabelsTests {
  private func labels(_ rows: String) throws -> PairLabels {
    let folder = try TemporaryFolder()
    let path = try folder.write("l.csv", "party,left,right,name_left,name_right,answer\n" + rows)
    return try PairLabels(path: path, party: "person")
  }

  @Test func `answers hold in both directions, and blanks are none`() throws {
    let labels = try labels(
      "person,a/1,a/2,x,x,same\nperson,a/3,a/1,x,y,不同\nperson,a/4,a/5,x,y,\norganization,a/1,a/9,x,y,same\n"
    )
    #expect(labels.count == 2)
    #expect(labels["a/2", "a/1"] == true)
    #expect(labels["a/1", "a/3"] == false)
    #expect(labels["a/4", "a/5"] == nil)
    #expect(labels["a/1", "a/9"] == nil)
  }

  @Test func `an answer that is none says its row, and not the values`() throws {
    #expect {
      try labels("person,a/1,a/2,张伟,张伟,perhaps\n")
    } throws: {
      "\($0)".contains("row 2") && !"\($0)".contains("张伟")
    }
  }
}

@Suite struct LabelSampleTests {
  private func pairs(_ count: Int, probability: (Int) -> Float) -> [EstimationPairs.Pair] {
    (0..<count).map { index in
      EstimationPairs.Pair(
        left: UInt32(index), right: UInt32(index + count), isTogether: index % 2 == 0, count: 1,
        reach: 1, low: 0, middle: probability(index), high: 1, rules: 1)
    }
  }

  private func sample(_ pairs: [EstimationPairs.Pair]) -> LabelSample {
    LabelSample(pairs) { "a/\($0)" }
  }

  @Test func `every stratum is asked about, doubtful ones more`() {
    let pairs = pairs(20_000) { $0 % 10 == 0 ? 0.7 : 0.9999 }
    let sample = sample(pairs)
    let strata = Dictionary(grouping: sample.chosen) { PairStratum.index(pairs[$0]) }
    #expect(strata.count == 3)
    #expect(strata.values.allSatisfy { $0.count >= 12 })
    let share = Double(sample.chosen.count { pairs[$0].middle < 0.9 }) / Double(sample.chosen.count)
    #expect(share > 0.2)
    #expect(sample.chosen.count < 400)
  }

  @Test func `the sample depends on the records alone, not on their order`() {
    let pairs = pairs(2000) { Float($0 % 100) / 100 }
    let one = sample(pairs).chosen.map { pairs[$0].left }
    let reversed = Array(pairs.reversed())
    #expect(sample(reversed).chosen.map { reversed[$0].left } == one)
  }

  @Test func `few pairs are asked about all, none about none`() {
    #expect(sample(pairs(5) { _ in 0.5 }).chosen.count == 5)
    #expect(sample([]).chosen.isEmpty)
  }
}

@Suite struct StratumTallyTests {
  private func tally(answered: Int, same: Int, pairs: Double, model: Double) -> StratumTally {
    var tally = StratumTally()
    (tally.pairs, tally.reach) = (pairs, pairs)
    (tally.low, tally.middle, tally.high) = (pairs * model / 2, pairs * model, pairs * model * 2)
    tally.answered = answered
    tally.same = same
    (tally.weight, tally.squares) = (Double(answered), Double(answered))
    tally.sameWeight = Double(same)
    return tally
  }

  @Test func `answers replace the model's guess, which is worth one of them`() {
    #expect(tally(answered: 0, same: 0, pairs: 100, model: 0.3).share == 0.3)
    let answered = tally(answered: 99, same: 99, pairs: 1000, model: 0)
    #expect(abs(answered.share - 0.99) < 1e-9)
  }

  @Test func `an answer speaks for the pairs that nobody met, too`() {
    var tally = tally(answered: 10, same: 5, pairs: 100, model: 0.5)
    tally.reach = 300
    #expect(abs(tally.matches - 150) < 1e-9)
    tally.answered = 0
    #expect(tally.matches == 50)
  }

  @Test func `more answers are surer, and all pairs leave no doubt`() {
    let few = tally(answered: 10, same: 5, pairs: 1000, model: 0.5)
    let many = tally(answered: 100, same: 50, pairs: 1000, model: 0.5)
    let all = tally(answered: 1000, same: 500, pairs: 1000, model: 0.5)
    #expect(few.variance(isTogether: true) > many.variance(isTogether: true))
    #expect(all.variance(isTogether: true) == 0)
    #expect(StratumTally().variance(isTogether: false) == 0)
  }

  @Test func `recall counts what no rule found`() {
    var tallies = [StratumTally](repeating: StratumTally(), count: PairStratum.count)
    tallies[PairStratum.bounds.count] = tally(answered: 0, same: 0, pairs: 80, model: 1)
    tallies[0] = tally(answered: 0, same: 0, pairs: 100, model: 0.1)
    let matches = ExpectedMatches(tallies, of: 100, matches: \.middle)
    #expect(matches.precision == 1)
    #expect(matches.unseen == 10)
    #expect(abs(matches.recall - 0.8) < 1e-9)
  }

  @Test func `nothing put together is not wrong`() {
    let matches = ExpectedMatches([], of: nil, matches: \.middle)
    #expect(matches.precision == 1 && matches.recall == 1)
  }
}
