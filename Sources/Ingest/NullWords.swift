import Vocabulary

/// Further words that stand for an empty cell, as the pipeline file lists them.
struct NullWords: Sendable {
  private var words = ValuePool()
  private var longest = 0

  /// - Parameter words: As they stand in the cells; letter case counts.
  init(_ words: [String] = []) {
    for word in words {
      _ = self.words.intern(word)
      longest = max(longest, word.utf8.count)
    }
  }

  /// Whether a cell is one of the words, blanks around it left out.
  func holds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard longest > 0 else { return false }
    let content = trimmed(bytes, range)
    return !content.isEmpty && content.count <= longest
      && words.find(bytes.extracting(content)) != nil
  }
}
