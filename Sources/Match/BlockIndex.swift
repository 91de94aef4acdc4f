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
    var keyStarts: [UInt32] = [0]
    keyStarts.reserveCapacity(table.count + 1)
    var keys: [UInt32] = []
    var sizes: [UInt32] = []
    var hashes: [UInt64] = []
    for mention in 0..<table.count {
      Self.hashes(of: mention, rule, table, into: &hashes)
      let first = keys.count
      for hash in hashes {
        let key = numbers.number(of: hash)
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

  // MARK: - Keys

  /// The hashes of a mention's keys: every combination of its values, one per column of the rule.
  private static func hashes(
    of mention: Int, _ rule: BlockingRule, _ table: EvidenceTable, into hashes: inout [UInt64]
  ) {
    hashes.removeAll(keepingCapacity: true)
    hashes.append(0x9E37_79B9_7F4A_7C15)
    for key in rule.keys {
      let column = table.columns[key.column]
      let count = hashes.count
      for id in column.ids(of: mention) {
        guard let part = hash(of: id, key.part, column) else { continue }
        for index in 0..<count { hashes.append(mix(hashes[index], part)) }
      }
      hashes.removeFirst(count)
      if hashes.isEmpty { return }
    }
  }

  /// The hash of one value's key; nil when the value has none.
  private static func hash(of id: UInt32, _ part: BlockingRule.Part, _ column: EvidenceColumn)
    -> UInt64?
  {
    switch part {
    case .value:
      if column.kind == .organizationName {
        let key = column.organizations[Int(id)].key
        return key == 0 ? nil : UInt64(key)
      }
      if column.kind == .personName {
        let full = column.persons[Int(id)].full
        return full == 0 ? nil : UInt64(full)
      }
      return UInt64(id)
    case .latin:
      let name = column.persons[Int(id)]
      guard name.latinSurname != 0, name.latinGiven != 0 else { return nil }
      return UInt64(name.latinSurname) &* 0x9E37 ^ UInt64(name.latinGiven) &* 0x9E37
    case .surname:
      let surname = column.persons[Int(id)].latinSurname
      return surname == 0 ? nil : UInt64(surname)
    case .brand:
      let brand = column.organizations[Int(id)].brand
      return brand == 0 ? nil : UInt64(brand)
    case .prefix:
      var hash: UInt64 = 0
      for byte in column.values[id].prefix(4) { hash = hash << 8 | UInt64(byte) }
      return hash
    }
  }

  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ b &* 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
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
