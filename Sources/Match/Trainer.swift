import Foundation
import Vocabulary

/// Estimates a model without labels.
///
/// The mixture of Fellegi and Sunter (1969) over all pairs of mentions, fitted by expectation
/// maximization (Dempster, Laird and Rubin 1977; Winkler 1988) on the counted patterns of the
/// candidate pairs. Pairs outside the blocks are held to be non-matches, so the u probabilities are
/// those of all pairs: random pairs give them, and for agreements that the blocks hold completely the
/// candidate pairs that are no matches do. The shipped m probabilities serve as a Dirichlet prior, so
/// that no level is ever held to be impossible.
struct Trainer {
  let comparers: [ColumnComparer]
  private let comparer: PairComparer
  let candidates: CandidatePairs
  let party: Party
  let mentions: Int
  /// The pairs of mentions that may be one party.
  private let pairCount: Int
  let options: MatchOptions
  /// What people said about pairs.
  var labels = TrainingLabels()
  /// The model that is to be replaced, for comparison.
  var previous: MatchModel?

  init(
    comparer: PairComparer, candidates: CandidatePairs, table: EvidenceTable, options: MatchOptions
  ) {
    self.comparer = comparer
    comparers = comparer.columns
    self.candidates = candidates
    party = table.party
    mentions = table.count
    pairCount = table.pairCount
    self.options = options
  }

  /// Below this number of mentions the shipped parameters decide.
  private static let fewestMentions = 200
  /// Below this number of expected matches, likewise.
  private static let fewestMatches = 20.0
  /// Candidate pairs beyond this number are thinned out for training.
  private static let mostTrainingPairs = 1_500_000
  private static let mostRandomPairs = 250_000

  func train() async -> MatchModel {
    guard counted >= Self.fewestMentions else {
      return priorModel(candidatePairs: candidates.pairCount)
    }
    let random = await randomCounts()
    let (patterns, pairs) = await countPatterns()
    var counts = TrainingCounts(
      patterns: patterns, random: random,
      covered: CoveredAgreement.find(comparers, candidates, allPairs: allPairs),
      allPairs: allPairs)
    var fit = fit(counts)
    var comparison = MatchModel.Training.Comparison.shipped
    var before = Parameters(comparers, random: random, prior: 1)
    if let labelled = labels.counts {
      (before, comparison) = (fit.parameters, .unlabelled)
      counts.labels = PatternLabels(
        patternTallies, &counts.patterns, expectedMatches: fit.expectedMatches)
      fit = self.fit(counts)
      fit.labels = labelled
    }
    guard fit.expectedMatches >= Self.fewestMatches else {
      return priorModel(candidatePairs: pairs)
    }
    if previous != nil { comparison = .previous }
    return model(fit, counts, candidatePairs: pairs, before: before, comparison)
  }

  /// The mentions that count.
  private var counted: Int {
    labels.isLabelOnly.isEmpty ? mentions : labels.isLabelOnly.count { !$0 }
  }

  /// The pairs that count.
  private var allPairs: Double {
    labels.isLabelOnly.isEmpty ? Double(pairCount) : Double(counted) * Double(counted - 1) / 2
  }

  private func isCounted(_ left: Int, _ right: Int) -> Bool {
    labels.isLabelOnly.isEmpty || !labels.isLabelOnly[left] && !labels.isLabelOnly[right]
  }

  /// The shipped parameters, with a prior that suits a handful of records.
  private func priorModel(candidatePairs: Int) -> MatchModel {
    let columns = comparers.map { comparer in
      MatchModel.Column(
        column: comparer.comparison.column,
        grades: comparer.comparison.grades.map {
          MatchModel.Grade(level: $0.level.description, m: $0.m, u: $0.u, related: $0.related)
        })
    }
    let training = MatchModel.Training(
      isPrior: true, mentions: counted, candidatePairs: candidatePairs, passes: 0,
      hasConverged: true, lastChange: 0, expectedMatches: 0, expectedRelated: 0)
    return MatchModel(
      party: party, prior: 1.0 / 500, relatedPrior: 1.0 / 10_000, columns: columns,
      training: training
    )
  }

  /// The labels by the pattern of their pair.
  private var patternTallies: [ComparisonPattern: PatternLabels.Tally] {
    var tallies: [ComparisonPattern: PatternLabels.Tally] = [:]
    for label in labels.pairs {
      let pattern = comparer.pattern(Int(label.left), Int(label.right))
      let isStray =
        !isCounted(Int(label.left), Int(label.right))
        || candidates.rules(label.left, label.right) == 0
      var tally = tallies[pattern] ?? PatternLabels.Tally()
      switch label.source {
      case .answer:
        tally.answers += 1
        tally.same += label.isSame ? 1 : 0
        tally.strayAnswers += isStray ? 1 : 0
      case .merge:
        tally.merges += 1
        tally.strayMerges += isStray ? 1 : 0
      }
      tallies[pattern] = tally
    }
    return tallies
  }

  // MARK: - Counting

  /// How often random pairs have each grade, by column; element 0 counts pairs without a comparison.
  ///
  /// Every pair where there are few, else a fixed sequence of random ones, cut into slices that each
  /// have a seed of their own, so that the counts are the same on any number of cores.
  private func randomCounts() async -> [[Double]] {
    let slices = 16
    let allPairs = mentions * (mentions - 1) / 2
    let counted = await concurrentMap(slices, threads: options.threads) { slice in
      allPairs <= Self.mostRandomPairs
        ? countEveryPair(slice: slice, of: slices)
        : countRandomPairs(Self.mostRandomPairs / slices, seed: UInt64(slice))
    }
    var total = comparers.map { [Int](repeating: 0, count: $0.comparison.grades.count + 1) }
    for counts in counted {
      for column in counts.indices {
        for grade in counts[column].indices { total[column][grade] += counts[column][grade] }
      }
    }
    return total.map { $0.map(Double.init) }
  }

  private func countEveryPair(slice: Int, of slices: Int) -> [[Int]] {
    var counts = comparers.map { [Int](repeating: 0, count: $0.comparison.grades.count + 1) }
    for left in stride(from: slice, to: mentions, by: slices) {
      for right in left + 1..<max(left + 1, mentions) { count(left, right, into: &counts) }
    }
    return counts
  }

  private func countRandomPairs(_ pairs: Int, seed: UInt64) -> [[Int]] {
    var counts = comparers.map { [Int](repeating: 0, count: $0.comparison.grades.count + 1) }
    var generator = SplitMix64(state: seed)
    for _ in 0..<pairs {
      let left = Int(generator.next() % UInt64(mentions))
      let right = Int(generator.next() % UInt64(mentions - 1))
      count(left, right < left ? right : right + 1, into: &counts)
    }
    return counts
  }

  private func count(_ left: Int, _ right: Int, into counts: inout [[Int]]) {
    guard candidates.mayMatch(UInt32(left), UInt32(right)), isCounted(left, right) else { return }
    for column in 0..<comparer.count {
      counts[column][comparer.outcome(column, left, right).grade] += 1
    }
  }

  /// The patterns of the candidate pairs with their counts, ascending, and the pairs counted.
  ///
  /// With very many candidates only one block of *n* counts, *n* times, chosen by its first member.
  private func countPatterns() async -> (patterns: [(ComparisonPattern, Double)], pairs: Int) {
    let stride = max(1, candidates.pairCount / Self.mostTrainingPairs)
    let parts = candidates.parts(of: 100_000)
    let counted = await concurrentMap(parts.count, threads: options.threads) { index in
      var counts: [ComparisonPattern: Int] = [:]
      candidates.forEach(
        in: parts[index],
        where: { stride == 1 || SplitMix64.mixed(UInt64($0)) % UInt64(stride) == 0 }
      ) {
        guard isCounted(Int($0), Int($1)) else { return }
        counts[comparer.pattern(Int($0), Int($1)), default: 0] += 1
      }
      return counts
    }
    var total: [ComparisonPattern: Int] = [:]
    for counts in counted { total.merge(counts, uniquingKeysWith: +) }
    let pairs = total.values.reduce(0, +) * stride
    let patterns = total.map { ($0.key, Double($0.value * stride)) }.sorted { $0.0 < $1.0 }
    return (patterns, pairs)
  }

  // MARK: - Expectation maximization

  /// Where training ended.
  private struct Fit {
    var parameters: Parameters
    var passes = 0
    var change = Double.infinity
    var expectedMatches = 0.0
    var expectedRelated = 0.0
    var labels: MatchModel.LabelCounts?
  }

  private func fit(_ counts: TrainingCounts) -> Fit {
    var fit = Fit(
      parameters: Parameters(comparers, random: counts.random, prior: 1 / Double(counted)))
    while fit.passes < options.maximumPasses, fit.change > 1e-5 {
      let next = fit.parameters.improved(on: counts)
      fit.change = next.parameters.distance(to: fit.parameters)
      fit.parameters = next.parameters
      (fit.expectedMatches, fit.expectedRelated) = (next.expectedMatches, next.expectedRelated)
      fit.passes += 1
    }
    return fit
  }

  private func model(
    _ fit: Fit, _ counts: TrainingCounts, candidatePairs: Int, before: Parameters,
    _ comparison: MatchModel.Training.Comparison
  ) -> MatchModel {
    let parameters = fit.parameters
    let pairs = parameters.pairs(of: counts)
    let columns = comparers.enumerated().map { index, comparer in
      let shipped = comparer.comparison.grades
      let previous = previous?.grades(
        of: comparer.comparison.column, levels: shipped.map(\.level.description))
      return MatchModel.Column(
        column: comparer.comparison.column,
        grades: shipped.indices.map { grade in
          var trained = MatchModel.Grade(
            level: shipped[grade].level.description, m: parameters.m[index][grade + 1],
            u: parameters.u[index][grade + 1], related: parameters.related[index][grade + 1])
          trained.counts = MatchModel.LevelCounts(
            candidates: Int(pairs.candidates[index][grade + 1].rounded()),
            matches: pairs.matches[index][grade + 1],
            random: Int(counts.random[index][grade + 1]),
            mBefore: previous?[grade].m ?? before.m[index][grade + 1],
            uBefore: previous?[grade].u ?? before.u[index][grade + 1])
          return trained
        })
    }
    let random = counts.random.first?.reduce(0, +) ?? 0
    let training = MatchModel.Training(
      isPrior: false, mentions: counted, candidatePairs: candidatePairs, passes: fit.passes,
      hasConverged: fit.change <= 1e-5, lastChange: fit.change,
      expectedMatches: fit.expectedMatches, expectedRelated: fit.expectedRelated,
      randomPairs: Int(random), labels: fit.labels, comparedWith: comparison)
    return MatchModel(
      party: party, prior: parameters.prior, relatedPrior: parameters.relatedPrior,
      columns: columns, training: training)
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): a small generator with a fixed sequence.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// Numbers that look random, one for each number.
  static func mixed(_ number: UInt64) -> UInt64 {
    var z = number
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
