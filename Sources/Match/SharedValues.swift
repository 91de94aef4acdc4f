import Vocabulary

/// Finds the values that parties of clearly different names share: a family's phone, a switchboard.
///
/// A shared value still says something, but less; it has a level, and so a weight, of its own.
enum SharedValues {
  /// At most this many different names are compared for one value.
  private static let mostNames = 12

  /// By value of the column: whether two mentions that hold it have contradicting names.
  static func find(_ column: EvidenceColumn, names: ColumnComparer, mentions: Int) -> [Bool] {
    var holders = [[UInt32]](repeating: [], count: column.values.count)
    for mention in 0..<mentions {
      for value in column.ids(of: mention) where holders[Int(value)].count < mostNames {
        for name in names.column.ids(of: mention) where !holders[Int(value)].contains(name) {
          holders[Int(value)].append(name)
        }
      }
    }
    let contradictions = names.comparison.grades.indices.filter {
      let level = names.comparison.grades[$0].level
      return level == .sameSurname || level == .otherwise
    }
    return holders.map { held in
      for (index, left) in held.enumerated() {
        for right in held.dropFirst(index + 1)
        where contradictions.contains(names.grade(left, right) - 1) {
          return true
        }
      }
      return false
    }
  }
}
