import Vocabulary

/// Ranks people among their peers, by what their score is at least.
struct Leaderboard {
  /// One person's counts over all teams.
  private struct Person {
    var source: Int
    var owner: String
    /// Where most of the person's records are kept.
    var branch: String
    var team: String
    var teamRecords: Int
    var sums: TallySums
    var records: Int
    var suspects: Int
    var late: Int
  }

  private(set) var rows: [LeaderboardRow] = []
  private let options: ScorecardOptions
  private let goals: ScorecardGoals
  private let language: ReportLanguage
  private let sources: [SourceInfo]

  init(
    _ context: RecordScan.Context, scan: RecordScan, options: ScorecardOptions,
    goals: ScorecardGoals
  ) {
    self.options = options
    self.goals = goals
    language = context.input.language
    sources = context.input.table.records.sources
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
    let source = sources[person.source]
    let branch = person.branch.isEmpty ? KeeperName.noBranch : person.branch
    let team = person.team.isEmpty ? KeeperName.noTeam : person.team
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
          source: keeper.source, owner: keeper.owner, branch: keeper.branch, team: keeper.team,
          teamRecords: sums.records, sums: sums, records: sums.records,
          suspects: scan.suspects[first + number],
          late: late.reduce(0) { $0 + $1.scored - $1.passed })
      }
      .sorted { ($0.source, $0.owner, $0.team) < ($1.source, $1.owner, $1.team) }
    var people: [Person] = []
    for part in parts where part.sums.units > 0 {
      guard let last = people.last, last.source == part.source, last.owner == part.owner else {
        people.append(part)
        continue
      }
      var person = last
      if part.teamRecords > person.teamRecords {
        person.branch = part.branch
        person.team = part.team
        person.teamRecords = part.teamRecords
      }
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
        return ($0.person.owner, $0.person.source) < ($1.person.owner, $1.person.source)
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
        reason: reason(overlaps: overlaps, missesAward: isPlaced && !isGoodEnough))
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
      owner: person.owner, employeeNumber: "", team: person.team, units: sums.units,
      excluded: sums.excluded,
      score: sums.scored > 0 ? Double(sums.passed) / Double(sums.scored) : nil,
      bounds: sums.bounds, suspectUnits: person.suspects, lateUnits: person.late,
      isEligible: rank != nil, reason: reason)
  }

  /// Why a person is not ranked, or nil.
  private func obstacle(to person: Person) -> String? {
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

  private func reason(overlaps: Int, missesAward: Bool) -> String {
    var reasons: [Phrase] = []
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
