import Vocabulary

/// The candidate pairs of all blocking rules, each met once.
///
/// A pair that several rules give belongs to the first of them, and there to the first block.
struct CandidatePairs: Sendable {
  let indices: [BlockIndex]

  /// A run of blocks of one rule.
  struct Part: Sendable {
    var rule: Int
    var blocks: Range<Int>
  }

  var pairCount: Int { indices.reduce(0) { $0 + $1.pairCount } }

  /// Cuts the work into parts of about equal numbers of pairs, in a fixed order.
  func parts(of size: Int = 200_000) -> [Part] {
    var parts: [Part] = []
    for (rule, index) in indices.enumerated() {
      var start = 0
      var pairs = 0
      for block in 0..<index.count {
        let members = index.members(of: block).count
        pairs += members * (members - 1) / 2
        if pairs >= size {
          parts.append(Part(rule: rule, blocks: start..<block + 1))
          (start, pairs) = (block + 1, 0)
        }
      }
      if start < index.count { parts.append(Part(rule: rule, blocks: start..<index.count)) }
    }
    return parts
  }

  /// Calls the body with every pair of a part, left before right.
  func forEach(in part: Part, _ body: (_ left: UInt32, _ right: UInt32) -> Void) {
    let index = indices[part.rule]
    for block in part.blocks {
      let members = index.members(of: block)
      for (offset, left) in members.enumerated() {
        for right in members.dropFirst(offset + 1)
        where isFirst(left, right, rule: part.rule, block: UInt32(block)) {
          body(left, right)
        }
      }
    }
  }

  private func isFirst(_ left: UInt32, _ right: UInt32, rule: Int, block: UInt32) -> Bool {
    guard indices[rule].firstShared(left, right) == block else { return false }
    for earlier in 0..<rule where indices[earlier].firstShared(left, right) != nil { return false }
    return true
  }
}
