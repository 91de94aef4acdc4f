import Scorecard
import Testing
import Vocabulary

@Suite struct RollUpTests {
  /// A few hundred records with gaps and flaws at places that look random.
  private func table() -> HandMadeTable {
    var table = HandMadeTable()
    table.source(
      "sales", .sales,
      [
        "party_name", "phone", "email", "city", "owner", "team", "created_at", "updated_at",
        "touched_at",
      ])
    table.source("finance", .finance, ["party_name", "phone", "address", "uscc", "created_at"])
    table.issues["phone"] = ["p1": .placeholder, "p2": .masked, "p3": .tooShort]
    table.issues["created_at"] = ["2027-01-01": .futureDate]
    var state: UInt64 = 7
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for id in 0..<300 {
      let source = id % 3 == 0 ? "finance" : "sales"
      var cells: [String: String] = [:]
      if draw(10) > 0 { cells["party_name"] = "n\(id)" }
      if draw(4) > 0 { cells["phone"] = "p\(draw(9))" }
      if draw(3) > 0 { cells["city"] = ["北京", "上海"][draw(2)] }
      if draw(9) > 0 { cells["owner"] = ["王", "李", "a/b", "赵"][draw(4)] }
      if draw(9) > 0 { cells["team"] = ["东-一部", "东-二部", "EMEA"][draw(3)] }
      cells["created_at"] = draw(30) == 0 ? "2027-01-01" : "2026-0\(1 + draw(6))-1\(draw(9))"
      if draw(2) > 0 { cells["touched_at"] = "2026-0\(1 + draw(6))-1\(draw(9))" }
      table.row(source, "\(1000 + id)", entity: "e\(draw(120))", cells)
    }
    return table
  }

  private struct Line: Hashable {
    var population: ScorePopulation
    var parent: String
    var dimension: QualityDimension?
    var rule: String?
  }

  private struct Counts: Hashable {
    var units = 0
    var passed = 0
    var excluded = 0
  }

  private func counts(
    _ cells: [ScoreCell], _ kind: ScopeKind, parent: (ScoreCell) -> String
  ) -> [Line: Counts] {
    var sums: [Line: Counts] = [:]
    for cell in cells where cell.scopeKind == kind {
      let line = Line(
        population: cell.population, parent: parent(cell), dimension: cell.dimension,
        rule: cell.rule)
      sums[line, default: Counts()].units += cell.units
      sums[line, default: Counts()].passed += cell.passed
      sums[line, default: Counts()].excluded += cell.excluded
    }
    return sums
  }

  @Test(arguments: [
    (ScopeKind.owner, ScopeKind.team), (.team, .branch), (.branch, .source), (.field, .source),
    (.source, .all),
  ])
  func `units, passed and excluded of a scope are the sums of those below`(
    _ below: ScopeKind, _ above: ScopeKind
  ) async {
    let report = await QualityAssessor().report(on: table().input(asOf: day(2026, 6, 30)))
    let sums = counts(report.cells, below) { cell in
      let path = cell.scopeID.split(separator: "/").dropLast()
      return path.isEmpty ? "all" : path.joined(separator: "/")
    }
    #expect(sums == counts(report.cells, above, parent: \.scopeID))
    #expect(sums.count > 10)
  }

  @Test func `failed units and counted findings are the same number`() async {
    let input = table().input(asOf: day(2026, 6, 30))
    let report = await QualityAssessor().report(on: input)
    for rule in report.rules where rule.id != "completeness.fill_rate" {
      let failed = report.cell(.stock, .all, "all", rule: rule.id)?.failed ?? 0
      let findings = report.findings
      let counted = (0..<findings.count).count {
        findings.counted[$0] && report.rules[Int(findings.rule[$0])].id == rule.id
      }
      #expect(counted == failed, "\(rule.id)")
    }
    #expect(Set(report.findings.identifier).count == report.findings.count)
  }

  @Test func `a total is the sum of its rules by their weights`() async {
    var options = ScorecardOptions()
    options.weights = ["conformity.phone": 3, "timeliness.entry": 0]
    let report = await QualityAssessor(options: options)
      .report(on: table().input(asOf: day(2026, 6, 30)))
    for population in ScorePopulation.allCases {
      let sum = report.rules.reduce(0) {
        $0 + $1.weight * (report.cell(population, .all, "all", rule: $1.id)?.units ?? 0)
      }
      #expect(report.total(population, .all, "all")?.units == sum)
    }
  }

  @Test(arguments: [2, 3, 7])
  func `the number of threads changes nothing`(threads: Int) async {
    let input = table().input(asOf: day(2026, 6, 30))
    let one = await QualityAssessor().report(on: input)
    let many = await QualityAssessor(threads: threads).report(on: input)
    #expect(one.cells == many.cells)
    #expect(one.leaderboard == many.leaderboard)
    #expect(one.findings.identifier == many.findings.identifier)
    #expect(one.findings.record == many.findings.record)
  }
}
