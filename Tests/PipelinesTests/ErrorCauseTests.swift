import Testing
import Vocabulary

@testable import Match
@testable import Pipelines

@Suite struct ErrorCauseTests {
  struct Miss: Sendable {
    var outcome: LinkOutcome?
    var isCompared = true
    var isForbidden = false
    var cause: MissCause
  }

  @Test(arguments: [
    Miss(outcome: nil, isCompared: false, cause: .neverCompared),
    Miss(outcome: nil, cause: .belowReview),
    Miss(outcome: .review, cause: .inReview),
    Miss(outcome: .vetoed, cause: .vetoed),
    Miss(outcome: .cut, cause: .cut),
    Miss(outcome: .vetoed, isForbidden: true, cause: .decision),
    Miss(outcome: nil, isCompared: false, isForbidden: true, cause: .decision),
  ])
  func `a missed pair has one cause`(miss: Miss) {
    let pair = PairKnowledge(
      isCompared: miss.isCompared, weight: 3, accept: 6.63, outcome: miss.outcome,
      isForbidden: miss.isForbidden)
    #expect(MissCause(pair) == miss.cause)
  }

  struct Merge: Sendable {
    var weight: Float
    var outcome: LinkOutcome?
    var isDecided = false
    var cause: MergeCause
  }

  @Test(arguments: [
    Merge(weight: 9, outcome: .merged, cause: .directLink),
    Merge(weight: 6.627, outcome: .merged, cause: .directLink),
    Merge(weight: 3, outcome: .merged, cause: .doubtfulLink),
    Merge(weight: -9, outcome: nil, cause: .chain),
    Merge(weight: 9, outcome: .steward, cause: .steward),
    Merge(weight: -9, outcome: nil, isDecided: true, cause: .steward),
  ])
  func `a wrong pair has one cause`(merge: Merge) {
    let pair = PairKnowledge(
      isCompared: true, weight: merge.weight, accept: 6.63, outcome: merge.outcome,
      isDecided: merge.isDecided)
    #expect(MergeCause(pair) == merge.cause)
  }

  @Test(arguments: UInt64(0)..<40)
  func `wrong pairs are those over which two partitions disagree`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let count = next(30)
    let one = (0..<count).map { _ in next(6) }
    let other = (0..<count).map { _ in next(6) }
    func pairs(step: Int) -> [[Int]] {
      WrongPairs(together: one, count: 6, apartIn: other, step: step).pairs
        .map { [$0.left, $0.right] }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    var expected: [[Int]] = []
    for left in 0..<count {
      for right in left + 1..<max(left + 1, count)
      where one[left] == one[right] && other[left] != other[right] {
        expected.append([left, right])
      }
    }
    #expect(pairs(step: 1) == expected)
    #expect(Set(pairs(step: 3)).isSubset(of: Set(expected)))
  }

  @Test func `counts come largest first, with examples spread over the pairs`() {
    var counter = CauseCounter<MissCause>()
    for index in 0..<30 { counter.add((index, index + 1), .cut, reachesAccept: index < 10) }
    for index in 0..<10 { counter.add((index, 99), .absent, reachesAccept: false) }
    let counts = counter.counts(step: 2) { "a/\($0)" }
    #expect(counts.map(\.cause) == [.cut, .absent])
    #expect(counts.map(\.pairs) == [60, 20])
    #expect(counts.map(\.share) == [0.75, 0.25])
    #expect(counts.map(\.reachAccept) == [20, 0])
    #expect(counts[0].examples.map { $0[0] } == ["a/0", "a/6", "a/12", "a/18", "a/24"])
  }

  @Test func `no wrong pair has no cause`() {
    #expect(CauseCounter<MergeCause>().counts(step: 1) { "\($0)" }.isEmpty)
    #expect(ColumnCounter().shares.isEmpty)
  }

  @Test func `columns say how the values of missed pairs stand`() {
    var counter = ColumnCounter()
    for level in [ComparisonLevel.exact, .shared, .oneEdit, .otherwise, nil] {
      counter.add([PairScorer.Step(column: "phone", level: level, bits: 0)])
    }
    let share = counter.shares[0]
    #expect(share.column == "phone")
    #expect([share.same, share.similar, share.differs, share.lacking] == [0.4, 0.2, 0.2, 0.2])
  }
}
