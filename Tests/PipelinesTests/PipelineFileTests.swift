import Export
import Foundation
import Golden
import Scorecard
import Testing
import Vocabulary

@testable import Pipelines

/// A pipeline file with one source, and more keys.
private func file(_ more: String) throws -> PipelineFile {
  try PipelineFile(
    text: "{ version: 1, name: 'n', sources: [{ name: 's', path: 's.csv' }], \(more) }",
    file: "pipeline.json", directory: "/data")
}

/// What a text is told.
private func problems(_ text: String) -> [String] {
  do {
    _ = try PipelineFile(text: text, file: "p.json", directory: "/data")
    return []
  } catch {
    return error.description.split(separator: "\n").map(String.init)
  }
}

@Suite struct PipelineFileTests {
  @Test func `the shortest file has every default`() throws {
    let pipeline = try file("")
    #expect(pipeline.name == "n")
    #expect(pipeline.schema == .customer)
    #expect(pipeline.region == "CN")
    #expect(pipeline.timezone == "Asia/Shanghai")
    #expect(pipeline.language == .chinese)
    #expect(pipeline.persons == MatchSettings())
    #expect(pipeline.organizations.accept == Probability(0.99))
    #expect(pipeline.organizations.review == Probability(0.50))
    #expect(pipeline.persons.block == nil)
    #expect(pipeline.reviewBudget == 200)
    #expect(pipeline.keep == KeepOptions(runs: 14, monthEnds: 24))
    #expect(pipeline.decisions == ["decisions/*.csv"])
    #expect(pipeline.output == "../../out/n")
    #expect(pipeline.sources == [PipelineSource(name: "s", paths: ["s.csv"])])
    #expect(
      pipeline.gates.map(\.metric) == [
        .quarantineShare, .rowDrop, .fillDrop, .mergedShare, .maxCluster, .modelConverged,
      ])
  }

  @Test func `paths are relative to the file`() throws {
    let pipeline = try PipelineFile(
      text: "{version: 1, name: 'n', sources: [{name: 's', path: 'a.csv'}]}",
      file: "x", directory: "/home/pipelines/n")
    #expect(pipeline.resolved(pipeline.output) == "/home/out/n")
    #expect(pipeline.resolved("a.csv") == "/home/pipelines/n/a.csv")
    #expect(pipeline.resolved("/a.csv") == "/a.csv")
  }

  @Test func `every key of the contract is read`() throws {
    let pipeline = try PipelineFile(text: everything, file: "p.json", directory: "/data")
    #expect(
      pipeline.schema.fields.map(\.name)
        == ["given_name", "surname", "soc_sec_id", "date_of_birth", "phones", "receivable"])
    #expect(pipeline.schema.fields[2].isExclusive)
    #expect(pipeline.schema.fields[4].isMultiple)
    #expect(pipeline.schema.fields[5].golden == .sum)
    let source = try #require(pipeline.sources.first)
    #expect(source.paths == ["a_*.csv", "b.csv"])
    #expect(source.pick == .newest)
    #expect(source.delimiter == "\t")
    #expect(source.header == .line(3))
    #expect(source.sheet == .named("客户"))
    #expect(source.records == "data.items")
    #expect(source.system == .handKept)
    #expect(source.trust == 80)
    #expect(source.onMissing == .useLast)
    #expect(source.id == ["branch", "no"])
    let given = PipelineMapping.Column(column: "f", party: .person, part: .given)
    #expect(
      source.map == [
        PipelineMapping(field: "given_name", columns: [given]),
        PipelineMapping(
          field: "phones",
          columns: [
            PipelineMapping.Column(column: "customer.phone"),
            PipelineMapping.Column(column: "tel", party: .organization),
          ]),
      ])
    #expect(pipeline.persons.accept == Probability(0.9))
    #expect(pipeline.organizations.accept == Probability(0.995))
    #expect(pipeline.organizations.review == Probability(0.4))
    #expect(pipeline.persons.model == .file("model.json"))
    #expect(pipeline.persons.block == [["surname", "date_of_birth"], ["soc_sec_id"]])
    #expect(pipeline.organizations.block == [["phones"]])
    #expect(
      pipeline.persons.compare == ["surname": ["exact", "homophone", "jaroWinkler>=0.92"]])
    #expect(pipeline.golden.rules == ["phones": [.valid, .mostRecent]])
    #expect(pipeline.scorecard.period == .quarter)
    #expect(pipeline.scorecard.required["s"] == ["surname", "phones|soc_sec_id"])
    #expect(pipeline.scorecard.weights == ["conformity.phone": 3])
    #expect(pipeline.goals.targets == ["completeness": 0.9])
    #expect(pipeline.goals.award.places == 3)
    #expect(
      pipeline.gates.prefix(2) == [
        Gate(metric: .completeness, scope: "all", bound: .atLeast(0.6)),
        Gate(metric: .maxCluster, scope: "person", bound: .atMost(50)),
      ])
    #expect(pipeline.keep == KeepOptions(runs: 2, monthEnds: 0))
    #expect(pipeline.language == .english)
  }

  @Test func `fields extend the customer schema and change its fields`() throws {
    let pipeline = try file("fields: { plan: 'category', wechat: { exclusive: true } }")
    #expect(pipeline.schema.fields.count == Schema.customer.fields.count + 1)
    #expect(pipeline.schema.fields.last == Field("plan", .category))
    let wechat = try #require(pipeline.schema.index(of: "wechat"))
    #expect(pipeline.schema.fields[wechat].kind == .identifier)
    #expect(pipeline.schema.fields[wechat].isExclusive)
  }

  @Test func `the configuration hash is of the settings and not of how they are written`() throws {
    let plain = try file("match: { accept: 0.99, review: 0.5 }")
    let other = try file("// a comment\n 'match': {review: .5, accept: 9.9e-1,},")
    #expect(try plain.canonicalJSON() == other.canonicalJSON())
    #expect(try plain.canonicalJSON() == file("").canonicalJSON())
    #expect(try plain.canonicalJSON() != file("match: { review: 0.6 }").canonicalJSON())
    #expect(try plain.configurationHash().count == 64)
    #expect(try file("region: 'US'").canonicalJSON() != file("").canonicalJSON())
  }
}

private let everything = """
  // every key
  {
    version: 1, name: "all", schema: "none", region: "US", timezone: "UTC", language: "en",
    fields: {
      given_name: "givenName", surname: "surname",
      soc_sec_id: { kind: "identifier", exclusive: true, sensitive: true },
      date_of_birth: "date", phones: "phone", receivable: { kind: "number", golden: "sum" },
    },
    sources: [
      { name: "s", path: ["a_*.csv", "b.csv"], pick: "newest", format: "csv", encoding: "GB18030",
        delimiter: "tab", sheet: "客户", header: 3, records: "data.items", profile: "none",
        system: "hand-kept", trust: 80,
        delivery: "append", onMissing: "useLast", id: ["branch", "no"],
        map: { phones: ["customer.phone", { column: "tel", party: "organization" }],
               given_name: { column: "f", party: "person", part: "given" } } },
    ],
    match: {
      accept: 0.9, review: 0.4, model: "model.json",
      block: [["surname", "date_of_birth"], ["soc_sec_id"]],
      compare: { surname: { levels: ["exact", "homophone", "jaroWinkler >= 0.92"] } },
      person: {}, organization: { accept: 0.995, block: ["phones"] },
    },
    golden: { rules: { phones: ["valid", "mostRecent"] } },
    scorecard: {
      period: "quarter", required: { s: ["surname", "phones|soc_sec_id"] }, notContent: "surname",
      weights: { "conformity.phone": 3 }, targets: { completeness: 0.9 }, peerGroups: "team",
      award: { name: "数据卫士", places: 3, minimumScore: 0.8 }, minimumRecords: 5,
      minimumUnits: 10, maximumExcludedShare: 0.5, lateEntryDays: 2, slowClosingHours: 24,
    },
    review: { budget: 10 },
    gates: [
      { metric: "completeness", scope: "all", atLeast: 0.60 },
      { metric: "max_cluster", scope: "person", atMost: 50 },
    ],
    decisions: ["decisions/*.csv", "more.csv"],
    keep: { runs: 2, monthEnds: 0 },
    output: "out",
  }
  """

// MARK: - Problems

@Suite struct PipelineFileProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var more: String
    var expected: String

    var testDescription: String { more }
  }

  @Test func `everything wrong is said at once, in the order of the file format`() {
    let lines = problems(
      """
      { name: "a/b", langage: "en", region: "XX", match: { accept: 2 },
        sources: [{ path: "x", map: { fone: "f" } }] }
      """)
    #expect(
      lines == [
        "p.json: version: error: the key 'version' is missing; write version: 1",
        "p.json: name: error: the name 'a/b' holds a '/'; leave it out, for record keys are source/id",
        "p.json: region: error: 'XX' is no region of ISO 3166-1 alpha-2; write one such as \"CN\"",
        "p.json: sources[0].name: error: the key 'name' is missing; write one such as name: \"sales\"",
        "p.json: sources[0].map.fone: error: unknown field 'fone'; did you mean 'phone'?",
        "p.json: match.accept: error: 'accept' must be a number in 0...1, not the number 2; "
          + "correct or remove it",
        "p.json: langage: error: unknown key 'langage'; did you mean 'language'?",
      ])
  }

  @Test func `an empty object lacks version, name and sources`() {
    let lines = problems("{}")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.contains("is missing; write") })
  }

  @Test(arguments: [
    Case(more: "schema: 'custmer'", expected: "did you mean 'customer'?"),
    Case(more: "schema: 'none'", expected: "fields: error: schema \"none\" has no fields"),
    Case(more: "schema: 'none', fields: {}", expected: "needs a field"),
    Case(
      more: "fields: { a: 'fone' }",
      expected: "fields.a: error: 'a' cannot be 'fone'; did you mean 'phone'?"),
    Case(more: "fields: { a: {} }", expected: "fields.a.kind: error: the key 'kind' is missing"),
    Case(
      more: "fields: { a: 3 }",
      expected: "fields.a: error: a field must be a kind or an object, not the number 3"),
    Case(more: "fields: { a: { kind: 'text', golden: 'sum' } }", expected: "only numbers add up"),
    Case(
      more: "fields: { a: { kind: 'text', exclsive: true } }", expected: "did you mean 'exclusive'?"
    ),
    Case(more: "fields: { 'a.b': 'text' }", expected: "cannot be 'a.b'"),
    Case(more: "timezone: 'Asia/Shangai'", expected: "did you mean 'Asia/Shanghai'?"),
    Case(more: "region: 'cn'", expected: "did you mean 'CN'?"),
    Case(more: "language: 'zh'", expected: "language: error: 'language' cannot be 'zh'"),
    Case(
      more: "match: { review: 0.9, accept: 0.8 }",
      expected: "match.review: error: review 0.9 is above accept 0.8"),
    Case(
      more: "match: { organization: { accept: 0.3 } }",
      expected: "match.organization.accept: error: review 0.5 is above accept 0.3"),
    Case(
      more: "match: { accept: '0.9' }", expected: "must be a number in 0...1, not the text '0.9'"),
    Case(more: "match: { accept: NaN }", expected: "must be a number in 0...1"),
    Case(
      more: "match: { block: ['fone'] }", expected: "match.block[0]: error: unknown field 'fone'"),
    Case(more: "match: { block: 'phone' }", expected: "must be a list of blocking rules"),
    Case(
      more: "match: { compare: { name: { levels: ['exakt'] } } }",
      expected:
        "match.compare.name.levels[0]: error: unknown comparison level 'exakt'; did you mean 'exact'?"
    ),
    Case(
      more: "match: { compare: { name: { levels: ['jaroWinkler>=1.2'] } } }",
      expected: "wrong bound; write it like 'jaroWinkler>=0.92'"),
    Case(
      more: "match: { compare: { phone: { levels: ['exact', 'sameMailbox'] } } }",
      expected:
        "match.compare.phone.levels[1]: error: the comparison level 'sameMailbox' never holds"),
    Case(
      more: "match: { compare: { created_at: { levels: ['exact'] } } }",
      expected: "match.compare.created_at: error: 'created_at' is no evidence"),
    Case(more: "match: { compare: { name: {} } }", expected: "levels' is missing"),
    Case(more: "match: { model: 'a.bin' }", expected: "write \"auto\" or a .json file"),
    Case(
      more: "golden: { rules: { phone: ['mostRecnt'] } }",
      expected:
        "golden.rules.phone[0]: error: unknown survivorship rule 'mostRecnt'; did you mean 'mostRecent'?"
    ),
    Case(more: "scorecard: { period: 'day' }", expected: "known here: week, month, quarter"),
    Case(
      more: "scorecard: { weights: { 'conformity.fone': 1 } }",
      expected: "did you mean 'conformity.phone'?"),
    Case(more: "scorecard: { required: { x: ['phone'] } }", expected: "unknown source 'x'"),
    Case(
      more: "scorecard: { required: ['fone|email'] }",
      expected: "scorecard.required[0]: error: unknown field 'fone'"),
    Case(more: "gates: [{ metric: 'row_dropp', atMost: 1 }]", expected: "did you mean 'row_drop'?"),
    Case(
      more: "gates: [{ metric: 'row_drop' }]",
      expected: "gates[0].atLeast: error: the gate has no bound"),
    Case(
      more: "gates: [{ metric: 'row_drop', atMost: 30 }]", expected: "must be a number in 0...1"),
    Case(
      more: "gates: [{ metric: 'row_drop', atMost: 1, scope: 'person' }]",
      expected: "gates[0].scope"),
    Case(
      more: "gates: { metric: 'row_drop' }", expected: "must be a list of objects, not an object"),
    Case(
      more: "review: { budget: 1.5 }",
      expected: "must be a whole number of at least 0, not the number 1.5"),
    Case(more: "keep: { runs: 0 }", expected: "of at least 1"),
    Case(more: "decisions: []", expected: "not an empty list"),
    Case(more: "output: 3", expected: "'output' must be a text, not the number 3"),
  ])
  func `a wrong key is named with its place and the way out`(_ wrong: Case) throws {
    let lines = problems(
      "{ version: 1, name: 'n', sources: [{ name: 's', path: 's.csv' }], \(wrong.more) }")
    #expect(lines.count == 1)
    #expect(lines.first?.contains(wrong.expected) == true, "\(lines)")
  }

  @Test(arguments: [
    Case(
      more: "{ name: 's', path: 'x' }, { name: 's', path: 'y' }",
      expected: "sources[1].name: error: two sources are named 's'"),
    Case(more: "{ name: 's/1', path: 'x' }", expected: "holds a '/'"),
    Case(more: "{ name: 's' }", expected: "sources[0].path: error: the key 'path' is missing"),
    Case(more: "{ name: 's', path: [] }", expected: "not an empty list"),
    Case(
      more: "{ name: 's', path: ['a', 3] }", expected: "sources[0].path[1]: error: must be a text"),
    Case(
      more: "{ name: 's', path: 'x', trust: 101 }",
      expected: "whole number in 0...100, not the number 101"),
    Case(more: "{ name: 's', path: 'x', trsut: 1 }", expected: "did you mean 'trust'?"),
    Case(more: "{ name: 's', path: 'x', system: 'sale' }", expected: "did you mean 'sales'?"),
    Case(more: "{ name: 's', path: 'x', encoding: 'gb1803' }", expected: "did you mean 'gb18030'?"),
    Case(more: "{ name: 's', path: 'x', delimiter: ',,' }", expected: "one ASCII character"),
    Case(more: "{ name: 's', path: 'x', header: 0 }", expected: "the number of its line"),
    Case(more: "{ name: 's', path: 'x', sheet: 0 }", expected: "1 is the first visible sheet"),
    Case(
      more: "{ name: 's', path: 'x', delivery: 'full' }", expected: "known here: snapshot, append"),
    Case(
      more: "{ name: 's', path: 'x', onMissing: 'uselast' }", expected: "did you mean 'useLast'?"),
    Case(
      more: "{ name: 's', path: 'x', map: { phone: 3 } }",
      expected: "sources[0].map.phone: error: must be a column"),
    Case(
      more: "{ name: 's', path: 'x', map: { phone: ['a', ['b']] } }",
      expected: "sources[0].map.phone[1]: error: a list in a list"),
    Case(
      more: "{ name: 's', path: 'x', map: { phone: { party: 'person' } } }",
      expected: "map.phone.column: error: the key 'column' is missing"),
    Case(
      more: "{ name: 's', path: 'x', map: { name: { column: 'a', part: 'first' } } }",
      expected: "known here: given, surname"),
    Case(more: "3", expected: "sources[0]: error: must be an object, not the number 3"),
  ])
  func `a wrong source is named with its place and the way out`(_ wrong: Case) {
    let lines = problems("{ version: 1, name: 'n', sources: [\(wrong.more)] }")
    #expect(lines.count == 1)
    #expect(lines.first?.contains(wrong.expected) == true, "\(lines)")
  }

  @Test func `a list of no sources is a problem`() {
    #expect(
      problems("{version: 1, name: 'n', sources: []}").first?.contains("the list is empty") == true)
  }

  @Test func `a missing file is named`() {
    #expect(throws: PipelineFileError.self) { try PipelineFile(file: "/nowhere/pipeline.json") }
  }

  @Test func `a syntax error says line and column`() {
    #expect(
      problems("{\n  version: 1\n  name: 'n'\n}") == [
        "p.json:3:3: error: neither ',' nor '}' here, inside the '{' of line 1, column 1; "
          + "add the missing one"
      ])
  }
}
