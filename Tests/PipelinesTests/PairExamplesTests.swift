import Export
import Testing
import Vocabulary

@testable import Pipelines

/// Which pairs the match report shows.
@Suite struct PairExamplesTests {
  private func pair(
    _ left: UInt32, _ right: UInt32, _ weight: Float, _ outcome: LinkOutcome
  ) -> ScoredPair {
    ScoredPair(left: left, right: right, weight: weight, rule: 0, outcome: outcome)
  }

  private func chosen(_ links: [ScoredPair]) -> [PairExample.Choice: ScoredPair] {
    Dictionary(
      uniqueKeysWithValues: PairExamples.chosen(from: links, accept: Probability(0.99))
        .map { ($0.choice, $0.pair) })
  }

  @Test func `each kind has its strongest or its weakest pair`() {
    let links = [
      pair(0, 1, 12, .merged), pair(0, 2, 7, .merged), pair(1, 2, 3, .merged),
      pair(2, 3, 1, .merged), pair(4, 5, 5, .review), pair(4, 6, 2, .review),
      pair(7, 8, 20, .vetoed), pair(7, 9, 9, .vetoed), pair(1, 8, 8, .cut), pair(1, 9, 11, .cut),
      pair(5, 9, -4, .steward), pair(6, 9, 15, .steward),
    ]
    let expected: [PairExample.Choice: ScoredPair] = [
      .strongestMerged: links[0], .weakestMerged: links[1], .mergedThroughOthers: links[3],
      .strongestReview: links[4], .strongestVetoed: links[6], .strongestCut: links[9],
      .steward: links[10],
    ]
    #expect(chosen(links) == expected)
    #expect(chosen(links.reversed()) == expected)
  }

  @Test func `of equal pairs the first records are shown, in any order of the pairs`() {
    let links = [pair(3, 4, 9, .merged), pair(0, 7, 9, .merged), pair(0, 6, 9, .merged)]
    for links in [links, links.reversed()] {
      let chosen = chosen(links)
      #expect(chosen[.strongestMerged]?.right == 6)
      #expect(chosen[.weakestMerged]?.left == 3)
    }
  }

  @Test func `one merged pair is shown once, and none is none`() {
    #expect(chosen([]).isEmpty)
    #expect(chosen([pair(0, 1, 9, .merged)]).keys.map(\.self) == [.strongestMerged])
  }
}
