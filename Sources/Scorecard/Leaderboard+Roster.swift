import Vocabulary

extension Leaderboard {
  /// Why the roster keeps a person from being ranked, or nil.
  func rosterObstacle(to keeper: RecordKeepers.Keeper) -> Phrase? {
    switch keeper.standing {
    case .byName: return nil
    case .notPerson:
      return Phrase("名册注明不是个人，不排名", "no person, by the roster: not ranked")
    case .unlisted: return Phrase("名册中没有此人，不排名", "not in the roster: not ranked")
    case .ambiguous:
      return Phrase(
        "名册中有几人用此名，无法区分，不排名；请在名册中写明各来源的别名",
        "several employees go by this name: not ranked; give their aliases in the roster")
    case .employee: break
    }
    guard let employee = roster?[number: keeper.employee] else { return nil }
    if let last = employee.lastDay, last < asOf {
      return Phrase(
        "已于 \(last.description) 离职，不排名", "left on \(last.description): not ranked")
    }
    if let first = employee.firstDay, Int(asOf.number - first.number) < options.graceDays {
      return Phrase(
        "\(first.description) 入职，在 \(options.graceDays) 天新人保护期内，不排名",
        "began on \(first.description), within \(options.graceDays) days of grace: not ranked")
    }
    return nil
  }
}
