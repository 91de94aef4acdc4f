import Scorecard
import Testing
import Vocabulary

@Suite struct LeaderboardTests {
  private func report(_ people: [(owner: String, records: Int, blanks: Int)]) async
    -> ScorecardReport
  {
    var table = HandMadeTable()
    table.source("sales", .sales, ["party_name", "phone", "owner", "team", "created_at"])
    for (owner, records, blanks) in people {
      for number in 0..<records {
        var cells = ["owner": owner, "team": "T", "created_at": "2026-06-10", "party_name": "n"]
        if number >= blanks { cells["phone"] = "p" }
        table.row("sales", "\(owner)\(1000 + number)", cells)
      }
    }
    return await QualityAssessor().report(on: table.input(asOf: day(2026, 6, 30)))
  }

  @Test func `a perfect few do not stand above a very good many`() async {
    let report = await report([("few", 32, 0), ("many", 400, 8)])
    let rows = report.leaderboard.filter { $0.population == .stock }
    #expect(rows.map(\.owner) == ["many", "few"])
    #expect(rows.map(\.rank) == [1, 2])
    #expect(rows.map(\.isEligible) == [true, true])
    #expect(rows.map(\.award) == ["", ""])
    #expect(rows.map(\.isProvisional) == [true, true])
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
