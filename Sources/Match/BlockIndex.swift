import Vocabulary

/// The blocks that one rule makes: groups of mentions that share a key.
///
/// Blocks of one mention and blocks above the size limit are left out; the pairs given up with the
/// latter are counted. Blocks stand in the order of their first mention, members ascend.
struct BlockIndex: Sendable {
  let rule: BlockingRule
  /// Shape: block *b* has the members `members[blockStarts[b]..<blockStarts[b + 1]]`.
  private(set) var blockStarts: [UInt32] = [0]
  private(set) var members: [UInt32] = []
  /// Shape: mention *i* is in the blocks `blocks[mentionStarts[i]..<mentionStarts[i + 1]]`, ascending.
  private(set) var mentionStarts: [UInt32] = []
  private(set) var blocks: [UInt32] = []
  private(set) var pairCount = 0
  private(set) var givenUpPairs = 0
  private(set) var givenUpBlocks = 0

  init(_ rule: BlockingRule, _ table: EvidenceTable, largestBlock: Int) {
    self.rule = rule
    var numbers = KeyNumbers()
    let combined = CombinedKeys(rule, table)
    var keyStarts: [UInt32] = [0]
    keyStarts.reserveCapacity(table.count + 1)
    var keys: [UInt32] = []
    var sizes: [UInt32] = []
    for mention in 0..<table.count {
      let first = keys.count
      for index in Int(combined.starts[mention])..<Int(combined.starts[mention + 1]) {
        let key = numbers.number(of: combined.hashes[index])
        guard !keys[first...].contains(key) else { continue }
        if Int(key) == sizes.count { sizes.append(0) }
        sizes[Int(key)] += 1
        keys.append(key)
      }
      keyStarts.append(UInt32(keys.count))
    }
    var blockOf = [UInt32](repeating: .max, count: sizes.count)
    for (key, size) in sizes.enumerated() where size > 1 {
      let pairs = Int(size) * (Int(size) - 1) / 2
      guard Int(size) <= largestBlock else {
        givenUpBlocks += 1
        givenUpPairs += pairs
        continue
      }
      blockOf[key] = UInt32(blockStarts.count - 1)
      blockStarts.append(blockStarts[blockStarts.count - 1] + size)
      pairCount += pairs
    }
    fill(keys: keys, keyStarts: keyStarts, blockOf: blockOf)
  }

  private mutating func fill(keys: [UInt32], keyStarts: [UInt32], blockOf: [UInt32]) {
    var next = blockStarts
    var members = [UInt32](repeating: 0, count: Int(blockStarts[blockStarts.count - 1]))
    mentionStarts.reserveCapacity(keyStarts.count)
    mentionStarts.append(0)
    for mention in 0..<keyStarts.count - 1 {
      let first = blocks.count
      for key in keys[Int(keyStarts[mention])..<Int(keyStarts[mention + 1])] {
        let block = blockOf[Int(key)]
        guard block != .max else { continue }
        blocks.append(block)
        members[Int(next[Int(block)])] = UInt32(mention)
        next[Int(block)] += 1
      }
      if blocks.count - first > 1 { blocks[first...].sort() }
      mentionStarts.append(UInt32(blocks.count))
    }
    self.members = members
  }

  var count: Int { blockStarts.count - 1 }

  func members(of block: Int) -> ArraySlice<UInt32> {
    members[Int(blockStarts[block])..<Int(blockStarts[block + 1])]
  }

  /// The first block that two mentions share; nil when there is none.
  func firstShared(_ left: UInt32, _ right: UInt32) -> UInt32? {
    var (i, j) = (Int(mentionStarts[Int(left)]), Int(mentionStarts[Int(right)]))
    let (endI, endJ) = (Int(mentionStarts[Int(left) + 1]), Int(mentionStarts[Int(right) + 1]))
    while i < endI, j < endJ {
      if blocks[i] == blocks[j] { return blocks[i] }
      if blocks[i] < blocks[j] { i += 1 } else { j += 1 }
    }
    return nil
  }
}

/// Numbers 64-bit hashes in the order of their arrival.
///
/// Two keys of one hash would share a block; that costs a comparison and changes no result.
private struct KeyNumbers {
  private var hashes = [UInt64](repeating: 0, count: 1024)
  private var numbers = [UInt32](repeating: .max, count: 1024)
  private var count: UInt32 = 0

  mutating func number(of hash: UInt64) -> UInt32 {
    if Int(count) * 2 >= hashes.count { grow() }
    let slot = place(of: hash)
    if numbers[slot] == .max {
      hashes[slot] = hash
      numbers[slot] = count
      count += 1
    }
    return numbers[slot]
  }

  private func place(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 7) & mask
    while numbers[slot] != .max, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldHashes, oldNumbers) = (hashes, numbers)
    hashes = [UInt64](repeating: 0, count: oldHashes.count * 4)
    numbers = [UInt32](repeating: .max, count: oldHashes.count * 4)
    for (index, number) in oldNumbers.enumerated() where number != .max {
      let slot = place(of: oldHashes[index])
      hashes[slot] = oldHashes[index]
      numbers[slot] = number
    }
  }
}
