import Foundation
import Testing
import Vocabulary

@testable import Ingest

@Suite struct JSONDamageTests {
  /// Ways to write the same records.
  enum Container: String, CaseIterable, Sendable {
    case lines, array, elementsOnLines, pretty, prettyArray, pages, document, crowded

    func text(_ records: [String], pretty: [String]) -> String {
      switch self {
      case .lines: records.joined(separator: "\n") + "\n"
      case .array: "[" + records.joined(separator: ",") + "]"
      case .elementsOnLines: "[\n" + records.joined(separator: ",\n") + "\n]\n"
      case .pretty: pretty.joined(separator: "\n") + "\n"
      case .prettyArray: "[" + pretty.joined(separator: ", ") + "]\n"
      case .pages: pages(records).joined(separator: "\n") + "\n"
      case .document:
        #"{"code": 0, "data": {"items": ["# + records.joined(separator: ",\n")
          + #"], "total": 40}, "more": false}"#
      case .crowded: records.joined()
      }
    }

    private func pages(_ records: [String]) -> [String] {
      stride(from: 0, to: records.count, by: 8).map { start in
        let own = records[start..<min(start + 8, records.count)].joined(separator: ", ")
        return #"{"code": 0, "data": {"items": ["# + own + #"], "has_more": true}}"#
      }
    }
  }

  private static let count = 40

  private static let records = (0..<count).map { number in
    #"{"id": \#(number), "name": "张 \"\#(number)\"", "phone": ["1", null], "owner": {"name": "A"}}"#
  }

  private static let pretty = (0..<count).map { number in
    """
    {
      "id": \(number),
      "name": "张 \\"\(number)\\"",
      "phone": [
        "1"
      ],
      "owner": {
        "name": "A"
      }
    }
    """
  }

  @Test(arguments: Container.allCases)
  func `sound files give all their records`(container: Container) async throws {
    let bytes = Array(container.text(Self.records, pretty: Self.pretty).utf8)
    let accounting = try await read(bytes)
    #expect(accounting.records == Self.count)
    #expect(accounting.quarantined == 0)
  }

  @Test(arguments: Container.allCases, UInt64(1)...3)
  func `one slip costs two records at most, or a page`(container: Container, seed: UInt64)
    async throws
  {
    let text = container.text(Self.records, pretty: Self.pretty)
    for number in 0..<20 {
      var random = SplitMix(seed: seed &* 1_000 &+ UInt64(number))
      var bytes = Array(text.utf8)
      // What stands first decides on what the file is.
      damage(&bytes, from: bytes.count / 4, &random)
      let accounting = try await read(bytes)
      let lost = container == .pages ? 8 : 2
      #expect(accounting.isComplete)
      #expect(accounting.records >= Self.count - lost, "\(number)")
      #expect(accounting.quarantined <= 3, "\(number)")
    }
  }

  @Test(arguments: Container.allCases, UInt64(1)...5)
  func `any damage is accounted for`(container: Container, seed: UInt64) async throws {
    let text = container.text(Self.records, pretty: Self.pretty)
    for number in 0..<40 {
      var random = SplitMix(seed: seed &* 100_000 &+ UInt64(number))
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...12, using: &random) { damage(&bytes, from: 0, &random) }
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      do {
        #expect(try await read(bytes).isComplete, "\(number)")
      } catch is IngestError {
        // The damage hit the form of the file, which is refused as a whole.
      }
    }
  }

  /// Changes, drops or doubles a byte.
  private func damage(_ bytes: inout [UInt8], from start: Int, _ random: inout SplitMix) {
    guard bytes.count > start + 1 else { return }
    let marks = Array("{}[]\",:\\\n 0x".utf8) + [0xFF, 0x00]
    let place = Int.random(in: start..<bytes.count, using: &random)
    let isMark: (UInt8) -> Bool = { marks.prefix(7).contains($0) }
    // Half of the time a byte that holds the file together.
    let structural = bytes[place...].firstIndex(where: isMark) ?? place
    let target = Bool.random(using: &random) ? place : structural
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[target] = marks[Int.random(in: 0..<marks.count, using: &random)]
    case 1: bytes.insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: target)
    case 2: bytes.remove(at: target)
    default: bytes.insert(bytes[target], at: target)
    }
  }

  private func read(_ bytes: [UInt8]) async throws -> RowAccounting {
    let folder = try Folder()
    var source = SourceOptions(name: "s", paths: [try folder.write(bytes, to: "damaged.json")])
    source.profile = "none"
    source.format = .json
    source.encoding = "utf-8"
    source.id = ["id"]
    source.map = [
      FieldMapping(field: "name", columns: [ColumnReference(path: "name")]),
      FieldMapping(field: "phone", columns: [ColumnReference(path: "phone")]),
      FieldMapping(field: "owner", columns: [ColumnReference(path: "owner")]),
    ]
    let result = try await ingest([source])
    let accounting = result.accounting[0]
    #expect(accounting.records == result.records.count)
    #expect(accounting.quarantined == result.quarantine.count)
    return accounting
  }
}
