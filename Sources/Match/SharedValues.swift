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
    var holders = [[UInt32]](repeating: [], count: column.values.count)
    for mention in 0..<mentions {
      for value in column.ids(of: mention) where holders[Int(value)].count < mostNames {
        for name in names.column.ids(of: mention) where !holders[Int(value)].contains(name) {
          holders[Int(value)].append(name)
        }
      }
    }
    let contradictions = names.comparison.grades.indices.filter {
      names.comparison.grades[$0].level.contradictsName
    }
    return holders.map { held in
      // Names that contradict every one before them stand for parties of their own.
      var apart: [UInt32] = []
      for name in held
      where apart.allSatisfy({ contradictions.contains(names.grade($0, name) - 1) }) {
        apart.append(name)
      }
      return apart.count >= commonFrom ? .common : apart.count > 1 ? .shared : .own
    }
  }
}
