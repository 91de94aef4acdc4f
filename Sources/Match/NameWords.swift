import Vocabulary

/// The words of the names of persons in Latin letters, whichever of them are taken for the surname.
///
/// People have middle names and double surnames, and leave them out; so two names are held against
/// each other word by word.
struct NameWords: Sendable {
  /// What the words of two names have in common.
  enum Agreement: Sendable {
    case none
    /// All words of the one stand in the other, two of them in full.
    case fewer
    /// A word agrees, and another with its initial.
    case initial
    /// All words of the one are like words of the other.
    case alike
  }

  /// A name at a glance.
  private struct Sketch {
    /// A bit for each word in full.
    var words: UInt64 = 0
    var start: UInt32 = 0
    var count: UInt16 = 0
    var hasInitial = false

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private var words: [UInt32] = []
  /// By value.
  private var sketches: [Sketch] = []
  private var text = ValueText()

  /// Longer names are cut.
  private static let mostWords = 8

  /// No names at all.
  init() {}

  init(_ column: EvidenceColumn) {
    var pool = ValuePool()
    sketches = column.persons.map { name in
      var sketch = Sketch(start: UInt32(words.count))
      guard !name.isHan else { return sketch }
      for part in [name.latinGiven, name.latinSurname] where part != 0 {
        for word in column.parts[part].split(separator: 0x20)
        where words.count < Int(sketch.start) + Self.mostWords {
          let number = pool.intern(Array(word).span)
          words.append(number)
          sketch.words |= 1 << (UInt64(number &* 0x9E37_79B1) >> 26)
          sketch.hasInitial = sketch.hasInitial || word.count == 1
        }
      }
      sketch.count = UInt16(words.count - Int(sketch.start))
      return sketch
    }
    text = ValueText(pool, withBigrams: false)
  }

  /// Whether all words of the one name stand in the other, two of them in full.
  func areFewer(_ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (sketches[Int(l)], sketches[Int(r)])
    guard (a.words & b.words).nonzeroBitCount >= 2 else { return false }
    return agreement(a, b) == .fewer
  }

  /// Whether a word agrees, and another with its initial.
  func haveInitial(_ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (sketches[Int(l)], sketches[Int(r)])
    guard a.hasInitial || b.hasInitial else { return false }
    return agreement(a, b) == .initial
  }

  /// Whether all words of the one name are like words of the other.
  func areAlike(_ l: UInt32, _ r: UInt32) -> Bool {
    agreement(sketches[Int(l)], sketches[Int(r)]) == .alike
  }

  private func agreement(_ l: Sketch, _ r: Sketch) -> Agreement {
    let (a, b) = l.count <= r.count ? (l.range, r.range) : (r.range, l.range)
    guard a.count >= 2 else { return .none }
    var open: UInt32 = 1 << UInt32(a.count) - 1
    var free: UInt32 = 1 << UInt32(b.count) - 1
    let full = take(a, b, &open, &free) { $0 == $1 && text.count($0) > 1 }
    let near = open == 0 ? 0 : take(a, b, &open, &free, where: isNear)
    guard full + near > 0 else { return .none }
    let initials = open == 0 ? 0 : take(a, b, &open, &free, where: isInitial)
    guard open == 0 else { return .none }
    if full >= 2, near == 0 { return .fewer }
    if full + near >= 2 { return .alike }
    return initials > 0 ? .initial : .none
  }

  /// Pairs open words of the one name with free ones of the other, and returns how many.
  private func take(
    _ a: Range<Int>, _ b: Range<Int>, _ open: inout UInt32, _ free: inout UInt32,
    where agree: (_ word: UInt32, _ other: UInt32) -> Bool
  ) -> Int {
    var taken = 0
    for i in a where open >> UInt32(i - a.lowerBound) & 1 != 0 {
      for j in b
      where free >> UInt32(j - b.lowerBound) & 1 != 0 && agree(words[i], words[j]) {
        open &= ~(1 << UInt32(i - a.lowerBound))
        free &= ~(1 << UInt32(j - b.lowerBound))
        taken += 1
        break
      }
    }
    return taken
  }

  /// A slip, or a part of a double surname that is written as one word.
  private func isNear(_ word: UInt32, _ other: UInt32) -> Bool {
    let shorter = min(text.count(word), text.count(other))
    guard shorter >= 4 else { return shorter == 3 && text.isSimilar(word, other, atLeast: 0.88) }
    return text.isWithinOneEdit(word, other) || text.isSimilar(word, other, atLeast: 0.88)
      || text.isPrefix(word, other, length: 4) || text.isSuffix(word, other, length: 4)
  }

  private func isInitial(_ word: UInt32, _ other: UInt32) -> Bool {
    min(text.count(word), text.count(other)) == 1 && text.first(word) == text.first(other)
  }
}
