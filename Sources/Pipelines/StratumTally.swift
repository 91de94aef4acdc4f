/// What is known about one stratum.
struct StratumTally {
  /// Pairs, and the matches that the model expects of them three ways.
  var pairs = 0.0
  /// Pairs that answers speak for.
  var reach = 0.0
  var low = 0.0
  var middle = 0.0
  var high = 0.0
  /// The variance of their number by chance, were each match on its own.
  var doubt = 0.0
  var answered = 0
  var same = 0
  /// Of the answered, by the pairs that each speaks for.
  var weight = 0.0
  var squares = 0.0
  var sameWeight = 0.0

  /// By how much a model may undercount matches that are rare.
  private static let rarity = 8.0

  var modelShare: Double { pairs > 0 ? middle / pairs : 0 }

  /// The share of matches: that of the answers, with the model's guess worth one of them.
  var share: Double {
    guard answered > 0 else { return modelShare }
    let unit = weight / Double(answered)
    return (sameWeight + modelShare * unit) / (weight + unit)
  }

  /// The matches: those that the answers tell of, else those that the model expects.
  var matches: Double { answered > 0 ? share * reach : middle }

  /// The variance of the share.
  ///
  /// Without answers that of a guess which is off as far as the model's bounds are apart. Where all
  /// answers say the same there is still a doubt, worth one answer: together, that of a model which is
  /// off; apart, where pairs are many and matches rare, that of a model which is off further.
  ///
  /// - Parameter isTogether: Whether being wrong means that pairs are no matches.
  /// - Returns: The square of the standard error.
  func variance(isTogether: Bool) -> Double {
    guard pairs > 0 else { return 0 }
    guard answered > 0 else {
      let spread = (high - low) / pairs / 4
      return spread * spread
    }
    let size = weight * weight / squares  // answers of equal weight that would tell as much
    let doubt = isTogether ? low / pairs : min(0.5, Self.rarity * modelShare)
    let share = (sameWeight / weight * size + doubt) / (size + 1)
    return Double(answered) >= pairs ? 0 : share * (1 - share) / (size + 1)
  }
}

/// Expected matches, summed up.
struct ExpectedMatches {
  var made = 0.0
  var right = 0.0
  var apart = 0.0
  var unseen = 0.0

  /// - Parameters:
  ///   - tallies: By stratum.
  ///   - total: The estimated number of all matches.
  ///   - scale: What the total is multiplied by.
  ///   - matches: The matches of a stratum.
  init(
    _ tallies: [StratumTally], of total: Double?, scale: Double = 1,
    matches: (StratumTally) -> Double
  ) {
    for (index, tally) in tallies.enumerated() {
      if PairStratum.isTogether(index) {
        made += tally.pairs
        right += matches(tally)
      } else {
        apart += matches(tally)
      }
    }
    unseen = max(0, (total ?? 0) * scale - right - apart)
  }

  var seen: Double { right + apart }

  var precision: Double { made > 0 ? right / made : 1 }
  var recall: Double { right + apart + unseen > 0 ? right / (right + apart + unseen) : 1 }
  var f1: Double { ClusterScores.Rates(precision: precision, recall: recall).f1 }
}
