import Vocabulary

/// Counts of one scope and line, with the sums that tell how alike the units of one record are.
struct TallySums: Equatable, Sendable {
  var units = 0
  var excluded = 0
  var passed = 0
  /// Records with at least one scored unit.
  var records = 0
  /// Σ s², Σ s·p and Σ p² over records, s being the scored and p the passed units of one record.
  var scoredSquares = 0
  var mixedProducts = 0
  var passedSquares = 0

  var scored: Int { units - excluded }

  static func += (left: inout Self, right: Self) {
    left.units += right.units
    left.excluded += right.excluded
    left.passed += right.passed
    left.records += right.records
    left.scoredSquares += right.scoredSquares
    left.mixedProducts += right.mixedProducts
    left.passedSquares += right.passedSquares
  }

  /// The 95 % bounds of the score, nil where nothing was scored.
  var bounds: ScoreBounds? {
    guard scored > 0 else { return nil }
    return .wilson(share: Double(passed) / Double(scored), size: effectiveSize)
  }

  /// The number of independent units that carry as much as the scored ones do.
  ///
  /// The units of one record fail together, so the variance of the score is taken over records
  /// (the ratio estimator of cluster sampling; Cochran, 1977, 6.13) and compared with that of
  /// independent units. Where all units agree it cannot be estimated, and the records count.
  var effectiveSize: Double {
    let size = Double(scored)
    guard records > 1 else { return Double(records) }
    guard passed > 0, passed < scored else { return min(size, Double(records)) }
    let share = Double(passed) / size
    let spread =
      Double(passedSquares) - 2 * share * Double(mixedProducts)
      + share * share * Double(scoredSquares)
    let clustered = spread * Double(records) / Double(records - 1) / (size * size)
    let independent = share * (1 - share) / size
    return size / max(1, clustered / independent)
  }
}
