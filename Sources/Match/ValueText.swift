import Vocabulary

/// The values of a pool as Unicode scalars, and as bigrams where they are compared by them.
///
/// Shape: value *i* has the scalars `scalars[ends[i - 1]..<ends[i]]` and the ascending bigram codes
/// `bigrams[bigramEnds[i - 1]..<bigramEnds[i]]`.
struct ValueText: Sendable {
  private var scalars: [UInt32] = []
  private var ends: [Int] = []
  private var bigrams: [UInt32] = []
  private var bigramEnds: [Int] = []

  init(_ pool: ValuePool, withBigrams: Bool) {
    scalars.reserveCapacity(pool.bytes.count)
    ends.reserveCapacity(pool.count)
    for id in 0..<UInt32(pool.count) {
      let start = scalars.count
      for scalar in String(decoding: pool[id], as: UTF8.self).unicodeScalars {
        scalars.append(scalar.value)
      }
      ends.append(scalars.count)
      guard withBigrams else { continue }
      let text = scalars[start...]
      var codes = zip(text, text.dropFirst()).map { $0 &* 0x9E37_79B1 ^ $1 }
      if codes.isEmpty { codes = Array(text) }
      codes.sort()
      bigrams.append(contentsOf: codes)
      bigramEnds.append(bigrams.count)
    }
  }

  private func range(_ ends: [Int], _ id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : ends[Int(id) - 1])..<ends[Int(id)]
  }

  func count(_ id: UInt32) -> Int { range(ends, id).count }

  func jaroWinkler(_ left: UInt32, _ right: UInt32) -> Double {
    let all = scalars.span
    return Match.jaroWinkler(
      all.extracting(range(ends, left)), all.extracting(range(ends, right)))
  }

  func isWithinOneEdit(_ left: UInt32, _ right: UInt32) -> Bool {
    let all = scalars.span
    return Match.isWithinOneEdit(
      all.extracting(range(ends, left)), all.extracting(range(ends, right)))
  }

  func isWithinEdits(_ left: UInt32, _ right: UInt32, most: Int) -> Bool {
    let all = scalars.span
    return Match.isWithinEdits(
      all.extracting(range(ends, left)), all.extracting(range(ends, right)), most: most)
  }

  /// The number of places in which two texts of one length differ; nil when the lengths differ.
  func differences(_ left: UInt32, _ right: UInt32) -> Int? {
    let (a, b) = (range(ends, left), range(ends, right))
    guard a.count == b.count else { return nil }
    return zip(a, b).count { scalars[$0] != scalars[$1] }
  }

  func dice(_ left: UInt32, _ right: UInt32) -> Double {
    Match.dice(bigrams[range(bigramEnds, left)], bigrams[range(bigramEnds, right)])
  }

  /// Whether the shorter text, of at least `length` characters, begins the longer one.
  func isPrefix(_ left: UInt32, _ right: UInt32, length: Int) -> Bool {
    let (a, b) = (range(ends, left), range(ends, right))
    let shared = min(a.count, b.count)
    guard shared >= length else { return false }
    return (0..<shared).allSatisfy { scalars[a.lowerBound + $0] == scalars[b.lowerBound + $0] }
  }
}
