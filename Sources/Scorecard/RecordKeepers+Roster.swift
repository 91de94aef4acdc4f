import Vocabulary

extension RecordKeepers.Keeper {
  /// The keeper as the roster knows the name.
  ///
  /// The team and branch of an employee are those of the roster, for a source may lag behind; where the
  /// roster names no team, those of the record stay.
  func known(to roster: Roster, source name: String, asOf: CivilDay) -> Self {
    guard !owner.isEmpty else { return self }
    var keeper = self
    switch roster.bearer(of: owner, in: name, team: team) {
    case .nobody: keeper.standing = .unlisted
    case .several: keeper.standing = .ambiguous
    case .one(let index):
      let employee = roster.employees[index]
      keeper.owner = employee.name
      keeper.employee = employee.number
      keeper.standing = employee.isPerson ? .employee : .notPerson
      guard let post = employee.post(on: asOf), !post.team.isEmpty else { break }
      keeper.team = post.team
      keeper.branch =
        post.branch.isEmpty ? RecordKeepers.branch(ofTeam: post.team) : post.branch
    }
    return keeper
  }
}
