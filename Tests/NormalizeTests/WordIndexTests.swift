import Testing

@testable import Normalize

@Suite struct WordIndexTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private func index(_ words: [(String, Int)]) -> WordIndex<Int> {
    WordIndex(words.map { (word: scalars($0.0), value: $0.1) })
  }

  @Test func `an empty index and an empty text find nothing`() {
    let none = index([])
    let some = index([("张", 1)])
    let text = scalars("张")
    #expect(none.prefix(text, 0..<1) == nil)
    #expect(some.prefix([], 0..<0) == nil)
    #expect(some.suffix(text, 0..<0) == nil)
    #expect(some[text, 0..<0] == nil)
    #expect(some[text, 0..<1] == 1)
  }

  @Test func `the longest wanted word is found at either end`() {
    let words = index([("经理", 1), ("总经理", 2), ("经理人", 3)])
    let text = scalars("总经理人总经理")
    #expect(words.prefix(text, 0..<text.count)?.length == 3)
    #expect(words.suffix(text, 0..<text.count)?.length == 3)
    #expect(words.suffix(text, 0..<text.count, where: { $0 == 1 })?.length == 2)
    #expect(words.suffix(text, 0..<4)?.value == 3)
    #expect(words.prefix(text, 0..<2) == nil)
    #expect(words.first(in: text, 0..<text.count) == 0..<3)
    #expect(words.first(in: text, 1..<text.count) == 1..<4)
  }

  @Test(arguments: 1...40)
  func `words of any length are found, short and long`(length: Int) {
    let word = String((0..<length).map { Array("天地玄黄宇宙洪荒")[$0 % 8] })
    let words = index([(word, length), ("天天", 0)])
    let text = scalars(word + "日月")
    #expect(words.prefix(text, 0..<text.count)?.value == length)
    #expect(words.suffix(text, 0..<length)?.value == length)
    #expect(words[text, 0..<length] == length)
    #expect(words[text, 0..<length + 1] == nil)
    #expect(words.prefix(text, 0..<length - 1) == nil)
  }
}
