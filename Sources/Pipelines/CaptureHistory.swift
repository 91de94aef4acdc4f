/// How many matches the blocking rules found, by which rules found them.
///
/// Two sets of rules that look at different columns find matches independently of each other, more or
/// less. Then of those that one set finds the other finds the same share as of all, which tells how many
/// both miss (Petersen 1896, Lincoln 1930).
struct CaptureHistory {
  /// The estimated number of all matches, found or not.
  struct Total: Hashable, Sendable {
    var matches: Double
    var variance: Double
  }

  /// By set of rules, as bits: the expected matches that exactly these rules found.
  private var matches: [UInt64: Double] = [:]
  /// By rule, as bits: the units of columns that it looks at.
  private let rules: [UInt64]

  /// All rules from this one on are told by one bit, and look at the columns of all of them.
  private static let lastRule = 63
  /// Columns beyond this number are not told apart.
  private static let mostUnits = 12

  /// - Parameter rules: By blocking rule, the columns that it looks at; columns that move together
  ///   under one number.
  init(rules: [[Int]]) {
    let units = Set(rules.joined()).sorted()
    let place = Dictionary(uniqueKeysWithValues: zip(units, units.indices))
    let sets = rules.map { columns in
      columns.reduce(UInt64(0)) { $0 | 1 << UInt64(min(Self.mostUnits - 1, place[$1] ?? 0)) }
    }
    let last = sets.dropFirst(Self.lastRule)
    self.rules = sets.prefix(Self.lastRule) + (last.isEmpty ? [] : [last.reduce(0, |)])
  }

  /// Adds expected matches that exactly these rules found.
  mutating func add(_ expected: Double, rules: UInt64) {
    if rules != 0 { matches[rules, default: 0] += expected }
  }

  /// The expected matches that some rule found.
  var found: Double { sorted.reduce(0) { $0 + $1.expected } }

  private var sorted: [(rules: UInt64, expected: Double)] {
    matches.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The estimated number of all matches; nil where there are not two ways to find them.
  ///
  /// Of all ways to part the columns in two, the one whose sides have the most matches in common
  /// leaves the least to guess.
  var total: Total? {
    // By the sets of columns alone: many sets of rules are one.
    var histories: [Set<UInt64>: Double] = [:]
    for (found, expected) in sorted {
      let sets = rules.indices.filter { found >> UInt64($0) & 1 == 1 }.map { rules[$0] }
      histories[Set(sets), default: 0] += expected
    }
    let known = histories.map { (sets: $0.key.sorted(), expected: $0.value) }
      .sorted { $0.sets.lexicographicallyPrecedes($1.sets) }
    let all = rules.reduce(0, |)
    var best = (both: 0.0, one: 0.0, two: 0.0)
    // The lowest unit stays on one side: the two sides have no order.
    let lowest = all & (0 &- all)
    var side = lowest
    while side != 0, side != all {
      let other = all & ~side
      var (one, two, both) = (0.0, 0.0, 0.0)
      for history in known {
        let isOne = history.sets.contains { $0 & other == 0 }
        let isTwo = history.sets.contains { $0 & side == 0 }
        if isOne { one += history.expected }
        if isTwo { two += history.expected }
        if isOne, isTwo { both += history.expected }
      }
      if both > best.both { best = (both, one, two) }
      side = next(after: side, within: all, holding: lowest)
    }
    // A few matches in common say nothing.
    guard best.both >= Self.leastCommon else { return nil }
    let (one, two, both) = (best.one, best.two, best.both)
    return Total(
      matches: max(found, one * two / both),
      // Of the estimator, after Seber (1982), without the corrections for small numbers.
      variance: one * two * (one - both) * (two - both) / (both * both * both))
  }

  private static let leastCommon = 10.0

  /// The next subset, in the order of the numbers; 0 after the last.
  private func next(after side: UInt64, within all: UInt64, holding lowest: UInt64) -> UInt64 {
    let next = ((side | ~all) &+ 1) & all
    return next == 0 ? 0 : next | lowest
  }
}
