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

  /// The group of what is nobody's alone in a keeper's team; a keeper's own group is its number.
  func sharedGroup(of keeper: Int) -> Int { teamOf.count + teamOf[keeper] }
}
