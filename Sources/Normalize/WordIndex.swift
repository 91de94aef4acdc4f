/// Words that are looked for at the start or at the end of letters, longest first, without a copy.
struct WordIndex<Value: Sendable>: Sendable {
  private var table = WordTable<Value>()
  /// One bit for each scalar of U+0000...U+FFFF that a word begins or ends with: most look-ups end here.
  private var firsts = [UInt64](repeating: 0, count: 1024)
  private var lasts = [UInt64](repeating: 0, count: 1024)
  /// Bit *n* says that some word has *n* scalars.
  private var lengths: UInt32 = 0

  init() {}

  /// What a word stands for; nil when it is none.
  subscript(text: [UInt32], range: Range<Int>) -> Value? {
    guard !range.isEmpty, Self.isMarked(firsts, text[range.lowerBound]) else { return nil }
    return table[text.span.extracting(range)]
  }

  /// What a word stands for; nil when it is none.
  subscript(word: Span<UInt32>) -> Value? { table[word] }

  /// Adds a word, or lets it stand for something else.
  mutating func add(_ word: [UInt32], _ value: Value) {
    guard let first = word.first, let last = word.last, word.count < 32 else { return }
    table[word.span] = value
    firsts[Int(first >> 6) & 1023] |= 1 << UInt64(first & 63)
    lasts[Int(last >> 6) & 1023] |= 1 << UInt64(last & 63)
    lengths |= 1 << UInt32(word.count)
  }

  private static func isMarked(_ bits: [UInt64], _ scalar: UInt32) -> Bool {
    bits[Int(scalar >> 6) & 1023] & (1 << UInt64(scalar & 63)) != 0
  }

  /// The longest word at the start of a range that is wanted.
  func prefix(
    _ text: [UInt32], _ range: Range<Int>, where isWanted: (Value) -> Bool = { _ in true }
  ) -> (length: Int, value: Value)? {
    guard !range.isEmpty, Self.isMarked(firsts, text[range.lowerBound]) else { return nil }
    var length = min(range.count, table.longest)
    while length > 0 {
      if lengths & (1 << UInt32(length)) != 0,
        let value = table[
          text.span.extracting(range.lowerBound..<range.lowerBound + length)], isWanted(value)
      {
        return (length, value)
      }
      length -= 1
    }
    return nil
  }

  /// The longest word at the end of a range that is wanted.
  func suffix(
    _ text: [UInt32], _ range: Range<Int>, where isWanted: (Value) -> Bool = { _ in true }
  ) -> (length: Int, value: Value)? {
    guard !range.isEmpty, Self.isMarked(lasts, text[range.upperBound - 1]) else { return nil }
    var length = min(range.count, table.longest)
    while length > 0 {
      if lengths & (1 << UInt32(length)) != 0,
        let value = table[
          text.span.extracting(range.upperBound - length..<range.upperBound)], isWanted(value)
      {
        return (length, value)
      }
      length -= 1
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
