/// What a quality rule measures (GB/T 36344; the same six are in DAMA and ISO/IEC 25012).
package enum QualityDimension: String, Codable, CaseIterable, Hashable, Sendable {
  case completeness
  /// Whether a value is well-formed.
  case conformity
  /// Whether other evidence corroborates or contradicts a value.
  case accuracy
  /// Whether the records of one party agree.
  case consistency
  case timeliness
  /// Whether a party is recorded once.
  case uniqueness
}

/// What is wrong with a cell or a record; every finding is of exactly one class.
package enum DefectClass: String, Codable, CaseIterable, Hashable, Sendable {
  case wrong = "错"
  case missing = "漏"
  case duplicate = "重"
  case late = "迟"
}

/// How much a finding matters.
package enum FindingSeverity: String, Codable, CaseIterable, Hashable, Sendable {
  case high
  case medium
  case low
}

/// The rows that a score is about.
package enum ScorePopulation: String, Codable, CaseIterable, Hashable, Sendable {
  /// All rows held at the end of the window.
  case stock
  /// The rows that were created or changed in the window.
  case entered
}

/// The level of the organization or the data that a score belongs to.
package enum ScopeKind: String, Codable, CaseIterable, Hashable, Sendable {
  case all
  case source
  case field
  case branch
  case team
  case owner
}

/// The language of reports.
package enum ReportLanguage: String, Codable, CaseIterable, Hashable, Sendable {
  case chinese = "zh-Hans"
  case english = "en"
}

/// One text in the languages of reports.
package struct Phrase: Hashable, Sendable {
  package var chinese: String
  package var english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  package subscript(language: ReportLanguage) -> String {
    language == .chinese ? chinese : english
  }
}

/// One row of the scorecard: how many units of a scope passed one rule, dimension or all.
package struct ScoreCell: Hashable, Sendable {
  package var population: ScorePopulation
  package var scopeKind: ScopeKind
  /// Unique within its kind: the names from the source down, joined by `/`.
  package var scopeID: String
  /// The scope's own name.
  package var scope: String
  /// Empty for the scope `all`.
  package var source: String
  /// Empty but for scopes of the kind `field`.
  package var field: String
  /// Nil for the scope's total.
  package var dimension: QualityDimension?
  /// Nil for the total of the dimension.
  package var rule: String?
  package var units: Int
  package var passed: Int
  package var excluded: Int
  /// The 95 % bounds of the score, nil where every unit is excluded.
  package var bounds: ScoreBounds?
  /// The score of the last closed period, where one is known.
  package var previous: Double?

  package init(
    population: ScorePopulation, scopeKind: ScopeKind, scopeID: String, scope: String,
    source: String, field: String, dimension: QualityDimension?, rule: String?, units: Int,
    passed: Int, excluded: Int, bounds: ScoreBounds?, previous: Double? = nil
  ) {
    self.population = population
    self.scopeKind = scopeKind
    self.scopeID = scopeID
    self.scope = scope
    self.source = source
    self.field = field
    self.dimension = dimension
    self.rule = rule
    self.units = units
    self.passed = passed
    self.excluded = excluded
    self.bounds = bounds
    self.previous = previous
  }

  package var failed: Int { units - excluded - passed }

  /// Passed ÷ (units − excluded), or nil where every unit is excluded.
  package var score: Double? {
    units > excluded ? Double(passed) / Double(units - excluded) : nil
  }
}

/// A 95 % confidence interval of a score.
package struct ScoreBounds: Hashable, Sendable {
  package var lower: Double
  package var upper: Double

  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  package func overlaps(_ other: ScoreBounds) -> Bool {
    lower <= other.upper && other.lower <= upper
  }
}

/// One person's place among the peers.
package struct LeaderboardRow: Hashable, Sendable {
  package var population: ScorePopulation
  package var peerGroup: String
  /// Equal lower bounds share a rank; nil for those who are not ranked.
  package var rank: Int?
  package var owner: String
  package var employeeNumber: String
  package var team: String
  package var units: Int
  package var excluded: Int
  package var score: Double?
  package var bounds: ScoreBounds?
  /// Cells that hold a placeholder.
  package var suspectUnits: Int
  /// Records entered or closed late.
  package var lateUnits: Int
  package var isEligible: Bool
  /// Why the person is not ranked or a first place earns nothing, or with whom the place is shared within the bounds of chance.
  package var reason: String
  /// What the place earns once a person has signed it; empty where it earns nothing.
  package var award = ""
  package var isProvisional = true

  package init(
    population: ScorePopulation, peerGroup: String, rank: Int?, owner: String,
    employeeNumber: String, team: String, units: Int, excluded: Int, score: Double?,
    bounds: ScoreBounds?, suspectUnits: Int, lateUnits: Int, isEligible: Bool, reason: String
  ) {
    self.population = population
    self.peerGroup = peerGroup
    self.rank = rank
    self.owner = owner
    self.employeeNumber = employeeNumber
    self.team = team
    self.units = units
    self.excluded = excluded
    self.score = score
    self.bounds = bounds
    self.suspectUnits = suspectUnits
    self.lateUnits = lateUnits
    self.isEligible = isEligible
    self.reason = reason
  }
}
