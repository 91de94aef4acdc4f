package import Vocabulary

/// The blocks of a table, to ask about single pairs.
package struct CandidateBlocks: Sendable {
  private let candidates: CandidatePairs

  fileprivate init(_ candidates: CandidatePairs) { self.candidates = candidates }

  /// The first blocking rule that brings two mentions together, as an index into the rules of the
  /// match result; nil when they are never compared.
  package func rule(_ left: UInt32, _ right: UInt32) -> Int? {
    candidates.indices.firstIndex { $0.firstShared(left, right) != nil }
  }

  /// All blocking rules that bring two mentions together.
  package func rules(_ left: UInt32, _ right: UInt32) -> [Int] {
    candidates.indices.indices.filter { candidates.indices[$0].firstShared(left, right) != nil }
  }

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
