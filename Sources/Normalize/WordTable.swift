/// Words and what each stands for, found without a copy of the text that is looked for.
///
/// Words are scalars. Open addressing over one buffer of all words.
struct WordTable<Value: Sendable>: Sendable {
  private var scalars: [UInt32] = []
  private var ends: [Int] = []
  private(set) var values: [Value] = []
  /// The upper half of a word's hash above its number plus one; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 16)
  /// One bit for the ends and the length of every word, eight times as many as slots.
  ///
  /// Most words that are asked for are none, and most of them end here.
  private var sieve = [UInt64](repeating: 0, count: 2)
  /// The length of the longest word.
  private(set) var longest = 0

  init() {}

  init(_ words: some Sequence<(word: String, value: Value)>) {
    for (word, value) in words {
      let letters = word.unicodeScalars.map(\.value)
      self[letters.span] = value
    }
  }

  /// What a word stands for; nil when the table does not hold it.
  subscript(word: Span<UInt32>) -> Value? {
    @inline(__always) get {
      guard word.count <= longest, let index = find(word) else { return nil }
      return values[index]
    }
    set {
      guard let newValue else { return }
      if let index = find(word) { values[index] = newValue } else { append(word, newValue) }
    }
  }

  @inline(__always)
  func contains(_ word: Span<UInt32>) -> Bool { word.count <= longest && find(word) != nil }

  @inline(__always)
  private func find(_ word: Span<UInt32>) -> Int? {
    let sign = sign(of: word)
    guard sieve[sign >> 6] & (1 << UInt64(sign & 63)) != 0 else { return nil }
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) >> 32 == 0 {
        let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if equals(index, word) { return index }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The place of a word in the sieve.
  @inline(__always)
  private func sign(of word: Span<UInt32>) -> Int {
    guard !word.isEmpty else { return 0 }
    let ends = word[0] &* 0x9E37_79B1 ^ word[word.count - 1] &* 0x85EB_CA6B
    let mixed = (ends &+ UInt32(word.count) &* 0xC2B2_AE35) &* 0x27D4_EB2F
    return Int(mixed >> 8) & (sieve.count << 6 - 1)
  }

  private func equals(_ index: Int, _ word: Span<UInt32>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == word.count else { return false }
    for place in word.indices where scalars[start + place] != word[place] { return false }
    return true
  }

  private mutating func append(_ word: Span<UInt32>, _ value: Value) {
    for place in word.indices { scalars.append(word[place]) }
    ends.append(scalars.count)
    values.append(value)
    longest = max(longest, word.count)
    if values.count * 2 > slots.count {
      slots = [UInt64](repeating: 0, count: slots.count * 4)
      sieve = [UInt64](repeating: 0, count: slots.count / 8)
      for index in values.indices { place(index) }
    } else {
      place(values.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    let start = index == 0 ? 0 : ends[index - 1]
    let letters = scalars  // a second owner, for a span may not outlive a change of self
    let word = letters.span.extracting(start..<ends[index])
    let sign = sign(of: word)
    let hash = Self.hash(word)
    sieve[sign >> 6] |= 1 << UInt64(sign & 63)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(index + 1)
  }

  private static func hash(_ word: Span<UInt32>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for place in word.indices {
      hash = (hash ^ UInt64(word[place])) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return hash
  }
}

extension WordTable {
  /// The words that stand for what is asked, in the order in which they came.
  func words(where isWanted: (Value) -> Bool) -> [[UInt32]] {
    values.indices.filter { isWanted(values[$0]) }.map { index in
      Array(scalars[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
    }
  }
}
