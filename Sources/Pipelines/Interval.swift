import Foundation

/// An estimated share with the bounds that it lies between.
package struct Interval: Hashable, Sendable, Codable {
  package var value: Double
  package var low: Double
  package var high: Double

  /// How many standard errors hold 95 % of a normal distribution.
  static let z = 1.959_964

  /// - Parameters:
  ///   - value: The estimate.
  ///   - others: What it might be as well.
  init(_ value: Double, others: [Double]) {
    self.value = value
    low = others.reduce(value, min)
    high = others.reduce(value, max)
  }

  /// The 95 % interval of a share with a given variance (Wilson, 1927).
  ///
  /// The variance of a stratified sample is that of a simple one of some other size; the interval of
  /// that size does not leave 0...1, and has a width where all answers are the same.
  init(share: Double, variance: Double) {
    value = min(1, max(0, share))
    let z = Self.z
    guard variance > 0 else {
      (low, high) = (value, value)
      return
    }
    let size = max(1, max(value * (1 - value), 1e-4) / variance)
    let scale = 1 + z * z / size
    let middle = (value + z * z / (2 * size)) / scale
    let half = z / scale * (value * (1 - value) / size + z * z / (4 * size * size)).squareRoot()
    low = max(0, min(value, middle - half))
    high = min(1, max(value, middle + half))
  }

  /// The same estimate with bounds further out, within 0...1.
  func widened(by margin: Double) -> Interval {
    Interval(value, others: [max(0, low - margin), min(1, high + margin)])
  }
}
