package import Vocabulary

/// The blocks of a table, to ask about single pairs.
package struct CandidateBlocks: Sendable {
  private let candidates: CandidatePairs

  fileprivate init(_ candidates: CandidatePairs) { self.candidates = candidates }

  /// The blocking rules that bring two mentions together, as bits; 0 when they are never compared.
  ///
  /// All rules from the 64th on are one bit.
  package func rules(_ left: UInt32, _ right: UInt32) -> UInt64 { candidates.rules(left, right) }

  /// By rule: the columns that it looks at.
  package var columns: [[Int]] { candidates.indices.map { $0.rule.keys.map(\.column) } }
}

extension Matcher {
  /// The blocks that `match` compares the mentions of a table in.
  ///
  /// - Throws: `MatchError` when the options name columns that do not exist.
  package func blocks(of table: EvidenceTable) async throws -> CandidateBlocks {
    let plan = BlockingPlan(table, options)
    return CandidateBlocks(await plan.candidates(try options.block.map { try plan.named($0) }))
  }
}
