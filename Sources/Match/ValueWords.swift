import Foundation
import Vocabulary

/// The words of the values of a column, and how much each of them tells.
///
/// A word tells the more, the fewer mentions have it: of `Ramirez Elementary School` the first says
/// nearly all (inverse document frequency, Spärck Jones 1972).
struct ValueWords: Sendable {
  /// Shape: value *v* has the words `words[starts[v]..<starts[v + 1]]`, numbers in `pool`.
  private var starts: [UInt32] = [0]
  private var words: [UInt32] = []
  private var text = ValueText()
  /// By word: -log2 of the share of mentions that have it.
  private var rarity: [Float] = []
  /// By word: whether it begins with a digit.
  private var isNumber: [Bool] = []

  /// No words at all.
  init() {}

  init(_ column: EvidenceColumn) {
    var pool = ValuePool()
    var reader = WordReader()
    let bytes = column.values.bytes.span
    starts.reserveCapacity(column.values.count + 1)
    for id in 0..<UInt32(column.values.count) {
      reader.read(bytes, column.values.range(of: id))
      let first = words.count
      for word in 0..<reader.count {
        let letters = reader.letters.span
        let number = pool.intern(letters.extracting(reader.range(of: word)))
        if !words[first...].contains(number) { words.append(number) }
      }
      starts.append(UInt32(words.count))
    }
    var counts = [UInt32](repeating: 0, count: pool.count)
    for id in column.ids { for word in words[range(id)] { counts[Int(word)] += 1 } }
    let all = Float(max(1, column.starts.count - 1))
    rarity = counts.map { -log2(max(1, Float($0)) / all) }
    isNumber = (0..<UInt32(pool.count)).map { (0x30...0x39).contains(pool[$0].first ?? 0) }
    text = ValueText(pool, withBigrams: false)
  }

  private func range(_ value: UInt32) -> Range<Int> {
    Int(starts[Int(value)])..<Int(starts[Int(value) + 1])
  }

  /// Whether the words in common are at least a share of the shorter value's, by what they tell.
  ///
  /// Words that are one slip apart, or begin each other, are the same, told less surely. Values that
  /// each have a number of their own are never alike, nor is a single word enough.
  func areAlike(_ left: UInt32, _ right: UInt32, atLeast bound: Double) -> Bool {
    var (a, b) = (range(left), range(right))
    if b.count < a.count { swap(&a, &b) }
    guard a.count >= 2 else { return false }
    var (all, common): (Float, Float) = (0, 0)
    var taken: UInt32 = 0
    var hasOwnNumber = false
    for place in a {
      let word = words[place]
      all += rarity[Int(word)]
      if let match = match(word, b, taken) {
        taken |= 1 << UInt32(match.place - b.lowerBound)
        common += match.bits
      } else {
        hasOwnNumber = hasOwnNumber || isNumber[Int(word)]
      }
    }
    if hasOwnNumber {
      for place in b
      where taken >> UInt32(place - b.lowerBound) & 1 == 0 && isNumber[Int(words[place])] {
        return false
      }
    }
    return taken.nonzeroBitCount >= 2 && Double(common) >= bound * Double(all)
  }

  /// The word of a range that is the same, and what that tells.
  private func match(_ word: UInt32, _ range: Range<Int>, _ taken: UInt32)
    -> (place: Int, bits: Float)?
  {
    for place in range where words[place] == word { return (place, rarity[Int(word)]) }
    guard !isNumber[Int(word)] else { return nil }
    for place in range where taken >> UInt32(place - range.lowerBound) & 1 == 0 {
      let other = words[place]
      let shorter = min(text.count(word), text.count(other))
      guard shorter >= 4, !isNumber[Int(other)] else { continue }
      if text.isWithinOneEdit(word, other) || text.isPrefix(word, other, length: 4) {
        return (place, 0.75 * min(rarity[Int(word)], rarity[Int(other)]))
      }
    }
    return nil
  }
}
