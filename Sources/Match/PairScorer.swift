import Foundation
import Vocabulary

/// Compares pairs of mentions and weighs the outcome with a model.
package struct PairScorer: Sendable {
  private let comparer: PairComparer
  private let start: EvidenceSum.StartBits
  private let topics: [ColumnTopics]
  /// Shape: `bits[column * stride + grade]`; grade 0 is "nothing to compare", which weighs nothing.
  private let bits: [EvidenceSum.GradeBits]
  private static let stride = 16
  /// Whether the surprise of a value counts.
  private let usesFrequency: Bool
  /// The columns in the order in which a pair is decided soonest.
  private let order: [Int]
  /// By place in the order: what the columns from there on can add at most, in bits.
  private let most: [Double]

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
    (order, most) = Self.plan(comparer, bits, usesFrequency: usesFrequency)
  }

  /// Puts columns first that can speak most against a pair, and sums up what the rest can say for it.
  private static func plan(
    _ comparer: PairComparer, _ bits: [EvidenceSum.GradeBits], usesFrequency: Bool
  ) -> (order: [Int], most: [Double]) {
    var least: [Double] = []
    var most: [Double] = []
    for (index, column) in comparer.columns.enumerated() {
      let grades = 0...column.levels.count
      least.append(grades.map { bits[index * stride + $0].chance }.min() ?? 0)
      most.append(
        grades.map { grade in
          let surprise =
            usesFrequency && grade > 0 ? column.mostSurprise(of: column.levels[grade - 1]) : 0
          return bits[index * stride + grade].chance + Double(surprise)
        }.max() ?? 0)
    }
    let order = most.indices.sorted { (least[$0] - most[$0], $0) < (least[$1] - most[$1], $1) }
    var sums = [Double](repeating: 0, count: order.count + 1)
    for place in order.indices.reversed() { sums[place] = sums[place + 1] + most[order[place]] }
    return (order, sums)
  }

  /// The match weight of two mentions, in bits.
  package func weight(_ left: Int, _ right: Int) -> Float {
    weight(left, right, atLeast: -.infinity) ?? -.infinity
  }

  /// The match weight of two mentions, in bits; nil when it is below a bound.
  ///
  /// The comparison ends as soon as the columns that are left cannot reach the bound any more.
  func weight(_ left: Int, _ right: Int, atLeast floor: Float) -> Float? {
    var total = EvidenceSum(start)
    let floor = Double(floor)
    for place in 0..<order.count {
      if total.againstChance.bits + most[place] < floor { return nil }
      let column = order[place]
      total.add(gradeBits(column, comparer.outcome(column, left, right)), topics[column])
    }
    let bits = total.bits
    return bits < floor ? nil : Float(bits)
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
