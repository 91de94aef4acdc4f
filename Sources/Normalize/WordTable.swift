/// Words and what each stands for, found without a copy of the text that is looked for.
///
/// Words are scalars. Open addressing over one buffer of all words.
struct WordTable<Value: Sendable>: Sendable {
  private var scalars: [UInt32] = []
  private var ends: [Int] = []
  private(set) var values: [Value] = []
  /// The number of a word plus one; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 16)
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
    get {
      guard word.count <= longest, let index = find(word) else { return nil }
      return values[index]
    }
    set {
      guard let newValue else { return }
      if let index = find(word) { values[index] = newValue } else { append(word, newValue) }
    }
  }

  func contains(_ word: Span<UInt32>) -> Bool { word.count <= longest && find(word) != nil }

  private func find(_ word: Span<UInt32>) -> Int? {
    let mask = slots.count - 1
    var slot = Self.hash(word) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if equals(index, word) { return index }
      slot = (slot + 1) & mask
    }
    return nil
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
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for index in values.indices { place(index) }
    } else {
      place(values.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    let start = index == 0 ? 0 : ends[index - 1]
    let mask = slots.count - 1
    var slot = Self.hash(scalars.span.extracting(start..<ends[index])) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1)
  }

  private static func hash(_ word: Span<UInt32>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for place in word.indices {
      hash = (hash ^ UInt64(word[place])) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash >> 1)
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
