import Ingest
import Testing
import Vocabulary

@Suite struct RecordKeyTests {
  static func keys(_ file: String) async throws -> [String] {
    let source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/\(file)"])
    let table = try await ingest([source]).records
    return (0..<table.count).map(table.recordKey.string)
  }

  @Test func `records that share an id are told apart by their content`() async throws {
    let keys = try await Self.keys("duplicate_ids.csv")
    #expect(keys.count == 4)
    #expect(Set(keys).count == 4)
    #expect(keys.count { $0.hasPrefix("s/7~") } == 3)
    #expect(keys.count { $0.hasPrefix("s/7~") && $0.hasSuffix("-2") } == 1)
    #expect(keys.last == "s/8")
  }

  @Test func `a record without an id gets one from what seldom changes`() async throws {
    let keys = try await Self.keys("no_ids.csv")
    #expect(Set(keys.map { $0.prefix(19) }).count == 2)
    #expect(Set(keys).count == 3)
    #expect(keys.count { $0.contains("~") } == 2)
  }

  /// Everything of a table but the columns that state a position.
  private func content(_ table: RecordTable) -> [String] {
    (0..<table.count).map { record in
      let cells = table.columns.map { "\($0.field).\($0.slot)=\($0.ids[record])" }
      return
        "\(table.recordKey.string(record)) \(table.filled[record]) \(cells.joined(separator: " "))"
    }
      + table.pools.map { pool in
        (0..<pool.count).map { pool.string(UInt32($0)) }.joined(separator: "|")
      }
  }

  @Test(arguments: UInt64(1)...5)
  func `shuffled rows and other thread counts change nothing but positions`(
    seed: UInt64
  ) async throws {
    var random = SplitMix(seed: seed)
    let folder = try Folder()
    let file = try CSVReader(path: "\(fixtures)/customers/truth_entities.csv")
    let header = "id,note,name,phone,email,company,uscc,city,updated_at,owner"
    let rows = file.rows.map { $0.joined(separator: ",") }
    let straight = try folder.write(([header] + rows).joined(separator: "\n"), to: "a.csv")
    let mixed = try folder.write(
      ([header] + rows.shuffled(using: &random)).joined(separator: "\n"), to: "b.csv")
    let tickets = SourceOptions(name: "t", paths: ["\(fixtures)/customers/service_tickets.ndjson"])
    let first = try await ingest([SourceOptions(name: "s", paths: [straight]), tickets])
    let second = try await ingest(
      [SourceOptions(name: "s", paths: [mixed]), tickets], threads: 2)
    #expect(content(first.records) == content(second.records))
  }
}
