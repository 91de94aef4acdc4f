package import Vocabulary

/// The pairs of large blocks, to see how many a core scores in a second.
///
/// Blocks are those of records that share the value of one column, 50 of them or more: within them pairs
/// agree on little, which is what most pairs of a run are like.
package struct ScoringTrial: Sendable {
  private let candidates: CandidatePairs
  private let parts: [CandidatePairs.Part]
  private let scorer: PairScorer
  private let floor: Float

  /// The pairs that one pass scores.
  package let pairCount: Int
  /// The columns that are compared.
  package let columns: [String]

  /// Fewer members make no block here.
  package static let leastMembers = 50
  private static let mostPairs = 4_000_000

  /// Takes up to four million pairs of such blocks.
  ///
  /// - Parameters:
  ///   - table: The evidence of one kind of party.
  ///   - model: What a match of the same evidence found.
  ///   - options: Those of that match.
  /// - Throws: `MatchError` when the model is one of other columns.
  package init(_ table: EvidenceTable, model: MatchModel, options: MatchOptions) async throws {
    let indices = BlockingRule.singles(table.columns).map {
      BlockIndex($0, table, largestBlock: options.largestBlock)
    }
    candidates = CandidatePairs(indices: indices, mentions: table.count)
    scorer = try await Matcher(options).scorer(of: table, model: model)
    floor = Float(MatchWeight(options.review).bits)
    columns = Array(table.columns.prefix(ComparisonPattern.mostColumns)).map(\.name)
    var parts: [CandidatePairs.Part] = []
    var pairs = 0
    for (rule, index) in indices.enumerated() {
      // An even share of each rule.
      let share = Self.mostPairs * (rule + 1) / max(1, indices.count)
      for block in 0..<index.count where pairs < share {
        let members = index.range(of: block).count
        guard members >= Self.leastMembers else { continue }
        parts.append(CandidatePairs.Part(rule: rule, blocks: block..<block + 1))
        pairs += members * (members - 1) / 2
      }
    }
    self.parts = parts
    pairCount = pairs
  }

  /// Scores every pair in all columns, on the calling thread.
  ///
  /// - Returns: The pairs that reach the review threshold.
  package func scoreAll() -> Int { score(atLeast: -.infinity) }

  /// Scores every pair as far as it could still reach the review threshold, on the calling thread.
  ///
  /// - Returns: The pairs that reach it.
  package func scoreUntilDecided() -> Int { score(atLeast: floor) }

  private func score(atLeast bound: Float) -> Int {
    var found = 0
    for part in parts {
      candidates.forEachOfAll(in: part) { left, right in
        guard let weight = scorer.weight(Int(left), Int(right), atLeast: bound) else { return }
        if weight >= floor { found += 1 }
      }
    }
    return found
  }
}
