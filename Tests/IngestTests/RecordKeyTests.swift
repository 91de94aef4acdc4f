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
    #expect(Set(keys).count == 3)
    #expect(keys.allSatisfy { $0.hasPrefix("s/x") && $0.count == 19 })
  }

  /// The surrogate ids of rows with the header of a 悟空CRM export, by the note in their last cell.
  private static func surrogates(_ rows: [String]) async throws -> [String: String] {
    let folder = try Folder()
    let header = "客户名称,客户来源,手机,电话,邮箱,负责人,所属部门,更新时间,创建时间,创建人,锁定状态,成交状态,备注"
    let path = try folder.write(([header] + rows).joined(separator: "\n") + "\n", to: "w.csv")
    let table = try await ingest([SourceOptions(name: "s", paths: [path])]).records
    let note = try #require(table.schema.index(of: "note"))
    let column = try #require(table.columns(of: note).first)
    let pairs = (0..<table.count).map {
      (table.pools[note].string(column.ids[$0]), table.sourceRecordID.string($0))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private static let rows = [
    "甲公司,促销,13800138001,,,陈晓,华东,2024-04-01 10:00:00,2024-03-05 09:07:11,陈晓,未锁定,未成交,a",
    "乙公司,促销,13800138002,,,陈晓,华东,2024-04-01 10:00:00,2024-03-05 09:09:00,陈晓,未锁定,未成交,b",
    // imported together
    "丙公司,促销,13800138003,,,刘洋,华东,2024-04-01 10:00:00,2024-03-06 12:00:00,刘洋,未锁定,未成交,c",
    "丁公司,促销,13800138004,,,刘洋,华东,2024-04-01 10:00:00,2024-03-06 12:00:00,刘洋,未锁定,未成交,d",
    // entered twice
    "戊公司,促销,13800138005,,,刘洋,华东,2024-04-01 10:00:00,2024-03-06 12:00:00,刘洋,未锁定,未成交,e",
    "戊公司,促销,13800138006,,,刘洋,华东,2024-04-01 10:00:00,2024-03-06 12:00:00,刘洋,未锁定,未成交,f",
  ]

  struct Change: Sendable, CustomTestStringConvertible {
    var what: String
    var from: String
    var to: String
    /// The records whose id changes with it.
    var changed: Set<String> = []

    var testDescription: String { what }
  }

  @Test(arguments: [
    Change(what: "nothing", from: "", to: ""),
    Change(what: "an edited phone", from: "13800138001", to: "13900139001"),
    Change(what: "another owner", from: ",,,陈晓,", to: ",,,孙悦,"),
    Change(what: "another time of change", from: "2024-04-01 10:00:00", to: "2024-05-02 11:00:00"),
    Change(what: "a new name", from: "甲公司", to: "甲（集团）有限公司"),
    Change(what: "a row that a workbook wrote", from: "2024-03-05 09:09:00", to: "2024/3/5 9:09"),
    Change(what: "the phone of an imported row", from: "13800138003", to: "13900139003"),
    Change(what: "a new name of an imported row", from: "丙公司", to: "丙集团", changed: ["c"]),
    Change(
      what: "the phone of a row entered twice", from: "13800138005", to: "13900139005",
      changed: ["e"]),
    Change(
      what: "another creation", from: "2024-03-05 09:09:00", to: "2024-03-05 09:10:00",
      changed: ["b"]),
  ])
  func `a surrogate id changes with nothing but what makes it`(_ change: Change) async throws {
    let before = try await Self.surrogates(Self.rows)
    #expect(Set(before.values).count == Self.rows.count)
    let after = try await Self.surrogates(
      Self.rows.reversed().map {
        change.from.isEmpty ? $0 : $0.replacing(change.from, with: change.to)
      })
    let changed = before.filter { after[$0.key] != $0.value }.map(\.key)
    #expect(Set(changed) == change.changed)
  }

  @Test func `a row that is added changes no other's id`() async throws {
    let before = try await Self.surrogates(Self.rows)
    let more =
      "己公司,促销,13800138007,,,陈晓,华东,2024-04-01 10:00:00,2024-04-01 09:00:00,陈晓,未锁定,未成交,g"
    let after = try await Self.surrogates([more] + Self.rows)
    #expect(before.allSatisfy { after[$0.key] == $0.value })
  }

  @Test func `a list with neither ids nor times goes by its names`() async throws {
    let folder = try Folder()
    func ids(_ rows: String) async throws -> [String] {
      let path = try folder.write("姓名,手机,备注\n" + rows, to: "list.csv")
      return listing(
        try await ingest([SourceOptions(name: "s", paths: [path])]).records, fields: [])
    }
    let before = try await ids("张伟,13800138001,\n李娜,13800138002,\n李娜,13800138003,\n,,无名\n")
    let after = try await ids("张伟,13900139001,x\n李娜,13800138002,y\n李娜,13800138003,\n,,无名\n")
    #expect(Set(before).count == 4)
    #expect(before == after)
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

  @Test func `an id is the same whatever keeps a spreadsheet from taking it for a number`()
    async throws
  {
    let folder = try Folder()
    let text = "id,姓名,手机\n'001,甲,13900000001\n\"=\"\"002\"\"\",乙,13900000002\n003\t,丙,13900000003\n"
    let source = SourceOptions(name: "s", paths: [try folder.write(text, to: "ids.csv")])
    let table = try await ingest([source]).records
    #expect((0..<table.count).map { table.recordKey.string($0) } == ["s/001", "s/002", "s/003"])
  }
}
