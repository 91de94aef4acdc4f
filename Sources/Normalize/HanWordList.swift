/// Words that are looked for at the start, at the end or anywhere in a text, longest first.
///
/// Several lists can share two tries, each list with marks of its own.
struct HanWordList: Sendable {
  private let forward: WordTrie
  private let backward: WordTrie
  private let mark: UInt32

  /// The words of two tries that have one of some marks.
  init(forward: WordTrie, backward: WordTrie, mark: UInt32) {
    self.forward = forward
    self.backward = backward
    self.mark = mark
  }

  /// The length of the longest word at the start of a range; 0 when there is none.
  func prefixLength(_ text: Span<UInt32>, _ range: Range<Int>) -> Int {
    forward.prefix(text, range, mark: mark).length
  }

  /// The length of the longest word at the end of a range; 0 when there is none.
  func suffixLength(_ text: Span<UInt32>, _ range: Range<Int>) -> Int {
    backward.suffix(text, range, mark: mark).length
  }

  /// Whether a range is one of the words.
  func contains(_ text: Span<UInt32>, _ range: Range<Int>) -> Bool {
    forward.whole(text, range, mark: mark) != 0
  }

  /// The first place in a range at which a word occurs, the longest there.
  func firstRange(_ text: Span<UInt32>, _ range: Range<Int>) -> Range<Int>? {
    for start in range {
      let length = prefixLength(text, start..<range.upperBound)
      if length > 0 { return start..<start + length }
    }
    return nil
  }
}

extension HanWordList {
  /// The length of the longest word at the start of the text; 0 when there is none.
  func prefixLength(_ text: ArraySlice<UInt32>) -> Int {
    let span = text.span
    return prefixLength(span, 0..<span.count)
  }

  /// The length of the longest word at the end of the text; 0 when there is none.
  func suffixLength(_ text: ArraySlice<UInt32>) -> Int {
    let span = text.span
    return suffixLength(span, 0..<span.count)
  }

  /// Whether the text is one of the words.
  func contains(_ text: ArraySlice<UInt32>) -> Bool {
    let span = text.span
    return contains(span, 0..<span.count)
  }

  /// The first place at which a word occurs, the longest there.
  func firstRange(in text: ArraySlice<UInt32>) -> Range<Int>? {
    let span = text.span
    guard let found = firstRange(span, 0..<span.count) else { return nil }
    return text.startIndex + found.lowerBound..<text.startIndex + found.upperBound
  }
}
