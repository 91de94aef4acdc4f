import TestSupport
import Testing

/// What each verb of a decision does, and that taking it back undoes it.
@Suite struct DecisionVerbTests {
  private static let header =
    "decision_id,verb,party,left,right,field,value,by,at,why,revokes\n"
  private static let restored = ["golden.csv", "golden.ndjson", "claims.csv", "crosswalk.csv"]

  /// Rows of one person, of a second one, of a third, and of what may be a firm.
  private func night() throws -> PipelineFolder {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write(
      "sales.csv",
      ExportLines.sales([
        ExportLines.person("C1", "李小龙", phone: "13524689713"),
        ExportLines.person("C2", "李小龙", phone: "13524689713"),
        ExportLines.person("C3", "欧阳娜娜", phone: "18799947966"),
        ExportLines.person("C4", "李小龙", phone: "13524689713"),
        ExportLines.person("C5", "明华海", phone: "13911112222"),
        ExportLines.person("C6", "欧阳娜娜", phone: "1879994796"),
      ]))
    return night
  }

  private func decide(_ night: PipelineFolder, _ lines: String...) throws {
    let text = Self.header + lines.map { $0 + "\n" }.joined()
    try night.folder.write("decisions/1.csv", text)
  }

  private func ids(_ night: PipelineFolder) throws -> [String: String] {
    try night.table("crosswalk.csv").pairs("record_key", "golden_id")
  }

  private func statuses(_ night: PipelineFolder) throws -> [String: String] {
    try night.table("decisions.csv").pairs("decision_id", "status")
  }

  struct Undone: Sendable {
    var verb: String
    var lines: [String]
    /// The causes in identity_changes.csv when it is taken back.
    var causes: Set<String>
  }

  @Test(arguments: [
    Undone(
      verb: "same", lines: ["d1,same,person,sales/C3,sales/C6,,,zhou,,,"], causes: ["decision"]),
    Undone(
      verb: "same over much", lines: ["d1,same,person,sales/C1,sales/C3,,,zhou,,,"],
      causes: ["decision"]),
    Undone(
      verb: "different", lines: ["d1,different,person,sales/C1,sales/C4,,,zhou,,,"],
      causes: ["decision"]),
    Undone(verb: "detach", lines: ["d1,detach,person,sales/C2,,,,zhou,,,"], causes: ["decision"]),
    Undone(
      verb: "value", lines: ["d1,value,person,sales/C4,,phone,138 1234 5678,zhou,,,"], causes: []),
    Undone(verb: "kind", lines: ["d1,kind,,sales/C5,,,organization,zhou,,,"], causes: []),
  ])
  func `taking a decision back restores what was published`(_ undone: Undone) throws {
    let night = try night()
    try night.publish()
    let before = try Self.restored.map { try night.bytes("out/current/" + $0) }
    for line in undone.lines { try decide(night, line) }
    for _ in 1...2 {
      try night.publish()
      #expect(try Self.restored.map { try night.bytes("out/current/" + $0) } != before)
      #expect(try statuses(night)["d1"] == "followed")
    }
    try night.folder.write("decisions/2.csv", Self.header + "d2,,,,,,,zhou,2026-06-30,wrong,d1\n")
    try night.publish()
    #expect(try Self.restored.map { try night.bytes("out/current/" + $0) } == before)
    #expect(Set(try night.table("identity_changes.csv").column("cause")) == undone.causes)
    #expect(try statuses(night) == ["d1": "revoked", "d2": "followed"])

    // Taking that back makes the decision hold again.
    try night.folder.write("decisions/3.csv", Self.header + "d3,,,,,,,zhou,,,d2\n")
    try night.publish()
    #expect(try statuses(night)["d1"] == "followed")
    #expect(try Self.restored.map { try night.bytes("out/current/" + $0) } != before)
  }

  @Test func `a same that held from the first night on leaves nothing behind`() throws {
    let night = try night()
    try decide(night, "d1,same,person,sales/C3,sales/C6,,,zhou,,,")
    for _ in 1...2 { try night.publish() }
    let joined = try ids(night)
    #expect(joined["sales/C3"] == joined["sales/C6"])
    try decide(night)
    try night.publish()
    let apart = try ids(night)
    #expect(apart["sales/C3"] != apart["sales/C6"])
    #expect(apart["sales/C1"] == joined["sales/C1"])
    #expect(try night.table("identity_changes.csv").column("cause") == ["decision"])
  }

  @Test func `a detached record stays out, and nobody is asked about it`() throws {
    let night = try night()
    try decide(night, "d1,detach,person,sales/C2,,,,zhou,,,")
    try night.publish()
    let ids = try ids(night)
    #expect(ids["sales/C1"] == ids["sales/C4"])
    #expect(ids.values.filter { $0 == ids["sales/C2"] }.count == 1)
    let asked = try night.table("review.csv").columns("left", "right").flatMap { $0 }
    #expect(!asked.contains("sales/C2"))
    let outcomes = Set(
      try night.table("links.csv").columns("left", "right", "outcome")
        .filter { $0.contains("sales/C2") }.map { $0[2] })
    #expect(outcomes == ["vetoed"])
  }

  @Test func `a value stands in the golden record, the claims and show`() throws {
    let night = try night()
    try decide(
      night, "d1,value,person,sales/C4,,phone,138 1234 5678,zhou,2026-06-29,called,",
      "d2,value,person,sales/C3,,birth_date,1988年4月2日,wu,2026-06-28,card,")
    try night.publish()
    let golden = try night.table("golden.csv")
    let id = try #require(try ids(night)["sales/C1"])
    #expect(golden.pairs("golden_id", "phone")[id] == "+8613812345678")
    #expect(golden.pairs("golden_id", "phones")[id] == "+8613812345678;+8613524689713")
    let alone = try #require(try ids(night)["sales/C3"])
    #expect(golden.pairs("golden_id", "birth_date")[alone] == "1988-04-02")
    let claims = try night.table("claims.csv")
      .columns("golden_id", "field", "value", "raw_value", "record_key", "rule")
      .filter { $0[5] == "steward" }
    #expect(
      claims.sorted { $0[1] < $1[1] } == [
        [alone, "birth_date", "1988-04-02", "1988年4月2日", "decisions/d2", "steward"],
        [id, "phone", "+8613812345678", "138 1234 5678", "decisions/d1", "steward"],
      ])
    let shown = try AssayProcess.run(["show", "out", id], in: night.folder)
    #expect(shown.stdout.contains("decisions/d1"))
    #expect(shown.stdout.contains("zhou"))
    #expect(shown.stdout.contains("called"))
  }

  @Test func `kind makes an organization of a mention`() throws {
    let night = try night()
    try decide(night, "d1,kind,organization,sales/C5,,,,zhou,,,")
    try night.publish()
    let rows = try night.table("crosswalk.csv").columns("record_key", "party", "role")
      .filter { $0[0] == "sales/C5" }
    #expect(rows.contains(["sales/C5", "organization", "subject"]))
    let golden = try night.table("golden.csv").columns("party", "party_name")
    #expect(golden.contains(["organization", "明华海"]))
  }

  @Test func `ignore settles a finding and a question`() throws {
    let night = try night()
    try night.publish()
    let before = try night.table("scorecard.csv")
    let finding = try #require(
      try night.table("findings.csv").columns("finding_id", "rule")
        .first { $0[1] == "conformity.phone" })[0]
    let question = try #require(try night.table("review.csv").column("question_id").first)
    try decide(
      night, "d1,ignore,,,,,\(finding),zhou,,,", "d2,ignore,,,,,\(question),zhou,,,",
      "d3,ignore,,,,,q0123456789abcdef,zhou,,,")
    try night.publish()
    let findings = try night.table("findings.csv")
    #expect(findings.pairs("finding_id", "status")[finding] == "appealed")
    #expect(findings.pairs("finding_id", "counted")[finding] == "false")
    #expect(try night.table("review.csv").column("question_id").isEmpty)
    #expect(try statuses(night) == ["d1": "followed", "d2": "followed", "d3": "waiting"])
    func phones(_ table: ResultTable) throws -> [String] {
      try #require(
        table.columns("population", "scope_kind", "rule", "units", "passed", "failed", "excluded")
          .first { $0[0] == "stock" && $0[1] == "all" && $0[2] == "conformity.phone" })
    }
    #expect(try phones(before)[3...] == ["6", "5", "1", "0"])
    #expect(try phones(try night.table("scorecard.csv"))[3...] == ["6", "5", "0", "1"])

    try decide(night)
    try night.publish()
    #expect(try night.table("findings.csv").pairs("finding_id", "status")[finding] == "open")
    #expect(try night.table("review.csv").column("question_id") == [question])
  }
}

/// Decisions that contradict each other, or cannot be followed.
@Suite struct DecisionConflictTests {
  private static let header =
    "decision_id,verb,party,left,right,field,value,by,at,why,revokes\n"

  private func night(_ lines: String...) throws -> PipelineFolder {
    let night = try PipelineFolder([
      #"{ name: "sales", path: "sales.csv" }"#, #"{ name: "finance", path: "finance.csv" }"#,
    ])
    try night.folder.write(
      "sales.csv",
      ExportLines.sales([
        ExportLines.person("C1", "李小龙", phone: "13524689713"),
        ExportLines.person("C2", "李小龙", phone: "13524689713"),
        ExportLines.person("C3", "欧阳娜娜", phone: "18799947966"),
      ]))
    try night.folder.write(
      "finance.csv",
      ExportLines.finance([
        ["客户编码": "K1", "客户全称": "杭州云帆科技有限公司", "统一社会信用代码": "914403001922038216"],
        ["客户编码": "K2", "客户全称": "宁波海天贸易有限公司", "统一社会信用代码": "91440300708461136T"],
      ]))
    try decide(night, lines)
    return night
  }

  private func decide(_ night: PipelineFolder, _ lines: [String]) throws {
    let text = Self.header + lines.map { $0 + "\n" }.joined()
    try night.folder.write("decisions/1.csv", text)
  }

  private func rows(_ night: PipelineFolder) throws -> [[String]] {
    try night.table("decisions.csv").columns("decision_id", "status", "conflicts_with")
  }

  @Test func `two stewards who disagree are listed, found and asked`() throws {
    let night = try night(
      "d1,same,person,sales/C1,sales/C3,,,zhou,,,", "d2,different,person,sales/C3,sales/C1,,,wu,,,",
      "d3,value,person,sales/C3,,name,甲乙,zhou,,,", "d4,value,person,sales/C3,,name,丙丁,wu,,,",
      "d5,kind,,sales/C2,,,organization,wu,,,", "d6,kind,,sales/C2,,,person,zhou,,,")
    try night.publish()
    #expect(
      try rows(night) == [
        ["d1", "conflict", "d2"], ["d2", "conflict", "d1"], ["d3", "conflict", "d4"],
        ["d4", "conflict", "d3"], ["d5", "conflict", "d6"], ["d6", "conflict", "d5"],
      ])
    let ids = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    #expect(ids["sales/C1"] != ids["sales/C3"])
    #expect(ids["sales/C1"] == ids["sales/C2"])
    let names = try night.table("golden.csv").pairs("golden_id", "party_name")
    #expect(names[try #require(ids["sales/C3"])] == "欧阳娜娜")
    let found = try night.table("findings.csv").columns("rule", "record_key", "field", "counted")
      .filter { $0[0] == "consistency.decision" }
    #expect(
      found.map { $0[1...2].joined(separator: " ") } == ["sales/C2 ", "sales/C3 ", "sales/C3 name"])
    #expect(found.allSatisfy { $0[3] == "false" })
    let asked = try night.table("review.csv").columns("left", "right", "reasons")
      .filter { $0[2].contains("管理员意见不一") }
    #expect(
      asked.map { $0[0] + " " + $0[1] }.sorted() == [
        "sales/C1 sales/C3", "sales/C2 sales/C2", "sales/C3 sales/C3",
      ])
  }

  @Test func `a detached record against same with what it was in`() throws {
    let night = try night(
      "d1,detach,person,sales/C1,,,,zhou,,,", "d2,same,person,sales/C1,sales/C2,,,wu,,,")
    try night.publish()
    #expect(try rows(night) == [["d1", "conflict", "d2"], ["d2", "conflict", "d1"]])
    let ids = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    #expect(ids["sales/C1"] != ids["sales/C2"])
  }

  @Test func `same wins over differing identifiers, with a finding`() throws {
    let night = try night("d1,same,organization,finance/K1,finance/K2,,,zhou,,,")
    try night.publish()
    let ids = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    #expect(ids["finance/K1"] == ids["finance/K2"])
    let note = try night.table("decisions.csv").columns("status", "note")
    #expect(note == [["followed", "压过了不同的 uscc"]])
    let found = try night.table("findings.csv").columns("rule", "field")
      .filter { $0[0] == "consistency.identifier" }
    #expect(found == [["consistency.identifier", "uscc"]])
  }

  @Test func `what names records or decisions that are not there waits and is said`() throws {
    let night = try night(
      "d1,same,person,sales/C1,sales/C9,,,zhou,,,", "d2,detach,person,sales/C9,,,,zhou,,,",
      "d3,value,person,sales/C9,,name,甲乙,zhou,,,", "d4,kind,,sales/C9,,,person,zhou,,,",
      "d5,,,,,,,zhou,,,d99", "d6,ignore,,,,,0123456789abcdef,zhou,,,")
    let outcome = try night.publish()
    #expect(try rows(night).map { $0[1] } == Array(repeating: "waiting", count: 6))
    #expect(outcome.stdout.contains("决定 decisions: waiting 6"))
  }

  struct Refused: Sendable {
    var lines: [String]
    var message: String
  }

  @Test(arguments: [
    Refused(
      lines: ["d1,merge,person,sales/C1,sales/C2,,,,,,"],
      message: "1.csv:2: error: the verb there cannot be followed"),
    Refused(
      lines: ["d1,same,firm,sales/C1,sales/C2,,,,,,"],
      message: "1.csv:2: error: 'party' must be person or organization"),
    Refused(
      lines: ["d1,same,person,sales/C1,sales/C1,,,,,,"],
      message: "1.csv:2: error: left and right are one record"),
    Refused(lines: [",same,person,sales/C1,sales/C2,,,,,,"], message: "'decision_id' is empty"),
    Refused(
      lines: ["d1,detach,person,sales/C1,sales/C2,,,,,,"],
      message: "leave 'right' empty, or use 'different'"),
    Refused(
      lines: ["d1,value,person,sales/C1,,phnoe,1,,,,"],
      message: "golden records have no such field; did you mean 'phone'?"),
    Refused(
      lines: ["d1,value,person,sales/C1,,owner,王芳,,,,"],
      message: "golden records have no such field"),
    Refused(
      lines: ["d1,value,person,sales/C1,,phone,SECRETVALUE,,,,"],
      message: "1.csv:2: error: the column value holds nothing that 'phone' can be"),
    Refused(
      lines: ["d1,kind,,sales/C1,,,thing,,,,"],
      message: "'kind' needs person or organization in value"),
    Refused(
      lines: ["d1,ignore,,,,,SECRETVALUE,,,,"], message: "'value' is no finding_id or question_id"),
    Refused(lines: ["d1,,,,,,,,,,"], message: "the line decides nothing"),
    Refused(
      lines: ["d1,detach,person,sales/C1,,,,,,,", "d1,detach,person,sales/C2,,,,,,,"],
      message: "1.csv:3: error: the decision_id there is also at"),
    Refused(
      lines: ["d1,detach,person,sales/C1,,,,,,,d2", "d2,,,,,,,,,,d1"],
      message: "the decision takes back what takes it back"),
  ])
  func `a line that cannot be followed ends the run`(_ refused: Refused) throws {
    let night = try night()
    try decide(night, refused.lines)
    let outcome = try night.run()
    #expect(outcome.status == 2)
    #expect(outcome.stderr.contains(refused.message), "\(outcome.stderr)")
    #expect(!outcome.stderr.contains("SECRETVALUE"))
    #expect(night.currentRun() == nil)
  }

  @Test func `every faulty line is named at once`() throws {
    let night = try night("d1,merge,person,a,b,,,,,,", "d2,same,person,a,,,,,,,")
    let outcome = try night.run()
    #expect(outcome.stderr.contains("1.csv:2: error:"))
    #expect(outcome.stderr.contains("1.csv:3: error:"))
  }
}
