import Scorecard
import Testing
import Vocabulary

@Suite struct RosterScoreTests {
  private func employee(
    _ number: String, _ name: String, team: String, from: CivilDay? = nil, to: CivilDay? = nil
  ) -> Roster.Employee {
    var employee = Roster.Employee(number: number, name: name)
    employee.posts = [Roster.Post(team: team, from: from, to: to)]
    return employee
  }

  private func report(_ roster: [Roster.Employee], owners: [(name: String, team: String)]) async
    -> ScorecardReport
  {
    var table = HandMadeTable()
    table.source("sales", .sales, ["party_name", "phone", "owner", "team", "created_at"])
    for (place, owner) in owners.enumerated() {
      for number in 0..<100 {
        table.row(
          "sales", "\(place)-\(1000 + number)",
          [
            "owner": owner.name, "team": owner.team, "created_at": "2026-06-10", "phone": "p",
            "party_name": "n\(place)-\(number)",
          ])
      }
    }
    var input = table.input(asOf: day(2026, 6, 30))
    input.roster = Roster(roster)
    return await QualityAssessor().report(on: input)
  }

  private func stock(_ report: ScorecardReport) -> [LeaderboardRow] {
    report.leaderboard.filter { $0.population == .stock }
  }

  @Test func `two employees of one name are two, told apart by their teams`() async {
    let report = await report(
      [employee("1", "张伟", team: "一部"), employee("2", "张伟", team: "二部")],
      owners: [("张伟", "一部"), ("张伟", "二部")])
    let rows = stock(report)
    #expect(rows.map(\.employeeNumber) == ["1", "2"])
    #expect(rows.map(\.isEligible) == [true, true])
    #expect(report.total(.stock, .owner, "sales/(no branch)/一部/1")?.units == rows[0].units)
  }

  @Test func `an alias and a change of team make no second person`() async {
    var wei = employee("1", "张伟", team: "二部")
    wei.aliases = [Roster.Alias(source: "sales", name: "Wei")]
    let report = await report([wei], owners: [("张伟", "一部"), ("Wei", "三部")])
    #expect(stock(report).map(\.owner) == ["张伟"])
    #expect(stock(report).map(\.team) == ["二部"])
    #expect(report.keepers.keepers.count == 1)
  }

  struct Unranked: Sendable {
    var employee: Roster.Employee?
    var reason: String
  }

  @Test(arguments: [
    Unranked(employee: nil, reason: "名册中没有此人"),
    Unranked(
      employee: {
        var pool = Roster.Employee(number: "P", name: "a")
        pool.isPerson = false
        return pool
      }(), reason: "不是个人"),
    Unranked(
      employee: {
        var left = Roster.Employee(number: "7", name: "a")
        left.posts = [Roster.Post(team: "t", to: day(2026, 6, 29))]
        return left
      }(), reason: "已于 2026-06-29 离职"),
    Unranked(
      employee: {
        var new = Roster.Employee(number: "7", name: "a")
        new.posts = [Roster.Post(team: "t", from: day(2026, 6, 1))]
        return new
      }(), reason: "新人保护期"),
  ])
  func `who cannot be judged fairly is not ranked, and is told why`(_ case: Unranked) async {
    let report = await report(`case`.employee.map { [$0] } ?? [], owners: [("a", "t")])
    let rows = stock(report)
    #expect(rows.map(\.rank) == [nil])
    #expect(rows.first?.reason.contains(`case`.reason) == true)
  }

  @Test func `the thirty-first day is the first that is ranked`() async {
    let report = await report(
      [employee("7", "a", team: "t", from: day(2026, 5, 31))], owners: [("a", "t")])
    #expect(stock(report).map(\.rank) == [1])
  }

  @Test func `without a roster a name in two teams is said to be doubtful`() async {
    var table = HandMadeTable()
    table.source("sales", .sales, ["party_name", "phone", "owner", "team", "created_at"])
    for number in 0..<100 {
      table.row(
        "sales", "\(1000 + number)",
        [
          "owner": "a", "team": number % 2 == 0 ? "t" : "u", "phone": "p",
          "party_name": "n\(number)",
        ])
    }
    let report = await QualityAssessor().report(on: table.input(asOf: day(2026, 6, 30)))
    #expect(stock(report).first?.reason.contains("2 个团队") == true)
  }
}
