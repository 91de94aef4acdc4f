import Export
import Golden
import Match
import Vocabulary

extension Publisher {
  /// What report/match.html shows.
  var matchReport: MatchReport {
    MatchReport(
      pipeline: run.pipeline.name, asOf: run.asOf, language: run.pipeline.language,
      records: results.table.records.count, parties: Party.allCases.map(matching))
  }

  private func matching(_ party: Party) -> PartyMatching {
    let resolved = results.resolved[party]
    let resolution = resolved.resolution
    let settings = run.pipeline.match(party)
    var matching = PartyMatching(
      party: party, mentions: resolution.clusters.clusterOf.count,
      parties: resolution.clusters.count, accept: settings.accept, review: settings.review)
    matching.outcomes = PartyMatching.OutcomeCounts(resolution.links)
    matching.questions = results.sheet.questions.count { $0.party == party }
    matching.histogram = resolution.histogram
    matching.model = summary(of: resolution.model, origin: resolved.origin)
    let words = DriftWords(language: run.pipeline.language)
    matching.model.drift = resolved.drift?.measures.map(words.line) ?? []
    matching.model.isOutdated = resolved.drift?.isBeyond == true && resolved.origin != .retrained
    matching.examples = resolved.examples
    matching.sizes = sizes(of: resolution.clusters)
    matching.largest = largest(of: resolution.clusters, results.identities[party].ids)
    matching.rules = resolution.rules.map { rule in
      PartyMatching.RuleYield(
        name: rule.name, words: LevelWords.rule(rule.name, language: run.pipeline.language),
        pairs: rule.pairs, givenUpPairs: rule.givenUpPairs, givenUpBlocks: rule.givenUpBlocks)
    }
    return matching
  }

  private func summary(
    of model: MatchModel, origin: RunReport.Model.Origin
  ) -> ModelSummary {
    let language = run.pipeline.language
    var summary = ModelSummary()
    summary.origin = origin.words[language]
    summary.isPrior = model.training.isPrior
    summary.mentions = model.training.mentions
    summary.candidatePairs = model.training.candidatePairs
    summary.expectedMatches = model.training.expectedMatches
    summary.expectedRelated = model.training.expectedRelated
    summary.passes = model.training.passes
    summary.hasConverged = model.training.hasConverged
    summary.lastChange = model.training.lastChange
    summary.prior = model.prior
    summary.columns = model.columns.map { column in
      ModelSummary.Column(
        words: LevelWords.name(ofColumn: column.column, language: language),
        levels: levels(of: column))
    }
    return summary
  }

  /// The levels in words; those that share their words are told apart by how the model writes them.
  private func levels(of column: MatchModel.Column) -> [ModelSummary.Level] {
    let words = column.grades.map { grade in
      ComparisonLevel(grade.level)
        .map { LevelWords.words($0, language: run.pipeline.language) } ?? grade.level
    }
    return zip(column.grades, words).map { grade, text in
      let isShared = words.count { $0 == text } > 1
      return ModelSummary.Level(
        words: isShared ? "\(text) (\(grade.level))" : text, m: grade.m, u: grade.u,
        related: grade.related)
    }
  }

  private func sizes(of clusters: EntityClusters) -> [PartyMatching.ClusterSize] {
    var counts: [Int: Int] = [:]
    for cluster in 0..<clusters.count {
      counts[clusters.members(of: cluster).count, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }
      .map { PartyMatching.ClusterSize(records: $0.key, clusters: $0.value) }
  }

  /// The clusters with the most records, at most ten; of equal ones those of the oldest ids.
  private func largest(
    of clusters: EntityClusters, _ ids: [GoldenID]
  ) -> [PartyMatching.LargeCluster] {
    var largest: [(records: Int, id: GoldenID)] = []
    for cluster in 0..<clusters.count {
      let next = (records: clusters.members(of: cluster).count, id: ids[cluster])
      guard next.records > 1 else { continue }
      let place =
        largest.firstIndex { ($0.records, next.id) < (next.records, $0.id) } ?? largest.count
      guard place < 10 else { continue }
      largest.insert(next, at: place)
      if largest.count > 10 { largest.removeLast() }
    }
    return largest.map {
      PartyMatching.LargeCluster(goldenID: $0.id.description, records: $0.records)
    }
  }
}

extension RunReport.Model.Origin {
  /// Where a model comes from, for a steward.
  fileprivate var words: Phrase {
    switch self {
    case .trained: Phrase("本次在数据上训练，无标注", "trained on this run's data, without labels")
    case .retrained:
      Phrase(
        "数据已变，本次在数据上重新训练", "trained anew on this run's data, which the kept model no longer fitted")
    case .reused: Phrase("沿用以前某次运行训练的模型", "reused from an earlier run")
    case .file: Phrase("取自管道文件指定的模型文件", "read from the model file that the pipeline names")
    case .prior:
      Phrase("出厂参数：记录太少，无法训练", "the shipped parameters: too few records to train on")
    }
  }
}
