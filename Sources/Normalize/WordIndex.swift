/// Words that are looked for at the start or at the end of letters, longest first, without a copy.
///
/// An object, so that a look-up copies no table.
final class WordIndex<Value: Sendable>: Sendable {
  private let table: WordTable<Value>
  /// By scalar, several of them together: bit *n* says that some word of *n* scalars begins with it.
  ///
  /// Bit 0 stands for all longer words. Most look-ups end here, and the others try few lengths; the
  /// lists together fit into the cache that is nearest.
  private let firsts: [UInt8]
  /// The same of the scalars that words end with.
  private let lasts: [UInt8]

  /// The longest words that have a bit of their own.
  private static var short: Int { 7 }

  /// A word that comes again stands for what was said last.
  init(_ words: some Sequence<(word: [UInt32], value: Value)>) {
    var table = WordTable<Value>()
    var firsts = [UInt8](repeating: 0, count: 2048)
    var lasts = [UInt8](repeating: 0, count: 2048)
    for (word, value) in words {
      guard let first = word.first, let last = word.last else { continue }
      table[word.span] = value
      firsts[Self.place(first)] |= Self.bit(word.count)
      lasts[Self.place(last)] |= Self.bit(word.count)
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
    firsts[Self.place(first)] & lasts[Self.place(last)] & Self.bit(count) != 0
  }

  private static func place(_ scalar: UInt32) -> Int { Int(scalar & 2047) }

  /// The bit of a length.
  private static func bit(_ length: Int) -> UInt8 { length > short ? 1 : 1 << UInt8(length) }

  /// The next shorter length that words with one end may have; below 1 when there is none.
  @inline(__always)
  private func length(below limit: Int, _ ends: UInt8) -> Int {
    var length = limit - 1
    if length > Self.short {
      if ends & 1 != 0 { return min(length, table.longest) }
      length = Self.short
    }
    let lengths = ends & ~1 & UInt8(truncatingIfNeeded: 2 << UInt32(length) - 1)
    return 7 - lengths.leadingZeroBitCount
  }

  /// The longest word at the start of a range that is wanted.
  func prefix(
    _ text: [UInt32], _ range: Range<Int>, where isWanted: (Value) -> Bool = { _ in true }
  ) -> (length: Int, value: Value)? {
    guard !range.isEmpty else { return nil }
    let ends = firsts[Self.place(text[range.lowerBound])]
    guard ends != 0 else { return nil }
    var length = length(below: range.count + 1, ends)
    while length > 0 {
      if let value = self[text, range.lowerBound..<range.lowerBound + length], isWanted(value) {
        return (length, value)
      }
      length = self.length(below: length, ends)
    }
    return nil
  }

  /// The longest word at the end of a range that is wanted.
  func suffix(
    _ text: [UInt32], _ range: Range<Int>, where isWanted: (Value) -> Bool = { _ in true }
  ) -> (length: Int, value: Value)? {
    guard !range.isEmpty else { return nil }
    let ends = lasts[Self.place(text[range.upperBound - 1])]
    guard ends != 0 else { return nil }
    var length = length(below: range.count + 1, ends)
    while length > 0 {
      if let value = self[text, range.upperBound - length..<range.upperBound], isWanted(value) {
        return (length, value)
      }
      length = self.length(below: length, ends)
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
