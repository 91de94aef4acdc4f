import Vocabulary

/// The mentions that hold each value of a column, or what several values have in common, ascending.
struct ValueHolders {
  /// Shape: key *k* is held by `mentions[starts[k]..<starts[k + 1]]`; key 0, which is none, and keys
  /// with fewer holders than asked for have no mentions.
  private(set) var starts: [UInt32]
  private(set) var mentions: [UInt32]

  /// - Parameters:
  ///   - column: The column.
  ///   - keyOf: By value: its key, such as the full name that it spells; nil where each value is its own.
  ///   - keys: The number of keys.
  ///   - count: The number of mentions.
  ///   - least: How many holders a key must have to be listed.
  init(
    _ column: EvidenceColumn, keyOf: [UInt32]? = nil, keys: Int, mentions count: Int,
    atLeast least: UInt32
  ) {
    func key(_ place: Int) -> Int {
      let value = column.ids[place]
      return Int(keyOf?[Int(value)] ?? value)
    }
    var counts = [UInt32](repeating: 0, count: keys)
    for place in column.ids.indices { counts[key(place)] += 1 }
    if keys > 0 { counts[0] = 0 }
    starts = [0]
    starts.reserveCapacity(keys + 1)
    var total: UInt32 = 0
    for held in counts {
      if held >= least { total += held }
      starts.append(total)
    }
    mentions = [UInt32](repeating: 0, count: Int(total))
    var next = starts
    for mention in 0..<count {
      for place in Int(column.starts[mention])..<Int(column.starts[mention + 1]) {
        let key = key(place)
        guard counts[key] >= least else { continue }
        mentions[Int(next[key])] = UInt32(mention)
        next[key] += 1
      }
    }
  }
}
