import Testing
import Vocabulary

@Suite struct ValuePoolTests {
  /// Values of every length up to some words, many of them again and again.
  private func texts(_ count: Int) -> [String] {
    (0..<count).map { index in
      let number = index * 7919 % 1013
      return number == 0 ? "" : String(repeating: "\(number)·", count: number % 7 + 1)
    }
  }

  @Test func `values are numbered in the order of their first use`() {
    var pool = ValuePool()
    var known: [String] = [""]
    for text in texts(5000) {
      if !known.contains(text) { known.append(text) }
      let id = pool.intern(text)
      #expect(known[Int(id)] == text)
      #expect(pool.string(id) == text)
    }
    #expect(pool.count == known.count)
  }

  @Test(arguments: [0, 1, 511, 512, 513, 3000])
  func `a column of values gets the numbers that one value after the other gets`(count: Int) {
    var bytes: [UInt8] = []
    var ranges: [ValueRange] = []
    for text in texts(count) {
      let start = UInt32(bytes.count)
      bytes += Array(text.utf8)
      ranges.append(ValueRange(start: start, end: UInt32(bytes.count)))
    }
    var (single, many) = (ValuePool(), ValuePool())
    var column: [UInt32] = []
    many.intern(ranges.span, of: bytes.span, appendingTo: &column)
    #expect(column == texts(count).map { single.intern($0) })
    #expect(many.bytes == single.bytes)
  }

  private func find(_ text: String, in pool: ValuePool) -> UInt32? {
    pool.find(Array(text.utf8).span)
  }

  @Test func `a value that was never added is not found`() {
    var pool = ValuePool()
    _ = pool.intern("张伟")
    #expect(find("张伟", in: pool) == 1)
    #expect(find("张", in: pool) == nil)
    #expect(find("", in: pool) == 0)
  }

  @Test(arguments: [false, true])
  func `renumbered values are found under their new numbers`(dropsSome: Bool) {
    var pool = ValuePool()
    let texts = (1...300).map { "value \($0)" }
    for text in texts { _ = pool.intern(text) }
    let kept = (1...300).reversed().filter { !dropsSome || $0.isMultiple(of: 3) }
    let order = [0] + kept.map { UInt32($0) }
    var numbers = [UInt32](repeating: 0, count: 301)
    for (new, old) in order.enumerated() { numbers[Int(old)] = UInt32(new) }
    pool.renumber(order: order, numbers: numbers)
    #expect(pool.count == kept.count + 1)
    for (index, old) in kept.enumerated() {
      #expect(pool.string(UInt32(index + 1)) == texts[old - 1])
      #expect(find(texts[old - 1], in: pool) == UInt32(index + 1))
    }
    if dropsSome { #expect(find("value 1", in: pool) == nil) }
    #expect(pool.intern("one more") == UInt32(kept.count + 1))
  }

  struct Hashed: Sendable {
    let text: String
    let hash: UInt64
  }

  @Test(arguments: [
    Hashed(text: "", hash: 0x682E_2162_E7D9_C969),
    Hashed(text: "a", hash: 0x2EE8_3523_D161_BC9D),
    Hashed(text: "张伟", hash: 0xCD35_2004_4898_18A4),
    Hashed(text: "13800138000", hash: 0xD88C_60A7_DC8B_DC45),
    Hashed(text: "a rather long text that has more than one word", hash: 0x2FC8_5789_4A2C_9662),
  ])
  func `texts keep the hashes that published ids are made of`(_ known: Hashed) {
    let hash = hashBytes(Array(known.text.utf8).span)
    #expect(hash == known.hash)
  }

  @Test(arguments: [0, 1, 31, 32, 33, 3000])
  func `a pool that let go of its table gives the same numbers`(count: Int) {
    var (kept, dropped) = (ValuePool(), ValuePool())
    let numbers = texts(count).map { kept.intern($0) }
    _ = texts(count).map { dropped.intern($0) }
    dropped.dropTable()
    #expect(dropped.bytes == kept.bytes && dropped.ends == kept.ends)
    #expect(
      texts(count + 500).map { dropped.intern($0) } == texts(count + 500).map { kept.intern($0) })
    #expect(texts(count).map { dropped.find($0.utf8.span) } == numbers)
    dropped.dropTable()
    var column = TextColumn()
    for text in texts(700) { column.append(text) }
    var (left, right): ([UInt32], [UInt32]) = ([], [])
    dropped.intern(column, appendingTo: &left)
    kept.intern(column, appendingTo: &right)
    #expect(left == right)
  }

  @Test func `an alias is not found, with a table that was made again, too`() {
    var pool = ValuePool()
    let first = pool.intern("a")
    pool.dropTable()
    let alias = pool.appendAlias(of: first)
    #expect(alias == 2 && pool.string(alias) == "a")
    #expect(pool.intern("a") == first)
  }
}
