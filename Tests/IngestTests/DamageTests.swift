import Ingest
import Testing
import Vocabulary

@Suite struct DamageTests {
  static let samples = [
    "编号,姓名,手机\n1,张伟,139\n2,\"李,娜\",138\n3,\"王\n五\",137\n4,赵六,\n合计,,3\n",
    "id;name;phone\r\n1;Ann;1\r\n2;Bob;2\r\n3;\"C \"\"D\"\"\";3\r\n",
    "{\"id\": 1, \"name\": \"张伟\", \"phone\": [\"1\"]}\n{\"id\": 2, \"name\": \"\\u5f20\", \"phone\": null}\n",
    "[{\"id\": 1, \"name\": \"A\", \"phone\": 2},\n {\"id\": 3, \"name\": \"B\"}]\n",
  ]

  @Test(arguments: UInt64(1)...400)
  func `a damaged file never crashes and loses no row`(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    var bytes = Array(Self.samples[Int(seed % 4)].utf8)
    let marks: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x7B, 0x7D, 0x5B, 0x5D, 0x5C, 0xFF, 0x00, 0x20]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = marks[Int.random(in: 0..<marks.count, using: &random)]
      case 1: bytes.insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: place)
      case 2: bytes.remove(at: place)
      default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 0..<9, using: &random)))
      }
    }
    let folder = try Folder()
    let path = try folder.write(bytes, to: "damaged")
    do {
      let result = try await ingest([SourceOptions(name: "s", paths: [path])])
      let accounting = result.accounting[0]
      #expect(accounting.isComplete)
      #expect(accounting.records == result.records.count)
      #expect(accounting.quarantined == result.quarantine.count)
      #expect(
        Set((0..<result.records.count).map(result.records.recordKey.string)).count
          == accounting.records)
    } catch is IngestError {
      // The damage hit the header or the file's form, and the file as a whole is refused.
    }
  }
}
