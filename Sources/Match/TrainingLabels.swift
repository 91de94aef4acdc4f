/// A pair of mentions of which somebody knows whether they are one party.
package struct LabelledPair: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// A person looked at the pair and answered, one way or the other.
    case answer
    /// The users of a system merged the two; such labels only ever say the same.
    case merge
  }

  package var left: UInt32
  package var right: UInt32
  package var isSame: Bool
  package var source: Source

  package init(left: UInt32, right: UInt32, isSame: Bool, source: Source) {
    self.left = left
    self.right = right
    self.isSame = isSame
    self.source = source
  }
}

/// What training is told beside the evidence.
package struct TrainingLabels: Sendable {
  /// Each pair once.
  package var pairs: [LabelledPair] = []
  /// By mention: whether it is there for its labels alone and counts nowhere else; empty: none is.
  package var isLabelOnly: [Bool] = []

  package init() {}

  /// The pairs by kind; nil where there are none.
  var counts: MatchModel.LabelCounts? {
    guard !pairs.isEmpty else { return nil }
    return MatchModel.LabelCounts(
      same: pairs.count { $0.source == .answer && $0.isSame },
      different: pairs.count { $0.source == .answer && !$0.isSame },
      merged: pairs.count { $0.source == .merge })
  }
}

/// What the labels say about patterns.
///
/// People answer doubtful pairs, and vendors' users merge obvious ones, so neither is a fair sample of
/// the matches. But of the pairs of one pattern, those with a label are like the others: the share of
/// matches among them speaks for all, against the model's own opinion, which counts like a few answers
/// itself. How far one answer reaches is bounded, so that an odd one overthrows nothing. Merges never
/// say different, so they speak for themselves alone, and together only for a small part of the
/// matches.
struct PatternLabels: Sendable {
  /// The labels of one pattern.
  struct Tally: Sendable {
    var answers = 0.0
    var same = 0.0
    var merges = 0.0
    /// Of these, those about pairs that are no candidates.
    var strayAnswers = 0.0
    var strayMerges = 0.0
  }

  /// So many answers the model's opinion about a pattern is worth.
  private static let opinion = 4.0
  /// The share of the expected matches that one answer speaks for at most.
  private static let reach = 0.01
  /// The share of the expected matches that all merges together count for at most.
  private static let mergedShare = 0.1

  private let tallies: [Tally]
  /// By pattern: the place of its tally, 0 for none.
  private let places: [UInt32]
  private let mostPairs: Double
  private let mergeWeight: Double

  /// No label.
  static let none = PatternLabels()

  private init() {
    (tallies, places) = ([], [])
    (mostPairs, mergeWeight) = (0, 0)
  }

  /// Adds the labels to the patterns of the candidates.
  ///
  /// - Parameters:
  ///   - labels: By pattern.
  ///   - patterns: The patterns of the candidates, ascending; labelled pairs beyond them are added.
  ///   - expectedMatches: Without labels.
  init(
    _ labels: [ComparisonPattern: Tally],
    _ patterns: inout [(ComparisonPattern, Double)], expectedMatches: Double
  ) {
    let merges = labels.values.reduce(0.0) { $0 + $1.merges }
    mergeWeight = merges > 0 ? min(1, Self.mergedShare * expectedMatches / merges) : 0
    mostPairs = max(1, Self.reach * expectedMatches)
    let known = Set(patterns.map(\.0))
    patterns += labels.keys.filter { !known.contains($0) }.map { ($0, 0) }
    patterns.sort { $0.0 < $1.0 }
    var tallies = [Tally()]
    var places = [UInt32](repeating: 0, count: patterns.count)
    for (index, pattern) in patterns.enumerated() {
      guard let own = labels[pattern.0] else { continue }
      places[index] = UInt32(tallies.count)
      tallies.append(own)
      patterns[index].1 += own.strayAnswers + mergeWeight * own.strayMerges
    }
    self.tallies = tallies
    self.places = places
  }

  /// The probabilities that a pair of a pattern is a match, and of related parties, as labels have it.
  ///
  /// - Parameters:
  ///   - classes: As the model has it.
  ///   - place: The pattern's place among the patterns.
  ///   - count: The pairs of the pattern.
  /// - Returns: The probabilities, and how many of the pairs are no pairs of this data.
  func corrected(
    _ classes: (match: Double, related: Double), at place: Int, of count: Double
  ) -> (match: Double, related: Double, strays: Double) {
    guard !places.isEmpty, places[place] != 0, count > 0 else {
      return (classes.match, classes.related, 0)
    }
    let tally = tallies[Int(places[place])]
    let weight = min(count / (Self.opinion + tally.answers), mostPairs)
    var matches = count * classes.match
    matches += weight * (tally.same - tally.answers * classes.match)
    matches += mergeWeight * tally.merges * (1 - classes.match)
    let match = min(1, max(0, matches / count))
    let rest = 1 - classes.match
    // Where the model knew of matches only, what is none is held to be related.
    let related = rest > 1e-9 ? classes.related / rest : 1
    return (match, related * (1 - match), mergeWeight * tally.strayMerges)
  }
}
