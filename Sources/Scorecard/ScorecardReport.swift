package import Vocabulary

/// What the scorecard is made from.
package struct ScorecardInput: Sendable {
  package var table: NormalizedTable
  package var persons: EntityClusters
  package var organizations: EntityClusters
  package var asOf: CivilDay
  package var language = ReportLanguage.chinese
  /// What earlier runs knew of the findings.
  package var history = FindingHistory()
  /// The scores of the last closed period.
  package var previous: [ScoreKey: Double] = [:]
  /// The employees; nil where people are known by their names alone.
  package var roster: Roster?

  package init(
    table: NormalizedTable, persons: EntityClusters, organizations: EntityClusters, asOf: CivilDay
  ) {
    self.table = table
    self.persons = persons
    self.organizations = organizations
    self.asOf = asOf
  }
}

/// What names one score within a period.
package struct ScoreKey: Hashable, Sendable {
  package var population: ScorePopulation
  package var scopeKind: ScopeKind
  package var scopeID: String
  package var dimension: QualityDimension?
  package var rule: String?

  package init(
    population: ScorePopulation, scopeKind: ScopeKind, scopeID: String,
    dimension: QualityDimension?, rule: String?
  ) {
    self.population = population
    self.scopeKind = scopeKind
    self.scopeID = scopeID
    self.dimension = dimension
    self.rule = rule
  }

  package init(_ cell: ScoreCell) {
    self.init(
      population: cell.population, scopeKind: cell.scopeKind, scopeID: cell.scopeID,
      dimension: cell.dimension, rule: cell.rule)
  }
}

/// Measured quality: the scores, and every finding behind them.
package struct ScorecardReport: Sendable {
  package var window: ReportWindow
  package var language: ReportLanguage
  /// The rules that were applied, with their effective weights.
  package var rules: [QualityRule]
  package var keepers: RecordKeepers
  package var findings: FindingTable
  package var cells: [ScoreCell]
  package var leaderboard: [LeaderboardRow]
}
