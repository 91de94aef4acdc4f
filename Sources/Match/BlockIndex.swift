import Vocabulary

/// The blocks that one rule makes: groups of mentions that share a key.
///
/// Blocks of one mention and blocks above the size limit are left out; the pairs given up with the
/// latter are counted. Members ascend.
struct BlockIndex: Sendable {
  let rule: BlockingRule
  /// Shape: block *b* has the members `members[blockStarts[b]..<blockStarts[b + 1]]`.
  private(set) var blockStarts: [UInt32] = [0]
  private(set) var members: [UInt32] = []
  private(set) var pairCount = 0
  private(set) var givenUpPairs = 0
  private(set) var givenUpBlocks = 0

  init(_ rule: BlockingRule, _ table: EvidenceTable, largestBlock: Int) {
    self.rule = rule
    var list = BlockingKeys(rule, table).list(table.count) { _ in true }
    groupByKey(&list)
    forEachGroup(in: list) { group in
      guard group.count <= largestBlock else {
        givenUpBlocks += 1
        givenUpPairs += group.count * (group.count - 1) / 2
        return
      }
      let first = members.count
      for index in group where members.count == first || members.last != list[index].mention {
        members.append(list[index].mention)
      }
      let size = members.count - first
      let pairs = size * (size - 1) / 2 - pairsApart(from: first, table.duplicateFree)
      guard pairs > 0 else {
        members.removeLast(size)
        return
      }
      blockStarts.append(UInt32(members.count))
      pairCount += pairs
    }
  }

  var count: Int { blockStarts.count - 1 }

  /// The pairs of the members from a place on that are filed under one duplicate-free source.
  private func pairsApart(from first: Int, _ duplicateFree: [UInt16]) -> Int {
    guard !duplicateFree.isEmpty else { return 0 }
    let sources = members[first...].map { duplicateFree[Int($0)] }.filter { $0 != 0 }.sorted()
    var (pairs, start) = (0, 0)
    for place in sources.indices {
      if sources[place] != sources[start] { start = place }
      pairs += place - start
    }
    return pairs
  }

  /// Where the members of a block stand in `members`.
  func range(of block: Int) -> Range<Int> {
    Int(blockStarts[block])..<Int(blockStarts[block + 1])
  }
}

/// What a rule is going to cost, found on a sample of the mentions.
struct BlockingForecast: Sendable {
  let rule: BlockingRule
  /// The pairs of blocks below the size limit.
  private(set) var pairs = 0

  /// Mentions that a forecast looks at; the pairs of *n* times as many are *n* squared times as many.
  private static let sampleSize = 60_000

  init(_ rule: BlockingRule, _ table: EvidenceTable, largestBlock: Int) {
    self.rule = rule
    let step = max(1, table.count / Self.sampleSize)
    // Mentions stand in the order of their records, so that every n-th is no sample: neighbours agree.
    var list = BlockingKeys(rule, table).list(table.count) { mention in
      step == 1 || SplitMix64.mixed(UInt64(mention)) % UInt64(step) == 0
    }
    groupByKey(&list)
    forEachGroup(in: list) { group in
      guard group.count * step <= largestBlock else { return }
      pairs += group.count * (group.count - 1) / 2 * step * step
    }
  }
}

/// Calls a body with the place of every group of at least two equal keys.
private func forEachGroup(in list: [KeyedMention], _ body: (Range<Int>) -> Void) {
  var start = 0
  while start < list.count {
    var end = start + 1
    while end < list.count, list[end].key == list[start].key { end += 1 }
    if end - start > 1 { body(start..<end) }
    start = end
  }
}
