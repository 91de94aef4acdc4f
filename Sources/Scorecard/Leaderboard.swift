import Vocabulary

/// Ranks people among their peers, by what their score is at least.
struct Leaderboard {
  /// One person's counts over all teams.
  private struct Person {
    /// The team in which most of the person's records are kept.
    var keeper: RecordKeepers.Keeper
    var teamRecords: Int
    /// How many teams hold records of the person.
    var teams = 1
    var sums: TallySums
    var records: Int
    var suspects: Int
    var late: Int
  }

  private(set) var rows: [LeaderboardRow] = []
  let options: ScorecardOptions
  private let goals: ScorecardGoals
  private let language: ReportLanguage
  private let sources: [SourceInfo]
  let roster: Roster?
  let asOf: CivilDay

  init(
    _ context: RecordScan.Context, scan: RecordScan, options: ScorecardOptions,
    goals: ScorecardGoals
  ) {
    self.options = options
    self.goals = goals
    language = context.input.language
    sources = context.input.table.records.sources
    roster = context.input.roster
    asOf = context.input.asOf
    for (number, population) in ScorePopulation.allCases.enumerated() {
      let people = Self.people(
        context, scan: scan, first: number * scan.keeperGroupCount)
      var order: [String] = []
      var groups: [String: [Person]] = [:]
      for person in people {
        let group = peerGroup(of: person)
        if groups[group] == nil { order.append(group) }
        groups[group, default: []].append(person)
      }
      for group in order { rows += ranked(groups[group] ?? [], group, population) }
    }
  }

  /// The people whom a person is ranked against, named as the scorecard names their scope.
  private func peerGroup(of person: Person) -> String {
    let keeper = person.keeper
    let source = sources[keeper.source]
    let branch = keeper.branch.isEmpty ? KeeperName.noBranch : keeper.branch
    let team = keeper.team.isEmpty ? KeeperName.noTeam : keeper.team
    return switch goals.peerGroups {
    case .all: "all"
    case .system: source.system?.rawValue ?? source.name
    case .source: source.name
    case .branch: KeeperName.joined([source.name, branch])
    case .team: KeeperName.joined([source.name, branch, team])
    }
  }

  private static func people(
    _ context: RecordScan.Context, scan: RecordScan, first: Int
  ) -> [Person] {
    let parts = context.keepers.table.keepers.enumerated().filter { !$0.element.owner.isEmpty }
      .map { number, keeper in
        let sums = scan.keeperTallies[first + number, context.plan.totalLine]
        let late = [RuleNumber.entry, RuleNumber.closing].map {
          scan.keeperTallies[first + number, $0]
        }
        return Person(
          keeper: keeper, teamRecords: sums.records, sums: sums, records: sums.records,
          suspects: scan.suspects[first + number],
          late: late.reduce(0) { $0 + $1.scored - $1.passed })
      }
      .sorted {
        ($0.keeper.source, $0.keeper.owner, $0.keeper.employee, $0.keeper.team)
          < ($1.keeper.source, $1.keeper.owner, $1.keeper.employee, $1.keeper.team)
      }
    var people: [Person] = []
    for part in parts where part.sums.units > 0 {
      guard let last = people.last, last.keeper.source == part.keeper.source,
        last.keeper.identity == part.keeper.identity
      else {
        people.append(part)
        continue
      }
      var person = last
      if part.teamRecords > person.teamRecords {
        person.keeper = part.keeper
        person.teamRecords = part.teamRecords
      }
      person.teams += 1
      person.sums += part.sums
      person.records += part.records
      person.suspects += part.suspects
      person.late += part.late
      people[people.count - 1] = person
    }
    return people
  }

  /// The rows of one peer group: the ranked by rank, then the others by name.
  private func ranked(
    _ people: [Person], _ group: String, _ population: ScorePopulation
  ) -> [LeaderboardRow] {
    let eligible = people.filter { obstacle(to: $0) == nil }
      .map { (person: $0, bounds: $0.sums.bounds ?? ScoreBounds(lower: 0, upper: 1)) }
      .sorted {
        if $0.bounds.lower != $1.bounds.lower { return $0.bounds.lower > $1.bounds.lower }
        let (left, right) = ($0.person.keeper, $1.person.keeper)
        return (left.owner, left.source, left.employee)
          < (right.owner, right.source, right.employee)
      }
    var rows: [LeaderboardRow] = []
    for (place, entry) in eligible.enumerated() {
      let isJoint = place > 0 && eligible[place - 1].bounds.lower == entry.bounds.lower
      let rank = isJoint ? rows[place - 1].rank : place + 1
      let overlaps = eligible.indices.count {
        $0 != place && eligible[$0].bounds.overlaps(entry.bounds)
      }
      let score = Double(entry.person.sums.passed) / Double(entry.person.sums.scored)
      let isGoodEnough = score >= goals.award.minimumScore
      let isPlaced = (rank ?? .max) <= goals.award.places
      var row = row(
        entry.person, group, population, rank: rank,
        reason: reason(entry.person, overlaps: overlaps, missesAward: isPlaced && !isGoodEnough))
      if isPlaced && isGoodEnough { row.award = goals.award.name }
      rows.append(row)
    }
    for person in people {
      guard let reason = obstacle(to: person) else { continue }
      rows.append(row(person, group, population, rank: nil, reason: reason))
    }
    return rows
  }

  private func row(
    _ person: Person, _ group: String, _ population: ScorePopulation, rank: Int?, reason: String
  ) -> LeaderboardRow {
    let sums = person.sums
    return LeaderboardRow(
      population: population, peerGroup: group, rank: rank,
      owner: person.keeper.owner, employeeNumber: person.keeper.employee,
      team: person.keeper.team, units: sums.units, excluded: sums.excluded,
      score: sums.scored > 0 ? Double(sums.passed) / Double(sums.scored) : nil,
      bounds: sums.bounds, suspectUnits: person.suspects, lateUnits: person.late,
      isEligible: rank != nil, reason: reason)
  }

  /// Why a person is not ranked, or nil.
  private func obstacle(to person: Person) -> String? {
    if let obstacle = rosterObstacle(to: person.keeper) { return obstacle[language] }
    let sums = person.sums
    if person.records < options.minimumRecords {
      return Phrase(
        "样本不足，不排名：\(person.records) 条记录，至少 \(options.minimumRecords) 条",
        "too few to rank: \(person.records) of \(options.minimumRecords) records")[language]
    }
    if sums.scored < options.minimumUnits {
      return Phrase(
        "样本不足，不排名：\(sums.scored) 个计分单元，至少 \(options.minimumUnits) 个",
        "too few to rank: \(sums.scored) of \(options.minimumUnits) scored units")[language]
    }
    if Double(sums.excluded) > options.maximumExcludedShare * Double(sums.units) {
      return Phrase("排除的单元过多，不排名", "too much excluded to rank")[language]
    }
    return nil
  }

  private func reason(_ person: Person, overlaps: Int, missesAward: Bool) -> String {
    var reasons: [Phrase] = []
    if person.keeper.standing == .byName, person.teams > 1 {
      reasons.append(
        Phrase(
          "此名出现在 \(person.teams) 个团队，可能是同名的几个人；请提供名册",
          "the name stands in \(person.teams) teams and may be several people's; give a roster"))
    }
    if missesAward {
      let tenths = Int((goals.award.minimumScore * 1000).rounded())
      let least = "\(tenths / 10).\(tenths % 10)%"
      reasons.append(Phrase("得分低于奖项要求的 \(least)", "the award asks for at least \(least)"))
    }
    if overlaps > 0 {
      reasons.append(
        Phrase("置信区间与另外 \(overlaps) 人重叠", "the interval overlaps those of \(overlaps) others"))
    }
    return reasons.map { $0[language] }.joined(separator: language == .chinese ? "；" : "; ")
  }
}
