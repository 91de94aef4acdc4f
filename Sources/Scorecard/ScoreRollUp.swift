import Vocabulary

/// Turns the counts into the rows of the scorecard, level by level.
///
/// A level's counts are the sums of those below it: owner, team, branch, source, all. Fields of one
/// source add up to the source too.
struct ScoreRollUp {
  /// One scope and its counts by line.
  private struct Scope {
    var kind: ScopeKind
    var path: [String]
    var name: String
    var source = ""
    var field = ""
    var sums: [TallySums]
  }

  private(set) var cells: [ScoreCell] = []
  private let context: RecordScan.Context
  private let sourceNames: [String]

  init(_ context: RecordScan.Context, scan: RecordScan) {
    self.context = context
    sourceNames = context.input.table.records.sources.map(\.name)
    for (number, population) in ScorePopulation.allCases.enumerated() {
      let owners = ownerScopes(scan.keeperTallies, first: number * scan.keeperGroupCount)
      let teams = sums(of: owners, kind: .team)
      let branches = sums(of: teams, kind: .branch)
      let sources = sums(of: branches, kind: .source)
      let all = sums(of: sources, kind: .all)
      let fields = fieldScopes(scan.fieldTallies, first: number * scan.fieldGroupCount)
      for scope in all + sources + fields + branches + teams + owners {
        append(scope, population)
      }
    }
  }

  private func ownerScopes(_ tally: TallyTable, first: Int) -> [Scope] {
    let tree = context.keepers
    var scopes: [Scope] = []
    for (number, keeper) in tree.table.keepers.enumerated() {
      let name = keeper.owner.isEmpty ? KeeperName.unowned : keeper.owner
      scopes.append(
        scope(
          of: keeper, id: keeper.employee.isEmpty ? name : keeper.employee, name: name, tally,
          group: first + number))
      let team = tree.teamOf[number]
      let isLast = number + 1 == tree.teamOf.count || tree.teamOf[number + 1] != team
      guard isLast else { continue }
      scopes.append(
        scope(
          of: keeper, id: KeeperName.shared, name: KeeperName.shared, tally,
          group: first + tree.sharedGroup(of: number)))
    }
    return scopes
  }

  private func scope(
    of keeper: RecordKeepers.Keeper, id: String, name: String, _ tally: TallyTable, group: Int
  ) -> Scope {
    let source = sourceNames[keeper.source]
    let branch = keeper.branch.isEmpty ? KeeperName.noBranch : keeper.branch
    let team = keeper.team.isEmpty ? KeeperName.noTeam : keeper.team
    return Scope(
      kind: .owner, path: [source, branch, team, id], name: name, source: source,
      sums: lineSums(tally, group: group))
  }

  private func fieldScopes(_ tally: TallyTable, first: Int) -> [Scope] {
    let schema = context.input.table.records.schema
    let names = [KeeperName.record] + schema.fields.map(\.name)
    return sourceNames.indices.flatMap { source in
      names.indices.map { number in
        Scope(
          kind: .field, path: [sourceNames[source], names[number]], name: names[number],
          source: sourceNames[source], field: names[number],
          sums: lineSums(
            tally, group: first + context.plan.fieldGroup(source: source, fieldNumber: number)))
      }
    }
  }

  private func lineSums(_ tally: TallyTable, group: Int) -> [TallySums] {
    (0..<context.plan.lines).map { tally[group, $0] }
  }

  /// Adds neighbours that share the path up to the next level.
  private func sums(of scopes: [Scope], kind: ScopeKind) -> [Scope] {
    var sums: [Scope] = []
    for scope in scopes {
      let path = Array(scope.path.dropLast())
      if let last = sums.last, last.path == path {
        for line in scope.sums.indices { sums[sums.count - 1].sums[line] += scope.sums[line] }
      } else {
        sums.append(
          Scope(
            kind: kind, path: path, name: path.last ?? "all", source: path.first ?? "",
            sums: scope.sums))
      }
    }
    return sums
  }

  private mutating func append(_ scope: Scope, _ population: ScorePopulation) {
    let rules = context.plan.rules
    append(scope, population, line: context.plan.totalLine, dimension: nil, rule: nil)
    for (number, dimension) in QualityDimension.allCases.enumerated() {
      append(scope, population, line: rules.count + number, dimension: dimension, rule: nil)
      for (line, rule) in rules.enumerated() where rule.dimension == dimension {
        append(scope, population, line: line, dimension: dimension, rule: rule.id)
      }
    }
  }

  private mutating func append(
    _ scope: Scope, _ population: ScorePopulation, line: Int, dimension: QualityDimension?,
    rule: String?
  ) {
    let sums = scope.sums[line]
    guard sums.units > 0 else { return }
    var cell = ScoreCell(
      population: population, scopeKind: scope.kind,
      scopeID: scope.path.isEmpty ? "all" : KeeperName.joined(scope.path), scope: scope.name,
      source: scope.source, field: scope.field, dimension: dimension, rule: rule,
      units: sums.units, passed: sums.passed, excluded: sums.excluded, bounds: sums.bounds)
    if !context.input.previous.isEmpty { cell.previous = context.input.previous[ScoreKey(cell)] }
    cells.append(cell)
  }
}

/// The names that reports give to what has none.
enum KeeperName {
  /// Rows without an owner.
  static let unowned = "(unowned)"
  /// Units that count for a team and for nobody in it.
  static let shared = "(shared)"
  static let noTeam = "(no team)"
  static let noBranch = "(no branch)"
  /// Units about a record as a whole.
  static let record = "(record)"

  /// A path as one text, `/` within a name written as `%2F`.
  static func joined(_ path: [String]) -> String {
    path.map { name in
      name.replacing("%", with: "%25").replacing("/", with: "%2F")
    }.joined(separator: "/")
  }
}
