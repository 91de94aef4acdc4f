import Vocabulary

/// The candidate pairs of all blocking rules, each met once.
///
/// A pair that several rules give belongs to the first of them, and there to the first block.
struct CandidatePairs: Sendable {
  let indices: [BlockIndex]
  /// The number of the first block of each rule, when the blocks of all rules are numbered on end.
  private let firstBlock: [UInt32]
  /// Shape: mention *i* is in the blocks `blocks[starts[i]..<starts[i + 1]]`, ascending.
  private let starts: [UInt32]
  private let blocks: [UInt32]
  /// As in `EvidenceTable`: pairs of one number are no candidates.
  private let duplicateFree: [UInt16]

  init(indices: [BlockIndex], mentions: Int, duplicateFree: [UInt16] = []) {
    self.indices = indices
    var firstBlock: [UInt32] = []
    var starts = [UInt32](repeating: 0, count: mentions + 1)
    var blockCount: UInt32 = 0
    for index in indices {
      firstBlock.append(blockCount)
      blockCount += UInt32(index.count)
      for member in index.members { starts[Int(member) + 1] += 1 }
    }
    for mention in 0..<mentions { starts[mention + 1] += starts[mention] }
    var next = starts
    var blocks = [UInt32](repeating: 0, count: Int(starts[mentions]))
    for (rule, index) in indices.enumerated() {
      for block in 0..<index.count {
        for place in index.range(of: block) {
          let member = Int(index.members[place])
          blocks[Int(next[member])] = firstBlock[rule] + UInt32(block)
          next[member] += 1
        }
      }
    }
    self.firstBlock = firstBlock
    self.starts = starts
    self.blocks = blocks
    self.duplicateFree = duplicateFree
  }

  /// A run of blocks of one rule.
  struct Part: Sendable {
    var rule: Int
    var blocks: Range<Int>
  }

  /// The pairs of all blocks; a pair counts once for every block that it is in.
  var pairCount: Int { indices.reduce(0) { $0 + $1.pairCount } }

  /// Cuts the work into parts of about equal numbers of pairs, in a fixed order.
  func parts(of size: Int = 200_000) -> [Part] {
    var parts: [Part] = []
    for (rule, index) in indices.enumerated() {
      var start = 0
      var pairs = 0
      for block in 0..<index.count {
        let members = index.range(of: block).count
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
  ///
  /// `isWanted` says whether the pairs of a block are wanted, by the block's first member.
  func forEach(
    in part: Part, where isWanted: (UInt32) -> Bool = { _ in true },
    _ body: (_ left: UInt32, _ right: UInt32) -> Void
  ) {
    let index = indices[part.rule]
    let members = index.members.span
    for block in part.blocks {
      let range = index.range(of: block)
      guard isWanted(members[range.lowerBound]) else { continue }
      let number = firstBlock[part.rule] + UInt32(block)
      for i in range {
        let left = members[i]
        for j in i + 1..<range.upperBound where isFirst(left, members[j], number) {
          if mayMatch(left, members[j]) { body(left, members[j]) }
        }
      }
    }
  }

  /// The rules by which two mentions are compared, as bits; all from the 64th on are one bit.
  func rules(_ left: UInt32, _ right: UInt32) -> UInt64 {
    var (i, j) = (Int(starts[Int(left)]), Int(starts[Int(right)]))
    let (endI, endJ) = (Int(starts[Int(left) + 1]), Int(starts[Int(right) + 1]))
    var (rule, rules) = (0, UInt64(0))
    guard mayMatch(left, right) else { return 0 }
    while i < endI, j < endJ {
      let (a, b) = (blocks[i], blocks[j])
      if a == b {
        while rule + 1 < firstBlock.count, firstBlock[rule + 1] <= a { rule += 1 }
        rules |= 1 << UInt64(min(rule, 63))
      }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return rules
  }

  /// Whether two mentions may be one party: they are not filed under one duplicate-free source.
  func mayMatch(_ left: UInt32, _ right: UInt32) -> Bool {
    guard !duplicateFree.isEmpty else { return true }
    let source = duplicateFree[Int(left)]
    return source == 0 || source != duplicateFree[Int(right)]
  }

  /// Whether a block that two mentions share is the first that they do.
  private func isFirst(_ left: UInt32, _ right: UInt32, _ block: UInt32) -> Bool {
    var (i, j) = (Int(starts[Int(left)]), Int(starts[Int(right)]))
    while true {
      let (a, b) = (blocks[i], blocks[j])
      if a == b { return a == block }
      // Both lists hold the block, so that neither ends before it.
      if a < b { i += 1 } else { j += 1 }
    }
  }
}
