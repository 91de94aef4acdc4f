import Golden
import TestSupport
import Testing
import Vocabulary

@Suite struct GoldenRecordBuilderTests {
  typealias Record = MentionFixture.Record
  typealias Value = MentionFixture.Value

  private let day = CivilDay(number: 20_600)  // 2026-05-27
  private let fixture = MentionFixture(sources: [
    SourceInfo(name: "erp", trust: 90), SourceInfo(name: "crm", trust: 50),
  ])

  @Test func `no mentions give no golden records`() async {
    let table = fixture.table([])
    let clusters = EntityClusters(party: .person, roots: [])
    let golden = await GoldenRecordBuilder(table: table, asOf: day).build(clusters, goldenIDs: [])
    #expect(golden.count == 0)
    #expect(golden.survivorStarts == [0])
  }

  @Test func `a single record is its own golden record without claims`() async throws {
    let table = fixture.table([
      Record("crm", "1", created: "2026-01-02", owner: "李雷", person: [Value("contact", "张伟")])
    ])
    let golden = await build(table, .person) { $0 }
    #expect(golden.count == 1)
    #expect(golden.claims.isEmpty)
    #expect(golden.recordCount == [1])
    #expect(golden.sourceCount == [1])
    #expect(golden.firstSeen == [CivilDay(year: 2026, month: 1, day: 2)])
    #expect(golden.confidence == [Probability(1)])
    #expect(describe(golden, table) == ["name=张伟 onlyValue"])
  }

  @Test func `a receivable is the exact sum of what each record says once`() async throws {
    let table = fixture.table([
      Record("erp", "1", organization: [Value("receivable", "-159603.29")]),
      Record("erp", "2", organization: [Value("receivable", "100.10")]),
      Record("crm", "3", organization: [Value("receivable", "0.19"), Value("receivable", "7")]),
      Record("crm", "4", organization: [Value("receivable", "n/a")]),
    ])
    let golden = await build(table, .organization) { _ in "all" }
    #expect(describe(golden, table) == ["receivable=-159503.00 sum"])
    #expect(golden.claims.map(\.reason) == [.sum, nil, nil, .sum, .sum])
  }

  @Test func `owners, sources, days and confidence are those of all records`() async throws {
    let table = fixture.table([
      Record("erp", "1", updated: "2026-05-01", owner: "王芳", organization: [Value("company", "甲")]),
      Record("crm", "1", created: "2025-12-31", owner: "王芳", organization: [Value("company", "甲")]),
      Record("crm", "2", updated: "2031-01-01", owner: "李雷", organization: [Value("company", "甲")]),
      Record("crm", "3", owner: "王芳", organization: [Value("company", "甲")]),
    ])
    var clusters = fixture.clusters(.organization, in: table) { _ in "all" }
    clusters.weakestLink = [4, 2, nil, 8]
    let golden = await GoldenRecordBuilder(table: table, asOf: day)
      .build(clusters, goldenIDs: ["O1"])
    let owner = try #require(Schema.customer.index(of: "owner"))
    let names = golden.owners(of: 0).map {
      table.records.sources[Int($0.source)].name + ":"
        + table.readings[owner].canonical.string($0.owner)
    }
    #expect(names == ["crm:李雷", "crm:王芳", "erp:王芳"])
    #expect(golden.recordCount == [4])
    #expect(golden.sourceCount == [2])
    #expect(golden.firstSeen == [CivilDay(year: 2025, month: 12, day: 31)])
    #expect(golden.lastSeen == [CivilDay(year: 2026, month: 5, day: 1)])
    #expect(golden.confidence == [Probability(0.8)])
  }

  @Test func `the last word of each source is current`() async throws {
    let table = fixture.table([
      Record("crm", "1", updated: "2026-01-01", person: [Value("city", "上海")]),
      Record("crm", "2", updated: "2026-02-01", person: [Value("city", "北京")]),
      Record("crm", "3", person: [Value("city", "北京")]),
      Record("erp", "1", updated: "2025-01-01", person: [Value("city", "广州")]),
    ])
    let golden = await build(table, .person) { _ in "all" }
    #expect(golden.claims.map(\.isCurrent) == [false, true, true, true])
    #expect(golden.claims.map { $0.reason != nil } == [false, true, false, false])
  }

  @Test(arguments: UInt64(1)...20)
  func `order of records, value numbers and clusters changes nothing`(seed: UInt64) async throws {
    var random = Xorshift(state: seed)
    let records = (0..<60).map { number in randomRecord(number, &random) }
    let plain = await described(records)
    let shuffled = await described(records.shuffled(using: &random))
    #expect(plain == shuffled)
    #expect(plain.count > 20)
  }

  private func described(_ records: [Record]) async -> [String] {
    let table = fixture.table(records)
    let golden = await build(table, .person) { String($0.suffix(1)) }
    return describe(golden, table)
      + golden.claims.map { "\($0.mention) \($0.field) \($0.reason?.name ?? "") \($0.isCurrent)" }
  }

  private func randomRecord(_ number: Int, _ random: inout Xorshift) -> Record {
    let fields = ["name", "contact", "party_name", "phone", "city", "uscc", "note", "level"]
    let values = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      Value(
        fields[Int.random(in: 0..<fields.count, using: &random)],
        "v\(Int.random(in: 0..<4, using: &random))")
    }
    let source = Bool.random(using: &random) ? "crm" : "erp"
    let date = "2026-0\(Int.random(in: 1...4, using: &random))-01"
    return Record(
      source, "\(number)", updated: Bool.random(using: &random) ? date : nil, person: values)
  }

  private func build(
    _ table: NormalizedTable, _ party: Party, by label: (String) -> String
  ) async -> GoldenTable {
    let clusters = fixture.clusters(party, in: table, by: label)
    return await GoldenRecordBuilder(table: table, asOf: day)
      .build(clusters, goldenIDs: (0..<clusters.count).map { "G\($0)" })
  }

  private func describe(_ golden: GoldenTable, _ table: NormalizedTable) -> [String] {
    golden.survivors.map { survivor in
      let text = String(decoding: golden.text(of: survivor, in: table), as: UTF8.self)
      let name = table.records.schema.fields[Int(survivor.field)].name
      return "\(name)=\(text) \(survivor.reason.name)"
    }
  }
}

/// A generator of the same numbers for the same seed (Marsaglia, "Xorshift RNGs").
struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
