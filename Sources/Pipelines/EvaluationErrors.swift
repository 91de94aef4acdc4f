import Match

/// The pairs that a run has wrong, by cause.
package struct EvaluationErrors: Hashable, Sendable, Codable {
  /// How many pairs one cause stands for.
  package struct CauseCount<Cause: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
    package var cause: Cause
    package var pairs: Int
    /// Of all missed, or of all wrong pairs.
    package var share: Double
    /// Pairs whose own weight reaches the accept threshold.
    package var reachAccept: Int
    /// Record keys, evenly spread over the pairs.
    package var examples: [[String]]
  }

  /// How the values of one column stand to each other in the missed pairs, as shares.
  package struct ColumnShare: Hashable, Sendable, Codable {
    package var column: String
    package var same: Double
    package var similar: Double
    package var differs: Double
    /// One side has no value, or none that can be compared.
    package var lacking: Double
  }

  /// In the order of the pairs, most first; causes without a pair are left out.
  package var missed: [CauseCount<MissCause>] = []
  package var wrong: [CauseCount<MergeCause>] = []
  package var missedColumns: [ColumnShare] = []
  /// Every so many pairs one was looked at; 1 unless there are millions.
  package var step = 1
}

/// Pairs of records of the truth that a clustering has wrong.
///
/// Shape: places of the truth, left before right, in the order of the groups.
struct WrongPairs {
  private(set) var pairs: [(left: Int, right: Int)] = []

  /// The pairs of one group that are apart in another partition.
  ///
  /// - Parameters:
  ///   - groups: By place, the group of the first partition.
  ///   - count: A number above that of every group.
  ///   - others: By place, the group of the second partition.
  ///   - step: Every so many pairs of a group one is looked at.
  init(together groups: [Int], count: Int, apartIn others: [Int], step: Int) {
    var members = [[Int]](repeating: [], count: count)
    for (place, group) in groups.enumerated() { members[group].append(place) }
    var skip = 0
    for group in members where group.count > 1 {
      for (offset, left) in group.enumerated() {
        var next = offset + 1 + skip
        while next < group.count {
          if others[left] != others[group[next]] { pairs.append((left, group[next])) }
          next += step
        }
        skip = next - group.count
      }
    }
  }

  /// The step that keeps the work within bounds.
  static func step(for pairs: Int) -> Int { max(1, pairs / 3_000_000) }
}

/// Sorts pairs by cause.
struct CauseCounter<Cause: Hashable & Sendable & Codable & CaseIterable> {
  private var pairs: [Cause: [(left: Int, right: Int)]] = [:]
  private var strong: [Cause: Int] = [:]
  private var total = 0

  private static var mostExamples: Int { 5 }

  mutating func add(_ pair: (left: Int, right: Int), _ cause: Cause, reachesAccept: Bool) {
    pairs[cause, default: []].append(pair)
    if reachesAccept { strong[cause, default: 0] += 1 }
    total += 1
  }

  /// The counts, largest first.
  ///
  /// - Parameters:
  ///   - step: What each pair that was looked at stands for.
  ///   - name: The name of a record in the examples.
  /// - Returns: Causes without a pair are left out.
  func counts(step: Int, name: (Int) -> String) -> [EvaluationErrors.CauseCount<Cause>] {
    func size(_ cause: Cause) -> Int { pairs[cause]?.count ?? 0 }
    let causes = Array(Cause.allCases).filter { pairs[$0] != nil }.enumerated()
      .sorted { (size($1.element), $0.offset) < (size($0.element), $1.offset) }
    return causes.map { _, cause in
      let found = pairs[cause] ?? []
      let count = min(Self.mostExamples, found.count)
      let examples = (0..<count).map { found[$0 * found.count / count] }
      return EvaluationErrors.CauseCount(
        cause: cause, pairs: found.count * step, share: Double(found.count) / Double(total),
        reachAccept: (strong[cause] ?? 0) * step,
        examples: examples.map { [name($0.left), name($0.right)] })
    }
  }
}

/// Counts how the values of each column stand to each other.
struct ColumnCounter {
  private var names: [String] = []
  private var counts: [String: (same: Int, similar: Int, differs: Int, lacking: Int)] = [:]

  mutating func add(_ steps: [PairScorer.Step]) {
    for step in steps where step.column != PairScorer.Step.relation {
      if counts[step.column] == nil { names.append(step.column) }
      var count = counts[step.column] ?? (0, 0, 0, 0)
      switch step.level {
      case nil: count.lacking += 1
      case .exact, .shared: count.same += 1
      case .otherwise: count.differs += 1
      default: count.similar += 1
      }
      counts[step.column] = count
    }
  }

  /// In the order of the columns.
  var shares: [EvaluationErrors.ColumnShare] {
    names.map { name in
      let count = counts[name] ?? (0, 0, 0, 0)
      let all = Double(count.same + count.similar + count.differs + count.lacking)
      return EvaluationErrors.ColumnShare(
        column: name, same: Double(count.same) / all, similar: Double(count.similar) / all,
        differs: Double(count.differs) / all, lacking: Double(count.lacking) / all)
    }
  }
}
