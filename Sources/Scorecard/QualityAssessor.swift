import Vocabulary

/// Measures the quality of the records: rules in, scores and findings out.
package struct QualityAssessor: Sendable {
  private let options: ScorecardOptions
  private let goals: ScorecardGoals
  private let threads: Int

  /// - Parameters:
  ///   - options: Settings of the scorecard.
  ///   - goals: Who is ranked against whom, and what the best get.
  ///   - threads: How many ranges of records are scanned at a time; the report does not depend on it.
  package init(
    options: ScorecardOptions = ScorecardOptions(), goals: ScorecardGoals = ScorecardGoals(),
    threads: Int = 1
  ) {
    self.options = options
    self.goals = goals
    self.threads = max(1, threads)
  }

  /// Scores the records and lists what is wrong with them.
  package func report(on input: ScorecardInput) async -> ScorecardReport {
    let rules = effectiveRules
    let window = ReportWindow(options.period, asOf: input.asOf)
    async let keepers = RecordKeepers(input.table, roster: input.roster, asOf: input.asOf)
    async let duplicates = Duplicates(input)
    async let disagreements = Disagreements(input)
    let plan = ScanPlan(input, options: options, rules: rules)
    let tree = await KeeperTree(keepers)
    let context = await RecordScan.Context(
      input: input, plan: plan, window: window, keepers: tree, duplicates: duplicates,
      disagreements: disagreements)
    var whole = await scan(context)
    whole.findings.corrections = plan.corrections
    let rollUp = ScoreRollUp(context, scan: whole)
    return ScorecardReport(
      window: window, language: input.language, rules: rules, keepers: tree.table,
      findings: whole.findings, cells: rollUp.cells,
      leaderboard: Leaderboard(context, scan: whole, options: options, goals: goals).rows)
  }

  private var effectiveRules: [QualityRule] {
    QualityRule.builtIn.map { rule in
      var rule = rule
      rule.weight = options.weights[rule.id] ?? rule.weight
      return rule
    }
  }

  /// Scans the records in as many ranges as there are threads, and joins what was found in order.
  private func scan(_ context: RecordScan.Context) async -> RecordScan {
    let count = context.input.table.records.count
    let ranges = (0..<threads).map { count * $0 / threads..<count * ($0 + 1) / threads }
    let parts = await concurrentMap(threads, threads: threads) { index in
      var scan = RecordScan(context)
      scan.run(ranges[index])
      scan.findings.identify(context)
      return scan
    }
    var whole = RecordScan(context)
    for part in parts { whole.join(part) }
    return whole
  }
}
