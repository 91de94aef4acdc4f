import Cluster
import Vocabulary

/// What decisions say about the mentions of one kind of party in a run.
struct MentionRulings: Sendable {
  /// By line of `Decisions`: the two mentions that `same` or `different` is about.
  private(set) var pairs: [Int: MentionPair] = [:]
  /// By line of `Decisions`: the mention that `detach` is about.
  private(set) var detached: [Int: UInt32] = [:]
  private(set) var same: [MentionPair] = []
  private(set) var different: [MentionPair] = []

  /// A ruling about a record that this run does not hold waits until the record is back.
  init(_ decisions: Decisions, _ mentions: MentionTable, keys: TextColumn) {
    for (index, line) in decisions.lines.enumerated()
    where decisions.isInForce[index] && line.party == mentions.party {
      switch line.verb {
      case .same, .different:
        guard let left = mentions.mention(ofKey: line.left, in: keys),
          let right = mentions.mention(ofKey: line.right, in: keys)
        else { continue }
        let pair = MentionPair(left, right)
        pairs[index] = pair
        if line.verb == .same { same.append(pair) } else { different.append(pair) }
      case .detach:
        guard let mention = mentions.mention(ofKey: line.left, in: keys) else { continue }
        detached[index] = mention
      case .value, .kind, .ignore, nil: continue
      }
    }
  }
}

extension Decisions {
  /// By record: the party that it is decided to be about, where decisions agree.
  func kinds(_ records: RecordTable) -> [UInt32: Party] {
    var kinds: [UInt32: Party] = [:]
    let contested = contestedKinds
    for index in inForce(.kind) where !contested.contains(lines[index].left) {
      guard let record = records.recordKey.place(of: lines[index].left),
        let party = lines[index].decidedKind
      else { continue }
      kinds[UInt32(record)] = party
    }
    return kinds
  }

  /// The record keys that one decision calls a person and another an organization.
  var contestedKinds: Set<String> {
    var said: [String: Set<Party?>] = [:]
    for index in inForce(.kind) {
      said[lines[index].left, default: []].insert(lines[index].decidedKind)
    }
    return Set(said.filter { $0.value.count > 1 }.keys)
  }
}

extension TextColumn {
  /// The place of a text in a column whose texts ascend by their bytes; nil when it is not there.
  func place(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].elementsEqual(wanted) ? low : nil
  }
}

extension MentionTable {
  /// The mentions that some decisions name, ascending.
  func mentions(of rulings: [FollowedRuling], in keys: TextColumn) -> [UInt32] {
    let named = rulings.flatMap { [$0.left, $0.right] }
    return Set(named.compactMap { $0.isEmpty ? nil : mention(ofKey: $0, in: keys) }).sorted()
  }

  /// The mention by the record of a key; nil when there is none.
  func mention(ofKey key: String, in keys: TextColumn) -> UInt32? {
    guard let wanted = keys.place(of: key) else { return nil }
    var (low, high) = (0, record.count)
    while low < high {
      let middle = (low + high) / 2
      if record[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < record.count && record[low] == wanted ? UInt32(low) : nil
  }
}
