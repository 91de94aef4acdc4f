import Vocabulary

/// Finds the values that parties of clearly different names share: a family's phone, a switchboard.
///
/// A shared value still says something, but less; it has a level, and so a weight, of its own.
enum SharedValues {
  /// At most this many different names are compared for one value.
  private static let mostNames = 12

  /// How far a value is shared.
  enum Sharing: UInt8, Sendable {
    /// By one party, as far as names can tell.
    case own
    /// By a few parties of clearly different names.
    case shared
    /// By so many that it says nothing about any of them, neither by agreeing nor by differing.
    case common
  }

  /// From this number of names that all contradict each other a value is common.
  private static let commonFrom = 4

  /// By value of the column: how far mentions of contradicting names share it.
  static func find(_ column: EvidenceColumn, names: ColumnComparer, mentions: Int) -> [Sharing] {
    let holders = ValueHolders(
      column, keys: column.values.count, mentions: mentions, atLeast: 2)
    var held: [UInt32] = []
    var apart: [UInt32] = []
    return (0..<column.values.count).map { value in
      held.removeAll(keepingCapacity: true)
      for holder in Int(holders.starts[value])..<Int(holders.starts[value + 1]) {
        let mention = Int(holders.mentions[holder])
        for index in Int(names.column.starts[mention])..<Int(names.column.starts[mention + 1]) {
          let name = names.column.ids[index]
          if held.count < mostNames, !held.contains(name) { held.append(name) }
        }
      }
      guard held.count > 1 else { return .own }
      // Names that contradict every one before them stand for parties of their own.
      apart.removeAll(keepingCapacity: true)
      for name in held {
        if apart.allSatisfy({ names.namesApart($0, name) }) { apart.append(name) }
      }
      return apart.count >= commonFrom ? .common : apart.count > 1 ? .shared : .own
    }
  }
}
