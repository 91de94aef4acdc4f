import Testing
import Vocabulary

@Suite struct GoldenIDTests {
  static let samples: [GoldenID] = [1, 2, 31, 32, 1023, 1_000_000, 123_456_789, UInt32.max]
    .flatMap { number in Party.allCases.map { GoldenID(party: $0, number: number) } }

  static let characters = (UInt8(0x21)...0x7E).map { $0 }

  @Test(arguments: samples)
  func `an id is nine characters and reads back`(id: GoldenID) {
    #expect(id.description.utf8.count == 9)
    #expect(GoldenID(id.description) == id)
  }

  @Test func `the format does not change from version to version`() {
    #expect(GoldenID(party: .person, number: 1).description == "P0000001F")
    #expect(GoldenID(party: .organization, number: 35_911).description == "O0001327M")
  }

  @Test(arguments: samples)
  func `every single wrong character shows`(id: GoldenID) {
    let bytes = Array(id.description.utf8)
    for place in bytes.indices {
      for character in Self.characters where character != bytes[place] {
        var wrong = bytes
        wrong[place] = character
        #expect(GoldenID(String(decoding: wrong, as: UTF8.self)) == nil)
      }
    }
  }

  @Test(arguments: samples)
  func `every two exchanged characters show`(id: GoldenID) {
    let bytes = Array(id.description.utf8)
    for one in bytes.indices {
      for other in bytes.indices where bytes[one] != bytes[other] {
        var wrong = bytes
        wrong.swapAt(one, other)
        #expect(GoldenID(String(decoding: wrong, as: UTF8.self)) == nil)
      }
    }
  }

  @Test func `numbers next to each other share no id`() {
    let ids = (1...5000).map { GoldenID(party: .person, number: UInt32($0)).description }
    #expect(Set(ids).count == ids.count)
    #expect(ids.map { $0.dropLast() } == ids.map { $0.dropLast() }.sorted())
  }

  @Test(arguments: ["", "P", "P00000010", "X0000001F", "P0000000", "P0000001FF", "p0000001f", "客户"])
  func `what is no id is refused`(text: String) {
    #expect(GoldenID(text) == nil)
  }

  @Test func `number zero is no id`() {
    let zero = GoldenID(party: .person, number: 0)
    #expect(GoldenID(zero.description) == nil)
  }
}
