import Vocabulary

extension ScoreBounds {
  /// The Wilson score interval at 95 % (Wilson, 1927).
  ///
  /// - Parameters:
  ///   - share: The observed share of passed units.
  ///   - size: The number of units, or the size that their clustering leaves of it; positive.
  /// - Returns: The bounds, within 0...1.
  static func wilson(share: Double, size: Double) -> ScoreBounds {
    let z = 1.959_963_984_540_054
    let zz = z * z
    let denominator = 1 + zz / size
    let center = share + zz / (2 * size)
    let spread = z * ((share * (1 - share) + zz / (4 * size)) / size).squareRoot()
    return ScoreBounds(
      lower: max(0, (center - spread) / denominator),
      upper: min(1, (center + spread) / denominator))
  }
}
