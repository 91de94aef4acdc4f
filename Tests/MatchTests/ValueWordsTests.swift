import Testing
import Vocabulary

@testable import Match

/// The words of names of firms, and keys of every two words.
@Suite struct ValueWordsTests {
  struct Pair: Sendable {
    let left: String
    let right: String
    let areAlike: Bool
  }

  /// Of these the words for kinds of schools are frequent, and tell little.
  private static let others = (0..<40).map { "Number\($0)x Elementary School" }

  @Test(arguments: [
    Pair(left: "Howard Ramirez School", right: "Howard Ramirez Elementary School", areAlike: true),
    Pair(left: "Howarrd Ramirez School", right: "Howard Ramirez", areAlike: true),
    Pair(left: "Ramirez Elementary School", right: "Howard Elementary School", areAlike: false),
    Pair(left: "Bright Path Academy 12", right: "Bright Path Academy 13", areAlike: false),
    Pair(left: "Bright Path Academy 12", right: "Bright Path Academy", areAlike: true),
    Pair(left: "Howard", right: "Howard Ramirez School", areAlike: false),
    Pair(left: "", right: "Howard Ramirez School", areAlike: false),
    Pair(left: "华信科技", right: "华信科技", areAlike: false),
  ])
  func `words weigh by what they tell`(_ pair: Pair) {
    var column = EvidenceColumn(name: "company", kind: .organizationName)
    let ids = ([pair.left, pair.right] + Self.others).map { value in
      let id = column.values.intern(value)
      if id != 0 { column.ids.append(id) }
      column.endMention()
      return id
    }
    let words = ValueWords(column)
    #expect(words.areAlike(ids[0], ids[1], atLeast: 0.6) == pair.areAlike)
    #expect(words.areAlike(ids[1], ids[0], atLeast: 0.6) == pair.areAlike)
  }

  private func keys(_ text: String, withNumber: Bool = false) -> Set<UInt64> {
    var reader = WordReader()
    let bytes = Array(text.utf8)
    reader.read(bytes.span, 0..<bytes.count)
    var keys: Set<UInt64> = []
    reader.forEachPair(withNumber: withNumber) { keys.insert($0) }
    return keys
  }

  @Test func `every two words are a key, in either order`() {
    #expect(keys("").isEmpty)
    #expect(keys("one").isEmpty)
    #expect(keys("One, Two").count == 1)
    #expect(keys("One, Two") == keys("two o'ne"))
    #expect(keys("one two three").count == 3)
    #expect(keys((0..<40).map(String.init).joined(separator: " ")).count == 66, "twelve words")
  }

  @Test func `a key of an address holds its number`() {
    #expect(keys("9673 west 77th place", withNumber: true).count == 4)
    #expect(keys("77 west place", withNumber: true) == keys("place 77 west", withNumber: true))
    #expect(keys("west place", withNumber: true).isEmpty)
  }
}
