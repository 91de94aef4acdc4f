import Foundation
import Vocabulary

/// The agreements of a column that the blocks hold completely.
///
/// A rule over the single column puts every pair that agrees on it among the candidates, but for the
/// blocks that were given up.
struct CoveredAgreement: Sendable {
  /// All pairs in which both sides have a value.
  var comparablePairs: Double
  /// Pairs that agree, but whose block was too large to compare.
  var givenUpPairs: Double

  /// By column; nil where no rule over the column alone exists.
  static func find(_ comparers: [ColumnComparer], _ candidates: CandidatePairs, mentions: Int)
    -> [CoveredAgreement?]
  {
    let allPairs = Double(mentions) * Double(mentions - 1) / 2
    return comparers.indices.map { column in
      let rule = BlockingRule.Key(column: column, part: .value)
      guard let index = candidates.indices.first(where: { $0.rule.keys == [rule] }) else {
        return nil
      }
      let coverage = comparers[column].coverage
      return CoveredAgreement(
        comparablePairs: max(1, coverage * coverage * allPairs),
        givenUpPairs: Double(index.givenUpPairs))
    }
  }
}

/// The m and u probabilities of every grade, and the prior, while they are being estimated.
///
/// Shape: `m[column][grade]`; element 0 of a column stands for "nothing to compare" and is 1.
struct Parameters: Sendable {
  var prior: Double
  var m: [[Double]]
  var u: [[Double]]
  private let topics: [EvidenceColumn.Topic?]

  init(_ comparers: [ColumnComparer], random: [[Double]], prior: Double) {
    self.prior = prior
    topics = comparers.map(\.column.topic)
    m = comparers.map { [1] + $0.comparison.grades.map(\.m) }
    u = zip(comparers, random).map { comparer, counts in
      let compared = counts.dropFirst().reduce(0, +)
      return [1]
        + comparer.comparison.grades.enumerated().map { index, grade in
          (counts[index + 1] + grade.u) / (compared + 1)
        }
    }
  }

  /// The probability that a pair of a pattern is a match.
  func posterior(_ pattern: ComparisonPattern) -> Double {
    var total = EvidenceSum(log2(prior / (1 - prior)))
    for column in m.indices {
      let grade = pattern.grade(column)
      total.add(log2(m[column][grade] / u[column][grade]), topics[column])
    }
    return MatchWeight(bits: total.bits).probability.value
  }

  /// One pass: what to expect of the pairs, and the parameters that fit it best.
  func improved(
    on patterns: [(ComparisonPattern, Double)], random: [[Double]],
    covered: [CoveredAgreement?], allPairs: Double, comparers: [ColumnComparer],
    priorMatches: Double
  ) -> (parameters: Parameters, expectedMatches: Double) {
    var matches = m.map { [Double](repeating: 0, count: $0.count) }
    var others = matches
    var expected = 0.0
    for (pattern, count) in patterns {
      let probability = posterior(pattern)
      expected += probability * count
      for column in m.indices {
        let grade = pattern.grade(column)
        matches[column][grade] += probability * count
        others[column][grade] += (1 - probability) * count
      }
    }
    var next = self
    next.prior = min(0.5, max(1e-12, expected / allPairs))
    for (column, comparer) in comparers.enumerated() {
      let shipped = comparer.comparison.grades
      let compared = matches[column].dropFirst().reduce(0, +)
      let drawn = random[column].dropFirst().reduce(0, +)
      for (index, grade) in shipped.enumerated() {
        next.m[column][index + 1] =
          (matches[column][index + 1] + priorMatches * grade.m) / (compared + priorMatches)
        // Colleagues agree on all but the name; without labels they would pass for one person.
        if comparer.namesParty, grade.level.contradictsName {
          next.m[column][index + 1] = min(next.m[column][index + 1], grade.m)
        }
        // Random pairs hold a share of matches, which the estimate of u must not count.
        let chance = random[column][index + 1] - next.prior * drawn * next.m[column][index + 1]
        next.u[column][index + 1] = (max(0, chance) + max(0.5, grade.u)) / (drawn + 1)
      }
      if let agreement = covered[column] {
        next.setCovered(column, shipped.map(\.level), others[column], agreement)
      }
    }
    return (next, expected)
  }

  /// Takes the u probability of whole agreement from the candidates, which hold all of it.
  private mutating func setCovered(
    _ column: Int, _ levels: [ComparisonLevel], _ others: [Double], _ agreement: CoveredAgreement
  ) {
    let hasShared = levels.contains(.shared)
    for (index, level) in levels.enumerated() where level == .exact || level == .shared {
      let givenUp = (level == .shared) == hasShared ? agreement.givenUpPairs : 0
      u[column][index + 1] = (others[index + 1] + givenUp + 0.5) / (agreement.comparablePairs + 1)
    }
  }

  /// The largest change of a parameter, in bits for small probabilities' sake.
  func distance(to other: Parameters) -> Double {
    var largest = abs(log2(prior / other.prior))
    for column in m.indices {
      for grade in m[column].indices {
        largest = max(largest, abs(m[column][grade] - other.m[column][grade]))
        largest = max(largest, abs(u[column][grade] - other.u[column][grade]))
      }
    }
    return largest
  }
}
