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
  static func find(_ comparers: [ColumnComparer], _ candidates: CandidatePairs, allPairs: Double)
    -> [CoveredAgreement?]
  {
    comparers.indices.map { column in
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

extension EvidenceColumn.Kind {
  /// Whether values are given out to one holder at a time, so that two strangers share one by mistake.
  fileprivate var isGiven: Bool { self == .phone || self == .email || self == .identifier }
}

extension EvidenceColumn.Kind {
  /// Whether relatives have the very same value, and not only one that is like it.
  fileprivate var isSharedByRelatives: Bool {
    switch self {
    case .surname, .address, .place, .postcode, .phone: true
    default: false
    }
  }
}

/// What the parameters are estimated from.
struct TrainingCounts: Sendable {
  /// The patterns of the candidate pairs with their counts, ascending.
  var patterns: [(ComparisonPattern, Double)]
  /// How often random pairs have each grade, by column; element 0 counts pairs without a comparison.
  var random: [[Double]]
  /// By column.
  var covered: [CoveredAgreement?]
  /// All pairs of mentions.
  var allPairs: Double
  /// What people said about some pairs.
  var labels = PatternLabels.none
}

/// The probabilities of every grade in the three classes of pairs, and the sizes of the classes, while
/// they are being estimated.
///
/// Shape: `m[column][grade]`; element 0 of a column stands for "nothing to compare" and is 1.
struct Parameters: Sendable {
  var prior: Double
  var relatedPrior: Double
  var m: [[Double]]
  var u: [[Double]]
  var related: [[Double]]
  private let comparers: [ColumnComparer]
  private let topics: [ColumnTopics]

  /// How many matches the shipped m probabilities are worth, and how many related pairs theirs.
  private static let priorPairs = 20.0
  /// The least class of related pairs, as a share of the matches.
  private static let leastRelated = 1e-4
  /// Of the pairs that agree on one value, the share that is held to do so by chance at the least.
  ///
  /// No single value proves an identity: numbers are mistyped into other people's, and given anew.
  private static let leastChanceAgreement = 0.003

  init(_ comparers: [ColumnComparer], random: [[Double]], prior: Double) {
    self.comparers = comparers
    self.prior = prior
    relatedPrior = prior / 5
    topics = comparers.map { ColumnTopics($0.column) }
    m = comparers.map { [1] + $0.comparison.grades.map(\.m) }
    related = comparers.map { [1] + $0.comparison.grades.map(\.related) }
    u = zip(comparers, random).map { comparer, counts in
      let compared = counts.dropFirst().reduce(0, +)
      return [1]
        + comparer.comparison.grades.enumerated().map { index, grade in
          (counts[index + 1] + grade.u) / (compared + 1)
        }
    }
  }

  /// The probabilities of a pattern's being that of a match, and of related parties.
  func classes(_ pattern: ComparisonPattern) -> (match: Double, related: Double) {
    var total = EvidenceSum(.init(prior: prior, related: relatedPrior))
    for column in m.indices {
      let grade = pattern.grade(column)
      total.add(
        .init(m: m[column][grade], u: u[column][grade], related: related[column][grade]),
        topics[column])
    }
    return total.classes
  }

  /// What to expect of the candidates: pairs of each class, by column and grade.
  private struct Expectation {
    var matches: [[Double]]
    var related: [[Double]]
    var others: [[Double]]
    var matchCount = 0.0
    var relatedCount = 0.0

    init(like shape: [[Double]]) {
      matches = shape.map { [Double](repeating: 0, count: $0.count) }
      related = matches
      others = matches
    }
  }

  private func expectation(of counts: TrainingCounts) -> Expectation {
    var expected = Expectation(like: m)
    for (place, (pattern, count)) in counts.patterns.enumerated() {
      let (match, related, strays) = counts.labels.corrected(
        classes(pattern), at: place, of: count)
      expected.matchCount += match * count - strays
      expected.relatedCount += related * count
      for column in m.indices {
        let grade = pattern.grade(column)
        expected.matches[column][grade] += match * count
        expected.related[column][grade] += related * count
        expected.others[column][grade] += (1 - match - related) * count
      }
    }
    return expected
  }

  /// One pass: what to expect of the pairs, and the parameters that fit it best.
  func improved(on counts: TrainingCounts)
    -> (parameters: Parameters, expectedMatches: Double, expectedRelated: Double)
  {
    let expected = expectation(of: counts)
    var next = self
    next.prior = min(0.5, max(1e-12, expected.matchCount / counts.allPairs))
    next.relatedPrior = min(
      0.4, max(next.prior * Self.leastRelated, expected.relatedCount / counts.allPairs))
    for column in comparers.indices {
      next.setMatches(column, expected.matches[column])
      next.setChance(column, counts.random[column])
      if let agreement = counts.covered[column] {
        next.setCovered(
          column, others: expected.others[column], matches: expected.matches[column], agreement)
      }
      next.setRelated(column, expected.related[column])
    }
    return (next, expected.matchCount, expected.relatedCount)
  }

  /// The candidate pairs of each grade, and the matches expected among them, by column.
  func pairs(of counts: TrainingCounts) -> (candidates: [[Double]], matches: [[Double]]) {
    let expected = expectation(of: counts)
    let candidates = m.indices.map { column in
      m[column].indices.map { grade in
        expected.matches[column][grade] + expected.related[column][grade]
          + expected.others[column][grade]
      }
    }
    return (candidates, expected.matches)
  }

  private mutating func setMatches(_ column: Int, _ matches: [Double]) {
    let comparer = comparers[column]
    let compared = matches.dropFirst().reduce(0, +)
    for (index, grade) in comparer.comparison.grades.enumerated() {
      m[column][index + 1] =
        (matches[index + 1] + Self.priorPairs * grade.m) / (compared + Self.priorPairs)
      if let most = Comparison.mostDisagreement(grade, comparer.column) {
        m[column][index + 1] = min(m[column][index + 1], most)
      }
    }
  }

  /// Takes the u probabilities from random pairs, which hold a share of matches and related pairs.
  private mutating func setChance(_ column: Int, _ random: [Double]) {
    let drawn = random.dropFirst().reduce(0, +)
    for (index, grade) in comparers[column].comparison.grades.enumerated() {
      let others =
        prior * drawn * m[column][index + 1] + relatedPrior * drawn * related[column][index + 1]
      u[column][index + 1] =
        (max(0, random[index + 1] - others) + max(0.5, grade.u)) / (drawn + 1)
    }
  }

  /// Takes the u probability of whole agreement from the candidates, which hold all of it.
  private mutating func setCovered(
    _ column: Int, others: [Double], matches: [Double], _ agreement: CoveredAgreement
  ) {
    let levels = comparers[column].comparison.grades.map(\.level)
    let hasShared = levels.contains(.shared)
    let least = comparers[column].column.kind.isGiven ? Self.leastChanceAgreement : 0
    for (index, level) in levels.enumerated() where level == .exact || level == .shared {
      let givenUp = (level == .shared) == hasShared ? agreement.givenUpPairs : 0
      let byChance = max(others[index + 1], least * matches[index + 1])
      u[column][index + 1] = (byChance + givenUp + 0.5) / (agreement.comparablePairs + 1)
    }
  }

  /// Sets how related pairs agree; what belongs to one party alone stays as rare as it was shipped.
  private mutating func setRelated(_ column: Int, _ pairs: [Double]) {
    let comparison = comparers[column].comparison
    let kind = comparers[column].column.kind
    var fixed = 0.0
    var open = Self.priorPairs
    var shippedOpen = 0.0
    for (index, grade) in comparison.grades.enumerated() {
      if Comparison.isPersonal(grade.level, kind) {
        related[column][index + 1] = max(grade.related, u[column][index + 1])
        fixed += related[column][index + 1]
      } else {
        open += pairs[index + 1]
        shippedOpen += grade.related
      }
    }
    for (index, grade) in comparison.grades.enumerated()
    where !Comparison.isPersonal(grade.level, kind) {
      let shipped = Self.priorPairs * grade.related / shippedOpen
      related[column][index + 1] = (1 - fixed) * (pairs[index + 1] + shipped) / open
    }
    if kind.isSharedByRelatives { setSlipsOfRelatives(column) }
  }

  /// Gives what relatives have in common no more slips than what one party has.
  ///
  /// A household has one address, and mistypes it no more often than each of them does. Without labels
  /// and without this, badly written records of one party would pass for relatives.
  private mutating func setSlipsOfRelatives(_ column: Int) {
    let levels = comparers[column].comparison.grades.map(\.level)
    let agreeing = levels.indices.filter { levels[$0] != .otherwise }
    let slips = agreeing.filter { levels[$0] != .exact && levels[$0] != .shared }
    let whole = agreeing.filter { !slips.contains($0) }
    let all = agreeing.reduce(0) { $0 + related[column][$1 + 1] }
    let matches = agreeing.reduce(0) { $0 + m[column][$1 + 1] }
    let shared = whole.reduce(0) { $0 + related[column][$1 + 1] }
    guard shared > 0, matches > 0 else { return }
    var excess = 0.0
    for index in slips {
      let most = all * m[column][index + 1] / matches
      excess += max(0, related[column][index + 1] - most)
      related[column][index + 1] = min(related[column][index + 1], most)
    }
    for index in whole { related[column][index + 1] *= 1 + excess / shared }
  }

  /// The largest change of a parameter, in bits for small probabilities' sake.
  func distance(to other: Parameters) -> Double {
    var largest = max(
      abs(log2(prior / other.prior)), abs(prior - other.prior),
      abs(relatedPrior - other.relatedPrior) / max(prior, 1e-12))
    for column in m.indices {
      for grade in m[column].indices {
        largest = max(largest, abs(m[column][grade] - other.m[column][grade]))
        largest = max(largest, abs(u[column][grade] - other.u[column][grade]))
        largest = max(largest, abs(related[column][grade] - other.related[column][grade]))
      }
    }
    return largest
  }
}
