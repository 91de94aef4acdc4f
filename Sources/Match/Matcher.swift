package import Vocabulary

/// What the match stage found about one kind of party.
package struct MatchResult: Sendable {
  /// What one blocking rule gave.
  package struct RuleReport: Sendable {
    package var name: String
    package var pairs: Int
    package var givenUpPairs: Int
    package var givenUpBlocks: Int

    package init(name: String, pairs: Int, givenUpPairs: Int, givenUpBlocks: Int) {
      self.name = name
      self.pairs = pairs
      self.givenUpPairs = givenUpPairs
      self.givenUpBlocks = givenUpBlocks
    }
  }

  /// The pairs whose probability reaches the review threshold, by left and right.
  package var pairs: [ScoredPair]
  package var model: MatchModel
  package var rules: [RuleReport]
  package var scorer: PairScorer
  /// The weights of all candidate pairs.
  package var histogram: WeightHistogram
  /// What the data looks like to the model.
  package var fit: ModelFit
}

/// The match stage: finds candidate pairs, trains where there is no model yet, and scores each pair
/// once.
package struct Matcher: Sendable {
  package var options: MatchOptions

  package init(_ options: MatchOptions) { self.options = options }

  /// Scores the mentions of one kind of party.
  ///
  /// - Parameters:
  ///   - table: The evidence.
  ///   - model: The model to use; nil trains one on the data at hand.
  ///   - progress: Called with the candidate pairs that are scored, and with all of them.
  /// - Returns: The same for any number of threads.
  /// - Throws: `MatchError` when the options or the model name columns that do not exist.
  package func match(
    _ table: EvidenceTable, model: MatchModel?,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) async throws -> MatchResult {
    let (comparer, candidates) = try await prepared(table)
    var trained: MatchModel
    if let model {
      trained = model
    } else {
      trained = await trainer(comparer, candidates, table).train()
    }
    let scorer = try PairScorer(comparer, trained)
    let (pairs, histogram) = await score(candidates, scorer, progress)
    let fit = ModelFit(
      comparer, mentions: table.count, pairs: pairs,
      accept: Float(MatchWeight(options.accept).bits))
    if model == nil, !trained.training.isPrior { trained.fit = fit }
    let reports = candidates.indices.map {
      MatchResult.RuleReport(
        name: $0.rule.name, pairs: $0.pairCount, givenUpPairs: $0.givenUpPairs,
        givenUpBlocks: $0.givenUpBlocks)
    }
    return MatchResult(
      pairs: pairs, model: trained, rules: reports, scorer: scorer, histogram: histogram,
      fit: fit)
  }

  /// Trains a model, and scores nothing.
  ///
  /// - Parameters:
  ///   - table: The evidence.
  ///   - labels: What people said about pairs of its mentions.
  ///   - previous: The model that is to be replaced, for comparison.
  /// - Returns: The same for any number of threads.
  /// - Throws: `MatchError` when the options name columns that do not exist.
  package func train(
    _ table: EvidenceTable, labels: TrainingLabels, previous: MatchModel? = nil
  ) async throws -> MatchModel {
    let (comparer, candidates) = try await prepared(table)
    var trainer = trainer(comparer, candidates, table)
    trainer.labels = labels
    trainer.previous = previous
    return await trainer.train()
  }

  private func trainer(
    _ comparer: PairComparer, _ candidates: CandidatePairs, _ table: EvidenceTable
  ) -> Trainer {
    Trainer(comparer: comparer, candidates: candidates, table: table, options: options)
  }

  /// What is compared how, and which pairs.
  private func prepared(
    _ table: EvidenceTable
  ) async throws -> (PairComparer, CandidatePairs) {
    let plan = BlockingPlan(table, options)
    let rules = try options.block.map { try plan.named($0) }
    async let blocks = plan.candidates(rules)
    let comparer = PairComparer(try await comparers(of: table), mentions: table.count)
    return (comparer, await blocks)
  }

  /// A scorer with a given model and no candidate pairs, to explain any two mentions.
  package func scorer(of table: EvidenceTable, model: MatchModel) async throws -> PairScorer {
    try PairScorer(PairComparer(await comparers(of: table), mentions: table.count), model)
  }

  /// A comparer for each column, built side by side.
  private func comparers(of table: EvidenceTable) async throws(MatchError) -> [ColumnComparer] {
    let known = table.columns.map(\.name)
    if let unknown = options.compare.keys.sorted().first(where: { !known.contains($0) }) {
      throw MatchError(reason: .unknownColumn(unknown, known: known))
    }
    let columns = Array(table.columns.prefix(ComparisonPattern.mostColumns))
    let comparisons = columns.map { column in
      options.compare[column.name].map { Comparison(column: column, levels: $0) }
        ?? Comparison(column: column)
    }
    let naming = columns.firstIndex(where: Self.tellsApart)
    let names = naming.map { naming in
      ColumnComparer(
        columns[naming], comparisons[naming],
        namesakes: columns[naming].kind == .givenName
          ? nil : Namesakes(columns[naming], among: columns, mentions: table.count))
    }
    return await concurrentMap(columns.count, threads: options.threads) { number in
      let (column, comparison) = (columns[number], comparisons[number])
      guard let names, number != naming else { return names ?? ColumnComparer(column, comparison) }
      let sharing =
        comparison.grades.contains { $0.level == .shared }
        ? SharedValues.find(column, names: names, mentions: table.count) : []
      return ColumnComparer(column, comparison, sharing: sharing)
    }
  }

  /// Whether two values of a column can show that two parties are not one.
  private static func tellsApart(_ column: EvidenceColumn) -> Bool {
    column.topic == nil
      && [.personName, .organizationName, .givenName].contains(column.kind)
  }

  private func score(
    _ candidates: CandidatePairs, _ scorer: PairScorer,
    _ progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  ) async -> (pairs: [ScoredPair], histogram: WeightHistogram) {
    let floor = Float(MatchWeight(options.review).bits)
    let lowest = min(floor, WeightHistogram.lowest + WeightHistogram.width)
    let parts = candidates.parts()
    let total = candidates.pairCount
    let report: @Sendable (Int) -> Void = { done in
      // Parts hold about equal numbers of pairs.
      progress?(total / max(1, parts.count) * done, total)
    }
    let found = await concurrentMap(
      parts.count, threads: options.threads, finished: report
    ) { index in
      var pairs: [ScoredPair] = []
      var histogram = WeightHistogram()
      candidates.forEach(in: parts[index]) { left, right in
        guard let weight = scorer.weight(Int(left), Int(right), atLeast: lowest) else {
          histogram.addLowest(1)
          return
        }
        histogram.add(weight)
        guard weight >= floor else { return }
        pairs.append(
          ScoredPair(
            left: left, right: right, weight: weight, rule: UInt16(parts[index].rule)))
      }
      return (pairs, histogram)
    }
    var histogram = WeightHistogram()
    for part in found { histogram.merge(part.1) }
    let pairs = found.flatMap(\.0)
    return (pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }, histogram)
  }
}
