import Golden
import TestSupport
import Testing
import Vocabulary

/// The tables of survivorship: which value stays, and what is said about why.
@Suite struct SurvivorshipTests {
  typealias Record = MentionFixture.Record
  typealias Value = MentionFixture.Value

  struct Case: Sendable, CustomTestStringConvertible {
    let because: String
    var rules: [String: [SurvivorshipRule]] = [:]
    var ranks: [String: UInt8] = [:]
    let field: String
    let records: [Record]
    let survives: [String]
    let reason: SurvivorReason
    var testDescription: String { because }
  }

  static let fixture = MentionFixture(sources: [
    SourceInfo(name: "erp", trust: 90), SourceInfo(name: "crm", trust: 50),
  ])

  static func person(
    _ source: String, _ id: String, _ updated: String? = nil, _ values: Value...
  ) -> Record {
    Record(source, id, updated: updated, person: values)
  }

  static let cases: [Case] = [
    Case(
      because: "one value needs no rule", field: "city",
      records: [person("crm", "1", nil, Value("city", "上海"))], survives: ["上海"],
      reason: .onlyValue),
    Case(
      because: "equal values need no rule", field: "city",
      records: [
        person("crm", "1", nil, Value("city", "上海")), person("erp", "1", nil, Value("city", "上海")),
      ], survives: ["上海"], reason: .onlyValue),
    Case(
      because: "a valid phone beats a newer placeholder", field: "phone",
      records: [
        person("crm", "1", "2026-01-01", Value("phone", "+8613912345678")),
        person("crm", "2", "2026-05-01", Value("phone", "+8613800138000", issues: .placeholder)),
      ], survives: ["+8613912345678"], reason: .rule(.valid)),
    Case(
      because: "a lone placeholder is kept for the steward", field: "wechat",
      records: [person("crm", "1", nil, Value("wechat", "test", issues: .placeholder))],
      survives: ["test"], reason: .onlyValue),
    Case(
      because: "the newest phone is the primary one, the other stays", field: "phone",
      records: [
        person("crm", "1", "2026-05-01", Value("phone", "+8613912345678")),
        person("erp", "2", "2026-01-01", Value("phone", "+8613700000001")),
      ], survives: ["+8613912345678", "+8613700000001"], reason: .rule(.mostRecent)),
    Case(
      because: "a time after the as-of day is a typing error", field: "city",
      records: [
        person("crm", "1", "2062-05-01", Value("city", "北京")),
        person("erp", "2", "2026-01-01", Value("city", "上海")),
      ], survives: ["上海"], reason: .rule(.mostRecent)),
    Case(
      because: "a full name beats a newer surname", ranks: ["张伟": 3, "张": 1], field: "name",
      records: [
        person("crm", "1", "2026-05-01", Value("contact", "张")),
        person("erp", "2", "2026-01-01", Value("party_name", "张伟")),
      ], survives: ["张伟"], reason: .rule(.mostComplete)),
    Case(
      because: "the majority of identifiers is right", field: "uscc",
      records: [
        person("erp", "1", "2026-05-01", Value("uscc", "A")),
        person("crm", "2", nil, Value("uscc", "B")), person("crm", "3", nil, Value("uscc", "B")),
      ], survives: ["B"], reason: .rule(.mostFrequent)),
    Case(
      because: "a value twice in one record counts once", rules: ["city": [.mostFrequent]],
      field: "city",
      records: [
        person("crm", "1", nil, Value("city", "甲"), Value("city", "甲")),
        person("crm", "2", nil, Value("city", "乙")),
      ], survives: ["甲"], reason: .smallestRecordKey),
    Case(
      because: "the trusted source decides a category", field: "level",
      records: [
        person("crm", "1", "2026-05-01", Value("level", "A")),
        person("erp", "2", "2026-01-01", Value("level", "B")),
      ], survives: ["B"], reason: .rule(.mostTrusted)),
    Case(
      because: "length is counted in characters", rules: ["address": [.longest]],
      field: "address",
      records: [
        person("crm", "1", nil, Value("address", "abcd")),
        person("crm", "2", nil, Value("address", "上海市")),
      ], survives: ["abcd"], reason: .rule(.longest)),
    Case(
      because: "a tie ends at the smallest record key", field: "note",
      records: [
        person("erp", "1", nil, Value("note", "b")), person("crm", "9", nil, Value("note", "a")),
      ], survives: ["a"], reason: .smallestRecordKey),
    Case(
      because: "the chain of the pipeline file replaces the default",
      rules: ["level": [.mostRecent]], field: "level",
      records: [
        person("crm", "1", "2026-05-01", Value("level", "A")),
        person("erp", "2", "2026-01-01", Value("level", "B")),
      ], survives: ["A"], reason: .rule(.mostRecent)),
  ]

  @Test(arguments: cases)
  func `the best value by the chain survives`(_ example: Case) async throws {
    for records in [example.records, example.records.reversed()] {
      let golden = await build(records, example)
      let field = try #require(Schema.customer.index(of: example.field))
      let survivors = golden.golden.survivors(of: 0, field: field)
      #expect(survivors.map { text($0, golden) } == example.survives)
      #expect(survivors.first?.reason == example.reason)
    }
  }

  @Test func `a steward's value wins and need not be a claim`() async throws {
    let table = Self.fixture.table([
      Self.person("crm", "1", nil, Value("city", "上海"), Value("phone", "+861")),
      Self.person("crm", "2", nil, Value("city", "北京")),
    ])
    let clusters = Self.fixture.clusters(.person, in: table) { _ in "all" }
    let index = { (name: String) in try #require(Schema.customer.index(of: name)) }
    let fixed = [
      StewardValue(record: 1, field: try index("city"), value: "苏州"),
      StewardValue(record: 0, field: try index("party_name"), value: "李四"),
      StewardValue(record: 0, field: try index("phone"), value: "+862"),
    ]
    let builder = GoldenRecordBuilder(table: table, asOf: day, stewardValues: fixed)
    let golden = await builder.build(clusters, goldenIDs: ["P1"])
    func texts(_ name: String) throws -> [String] {
      golden.survivors(of: 0, field: try index(name)).map { text($0, (golden, table)) }
    }
    #expect(try texts("city") == ["苏州"])
    #expect(try texts("name") == ["李四"])
    #expect(try texts("phone") == ["+862", "+861"])
    #expect(golden.survivors.map(\.field) == golden.survivors.map(\.field).sorted())
    #expect(golden.claims(of: 0).filter { $0.field == 15 }.allSatisfy { $0.reason == nil })
  }

  @Test func `options decode without keys and name every unknown field`() throws {
    #expect(GoldenOptions().problems(with: .customer).isEmpty)
    let options = GoldenOptions(rules: ["zzz": [.valid], "aaa": [.valid], "phone": []])
    #expect(options.problems(with: .customer).count == 3)
    #expect(options.problems(with: .customer)[0].contains("'aaa'"))
  }

  private let day = CivilDay(number: 20_600)  // 2026-05-27

  private func build(
    _ records: [Record], _ example: Case
  ) async -> (golden: GoldenTable, table: NormalizedTable) {
    let table = Self.fixture.table(records)
    let ranks = Schema.customer.fields.indices.map { field in
      let pool = table.readings[field].canonical
      return (0..<UInt32(pool.count)).map { example.ranks[pool.string($0)] ?? 0 }
    }
    let builder = GoldenRecordBuilder(
      table: table, options: GoldenOptions(rules: example.rules), asOf: day,
      ranks: Dictionary(uniqueKeysWithValues: ranks.enumerated().map { ($0, $1) }))
    let clusters = Self.fixture.clusters(.person, in: table) { _ in "all" }
    return (await builder.build(clusters, goldenIDs: ["P1"]), table)
  }

  private func text(
    _ survivor: Survivor, _ result: (golden: GoldenTable, table: NormalizedTable)
  ) -> String {
    String(decoding: result.golden.text(of: survivor, in: result.table), as: UTF8.self)
  }
}
