extension QualityEstimator {
  typealias Parts = (precision: Interval, recall: Interval, f1: Interval)

  /// The bounds are those of a model that is off either way, and of chance.
  ///
  /// Whether a pair is right depends on the link that made it, and so do others with it; chance moves
  /// them together.
  func modelled(_ tallies: [StratumTally], _ total: CaptureHistory.Total?, links: Int) -> Parts {
    let middle = ExpectedMatches(tallies, of: total?.matches, matches: \.middle)
    let others = [\StratumTally.low, \StratumTally.high].map { path in
      let seen = ExpectedMatches(tallies, of: nil) { $0[keyPath: path] }.seen
      // What is found in total moves with what is found by the rules.
      return ExpectedMatches(
        tallies, of: total?.matches, scale: seen / max(1e-9, middle.seen)
      ) { $0[keyPath: path] }
    }
    let unit = Self.pairsPerLink(middle, links: links)
    let doubts = ExpectedMatches(tallies, of: nil, matches: \.doubt)
    let inside = (doubts.right * unit + unit * unit).squareRoot() / max(1, middle.made)
    let all =
      (doubts.seen * unit + unit * unit + (total?.variance ?? 0)).squareRoot()
      / max(1, middle.seen + middle.unseen)
    let bounds = { (rate: (ExpectedMatches) -> Double, error: Double) in
      Interval(rate(middle), others: others.map(rate)).widened(by: Interval.z * error)
    }
    return (bounds(\.precision, inside), bounds(\.recall, all), bounds(\.f1, all))
  }

  /// How many pairs stand and fall together.
  private static func pairsPerLink(_ matches: ExpectedMatches, links: Int) -> Double {
    links > 0 ? max(1, matches.made / Double(links)) : 1
  }

  /// Strata are independent of each other, so their variances add up (Cochran, 1977).
  func labelled(_ tallies: [StratumTally], _ matches: CaptureHistory.Total?, links: Int) -> Parts {
    let sums = ExpectedMatches(tallies, of: matches?.matches, matches: \.matches)
    var (together, apart) = (0.0, 0.0)
    for (index, tally) in tallies.enumerated() {
      let isTogether = PairStratum.isTogether(index)
      let size = tally.answered > 0 ? tally.reach : tally.pairs
      let variance = tally.variance(isTogether: isTogether) * size * size
      if isTogether { together += variance } else { apart += variance }
    }
    let total = max(1e-9, sums.seen + sums.unseen)
    let recall = sums.recall
    // What no rule found is known by what the rules found, and as uncertain.
    let scale = sums.seen > 0 ? total / sums.seen : 1
    let (inside, outside) = (1 - recall * scale, recall * scale)
    let recallVariance =
      (together * inside * inside + apart * outside * outside
        + recall * recall * (matches?.variance ?? 0)) / (total * total)
    let unit = Self.pairsPerLink(sums, links: links)
    let precision = Interval(
      share: sums.precision, variance: together / max(1, sums.made * sums.made)
    ).widened(by: unit / max(1, sums.made))
    let found = Interval(share: recall, variance: recallVariance).widened(by: unit / max(1, total))
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
