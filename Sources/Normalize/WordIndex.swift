/// Words that are looked for at the start or at the end of letters, longest first, without a copy.
///
/// An object, so that a look-up copies no table.
final class WordIndex<Value: Sendable>: Sendable {
  private let table: WordTable<Value>
  /// By scalar, several of them together: bit *n* says that some word of *n* scalars begins with it.
  ///
  /// Most look-ups end here, and the others try few lengths.
  private let firsts: [UInt32]
  /// The same of the scalars that words end with.
  private let lasts: [UInt32]

  /// Takes words of up to 31 scalars; one that comes again stands for what was said last.
  init(_ words: some Sequence<(word: [UInt32], value: Value)>) {
    var table = WordTable<Value>()
    var firsts = [UInt32](repeating: 0, count: 2048)
    var lasts = [UInt32](repeating: 0, count: 2048)
    for (word, value) in words {
      guard let first = word.first, let last = word.last, word.count < 32 else { continue }
      table[word.span] = value
      firsts[Self.place(first)] |= 1 << UInt32(word.count)
      lasts[Self.place(last)] |= 1 << UInt32(word.count)
    }
    self.table = table
    self.firsts = firsts
    self.lasts = lasts
  }

  /// What a word stands for; nil when it is none.
  subscript(text: [UInt32], range: Range<Int>) -> Value? {
    guard !range.isEmpty,
      mayHold(text[range.lowerBound], text[range.upperBound - 1], range.count)
    else { return nil }
    return table[text.span.extracting(range)]
  }

  /// What a word stands for; nil when it is none.
  subscript(word: Span<UInt32>) -> Value? {
    guard !word.isEmpty, mayHold(word[0], word[word.count - 1], word.count) else { return nil }
    return table[word]
  }

  /// Whether some word begins with a scalar.
  func mayBegin(_ scalar: UInt32) -> Bool { firsts[Self.place(scalar)] != 0 }

  /// Whether some word has such ends and such a length.
  private func mayHold(_ first: UInt32, _ last: UInt32, _ count: Int) -> Bool {
    guard count < 32 else { return false }
    return firsts[Self.place(first)] & lasts[Self.place(last)] & 1 << UInt32(count) != 0
  }

  private static func place(_ scalar: UInt32) -> Int { Int(scalar & 2047) }

  /// The lengths of the words that a scalar may begin or end, up to a limit.
  private static func lengths(_ words: UInt32, upTo count: Int) -> UInt32 {
    count >= 31 ? words : words & (2 << UInt32(count) - 1)
  }

  /// The longest word at the start of a range that is wanted.
  func prefix(
    _ text: [UInt32], _ range: Range<Int>, where isWanted: (Value) -> Bool = { _ in true }
  ) -> (length: Int, value: Value)? {
    guard !range.isEmpty else { return nil }
    var lengths = Self.lengths(firsts[Self.place(text[range.lowerBound])], upTo: range.count)
    while lengths != 0 {
      let length = 31 - lengths.leadingZeroBitCount
      if let value = self[text, range.lowerBound..<range.lowerBound + length], isWanted(value) {
        return (length, value)
      }
      lengths &= ~(1 << UInt32(length))
    }
    return nil
  }

  /// The longest word at the end of a range that is wanted.
  func suffix(
    _ text: [UInt32], _ range: Range<Int>, where isWanted: (Value) -> Bool = { _ in true }
  ) -> (length: Int, value: Value)? {
    guard !range.isEmpty else { return nil }
    var lengths = Self.lengths(lasts[Self.place(text[range.upperBound - 1])], upTo: range.count)
    while lengths != 0 {
      let length = 31 - lengths.leadingZeroBitCount
      if let value = self[text, range.upperBound - length..<range.upperBound], isWanted(value) {
        return (length, value)
      }
      lengths &= ~(1 << UInt32(length))
    }
    return nil
  }

  /// The first place at which a word stands, the longest there.
  func first(in text: [UInt32], _ range: Range<Int>) -> Range<Int>? {
    for start in range {
      if let word = prefix(text, start..<range.upperBound) { return start..<start + word.length }
    }
    return nil
  }
}
