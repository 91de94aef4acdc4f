import Foundation
import Vocabulary

/// Compares pairs of mentions and weighs the outcome with a model.
package struct PairScorer: Sendable {
  let comparer: PairComparer
  /// The column of the parties' own names, and its grade for two branches of one company.
  let branches: (column: Int, grade: Int)?
  private let start: EvidenceSum.StartBits
  private let topics: [ColumnTopics]
  /// Shape: `bits[column * stride + grade]`; grade 0 is "nothing to compare", which weighs nothing.
  private let bits: [EvidenceSum.GradeBits]
  private static let stride = ComparisonPattern.mostGrades + 1
  /// Whether the surprise of a value counts.
  private let usesFrequency: Bool
  /// The columns in the order in which a pair is decided soonest.
  private let order: [Int]
  /// By column: what two different values can add at most, in bits.
  private let mostOfDifferent: [Double]

  /// One line of the explanation of a weight.
  package struct Step: Sendable {
    /// A column, or `relation`.
    package var column: String
    /// The level that held; nil when there was nothing to compare, and for `relation`.
    package var level: ComparisonLevel?
    /// What the comparison adds to the weight, the frequency of the value included.
    package var bits: Double

    /// Stands for what it takes off that two related parties could agree like this.
    package static let relation = "relation"
  }

  init(_ comparer: PairComparer, _ model: MatchModel) throws(MatchError) {
    self.comparer = comparer
    start = model.start
    branches =
      comparer.columns.indices.lazy.compactMap { index in
        let column = comparer.columns[index]
        guard column.namesParty, let level = column.levels.firstIndex(of: .otherBranch) else {
          return nil
        }
        return (index, level + 1)
      }.first
    topics = comparer.columns.map { ColumnTopics($0.column) }
    // With the shipped parameters there are too few values for their frequency to mean anything.
    usesFrequency = !model.training.isPrior
    var bits = [EvidenceSum.GradeBits](
      repeating: .none, count: comparer.count * Self.stride)
    for (index, column) in comparer.columns.enumerated() {
      let comparison = column.comparison
      guard
        let grades = model.columns.first(where: { $0.column == comparison.column })?.grades,
        grades.map(\.level) == comparison.grades.map(\.level.description)
      else { throw MatchError(reason: .modelDoesNotFit(column: comparison.column)) }
      for (place, grade) in grades.enumerated() {
        bits[index * Self.stride + place + 1] = .init(
          m: grade.m, u: grade.u, related: grade.related)
      }
    }
    self.bits = bits
    let most = comparer.columns.enumerated().map { [topics, usesFrequency] index, column in
      Self.most(of: column, topics[index], usesFrequency: usesFrequency) {
        bits[index * Self.stride + $0].chance
      }
    }
    mostOfDifferent = most
    let gain = most.indices.map { most[$0] / comparer.columns[$0].cost }
    order = most.indices.sorted { (-gain[$0], $0) < (-gain[$1], $1) }
  }

  /// What two different values of a column can add to a weight at most, in bits.
  private static func most(
    of column: ColumnComparer, _ topics: ColumnTopics, usesFrequency: Bool,
    bits: (_ grade: Int) -> Double
  ) -> Double {
    var most = topics.chance == nil ? -Double.infinity : 0
    for (index, level) in column.levels.enumerated() where column.canHoldOfDifferent(level) {
      let surprise = usesFrequency ? Double(column.mostSurprise(of: level)) : 0
      most = max(most, bits(index + 1) + surprise)
    }
    // Names may not be comparable, which adds nothing.
    return column.column.kind == .personName ? max(0, most) : most
  }

  /// The match weight of two mentions, in bits.
  package func weight(_ left: Int, _ right: Int) -> Float {
    weight(left, right, atLeast: -.infinity) ?? -.infinity
  }

  /// The match weight of two mentions, in bits; nil when it is below a bound.
  ///
  /// Equal values are weighed first, since that costs next to nothing. Different ones are compared
  /// only as long as they could still lift the weight to the bound.
  func weight(_ left: Int, _ right: Int, atLeast floor: Float) -> Float? {
    let floor = Double(floor)
    var total = EvidenceSum(start)
    var open: UInt32 = 0
    var mostOfOpen = 0.0
    for column in 0..<comparer.count {
      switch comparer.firstLook(column, left, right) {
      case .nothing: break
      case .equal(let value):
        total.add(gradeBits(column, comparer.ownOutcome(column, value)), topics[column])
      case .open:
        open |= 1 << UInt32(column)
        mostOfOpen += mostOfDifferent[column]
      }
    }
    if total.againstChance.bits + mostOfOpen < floor { return nil }
    var areCrossed: Bool?
    for column in order where open >> UInt32(column) & 1 != 0 {
      mostOfOpen -= mostOfDifferent[column]
      let outcome = comparer.outcome(column, left, right, &areCrossed)
      total.add(gradeBits(column, outcome), topics[column])
      if total.againstChance.bits + mostOfOpen < floor { return nil }
    }
    let bits = total.bits
    return bits < floor ? nil : Float(bits)
  }

  /// The weight of two groups of mentions, of which in each column the pair counts that agrees most.
  func weight(ofUnion left: [Int], _ right: [Int]) -> Float {
    var total = EvidenceSum(start)
    for column in 0..<comparer.count {
      var best = ColumnComparer.Outcome()
      for l in left {
        for r in right {
          let outcome = comparer.outcome(column, min(l, r), max(l, r))
          if outcome.grade > 0, best.grade == 0 || outcome.grade < best.grade { best = outcome }
        }
      }
      total.add(gradeBits(column, best), topics[column])
    }
    return Float(total.bits)
  }

  /// What an outcome is worth; frequency concerns agreement by chance alone.
  private func gradeBits(_ column: Int, _ outcome: ColumnComparer.Outcome)
    -> EvidenceSum.GradeBits
  {
    var bits = bits[column * Self.stride + outcome.grade]
    if usesFrequency { bits.chance += Double(outcome.surprise) }
    return bits
  }

  /// The weight that every pair starts from, in bits.
  package var startBits: Double { start.chance }

  /// The weight of two mentions, step by step; the steps and the start add up to it.
  package func explain(_ left: Int, _ right: Int) -> [Step] {
    var total = EvidenceSum(start)
    var steps = comparer.columns.enumerated().map { index, column in
      let outcome = comparer.outcome(index, left, right)
      let before = total.againstChance.bits
      total.add(gradeBits(index, outcome), topics[index])
      return Step(
        column: column.comparison.column,
        level: outcome.grade == 0 ? nil : column.levels[outcome.grade - 1],
        bits: total.againstChance.bits - before)
    }
    steps.append(
      Step(column: Step.relation, level: nil, bits: total.bits - total.againstChance.bits))
    return steps
  }
}
