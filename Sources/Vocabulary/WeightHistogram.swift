/// How many candidate pairs have which match weight.
///
/// Shape: `counts[i]` pairs have a weight from `lowest + i * width` bits up to the next bound. Weights
/// beyond either end are counted in the first or the last bucket; so are, in the first, pairs that were
/// left as soon as they could no longer reach the second bucket.
package struct WeightHistogram: Hashable, Codable, Sendable {
  /// The lower bound of the first bucket, in bits: a probability of one in a thousand.
  package static let lowest: Float = -10
  /// The width of a bucket, in bits.
  package static let width: Float = 0.5
  private static let buckets = 121

  package private(set) var counts: [Int]

  package init() { counts = [Int](repeating: 0, count: Self.buckets) }

  /// Counts a pair of the given weight, in bits.
  package mutating func add(_ weight: Float) {
    let place = (weight - Self.lowest) / Self.width
    counts[place > 0 ? min(Self.buckets - 1, Int(place)) : 0] += 1
  }

  /// Counts pairs that are known to be below the second bucket.
  package mutating func addLowest(_ pairs: Int) { counts[0] += pairs }

  package mutating func merge(_ other: Self) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// The lower bound of a bucket, in bits.
  package static func bound(of bucket: Int) -> Float { lowest + Float(bucket) * width }
}
