import Scorecard
import Testing
import Vocabulary

@Suite struct EvidenceRuleTests {
  /// Persons with a name, a phone and the entity they are held to be.
  private func table(_ rows: [(id: String, entity: String, name: String, phone: String)])
    -> HandMadeTable
  {
    var table = HandMadeTable()
    table.source("sales", .sales, ["name", "phone", "owner"])
    for row in rows {
      table.row(
        "sales", row.id, entity: row.entity,
        ["name": row.name, "phone": row.phone, "owner": "王"])
    }
    return table
  }

  private func report(_ input: ScorecardInput) async -> ScorecardReport {
    await QualityAssessor().report(on: input)
  }

  @Test func `a lone number one slip from two others is contradicted, and counts for its keeper`()
    async
  {
    let input = table([
      ("1", "e", "张伟", "13912345678"), ("2", "e", "张伟", "13912345678"),
      ("3", "e", "张伟", "13912354678"),
    ]).input(asOf: day(2026, 6, 30))
    let report = await report(input)
    #expect(report.keys(of: "accuracy.phone", in: input) == ["sales/3"])
    let cell = report.cell(
      .stock, .owner, "sales/(no branch)/(no team)/王", rule: "accuracy.phone")
    #expect(cell?.units == 3)
    #expect(cell?.passed == 2)
    let finding = report.findings.rule.indices.first {
      report.rules[Int(report.findings.rule[$0])].id == "accuracy.phone"
    }
    #expect(finding.flatMap { report.findings.otherRecord(of: $0) } == 0)
  }

  @Test func `two records against each other, and another number, are unverified`() async {
    let input = table([
      ("1", "e", "张伟", "13912345678"), ("2", "e", "张伟", "13912354678"),
      ("3", "f", "李娜", "13700000001"), ("4", "f", "李娜", "13700000001"),
      ("5", "f", "李娜", "18655556666"),
    ]).input(asOf: day(2026, 6, 30))
    let report = await report(input)
    #expect(report.keys(of: "accuracy.phone", in: input) == [])
    #expect(report.cell(.stock, .all, "all", rule: "accuracy.phone")?.units == 2)
  }

  @Test func `what only one record says twice is not borne out by itself`() async {
    var rows = HandMadeTable()
    rows.source("sales", .sales, ["name", "phone", "phone"])
    rows.row(
      "sales", "1", entity: "e",
      ["name": "张伟", "phone": "13912345678", "phone#1": "13912345678"])
    rows.row("sales", "2", entity: "e", ["name": "张伟"])
    let report = await report(rows.input(asOf: day(2026, 6, 30)))
    #expect(report.cell(.stock, .all, "all", rule: "accuracy.phone") == nil)
  }

  struct Crowd: Sendable {
    var names: [String]
    var issues: ValueIssues = []
    var isCrowded: Bool
  }

  @Test(arguments: [
    Crowd(names: ["张伟", "李娜", "王芳", "赵敏"], isCrowded: true),
    Crowd(names: ["张伟", "李娜", "王芳"], isCrowded: false),
    Crowd(names: ["张伟", "张娜", "张芳", "张敏", "张静"], isCrowded: false),
    Crowd(names: ["张", "李", "王", "赵"], isCrowded: false),
    Crowd(names: ["John Smith", "Mary Jones", "张伟", "李娜"], isCrowded: false),
    Crowd(names: ["John Smith", "Mary Jones", "Bob Brown", "Al Green"], isCrowded: true),
    Crowd(names: ["张伟", "李娜", "王芳"], issues: .vanity, isCrowded: true),
    Crowd(names: ["张伟", "李娜"], issues: .vanity, isCrowded: false),
    Crowd(names: ["张伟", "李娜", "王芳", "赵敏"], issues: .transient, isCrowded: false),
    Crowd(names: [], isCrowded: false),
  ])
  func `a number of several unrelated people is a filler`(_ crowd: Crowd) async {
    var table = table(
      crowd.names.enumerated().map { ("\($0.offset)", "e\($0.offset)", $0.element, "139") })
    table.issues["phone"] = ["139": crowd.issues]
    var input = table.input(asOf: day(2026, 6, 30))
    CrowdedValues.mark(
      in: &input.table, persons: input.persons, organizations: input.organizations)
    let findings = await report(input).keys(of: "conformity.phone", in: input)
    #expect(findings.count == (crowd.isCrowded ? crowd.names.count : 0))
  }

  @Test func `records of one person are no crowd`() async {
    var input = table(
      ["张伟", "李娜", "王芳", "赵敏"].enumerated().map { ("\($0.offset)", "e", $0.element, "139") }
    ).input(asOf: day(2026, 6, 30))
    CrowdedValues.mark(
      in: &input.table, persons: input.persons, organizations: input.organizations)
    #expect(await report(input).keys(of: "conformity.phone", in: input) == [])
  }
}
