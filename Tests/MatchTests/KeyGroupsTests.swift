import Testing

@testable import Match

@Suite struct KeyGroupsTests {
  @Test(arguments: [0, 1, 2, 17, 3000])
  func `equal keys stand together, each with its mentions in their order`(count: Int) {
    var random = SplitMix64(state: UInt64(count))
    // Few keys that agree in their low bits are what the counting passes cannot part.
    let keys = (0..<9).map { _ in random.next() << 22 }
    var list = (0..<count).map { mention in
      let key = mention % 3 == 0 ? keys[Int(random.next() % 9)] : random.next() % 50
      return KeyedMention(key: key, mention: UInt32(mention))
    }
    let given = list
    groupByKey(&list)

    #expect(
      Set(list.map { [$0.key, UInt64($0.mention)] })
        == Set(given.map { [$0.key, UInt64($0.mention)] }))
    var seen: Set<UInt64> = []
    for (previous, item) in zip([nil] + list.map(Optional.some), list) {
      if let previous, previous.key == item.key {
        #expect(previous.mention < item.mention)
      } else {
        #expect(seen.insert(item.key).inserted)
      }
    }
  }
}
