import Vocabulary

/// How good a threshold is by the model's own probabilities, without labels.
///
/// Of the pairs from the threshold on, Σ(1 − p) are expected to be wrong; of all matches among the
/// candidate pairs, Σp below the threshold are expected to be missed (the false discovery and false
/// negative rates of Enamorado, Fifield and Imai 2019). The estimate is as good as the model is.
struct ErrorEstimate: Sendable {
  /// What is expected of the pairs from a threshold on.
  struct Point: Hashable, Sendable {
    var threshold: MatchWeight
    var pairs: Double
    /// The share of them that are matches; nil where there is no pair.
    var precision: Double?
    /// The share of all expected matches that they hold; nil where none is expected.
    var recall: Double?
  }

  /// Shape: element *i* is about the pairs from the lower bound of bucket *i* on; the last is 0.
  private var pairs: [Double]
  private var matches: [Double]

  init(_ histogram: WeightHistogram) {
    let counts = histogram.counts
    pairs = [Double](repeating: 0, count: counts.count + 1)
    matches = pairs
    for bucket in counts.indices.reversed() {
      let count = Double(counts[bucket])
      // The first bucket holds all that is far below; its middle would make matches of millions.
      let middle = Double(WeightHistogram.bound(of: bucket) + WeightHistogram.width / 2)
      let probability = bucket == 0 ? 0 : MatchWeight(bits: middle).probability.value
      pairs[bucket] = pairs[bucket + 1] + count
      matches[bucket] = matches[bucket + 1] + count * probability
    }
  }

  /// The matches that are expected among the candidate pairs.
  var expectedMatches: Double { matches[0] }

  /// The estimate for a threshold; within a bucket pairs are held to lie evenly.
  func point(at threshold: MatchWeight) -> Point {
    let last = Double(pairs.count - 1)
    let offset = (threshold.bits - Double(WeightHistogram.lowest)) / Double(WeightHistogram.width)
    let place = offset > 0 ? min(offset, last) : 0
    let bucket = min(Int(place), pairs.count - 2)
    let rest = 1 - (place - Double(bucket))
    let kept = pairs[bucket + 1] + rest * (pairs[bucket] - pairs[bucket + 1])
    let right = matches[bucket + 1] + rest * (matches[bucket] - matches[bucket + 1])
    return Point(
      threshold: threshold, pairs: kept, precision: kept > 0 ? right / kept : nil,
      recall: expectedMatches > 0 ? right / expectedMatches : nil)
  }
}
