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

  init(_ rule: BlockingRule, _ table: EvidenceTable) {
    keys = rule.keys
    columns = rule.keys.map { table.columns[$0.column] }
    isUnordered =
      columns.count == 2 && rule.keys.allSatisfy { $0.part == .value }
      && Set(columns.map(\.kind)) == [.givenName, .surname]
  }

  /// The keys of every mention that is asked for, in the order of the mentions.
  func list(_ mentions: Int, where isWanted: (UInt32) -> Bool) -> [KeyedMention] {
    var list: [KeyedMention] = []
    list.reserveCapacity(mentions)
    var combined: [UInt64] = []
    var next: [UInt64] = []
    for mention in 0..<UInt32(mentions) where isWanted(mention) {
      combined.removeAll(keepingCapacity: true)
      combined.append(Self.start)
      for index in keys.indices {
        next.removeAll(keepingCapacity: true)
        let column = columns[index]
        for place in Int(column.starts[Int(mention)])..<Int(column.starts[Int(mention) + 1]) {
          let part = hash(of: column.ids[place], index)
          guard part != 0 else { continue }
          for known in combined { next.append(isUnordered ? known &+ part : mix(known, part)) }
        }
        swap(&combined, &next)
      }
      for key in combined { list.append(KeyedMention(key: key, mention: mention)) }
    }
    return list
  }

  private static let start: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of one value's key; 0 when the value has none.
  private func hash(of id: UInt32, _ index: Int) -> UInt64 {
    let column = columns[index]
    switch keys[index].part {
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
