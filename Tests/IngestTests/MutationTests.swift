import Foundation
import Ingest
import Testing
import Vocabulary

/// What becomes of exports that were damaged in one place.
@Suite struct MutationTests {
  /// One way to damage a file.
  enum Mutation: String, CaseIterable, Sendable {
    case cut
    case flippedBit
    case changedByte
    case droppedByte
    case doubledByte
    case droppedDelimiter
    case doubledDelimiter
    case quote
    case newline
    case zero
  }

  private static let rowCount = 40
  private static let header = "编号,姓名,手机,城市"

  /// A row as it should come out, and as the file has it.
  private static func row(_ number: Int) -> (id: String, text: String) {
    let id = "K\(1000 + number)"
    let city = number % 5 == 0 ? "\"上海, \"\"浦东\"\"\"" : "北京"
    return (id, "\(id),客户\(number),138\(10_000_000 + number * 7919),\(city)")
  }

  private static func file() -> [UInt8] {
    let rows = (0..<rowCount).map { row($0).text }
    return Array(([header] + rows).joined(separator: "\r\n").utf8) + [0x0D, 0x0A]
  }

  private static func source(_ path: String) -> SourceOptions {
    var source = SourceOptions(name: "s", paths: [path])
    source.profile = "none"
    source.id = ["编号"]
    source.map = [FieldMapping(field: "name", columns: [ColumnReference(path: "姓名")])]
    return source
  }

  /// Damages the bytes behind the header, and says where.
  private func damage(
    _ bytes: inout [UInt8], _ mutation: Mutation, _ random: inout SplitMix
  ) -> Int {
    let start = Self.header.utf8.count + 2
    func place(of byte: UInt8) -> Int {
      let places = bytes.indices[start...].filter { bytes[$0] == byte }
      return places[Int.random(in: 0..<places.count, using: &random)]
    }
    let anywhere = Int.random(in: start..<bytes.count, using: &random)
    let comma = UInt8(ascii: ",")
    switch mutation {
    case .cut:
      bytes.removeSubrange(anywhere...)
      return anywhere
    case .flippedBit: bytes[anywhere] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case .changedByte: bytes[anywhere] = UInt8.random(in: 0...255, using: &random)
    case .droppedByte: bytes.remove(at: anywhere)
    case .doubledByte: bytes.insert(bytes[anywhere], at: anywhere)
    case .droppedDelimiter:
      let place = place(of: comma)
      bytes.remove(at: place)
      return place
    case .doubledDelimiter:
      let place = place(of: comma)
      bytes.insert(comma, at: place)
      return place
    case .quote: bytes.insert(UInt8(ascii: "\""), at: anywhere)
    case .newline: bytes.insert(0x0A, at: anywhere)
    case .zero: bytes.insert(0, at: anywhere)
    }
    return anywhere
  }

  /// The row of the undamaged file that an offset lies in.
  private func rowNumber(at offset: Int, of original: [UInt8]) -> Int {
    original[..<min(offset, original.count)].count { $0 == 0x0A } - 1
  }

  @Test(arguments: Mutation.allCases)
  func `damage in one place costs its neighbourhood at most`(_ mutation: Mutation) async throws {
    let folder = try Folder()
    let original = Self.file()
    var random = SplitMix(seed: 11)
    for turn in 0..<150 {
      var bytes = original
      let place = damage(&bytes, mutation, &random)
      let struck = rowNumber(at: place, of: original)
      let path = try folder.write(bytes, to: "\(mutation.rawValue).csv")
      let result = try await ingest([Self.source(path)])
      let rows = result.accounting[0]
      #expect(rows.isComplete, "\(mutation) \(turn)")
      #expect(rows.records == result.records.count)
      #expect(rows.quarantined == result.quarantine.count)
      let found = Set((0..<result.records.count).map(result.records.sourceRecordID.string))
      let last = mutation == .cut ? struck : Self.rowCount
      for number in 0..<last where !(struck - 1...struck + 1).contains(number) {
        #expect(found.contains(Self.row(number).id), "\(mutation) \(turn) costs row \(number)")
      }
    }
  }

  @Test func `many places damaged at once lose no row`() async throws {
    let folder = try Folder()
    let original = Self.file()
    var random = SplitMix(seed: 12)
    for turn in 0..<600 {
      var bytes = original
      for _ in 0..<Int.random(in: 2...12, using: &random) {
        guard bytes.count > 200 else { break }
        let mutation = Mutation.allCases[
          Int.random(in: 1..<Mutation.allCases.count, using: &random)]
        _ = damage(&bytes, mutation, &random)
      }
      let result = try await ingest([Self.source(folder.write(bytes, to: "many.csv"))])
      #expect(result.accounting[0].isComplete, "\(turn)")
      #expect(result.accounting[0].records == result.records.count, "\(turn)")
      #expect(result.accounting[0].quarantined == result.quarantine.count, "\(turn)")
    }
  }
}
