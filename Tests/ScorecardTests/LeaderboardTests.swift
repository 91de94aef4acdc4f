import Scorecard
import Testing
import Vocabulary

@Suite struct LeaderboardTests {
  private func report(_ people: [(owner: String, records: Int, blanks: Int)]) async
    -> ScorecardReport
  {
    await QualityAssessor().report(on: input(people))
  }

  private func input(_ people: [(owner: String, records: Int, blanks: Int)]) -> ScorecardInput {
    var table = HandMadeTable()
    table.source("sales", .sales, ["party_name", "phone", "owner", "team", "created_at"])
    for (owner, records, blanks) in people {
      for number in 0..<records {
        var cells = ["owner": owner, "team": "T", "created_at": "2026-06-10", "party_name": "n"]
        if number >= blanks { cells["phone"] = "p" }
        table.row("sales", "\(owner)\(1000 + number)", cells)
      }
    }
    return table.input(asOf: day(2026, 6, 30))
  }

  @Test func `a perfect few do not stand above a very good many`() async {
    let report = await report([("few", 32, 0), ("many", 400, 8)])
    let rows = report.leaderboard.filter { $0.population == .stock }
    #expect(rows.map(\.owner) == ["many", "few"])
    #expect(rows.map(\.rank) == [1, 2])
    #expect(rows.map(\.isEligible) == [true, true])
    #expect(rows.map(\.award) == ["数据卫士", ""])
    #expect(rows.map(\.isProvisional) == [true, true])
  }

  @Test func `who is first but not good enough earns nothing and is told why`() async {
    var goals = ScorecardGoals()
    goals.award.minimumScore = 0.995
    let input = input([("a", 100, 10), ("b", 100, 20)])
    let rows = await QualityAssessor(goals: goals).report(on: input).leaderboard
    #expect(Set(rows.map(\.award)) == [""])
    #expect(rows[0].reason.hasPrefix("得分低于奖项要求的 99.5%"))
    #expect(!rows[1].reason.contains("奖项"))
  }

  struct Peers: Sendable {
    var group: ScorecardGoals.PeerGroup
    var names: [String]
    var ranks: [Int?]
  }

  @Test(arguments: [
    Peers(group: .all, names: ["all", "all"], ranks: [1, 2]),
    Peers(group: .system, names: ["sales", "sales"], ranks: [1, 2]),
    Peers(group: .source, names: ["north", "south"], ranks: [1, 1]),
    Peers(group: .branch, names: ["north/B", "south/(no branch)"], ranks: [1, 1]),
    Peers(group: .team, names: ["north/B/T%2F1", "south/(no branch)/T"], ranks: [1, 1]),
  ])
  func `people are ranked among their peers`(_ peers: Peers) async {
    var table = HandMadeTable()
    for source in ["north", "south"] {
      table.source(source, .sales, ["party_name", "phone", "owner", "team", "branch"])
    }
    for number in 0..<60 {
      let north = [
        "owner": "li", "team": "T/1", "branch": "B", "party_name": "n", "phone": "p",
      ]
      table.row("north", String(100 + number), north)
      table.row("south", String(100 + number), ["owner": "li", "team": "T", "party_name": "n"])
    }
    var goals = ScorecardGoals()
    goals.peerGroups = peers.group
    let report = await QualityAssessor(goals: goals).report(
      on: table.input(asOf: day(2026, 6, 30)))
    let rows = report.leaderboard.filter { $0.population == .stock }
    #expect(rows.map(\.peerGroup) == peers.names)
    #expect(rows.map(\.rank) == peers.ranks)
  }

  @Test func `targets stand in the order of the dimensions, beside what was reached`() async {
    var goals = ScorecardGoals()
    goals.targets = ["accuracy": 0.5, "completeness": 0.9, "timeliness": 0.1]
    let results = goals.results(await report([("a", 30, 30)]).cells)
    #expect(results.map(\.dimension) == ["completeness", "accuracy", "timeliness"])
    #expect(results.map(\.isReached) == [false, nil, true])
  }

  @Test func `too few are not ranked and told so, and the unowned are nobody`() async {
    let report = await report([("few", 29, 0), ("", 40, 0), ("b", 30, 0), ("a", 30, 0)])
    let rows = report.leaderboard.filter { $0.population == .entered }
    #expect(rows.map(\.owner) == ["a", "b", "few"])
    #expect(rows.map(\.rank) == [1, 1, nil])
    #expect(rows[2].reason == "样本不足，不排名：29 条记录，至少 30 条")
    #expect(rows[0].reason == "置信区间与另外 1 人重叠")
  }
}
