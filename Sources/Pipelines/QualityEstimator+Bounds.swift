extension QualityEstimator {
  typealias Parts = (precision: Interval, recall: Interval, f1: Interval)

  /// The bounds are those of a model that is off either way, and of chance.
  ///
  /// Whether a pair is right depends on the link that made it, and so do others with it; chance moves
  /// them together.
  func modelled(_ tallies: [StratumTally], _ total: Double?, links: Int) -> Parts {
    let middle = ExpectedMatches(tallies, of: total, matches: \.middle)
    let others = [\StratumTally.low, \StratumTally.high].map { path in
      let seen = ExpectedMatches(tallies, of: nil) { $0[keyPath: path] }.seen
      // What is found in total moves with what is found by the rules.
      return ExpectedMatches(tallies, of: total, scale: seen / max(1e-9, middle.seen)) {
        $0[keyPath: path]
      }
    }
    let pairsPerLink = links > 0 ? max(1, middle.made / Double(links)) : 1
    let doubts = ExpectedMatches(tallies, of: nil, matches: \.doubt)
    let bounds = { (rate: (ExpectedMatches) -> Double, doubt: Double, size: Double) in
      let chance = 1.96 * (doubt * pairsPerLink + pairsPerLink * pairsPerLink).squareRoot()
      let rates = others.map(rate)
      return Interval(
        rate(middle),
        others: (rates + [rate(middle)]).flatMap { [$0 - chance / size, $0 + chance / size] }
          .map { min(1, max(0, $0)) })
    }
    let all = max(1, middle.seen + middle.unseen)
    let precision = bounds(\.precision, doubts.right, max(1, middle.made))
    let recall = bounds(\.recall, doubts.right + doubts.apart + middle.unseen, all)
    return (
      precision, recall, bounds(\.f1, doubts.right + doubts.apart + middle.unseen, all)
    )
  }

  /// Strata are independent of each other, so their variances add up (Cochran, 1977).
  func labelled(_ tallies: [StratumTally], _ matches: Double?) -> Parts {
    let sums = ExpectedMatches(tallies, of: matches) { $0.share * $0.pairs }
    var (together, apart) = (0.0, 0.0)
    for (index, tally) in tallies.enumerated() {
      let isTogether = PairStratum.isTogether(index)
      let variance = tally.variance(isTogether: isTogether) * tally.pairs * tally.pairs
      if isTogether { together += variance } else { apart += variance }
    }
    let total = max(1e-9, sums.seen + sums.unseen)
    let recall = sums.recall
    // What no rule found is known by what the rules found, and as uncertain.
    let scale = sums.seen > 0 ? total / sums.seen : 1
    let (inside, outside) = (1 - recall * scale, recall * scale)
    let recallVariance =
      (together * inside * inside + apart * outside * outside) / (total * total)
    let precision = Interval(
      share: sums.precision, variance: together / max(1, sums.made * sums.made))
    let found = Interval(share: recall, variance: recallVariance)
    // As if both were at their bounds together: F1 is not surer than its parts.
    let f1 = Interval(
      sums.f1,
      others: [
        ClusterScores.Rates(precision: precision.low, recall: found.low).f1,
        ClusterScores.Rates(precision: precision.high, recall: found.high).f1,
      ])
    return (precision, found, f1)
  }
}
