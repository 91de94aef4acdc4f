import Vocabulary

/// Gives the keys of a rule: each combination of a mention's values, one per column.
///
/// A key is a 64-bit hash. Two keys of one hash would share a block; that costs a comparison and
/// changes no result.
struct BlockingKeys: Sendable {
  private let keys: [BlockingRule.Key]
  private let columns: [EvidenceColumn]
  /// Whether the two keys mean the same in either order, as names that may be in each other's field.
  private let isUnordered: Bool
  private let localNumbers: LocalNumbers

  init(_ rule: BlockingRule, _ table: EvidenceTable) {
    keys = rule.keys
    columns = rule.keys.map { table.columns[$0.column] }
    localNumbers =
      keys.contains { $0.part == .ending } ? LocalNumbers(columns[0].values) : LocalNumbers()
    isUnordered =
      columns.count == 2 && rule.keys.allSatisfy { $0.part == .value }
      && Set(columns.map(\.kind)) == [.givenName, .surname]
  }

  /// The keys of every mention that is asked for, in the order of the mentions.
  func list(_ mentions: Int, where isWanted: (UInt32) -> Bool) -> [KeyedMention] {
    var list: [KeyedMention] = []
    list.reserveCapacity(mentions)
    for mention in 0..<UInt32(mentions) where isWanted(mention) {
      list.append(KeyedMention(key: Self.start, mention: mention))
    }
    for index in keys.indices { list = combined(list, columns[index], keys[index].part) }
    return list
  }

  /// Combines the keys so far with those of one more column.
  private func combined(
    _ list: [KeyedMention], _ column: EvidenceColumn, _ part: BlockingRule.Part
  ) -> [KeyedMention] {
    let (starts, ids) = (column.starts, column.ids)
    guard part != .words else { return withWords(list, column) }
    var combined: [KeyedMention] = []
    combined.reserveCapacity(list.count)
    for known in list {
      let mention = Int(known.mention)
      for place in Int(starts[mention])..<Int(starts[mention + 1]) {
        let hash = hash(of: ids[place], column, part)
        guard hash != 0 else { continue }
        let key = isUnordered ? known.key &+ hash : mix(known.key, hash)
        combined.append(KeyedMention(key: key, mention: known.mention))
      }
    }
    return combined
  }

  /// Combines the keys so far with every two words of a value.
  private func withWords(_ list: [KeyedMention], _ column: EvidenceColumn) -> [KeyedMention] {
    var reader = WordReader()
    var combined: [KeyedMention] = []
    let bytes = column.values.bytes.span
    for known in list {
      for id in column.ids(of: Int(known.mention)) {
        reader.read(bytes, column.values.range(of: id))
        reader.forEachPair(withNumber: column.kind == .address) { pair in
          combined.append(KeyedMention(key: mix(known.key, pair), mention: known.mention))
        }
      }
    }
    return combined
  }

  private static let start: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of one value's key; 0 when the value has none.
  private func hash(of id: UInt32, _ column: EvidenceColumn, _ part: BlockingRule.Part) -> UInt64 {
    switch part {
    case .value:
      switch column.kind {
      case .organizationName: return UInt64(column.organizations[Int(id)].key)
      case .personName: return UInt64(column.persons[Int(id)].full)
      case _ where isUnordered:
        return hashBytes(column.values.bytes.span.extracting(column.values.range(of: id)))
      default: return UInt64(id)
      }
    case .latin: return latinHash(column.persons[Int(id)])
    case .surname: return UInt64(column.persons[Int(id)].latinSurname)
    case .brand: return UInt64(column.organizations[Int(id)].brand)
    case .words: return 0
    case .ending: return localNumbers.key(of: id, in: column.values)
    case .prefix:
      let range = column.values.range(of: id)
      var hash: UInt64 = 0
      for place in range.prefix(4) { hash = hash << 8 | UInt64(column.values.bytes[place]) }
      return hash
    }
  }

  /// The same for both orders of surname and given name.
  private func latinHash(_ name: PersonNameEvidence) -> UInt64 {
    guard name.latinSurname != 0, name.latinGiven != 0 else { return 0 }
    let (low, high) = (
      min(name.latinSurname, name.latinGiven), max(name.latinSurname, name.latinGiven)
    )
    return UInt64(high) << 32 | UInt64(low)
  }

  private func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ b &* 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
