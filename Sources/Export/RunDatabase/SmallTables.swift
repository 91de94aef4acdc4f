import Database
import Vocabulary

/// The columns of the tables that are like the file of their name.
enum SmallTables {
  static let reviewColumns = [
    "question_id", "party", "left", "right", "left_golden_id", "right_golden_id",
    "match_probability", "stake", "reasons",
  ]
  static let redirectColumns = ["old_golden_id", "current_golden_id", "reason", "since"]
  static let changeColumns = ["change", "golden_id", "from", "to", "records_moved", "cause"]
  static let quarantineColumns = [
    "source", "file", "line", "byte", "column", "code", "message", "raw",
  ]
  static let scoreColumns = [
    "period", "population", "scope_kind", "scope_id", "scope", "source", "field", "dimension",
    "rule", "units", "passed", "failed", "excluded", "score", "lower", "upper", "previous",
  ]
  static let leaderboardColumns = [
    "period", "population", "peer_group", "rank", "owner", "employee_no", "team", "units",
    "excluded", "score", "lower", "upper", "suspect_units", "late_units", "eligible", "reason",
    "award", "provisional",
  ]
  /// Those of the file, and the severity of findings.
  static let metricColumns = [
    "rule", "definition", "dimension", "class", "numerator", "denominator", "exclusions", "weight",
    "version", "severity",
  ]
}

extension RunDatabase {
  /// The tables of few rows, or of rows without values of customers.
  func smallTables(
    _ places: GoldenPlaces, _ words: DatabaseWords, _ schema: DatabaseSchema
  ) -> [(DatabaseTable, any RowSource)] {
    let records = results.table.records
    let files = FileNames(records).names
    return [
      (
        schema.source,
        ListRows(Array(records.sources.enumerated())) {
          [
            .number($0.offset + 1), .text($0.element.name), .text($0.element.system?.rawValue),
            .number($0.element.trust),
          ]
        }
      ),
      (
        schema.file,
        ListRows(Array(1..<max(1, files.count))) { [.number($0), .text(files.string($0))] }
      ),
      (
        schema.field,
        ListRows(Array(records.schema.fields.enumerated())) {
          [
            .number($0.offset + 1), .text($0.element.name), .text($0.element.kind.rawValue),
            .flag($0.element.isMultiple),
          ]
        }
      ),
      (
        schema.keeper,
        ListRows(Array(scores.keepers.keepers.enumerated())) {
          [
            .number($0.offset + 1), .number($0.element.source + 1), .text($0.element.branch),
            .text($0.element.team), .text($0.element.owner),
            .text($0.element.employee),
          ]
        }
      ),
      (schema.stewardClaim, stewardClaimRows(places)),
      (DatabaseSchema.plain("decisions"), decisionRows),
      (DatabaseSchema.plain("review"), reviewRows),
      (DatabaseSchema.plain("redirects"), redirectRows),
      (DatabaseSchema.plain("identity_changes"), changeRows),
      (DatabaseSchema.plain("quarantine"), quarantineRows),
      (DatabaseSchema.plain("scorecard"), scoreRows),
      (DatabaseSchema.plain("leaderboard"), leaderboardRows),
      (DatabaseSchema.plain("metrics"), metricRows),
    ]
  }

  private var reviewRows: some RowSource {
    ListRows(results.sortedQuestions) { [language = results.language] question in
      [
        .text(question.id), .text(question.party.rawValue), .text(question.left),
        .text(question.right),
      ] + question.sides.map { .text($0.goldenID) } + [
        .decimal(question.probability.value), .decimal(question.stake, decimals: 2),
        .text(question.reasons(in: language).joined(separator: ";")),
      ]
    }
  }

  private var decisionRows: some RowSource {
    ListRows(results.sortedDecisions) { $0.texts.map { .text($0) } + [.number($0.line)] }
  }

  /// The values that stewards fixed, in the order of the golden records.
  private func stewardClaimRows(_ places: GoldenPlaces) -> some RowSource {
    let claims = results.stewardClaims.map { claim in
      (places.number(claim.cluster, isPerson: claim.party == .person), claim)
    }
    let sorted = claims.sorted {
      ($0.0, $0.1.field, $0.1.decisionID) < ($1.0, $1.1.field, $1.1.decisionID)
    }
    var place = 0
    let numbered = sorted.indices.map { row in
      place = row > 0 && sorted[row - 1].0 == sorted[row].0 ? place + 1 : 0
      return (sorted[row].0 << Self.shift | place, sorted[row].1)
    }
    return ListRows(numbered) { number, claim in
      [
        .number(number), .number(claim.field + 1), .text(claim.value), .text(claim.rawValue),
        .text(claim.key), .number((claim.decidedOn?.number).map { Int($0) }),
      ]
    }
  }

  private var redirectRows: some RowSource {
    ListRows(results.redirects) {
      [
        .text($0.oldGoldenID), .text($0.currentGoldenID), .text($0.reason),
        .text($0.since.description),
      ]
    }
  }

  private var changeRows: some RowSource {
    ListRows(results.identityChanges) {
      [
        .text($0.change.rawValue), .text($0.goldenID.description), .text($0.from?.description),
        .text($0.to?.description), .number($0.recordsMoved), .text($0.cause.rawValue),
      ]
    }
  }

  private var quarantineRows: some RowSource {
    ListRows(results.quarantine) {
      [
        .text($0.source), .text($0.file), .number($0.line), .number($0.byteOffset),
        .number($0.column), .text($0.code), .text($0.message), .text($0.raw),
      ]
    }
  }

  private var scoreRows: some RowSource {
    ListRows(scores.cells) { [period = scores.period] in
      [
        .text(period), .text($0.population.rawValue), .text($0.scopeKind.rawValue),
        .text($0.scopeID), .text($0.scope), .text($0.source), .text($0.field),
        .text($0.dimension?.rawValue), .text($0.rule), .number($0.units), .number($0.passed),
        .number($0.failed), .number($0.excluded), .decimal($0.score), .decimal($0.bounds?.lower),
        .decimal($0.bounds?.upper), .decimal($0.previous),
      ]
    }
  }

  private var leaderboardRows: some RowSource {
    ListRows(scores.leaderboard) { [period = scores.period] in
      [
        .text(period), .text($0.population.rawValue), .text($0.peerGroup), .number($0.rank),
        .text($0.owner), .text($0.employeeNumber), .text($0.team), .number($0.units),
        .number($0.excluded), .decimal($0.score), .decimal($0.bounds?.lower),
        .decimal($0.bounds?.upper),
        .number($0.suspectUnits), .number($0.lateUnits), .flag($0.isEligible), .text($0.reason),
        .text($0.award), .flag($0.isProvisional),
      ]
    }
  }

  private var metricRows: some RowSource {
    ListRows(scores.rules) { [language = scores.language, version = scores.rulesVersion] in
      [
        .text($0.id), .text($0.definition[language]), .text($0.dimension.rawValue),
        .text($0.defect.rawValue), .text($0.numerator[language]), .text($0.denominator[language]),
        .text($0.exclusions[language]), .number($0.weight), .text(version),
        .text($0.severity.rawValue),
      ]
    }
  }
}
