import Scorecard
import Testing
import Vocabulary

@Suite struct QualityAssessorTests {
  private let asOf = day(2026, 6, 30)

  private func salesTable() -> HandMadeTable {
    var table = HandMadeTable()
    table.source(
      "sales", .sales,
      [
        "party_name", "phone", "phone", "email", "city", "note", "owner", "team", "created_at",
        "updated_at", "touched_at",
      ])
    table.issues["phone"] = [
      "13800138000": .placeholder, "138****8000": .masked, "1.38E+10": .precisionLost,
      "123": .tooShort,
    ]
    table.issues["email"] = ["li@gamil.com": .misspeltDomain]
    table.proposals = ["li@gamil.com": "li@gmail.com"]
    return table
  }

  @Test func `no records give no rows and no findings`() async {
    let report = await QualityAssessor().report(on: salesTable().input(asOf: asOf))
    #expect(report.cells.isEmpty)
    #expect(report.findings.count == 0)
    #expect(report.leaderboard.isEmpty)
    #expect(report.window.label == "2026-06")
  }

  @Test func `the fill rate is filled cells by content cells, whatever they hold`() async {
    var table = salesTable()
    table.row("sales", "1", ["party_name": "张伟", "phone": "13800138000", "note": "x"])
    table.row("sales", "2", ["party_name": "李娜", "phone": "123", "phone#1": "1", "city": "北京"])
    let report = await QualityAssessor().report(on: table.input(asOf: asOf))
    // Two records with party_name, two phones, email and city; the note is no content.
    let cell = report.cell(.stock, .source, "sales", rule: "completeness.fill_rate")
    #expect(cell?.units == 10)
    #expect(cell?.passed == 6)
    #expect(cell?.excluded == 0)
    #expect(report.total(.stock, .source, "sales", .completeness)?.units == 6)
  }

  @Test
  func `a placeholder is not filled and not well-formed, a masked value is neither good nor bad`()
    async
  {
    var table = salesTable()
    table.row("sales", "1", ["party_name": "a", "city": "x", "phone": "13800138000"])
    table.row("sales", "2", ["party_name": "b", "city": "x", "phone": "138****8000"])
    table.row("sales", "3", ["party_name": "c", "city": "x", "phone": "1.38E+10"])
    table.row("sales", "4", ["party_name": "d", "city": "x", "phone": "13912345678"])
    table.row("sales", "5", ["party_name": "e", "city": "x"])
    let input = table.input(asOf: asOf)
    let report = await QualityAssessor().report(on: input)
    let required = report.cell(.stock, .source, "sales", rule: "completeness.required")
    #expect(required?.units == 15)  // name, phone or e-mail, city
    #expect(required?.excluded == 2)
    #expect(required?.failed == 2)
    let phone = report.cell(.stock, .source, "sales", rule: "conformity.phone")
    #expect(phone?.units == 4)
    #expect(phone?.excluded == 2)
    #expect(phone?.passed == 1)
    #expect(phone?.score == 0.5)
    #expect(report.keys(of: "completeness.required", in: input) == ["sales/1", "sales/5"])
    #expect(
      report.keys(of: "conformity.phone", in: input) == ["sales/1", "sales/2", "sales/3"])
    #expect(report.findings.counted == [true, true, false, false, true])
  }

  @Test(arguments: [("phone", "13800138000"), ("party_name", "测试")])
  func `a placeholder never beats a blank`(_ field: String, _ placeholder: String) async {
    func score(_ value: String) async -> Double {
      var table = salesTable()
      table.issues["party_name"] = ["测试": .placeholder]
      for id in 1...5 {
        table.row(
          "sales", "\(id)", ["owner": "王", "party_name": "人\(id)", "phone": "1391234567\(id)"])
      }
      table.row("sales", "6", ["owner": "王", "party_name": "人6"].merging([field: value]) { $1 })
      let report = await QualityAssessor().report(on: table.input(asOf: asOf))
      return report.total(.stock, .all, "all")?.score ?? .nan
    }
    #expect(await score(placeholder) < score(""))
  }

  @Test(arguments: [ValueIssues.masked, .precisionLost, .truncated])
  func `what was lost on the way counts neither for nor against anybody, in any field`(
    _ issue: ValueIssues
  ) async {
    let fields = [
      "party_name", "phone", "email", "wechat", "birth_date", "city", "address", "postcode",
      "receivable",
    ]
    var table = HandMadeTable()
    table.source("sales", .sales, fields + ["owner"])
    for field in fields { table.issues[field] = ["odd": issue] }
    let cells = Dictionary(uniqueKeysWithValues: fields.map { ($0, "odd") })
    table.row("sales", "1", cells.merging(["owner": "王"]) { $1 })
    let input = table.input(asOf: asOf)
    let report = await QualityAssessor().report(on: input)
    let conformity = report.total(.stock, .all, "all", .conformity)
    #expect(conformity?.units == fields.count)
    #expect(conformity?.excluded == fields.count)
    #expect(report.total(.stock, .all, "all", .completeness)?.failed == 0)
    #expect(report.findings.count == fields.count)
    #expect(!report.findings.counted.contains(true))
    #expect(report.leaderboard.allSatisfy { $0.suspectUnits == 0 })
  }

  @Test func `a formula is wrong, in text it is listed alone`() async {
    var table = salesTable()
    for field in ["phone", "note"] { table.issues[field] = ["=A1": .formula] }
    table.row("sales", "1", ["party_name": "a", "city": "x", "phone": "=A1", "note": "=A1"])
    let input = table.input(asOf: asOf)
    let report = await QualityAssessor().report(on: input)
    #expect(report.cell(.stock, .all, "all", rule: "conformity.phone")?.failed == 1)
    #expect(report.cell(.stock, .all, "all", rule: "conformity.text") == nil)
    #expect(report.keys(of: "conformity.text", in: input) == ["sales/1"])
    let counted = (0..<report.findings.count).filter { report.findings.counted[$0] }
      .map { report.rules[Int(report.findings.rule[$0])].id }
    #expect(counted == ["conformity.phone"])
  }

  @Test func `a time that a program set where it had none is nobody's filler`() async {
    var table = salesTable()
    table.issues["created_at"] = ["1900-01-01": .placeholder]
    table.row(
      "sales", "1", ["party_name": "a", "city": "x", "phone": "1", "created_at": "1900-01-01"])
    let report = await QualityAssessor().report(on: table.input(asOf: asOf))
    let dates = report.cell(.stock, .all, "all", rule: "conformity.date")
    #expect(dates?.excluded == 1)
    #expect(dates?.failed == 0)
    #expect(!report.findings.counted.contains(true))
  }

  @Test func `a misspelt mail domain comes with a proposal`() async {
    var table = salesTable()
    table.row("sales", "1", ["party_name": "a", "city": "x", "email": "li@gamil.com"])
    let report = await QualityAssessor().report(on: table.input(asOf: asOf))
    #expect(report.findings.count == 1)
    #expect(report.findings.corrections.string(report.findings.correction[0]) == "li@gmail.com")
  }

  @Test func `only the window's rows are entered, and all rows are stock`() async {
    var table = salesTable()
    let times = [
      ("1", "2026-05-31T23", ""), ("2", "2026-06-01", ""), ("3", "2026-06-30T23", ""),
      ("4", "2026-07-01", ""), ("5", "2025-01-01", "2026-06-15"), ("6", "", ""),
    ]
    for (id, created, updated) in times {
      table.row("sales", id, ["party_name": "人", "created_at": created, "updated_at": updated])
    }
    let report = await QualityAssessor().report(on: table.input(asOf: asOf))
    let rule = "completeness.required"
    #expect(report.cell(.stock, .all, "all", rule: rule)?.units == 18)
    #expect(report.cell(.entered, .all, "all", rule: rule)?.units == 9)
  }

  @Test func `of several records of one party in one source all but the first are duplicates`()
    async
  {
    var table = salesTable()
    table.source("finance", .finance, ["party_name", "created_at"])
    table.source("service", .service, ["party_name", "created_at"])
    table.row("sales", "1", entity: "A", ["created_at": "2026-03-01"])
    table.row("sales", "2", entity: "A", ["created_at": "2026-01-01"])
    table.row("sales", "3", entity: "A", [:])
    table.row("sales", "4", entity: "B", ["created_at": "2026-01-01"])
    table.row("finance", "1", entity: "A", ["created_at": "2026-02-01"])
    table.row("service", "1", entity: "A", ["created_at": "2026-02-01"])
    table.row("service", "2", entity: "A", ["created_at": "2026-02-02"])
    let input = table.input(asOf: asOf)
    let report = await QualityAssessor().report(on: input)
    #expect(report.keys(of: "uniqueness.in_source", in: input) == ["sales/1", "sales/3"])
    let found = (0..<report.findings.count).filter {
      report.rules[Int(report.findings.rule[$0])].id == "uniqueness.in_source"
    }
    for finding in found {
      let other = report.findings.otherRecord(of: finding) ?? 0
      #expect(input.table.records.recordKey.string(other) == "sales/2")
    }
    #expect(report.cell(.stock, .source, "sales", rule: "uniqueness.in_source")?.passed == 2)
    #expect(report.cell(.stock, .source, "service", rule: "uniqueness.in_source") == nil)
  }

  /// A number that Wang had until May 2024, and who has it later.
  struct Later: Sendable {
    let name: String
    let created: String
    var more: [String] = []
    let isRecycled: Bool
  }

  @Test(arguments: [
    Later(name: "李娜", created: "2025-01-01", isRecycled: true),
    Later(name: "李娜", created: "2024-11-27", isRecycled: true),
    Later(name: "李娜", created: "2024-11-26", isRecycled: false),
    Later(name: "李娜", created: "2024-02-01", isRecycled: false),
    Later(name: "王芳", created: "2025-01-01", isRecycled: false),
    Later(name: "李", created: "2025-01-01", isRecycled: false),
    Later(name: "Wei Wang", created: "2025-01-01", isRecycled: false),
    Later(name: "李娜", created: "", isRecycled: false),
    Later(name: "李娜", created: "2025-01-01", more: ["赵四", "钱五"], isRecycled: false),
  ])
  func `a number is another person's when that one has it half a year later`(_ later: Later) async {
    var table = salesTable()
    let phone = "13900001111"
    let rows = [("1", "2024-01-01"), ("2", "2024-05-31")]
    for (id, created) in rows {
      table.row(
        "sales", id, entity: "A", ["party_name": "王伟", "phone": phone, "created_at": created])
    }
    for (number, name) in ([later.name] + later.more).enumerated() {
      table.row(
        "sales", "\(3 + number)",
        ["party_name": name, "phone": phone, "created_at": later.created])
    }
    let input = table.input(asOf: asOf)
    let report = await QualityAssessor().report(on: input)
    let rule = "timeliness.recycled_phone"
    #expect(report.keys(of: rule, in: input) == (later.isRecycled ? ["sales/1", "sales/2"] : []))
  }

  @Test func `sales are late from three days on, tickets after 72 hours`() async {
    var table = salesTable()
    table.source("service", .service, ["party_name", "created_at", "touched_at"])
    table.source("finance", .finance, ["party_name", "created_at", "touched_at"])
    table.row("sales", "1", ["touched_at": "2026-01-01T09", "created_at": "2026-01-04T08"])
    table.row("sales", "2", ["touched_at": "2026-01-01T09", "created_at": "2026-01-04T09"])
    table.row("sales", "3", ["created_at": "2026-01-04T09"])
    table.row("service", "1", ["created_at": "2026-01-01T09", "touched_at": "2026-01-04T09"])
    table.row("service", "2", ["created_at": "2026-01-01T09", "touched_at": "2026-01-04T10"])
    table.row("finance", "1", ["created_at": "2026-01-01T09", "touched_at": "2026-01-09T10"])
    let input = table.input(asOf: asOf)
    let report = await QualityAssessor().report(on: input)
    #expect(report.keys(of: "timeliness.entry", in: input) == ["sales/2"])
    #expect(report.keys(of: "timeliness.closing", in: input) == ["service/2"])
    #expect(report.cell(.stock, .all, "all", rule: "timeliness.entry")?.units == 2)
    #expect(report.cell(.stock, .all, "all", rule: "timeliness.closing")?.units == 2)
  }

  @Test func `disagreement is counted for the team and for nobody in it`() async {
    var table = salesTable()
    let cities = ["北京", "北京", "上海", "Beijing"]
    for (number, city) in cities.enumerated() {
      table.row(
        "sales", "\(number)", entity: "A",
        ["party_name": "张", "city": city, "owner": "王", "team": "华北-一部"])
    }
    let input = table.input(asOf: asOf)
    let report = await QualityAssessor().report(on: input)
    #expect(report.keys(of: "consistency.city", in: input) == ["sales/2"])
    let path = "sales/华北/华北-一部"
    #expect(report.cell(.stock, .team, path, rule: "consistency.city")?.units == 4)
    #expect(report.cell(.stock, .owner, path + "/(shared)", rule: "consistency.city")?.passed == 3)
    #expect(report.cell(.stock, .owner, path + "/王", rule: "consistency.city") == nil)
  }

  @Test func `known findings keep their first day, and a fixed one comes back as reopened`() async {
    var table = salesTable()
    table.row("sales", "1", ["city": "x", "phone": "13912345678"])
    table.row("sales", "2", ["city": "x", "phone": "13912345678"])
    var input = table.input(asOf: asOf)
    let first = await QualityAssessor().report(on: input)
    #expect(first.findings.firstSeen == [asOf, asOf])
    let earlier = FindingHistory.Entry(
      identifier: first.findings.identifier[0], firstSeen: day(2026, 1, 2), status: .fixed)
    input.history.append(earlier)
    let second = await QualityAssessor().report(on: input)
    #expect(second.findings.identifier == first.findings.identifier)
    #expect(second.findings.firstSeen == [day(2026, 1, 2), asOf])
    #expect(second.findings.status == [.reopened, .open])
  }

  @Test func `the last period's score stands beside the new one`() async {
    var table = salesTable()
    table.row("sales", "1", ["party_name": "a"])
    var input = table.input(asOf: asOf)
    let key = ScoreKey(
      population: .stock, scopeKind: .source, scopeID: "sales", dimension: .completeness,
      rule: nil)
    input.previous[key] = 0.25
    let report = await QualityAssessor().report(on: input)
    #expect(report.cells.compactMap(\.previous) == [0.25])
  }

  @Test func `a time in the future is found, and a cell that is no time is not counted`() async {
    var table = salesTable()
    table.issues["created_at"] = ["2027-01-01": .futureDate, "2026-02-30": .impossibleDate]
    table.row("sales", "1", ["created_at": "2027-01-01"])
    table.row("sales", "2", ["created_at": "2026-02-30"])
    table.row("sales", "3", ["created_at": "2026-02-01"])
    let input = table.input(asOf: asOf)
    let report = await QualityAssessor().report(on: input)
    let future = report.cell(.stock, .field, "sales/created_at", rule: "timeliness.future_date")
    #expect(report.keys(of: "timeliness.future_date", in: input) == ["sales/1"])
    #expect(report.keys(of: "conformity.date", in: input) == ["sales/2"])
    #expect(future?.passed == 1)
  }

  @Test func `an owner is known by source and name, and has one row for each team`() async {
    var table = salesTable()
    table.source("finance", .finance, ["party_name", "owner", "team", "branch"])
    table.row("sales", "1", ["owner": "张伟", "team": "成都分公司-大客户部"])
    table.row("sales", "2", ["owner": "张伟", "team": "EMEA/Sales"])
    table.row("sales", "3", ["team": "EMEA/Sales"])
    table.row("finance", "1", ["owner": "张伟", "team": "总部-财务部", "branch": "集团"])
    let report = await QualityAssessor().report(on: table.input(asOf: asOf))
    let owners = report.cells.filter {
      $0.scopeKind == .owner && $0.population == .stock && $0.dimension == nil
    }
    #expect(
      owners.map(\.scopeID) == [
        "sales/(no branch)/EMEA%2FSales/(unowned)", "sales/(no branch)/EMEA%2FSales/张伟",
        "sales/成都分公司/成都分公司-大客户部/张伟", "finance/集团/总部-财务部/张伟",
      ])
    #expect(owners.map(\.scope) == ["(unowned)", "张伟", "张伟", "张伟"])
    let people = report.leaderboard.filter { $0.population == .stock }
    #expect(people.map(\.peerGroup) == ["sales", "finance"])
    #expect(people.first?.units == 8)
  }
}
