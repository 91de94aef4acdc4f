import Vocabulary

/// The keys that one rule gives every mention: each combination of its values, one per column.
///
/// Shape: mention *i* has the keys `hashes[starts[i]..<starts[i + 1]]`; none where a column has no
/// value for it.
struct CombinedKeys {
  private(set) var starts: [UInt32]
  private(set) var hashes: [UInt64]

  init(_ rule: BlockingRule, _ table: EvidenceTable) {
    starts = (0...UInt32(table.count)).map { $0 }
    hashes = [UInt64](repeating: 0x9E37_79B9_7F4A_7C15, count: table.count)
    for key in rule.keys { combine(with: table.columns[key.column], key.part) }
  }

  /// Combines the keys so far with those of one more column.
  private mutating func combine(with column: EvidenceColumn, _ part: BlockingRule.Part) {
    let parts = (0..<UInt32(column.values.count)).map { Self.hash(of: $0, part, column) }
    let (columnStarts, ids) = (column.starts, column.ids)
    var nextStarts: [UInt32] = [0]
    nextStarts.reserveCapacity(starts.count)
    var next: [UInt64] = []
    next.reserveCapacity(hashes.count)
    for mention in 0..<starts.count - 1 {
      for index in Int(columnStarts[mention])..<Int(columnStarts[mention + 1]) {
        let part = parts[Int(ids[index])]
        guard part != 0 else { continue }
        for known in Int(starts[mention])..<Int(starts[mention + 1]) {
          next.append(Self.mix(hashes[known], part))
        }
      }
      nextStarts.append(UInt32(next.count))
    }
    starts = nextStarts
    hashes = next
  }

  /// The hash of one value's key; 0 when the value has none.
  private static func hash(of id: UInt32, _ part: BlockingRule.Part, _ column: EvidenceColumn)
    -> UInt64
  {
    switch part {
    case .value:
      switch column.kind {
      case .organizationName: UInt64(column.organizations[Int(id)].key)
      case .personName: UInt64(column.persons[Int(id)].full)
      default: UInt64(id)
      }
    case .latin: latinHash(column.persons[Int(id)])
    case .surname: UInt64(column.persons[Int(id)].latinSurname)
    case .brand: UInt64(column.organizations[Int(id)].brand)
    case .prefix: column.values[id].prefix(4).reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// The same for both orders of surname and given name.
  private static func latinHash(_ name: PersonNameEvidence) -> UInt64 {
    guard name.latinSurname != 0, name.latinGiven != 0 else { return 0 }
    let (low, high) = (
      min(name.latinSurname, name.latinGiven), max(name.latinSurname, name.latinGiven)
    )
    return UInt64(high) << 32 | UInt64(low)
  }

  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ b &* 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
