import Foundation
import Vocabulary

/// Compares pairs of mentions and weighs the outcome with a model.
package struct PairScorer: Sendable {
  private let comparers: ComparerList
  private let priorBits: Double
  private let topics: [EvidenceColumn.Topic?]
  /// By column and grade; element 0 of a column is "nothing to compare", which weighs nothing.
  private let bits: [[Double]]
  /// By column and grade: log2 of the mean frequency; nil where frequency is not used.
  private let meanFrequencyBits: [[Double?]]

  /// One line of the explanation of a weight.
  package struct Step: Sendable {
    package var column: String
    /// The level that held; nil when there was nothing to compare.
    package var level: ComparisonLevel?
    /// What the comparison adds to the weight, the frequency of the value included.
    package var bits: Double
  }

  init(_ comparers: [ColumnComparer], _ model: MatchModel) throws(MatchError) {
    self.comparers = ComparerList(comparers)
    priorBits = model.priorBits
    topics = comparers.map(\.column.topic)
    var bits: [[Double]] = []
    var means: [[Double?]] = []
    for comparer in comparers {
      let comparison = comparer.comparison
      guard
        let column = model.columns.first(where: { $0.column == comparison.column }),
        column.grades.map(\.level) == comparison.grades.map(\.level.description)
      else { throw MatchError(reason: .modelDoesNotFit(column: comparison.column)) }
      bits.append([0] + column.grades.map(\.bits))
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
    var total = EvidenceSum(priorBits)
    for index in 0..<comparers.count {
      let outcome = comparers.compare(index, left, right)
      total.add(bits[index][outcome.grade] + frequencyBits(index, outcome), topics[index])
    }
    return Float(total.bits)
  }

  /// What frequency adds: agreement on a rare value weighs more, on a frequent one less.
  private func frequencyBits(_ index: Int, _ outcome: ColumnComparer.Outcome) -> Double {
    guard let mean = meanFrequencyBits[index][outcome.grade], outcome.frequency > 0 else {
      return 0
    }
    return mean - log2(Double(outcome.frequency))
  }

  /// The weight that every pair starts from, in bits.
  package var startBits: Double { priorBits }

  /// The weight of two mentions, step by step; the steps and the start add up to it.
  package func explain(_ left: Int, _ right: Int) -> [Step] {
    var total = EvidenceSum(priorBits)
    return comparers.all.enumerated().map { index, comparer in
      let outcome = comparer.compare(left, right)
      let before = total.bits
      total.add(
        bits[index][outcome.grade] + frequencyBits(index, outcome), comparer.column.topic)
      return Step(
        column: comparer.comparison.column,
        level: outcome.grade == 0 ? nil : comparer.comparison.grades[outcome.grade - 1].level,
        bits: total.bits - before)
    }
  }
}
