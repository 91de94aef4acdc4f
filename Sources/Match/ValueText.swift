import Vocabulary

/// The values of a pool as characters, and as bigrams where they are compared by them.
///
/// What tells most values apart lies in one place for each value, so that a comparison waits for memory
/// once a side.
struct ValueText: Sendable {
  /// The characters of a value at a glance.
  private struct Sketch {
    /// A bit for each kind of character.
    var letters: UInt64 = 0
    /// Where its scalars stand.
    var start: UInt32
    var count: UInt32 = 0

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// The bigrams of a value at a glance.
  private struct BigramSketch {
    /// A bit for each kind of bigram.
    var kinds = SIMD2<UInt64>()
    /// Where its codes stand, which ascend.
    var start: UInt32
    var count: UInt32 = 0

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private let scalars: TextUnits
  private var bigrams: [UInt32] = []
  /// By value.
  private var sketches: [Sketch] = []
  private var bigramSketches: [BigramSketch] = []

  /// No text at all, where a column is never compared by it.
  init() { scalars = TextUnits(ascii: []) }

  init(_ pool: ValuePool, withBigrams: Bool) {
    let bytes = pool.bytes.span
    var all: UInt8 = 0
    for place in bytes.indices { all |= bytes[place] }
    let isASCII = all < 0x80
    var decoded: [UInt32] = []
    if !isASCII { decoded.reserveCapacity(pool.bytes.count) }
    sketches.reserveCapacity(pool.count)
    for id in 0..<UInt32(pool.count) {
      let range = pool.range(of: id)
      var sketch = Sketch(start: UInt32(isASCII ? range.lowerBound : decoded.count))
      if isASCII {
        for place in range { sketch.letters |= Self.letter(UInt32(bytes[place])) }
        sketch.count = UInt32(range.count)
      } else {
        sketch.letters = Self.decode(bytes, range, into: &decoded)
        sketch.count = UInt32(decoded.count) - sketch.start
      }
      sketches.append(sketch)
    }
    scalars = isASCII ? TextUnits(ascii: pool.bytes) : TextUnits(decoded)
    guard withBigrams else { return }
    bigramSketches.reserveCapacity(pool.count)
    bigrams.reserveCapacity(pool.bytes.count)
    for sketch in sketches { addBigrams(of: sketch.range) }
  }

  /// The bit of a kind of character.
  private static func letter(_ scalar: UInt32) -> UInt64 {
    1 << UInt64((scalar < 0x80 ? scalar : (scalar &* 0x9E37_79B1) >> 26) & 63)
  }

  /// Adds the scalars of valid UTF-8, and returns a bit for each kind of character.
  private static func decode(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into scalars: inout [UInt32]
  ) -> UInt64 {
    var letters: UInt64 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let first = UInt32(bytes[index])
      index += 1
      var scalar = first
      if first >= 0x80 {
        let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        scalar = first & (0x3F >> UInt32(more))
        for _ in 0..<more where index < range.upperBound {
          scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
          index += 1
        }
      }
      scalars.append(scalar)
      letters |= letter(scalar)
    }
    return letters
  }

  private mutating func addBigrams(of text: Range<Int>) {
    let first = bigrams.count
    for index in text.dropLast() {
      bigrams.append(scalars[index] &* 0x9E37_79B1 ^ scalars[index + 1])
    }
    if text.count == 1 { bigrams.append(scalars[text.lowerBound]) }
    bigrams[first...].sort()
    var sketch = BigramSketch(start: UInt32(first), count: UInt32(bigrams.count - first))
    for code in bigrams[first...] {
      let kind = (code &* 0x85EB_CA6B) >> 25
      sketch.kinds[Int(kind >> 6)] |= 1 << UInt64(kind & 63)
    }
    bigramSketches.append(sketch)
  }

  private func range(_ id: UInt32) -> Range<Int> { sketches[Int(id)].range }

  func count(_ id: UInt32) -> Int { Int(sketches[Int(id)].count) }

  /// Whether the Jaro-Winkler similarity reaches a bound.
  func isSimilar(_ left: UInt32, _ right: UInt32, atLeast bound: Double) -> Bool {
    let (a, b) = (range(left), range(right))
    guard mostJaro(left, right, a.count, b.count) >= 1 - (1 - bound) / 0.6 else { return false }
    return scalars.isSimilar(a, b, atLeast: bound)
  }

  /// What the Jaro similarity of two values cannot exceed: characters of a kind that the other lacks
  /// match nothing.
  private func mostJaro(_ left: UInt32, _ right: UInt32, _ n: Int, _ m: Int) -> Double {
    guard n > 0, m > 0, n <= 64, m <= 64 else { return 1 }
    let (a, b) = (sketches[Int(left)].letters, sketches[Int(right)].letters)
    let common = min(n - (a & ~b).nonzeroBitCount, m - (b & ~a).nonzeroBitCount)
    guard common > 0 else { return 0 }
    let matches = Double(common)
    return (matches / Double(n) + matches / Double(m) + 1) / 3
  }

  func isWithinOneEdit(_ left: UInt32, _ right: UInt32) -> Bool {
    isWithinOneEdit(left, of: self, right)
  }

  /// Whether a value of this text is at most one edit away from a value of another.
  func isWithinOneEdit(_ left: UInt32, of other: ValueText, _ right: UInt32) -> Bool {
    // One edit takes away and adds at most one kind of character each.
    guard (sketches[Int(left)].letters ^ other.sketches[Int(right)].letters).nonzeroBitCount <= 2
    else {
      return false
    }
    return scalars.isWithinOneEdit(range(left), of: other.scalars, other.range(right))
  }

  func isWithinEdits(_ left: UInt32, _ right: UInt32, most: Int) -> Bool {
    guard (sketches[Int(left)].letters ^ sketches[Int(right)].letters).nonzeroBitCount <= 2 * most
    else {
      return false
    }
    return scalars.isWithinEdits(range(left), range(right), most: most)
  }

  /// Whether two texts of one length differ in at most so many places.
  func isWithinDifferences(_ left: UInt32, _ right: UInt32, most: Int) -> Bool {
    let (a, b) = (range(left), range(right))
    guard a.count == b.count else { return false }
    var differences = 0
    for offset in 0..<a.count
    where scalars[a.lowerBound + offset] != scalars[b.lowerBound + offset] {
      differences += 1
      if differences > most { return false }
    }
    return true
  }

  /// Whether two texts of one length are alike, character by character.
  func isAlike(
    _ left: UInt32, _ right: UInt32, _ alike: (_ a: UInt32, _ b: UInt32) -> Bool
  ) -> Bool {
    let (a, b) = (range(left), range(right))
    return a.count == b.count
      && (0..<a.count).allSatisfy { alike(scalars[a.lowerBound + $0], scalars[b.lowerBound + $0]) }
  }

  /// Whether two texts of one length differ in one character, which is alike.
  func isOneSlip(
    _ left: UInt32, _ right: UInt32, _ alike: (_ a: UInt32, _ b: UInt32) -> Bool
  ) -> Bool {
    left != right && isWithinDifferences(left, right, most: 1)
      && isAlike(left, right) { $0 == $1 || alike($0, $1) }
  }

  /// Whether the Dice coefficient of the bigrams reaches a bound.
  func isAlike(_ left: UInt32, _ right: UInt32, atLeast bound: Double) -> Bool {
    let (one, other) = (bigramSketches[Int(left)], bigramSketches[Int(right)])
    let (a, b) = (one.range, other.range)
    let (onlyA, onlyB) = (one.kinds & ~other.kinds, other.kinds & ~one.kinds)
    let most = min(
      a.count - onlyA[0].nonzeroBitCount - onlyA[1].nonzeroBitCount,
      b.count - onlyB[0].nonzeroBitCount - onlyB[1].nonzeroBitCount)
    guard 2 * Double(most) >= bound * Double(a.count + b.count) else { return false }
    return dice(bigrams.span.extracting(a), bigrams.span.extracting(b)) >= bound
  }

  /// Whether two texts begin with the same number.
  func hasSameNumber(_ left: UInt32, _ right: UInt32) -> Bool {
    let (a, b) = (range(left), range(right))
    var offset = 0
    while offset < min(a.count, b.count) {
      let scalar = scalars[a.lowerBound + offset]
      guard scalar == scalars[b.lowerBound + offset] else { return false }
      if scalar == 0x20 { return offset > 0 }
      if offset == 0, !(0x30...0x39).contains(scalar) { return false }
      offset += 1
    }
    return false
  }

  /// Whether two names are one, word by word: with words left out behind, initials for words, and
  /// words of three letters and more that are cut short.
  func isAbbreviated(_ left: UInt32, _ right: UInt32) -> Bool {
    var a = range(left)
    var b = range(right)
    guard !a.isEmpty, !b.isEmpty else { return false }
    while !a.isEmpty, !b.isEmpty {
      let (x, y) = (word(&a), word(&b))
      guard x.count == y.count || min(x.count, y.count) == 1 || min(x.count, y.count) >= 3 else {
        return false
      }
      for offset in 0..<min(x.count, y.count)
      where scalars[x.lowerBound + offset] != scalars[y.lowerBound + offset] {
        return false
      }
    }
    return true
  }

  /// Whether two different names begin with the same word, in full, and are one word by word.
  func hasFewerWords(_ left: UInt32, _ right: UInt32) -> Bool {
    var (a, b) = (range(left), range(right))
    let (x, y) = (word(&a), word(&b))
    guard x.count >= 2, x.count == y.count, first(left) == first(right) else { return false }
    return isAbbreviated(left, right)
      && (0..<x.count).allSatisfy { scalars[x.lowerBound + $0] == scalars[y.lowerBound + $0] }
  }

  /// Whether the first word of a name is a single letter.
  func beginsWithInitial(_ id: UInt32) -> Bool {
    var range = range(id)
    return word(&range).count == 1
  }

  /// Whether two names have a word of at least three letters in common.
  func sharesWord(_ left: UInt32, _ right: UInt32) -> Bool {
    var a = range(left)
    while !a.isEmpty {
      let x = word(&a)
      var b = range(right)
      while x.count >= 3, !b.isEmpty {
        let y = word(&b)
        if x.count == y.count,
          (0..<x.count).allSatisfy({ scalars[x.lowerBound + $0] == scalars[y.lowerBound + $0] })
        {
          return true
        }
      }
    }
    return false
  }

  /// Takes the first word off a text.
  private func word(_ range: inout Range<Int>) -> Range<Int> {
    let start = range.lowerBound
    var end = start
    while end < range.upperBound, scalars[end] != 0x20, scalars[end] != 0x2D { end += 1 }
    range = min(end + 1, range.upperBound)..<range.upperBound
    return start..<end
  }

  /// Whether the shorter text, of at least `length` characters, ends the longer one.
  func isSuffix(_ left: UInt32, _ right: UInt32, length: Int) -> Bool {
    let (a, b) = (range(left), range(right))
    let shared = min(a.count, b.count)
    guard shared >= length else { return false }
    for offset in 1...shared
    where scalars[a.upperBound - offset] != scalars[b.upperBound - offset] {
      return false
    }
    return true
  }

  /// Whether two texts have the same digits and Chinese numerals, one after the other.
  func hasSameNumbers(_ left: UInt32, _ right: UInt32) -> Bool {
    var (a, b) = (range(left), range(right))
    while true {
      while let first = a.first, !Self.isNumeral(scalars[first]) { a.removeFirst() }
      while let first = b.first, !Self.isNumeral(scalars[first]) { b.removeFirst() }
      guard let x = a.first, let y = b.first else { return a.isEmpty && b.isEmpty }
      guard scalars[x] == scalars[y] else { return false }
      a.removeFirst()
      b.removeFirst()
    }
  }

  private static func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39: true
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }

  /// The first character; 0 where there is none.
  func first(_ id: UInt32) -> UInt32 {
    let range = range(id)
    return range.isEmpty ? 0 : scalars[range.lowerBound]
  }

  /// Whether the shorter text, of at least `length` characters, begins the longer one.
  func isPrefix(_ left: UInt32, _ right: UInt32, length: Int) -> Bool {
    let (a, b) = (range(left), range(right))
    let shared = min(a.count, b.count)
    guard shared >= length else { return false }
    for offset in 0..<shared
    where scalars[a.lowerBound + offset] != scalars[b.lowerBound + offset] {
      return false
    }
    return true
  }
}
