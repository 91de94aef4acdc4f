import Vocabulary

/// The places that counts are kept for: each keeper, and each team for what is nobody's alone.
struct KeeperTree: Sendable {
  let table: RecordKeepers
  /// By keeper: index into `teams`.
  let teamOf: [Int]
  /// The keeper that stands first in each team.
  let teams: [RecordKeepers.Keeper]

  init(_ table: RecordKeepers) {
    self.table = table
    var teams: [RecordKeepers.Keeper] = []
    teamOf = table.keepers.map { keeper in
      if let last = teams.last, last.source == keeper.source, last.branch == keeper.branch,
        last.team == keeper.team
      {
        return teams.count - 1
      }
      teams.append(keeper)
      return teams.count - 1
    }
    self.teams = teams
  }

  var groupCount: Int { teamOf.count + teams.count }

  func personalGroup(of record: Int) -> Int { Int(table.keeperOf[record]) }

  func sharedGroup(of record: Int) -> Int {
    teamOf.count + teamOf[Int(table.keeperOf[record])]
  }
}
