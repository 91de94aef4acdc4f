import Foundation
import Vocabulary

/// Compares pairs of mentions and weighs the outcome with a model.
package struct PairScorer: Sendable {
  private let comparers: ComparerList
  private let start: EvidenceSum.StartBits
  private let topics: [ColumnTopics]
  /// By column and grade; element 0 of a column is "nothing to compare", which weighs nothing.
  private let bits: [[EvidenceSum.GradeBits]]
  /// By column and grade: log2 of the mean frequency; nil where frequency is not used.
  private let meanFrequencyBits: [[Double?]]

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

  init(_ comparers: [ColumnComparer], _ model: MatchModel) throws(MatchError) {
    self.comparers = ComparerList(comparers)
    start = model.start
    topics = comparers.map { ColumnTopics($0.column) }
    var bits: [[EvidenceSum.GradeBits]] = []
    var means: [[Double?]] = []
    for comparer in comparers {
      let comparison = comparer.comparison
      guard
        let column = model.columns.first(where: { $0.column == comparison.column }),
        column.grades.map(\.level) == comparison.grades.map(\.level.description)
      else { throw MatchError(reason: .modelDoesNotFit(column: comparison.column)) }
      bits.append(
        [.none] + column.grades.map { .init(m: $0.m, u: $0.u, related: $0.related) })
      // With the shipped parameters there are too few values for their frequency to mean anything.
      means.append(
        [nil]
          + comparison.grades.map { grade in
            let mean = model.training.isPrior ? 0 : comparer.meanFrequency(of: grade.level)
            return mean > 0 ? log2(mean) : nil
          })
    }
    self.bits = bits
    meanFrequencyBits = means
  }

  /// The match weight of two mentions, in bits.
  package func weight(_ left: Int, _ right: Int) -> Float {
    var total = EvidenceSum(start)
    for index in 0..<comparers.count {
      let outcome = comparers.compare(index, left, right)
      total.add(gradeBits(index, outcome), topics[index])
    }
    return Float(total.bits)
  }

  /// What an outcome is worth; frequency concerns agreement by chance alone.
  private func gradeBits(_ index: Int, _ outcome: ColumnComparer.Outcome)
    -> EvidenceSum.GradeBits
  {
    var bits = bits[index][outcome.grade]
    bits.chance += frequencyBits(index, outcome)
    return bits
  }

  /// What frequency adds: agreement on a rare value weighs more, on a frequent one less.
  private func frequencyBits(_ index: Int, _ outcome: ColumnComparer.Outcome) -> Double {
    guard let mean = meanFrequencyBits[index][outcome.grade], outcome.frequency > 0 else {
      return 0
    }
    return mean - log2(Double(outcome.frequency))
  }

  /// The weight that every pair starts from, in bits.
  package var startBits: Double { start.chance }

  /// The weight of two mentions, step by step; the steps and the start add up to it.
  package func explain(_ left: Int, _ right: Int) -> [Step] {
    var total = EvidenceSum(start)
    var steps = comparers.all.enumerated().map { index, comparer in
      let outcome = comparer.compare(left, right)
      let before = total.againstChance.bits
      total.add(gradeBits(index, outcome), topics[index])
      return Step(
        column: comparer.comparison.column,
        level: outcome.grade == 0 ? nil : comparer.comparison.grades[outcome.grade - 1].level,
        bits: total.againstChance.bits - before)
    }
    steps.append(
      Step(column: Step.relation, level: nil, bits: total.bits - total.againstChance.bits))
    return steps
  }
}
