import Vocabulary

/// Chooses the blocking rules and builds their blocks.
struct BlockingPlan: Sendable {
  let table: EvidenceTable
  let options: MatchOptions

  init(_ table: EvidenceTable, _ options: MatchOptions) {
    self.table = table
    self.options = options
  }

  /// Candidate pairs that all rules together may give, per mention.
  private static let pairsPerMention = 8
  private static let leastPairs = 400_000
  /// Candidate pairs that a rule over a single column may give, per mention.
  private static let singleBudget = 3

  /// The rules that the pipeline file names.
  func named(_ rules: [[String]]) throws(MatchError) -> [BlockingRule] {
    var result: [BlockingRule] = []
    for rule in rules {
      var keys: [BlockingRule.Key] = []
      for name in rule {
        guard let column = table.columns.firstIndex(where: { $0.name == name }) else {
          throw MatchError(
            reason: .unknownColumn(name, known: table.columns.map(\.name)))
        }
        keys.append(BlockingRule.Key(column: column, part: .value))
      }
      result.append(BlockingRule(keys, in: table.columns))
    }
    return result
  }

  /// The candidate pairs of the given rules, or of rules chosen from the kinds of the columns.
  ///
  /// Chosen are the rules over single, telling columns that are cheap; then rules over two columns,
  /// cheapest first, while the budget of pairs lasts. A rule over two columns is left out when one of
  /// them alone is a rule that gave nothing up.
  func candidates(_ rules: [BlockingRule]?) async -> CandidatePairs {
    if let rules { return candidates(await build(rules)) }
    let forecasts = await forecast(BlockingRule.singles(table.columns))
    let cheap = forecasts.filter {
      $0.pairs <= max(Self.leastPairs, Self.singleBudget * table.count)
    }
    let singles = await build(cheap.map(\.rule))
    let pairs = await build(await affordable(after: singles))
    return candidates((singles + pairs).filter { $0.pairCount > 0 || $0.givenUpPairs > 0 })
  }

  private func candidates(_ indices: [BlockIndex]) -> CandidatePairs {
    CandidatePairs(
      indices: indices, mentions: table.count, duplicateFree: table.duplicateFree)
  }

  /// The rules over two columns that the budget lasts for, cheapest first.
  private func affordable(after chosen: [BlockIndex]) async -> [BlockingRule] {
    let complete = chosen.filter { $0.givenUpPairs == 0 }.flatMap(\.rule.keys)
    let open = BlockingRule.pairs(table.columns).filter { rule in
      !rule.keys.contains { complete.contains($0) }
    }
    var budget =
      max(Self.leastPairs, Self.pairsPerMention * table.count)
      - chosen.reduce(0) { $0 + $1.pairCount }
    var rules: [BlockingRule] = []
    for forecast in await forecast(open).sorted(by: {
      ($0.pairs, $0.rule.name) < ($1.pairs, $1.rule.name)
    })
    where forecast.pairs > 0 && forecast.pairs <= budget {
      budget -= forecast.pairs
      rules.append(forecast.rule)
    }
    return rules
  }

  private func forecast(_ rules: [BlockingRule]) async -> [BlockingForecast] {
    await concurrentMap(rules.count, threads: options.threads) { number in
      BlockingForecast(rules[number], table, largestBlock: options.largestBlock)
    }
  }

  private func build(_ rules: [BlockingRule]) async -> [BlockIndex] {
    await concurrentMap(rules.count, threads: options.threads) { number in
      BlockIndex(rules[number], table, largestBlock: options.largestBlock)
    }
  }
}
