import Testing

@testable import Normalize

@Suite struct WordTrieTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test func `the longest word with a mark is found at either end`() {
    var forward = WordTrie()
    var backward = WordTrie()
    for (word, mark) in [("公司", UInt32(1)), ("有限公司", 1), ("有限", 2), ("分公司", 4)] {
      forward.insert(scalars(word), mark: mark)
      backward.insert(scalars(word).reversed(), mark: mark)
    }
    let text = scalars("有限公司华信有限公司")
    let span = text.span
    #expect(forward.prefix(span, 0..<text.count, mark: 7).length == 4)
    #expect(forward.prefix(span, 0..<text.count, mark: 2).length == 2)
    #expect(forward.prefix(span, 0..<3, mark: 1).length == 0)
    #expect(forward.prefix(span, 4..<text.count, mark: 7).length == 0)
    #expect(backward.suffix(span, 0..<text.count, mark: 7).length == 4)
    #expect(backward.suffix(span, 7..<text.count, mark: 7).length == 2)
    #expect(backward.suffix(span, 0..<text.count, mark: 4).length == 0)
    #expect(forward.whole(span, 0..<4, mark: 1) != 0)
    #expect(forward.whole(span, 0..<4, mark: 2) == 0)
    #expect(forward.whole(span, 0..<3, mark: 7) == 0)
  }

  @Test func `an empty text, an empty word and an empty trie find nothing`() {
    var trie = WordTrie()
    let none: [UInt32] = []
    let text = scalars("华")
    #expect(trie.prefix(text.span, 0..<1, mark: .max).length == 0)
    #expect(trie.insert(none, mark: 1) == 0)
    trie.insert(text, mark: 1)
    #expect(trie.prefix(none.span, 0..<0, mark: 1).length == 0)
    #expect(trie.suffix(none.span, 0..<0, mark: 1).length == 0)
    #expect(trie.whole(none.span, 0..<0, mark: 1) == 0)
    #expect(trie.prefix(text.span, 0..<1, mark: 1).length == 1)
  }

  @Test func `thousands of words are all found`() {
    var trie = WordTrie()
    var words: [[UInt32]] = []
    for index in 0..<UInt32(5000) {
      words.append([0x4E00 + index % 71, 0x4E00 + index / 71, 0x20000 + index % 3])
    }
    for word in words { trie.insert(word, mark: 1) }
    let isFound = words.allSatisfy { trie.whole($0.span, 0..<3, mark: 1) != 0 }
    #expect(isFound)
    let other: [UInt32] = [0x4E00, 0x4E00, 0x4E00]
    #expect(trie.whole(other.span, 0..<3, mark: 1) == 0)
  }

  @Test func `the short words of a trie are listed`() {
    var trie = WordTrie()
    #expect(trie.words(upTo: 3) == [])
    for word in ["有限公司", "公司", "公", "公司部", "厂"] { trie.insert(scalars(word), mark: 1) }
    let words = trie.words(upTo: 3).map { String(scalars: $0) }
    #expect(words.sorted() == ["公", "公司", "公司部", "厂"].sorted())
  }
}
