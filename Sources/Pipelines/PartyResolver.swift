import Cluster
import Match
import Vocabulary

/// Finds which mentions of one kind of party are the same: match, then cluster.
struct PartyResolver {
  var options: MatchOptions
  /// Pairs that stewards decided, as mentions.
  var same: [MentionPair] = []
  var different: [MentionPair] = []
  /// Mentions that stewards took out of their clusters.
  var detached: Set<UInt32> = []
  /// By mention: the party it was published under in the last run.
  var published: [UInt32?] = []

  /// What the two stages found.
  struct Resolution {
    var clusters: EntityClusters
    /// The pairs that reach the review threshold, with what became of them.
    var links: [ScoredPair]
    var model: MatchModel
    var rules: [MatchResult.RuleReport]
    /// Says why two mentions are held for the same; nil once nobody asks any more, for it holds all
    /// evidence.
    var scorer: PairScorer?
    /// The weights of all candidate pairs.
    var histogram: WeightHistogram
    /// What the data looks like to the model.
    var fit: ModelFit
    /// Pairs that a steward keeps apart.
    var different: Set<MentionPair>
    /// Pairs inside clusters of which one mention does not seem to belong there.
    var contradicted: [ScoredPair]
    /// Pairs and mentions of decisions that contradict each other.
    var conflicts: [DecisionConflict]
    var returns: [DetachedReturn]
    var overruled: [OverruledVeto]
    /// The exclusive columns, by the number that `overruled` has.
    var exclusiveColumns: [String]

    /// Of all blocking rules together.
    var candidatePairs: Int { rules.reduce(0) { $0 + $1.pairs } }

    /// Adds the links that stewards made between mentions that no blocking rule brought together.
    fileprivate mutating func addDecided(_ same: [MentionPair], _ scorer: PairScorer) {
      let known = Set(links.map { MentionPair($0.left, $0.right) })
      let missing = same.filter {
        !known.contains($0)
          && clusters.clusterOf[Int($0.left)] == clusters.clusterOf[Int($0.right)]
      }
      guard !missing.isEmpty else { return }
      let rule = UInt16(rules.count)
      rules.append(
        MatchResult.RuleReport(name: "decision", pairs: 0, givenUpPairs: 0, givenUpBlocks: 0))
      links += missing.sorted().map { pair in
        ScoredPair(
          left: pair.left, right: pair.right,
          weight: scorer.weight(Int(pair.left), Int(pair.right)), rule: rule, outcome: .steward)
      }
    }
  }

  /// Resolves the mentions that the evidence is about.
  ///
  /// - Parameters:
  ///   - evidence: The evidence about all mentions of one kind of party.
  ///   - model: The model of an earlier run; nil trains one.
  ///   - progress: Called with the candidate pairs that are scored, and with all of them.
  /// - Returns: The parties, and the links that hold them together.
  /// - Throws: `MatchError` when the options name columns that the evidence lacks.
  func resolve(
    _ evidence: EvidenceTable, model: MatchModel?,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) async throws -> Resolution {
    let matched = try await Matcher(options).match(evidence, model: model, progress: progress)
    var clusterer = Clusterer(
      party: evidence.party, mentionCount: evidence.count,
      options: ClusterOptions(accept: options.accept, review: options.review))
    let exclusive = evidence.columns.filter { !$0.vetoes.isEmpty }
    clusterer.exclusive = exclusive.map(Self.exclusiveValues)
    clusterer.duplicateFree = evidence.duplicateFree
    clusterer.same = same
    clusterer.different = different
    clusterer.detached = detached
    clusterer.published = published
    let scorer = matched.scorer
    let floor = Float(MatchWeight(options.review).bits)
    clusterer.contradicts = { left, right, _ in scorer.contradicts(left, right, floor: floor) }
    let accept = Float(MatchWeight(options.accept).bits)
    clusterer.supports = { left, right in scorer.supports(left, right, accept: accept) }
    let clustering = clusterer.cluster(matched.pairs)
    let audit = ClusterAudit(floor: floor, threads: options.threads) { scorer.weight($0, $1) }
    var resolution = Resolution(
      clusters: clustering.clusters, links: clustering.pairs, model: matched.model,
      rules: matched.rules, scorer: scorer, histogram: matched.histogram, fit: matched.fit,
      different: Set(different), contradicted: await audit.contradicted(in: clustering.clusters),
      conflicts: clustering.conflicts, returns: clustering.returns,
      overruled: clustering.overruled, exclusiveColumns: exclusive.map(\.name))
    resolution.addDecided(same, scorer)
    return resolution
  }

  private static func exclusiveValues(_ column: EvidenceColumn) -> ExclusiveValues {
    var values = ExclusiveValues()
    for mention in 0..<column.starts.count - 1 {
      values.append(column.ids(of: mention).filter { column.vetoes[Int($0)] })
    }
    return values
  }
}

extension EvidenceTable {
  /// Adds what the resolved organizations say about persons: whom they work for.
  ///
  /// - Parameters:
  ///   - persons: The mentions that the evidence is about.
  ///   - organizations: The mentions of organizations.
  ///   - label: What names the party of an organization's mention; nil where nothing does.
  mutating func addEmployers(
    of persons: MentionTable, from organizations: MentionTable, label: (Int) -> String?
  ) {
    var column = EvidenceColumn(name: "employer", kind: .entity)
    column.topic = .workplace
    var next = 0
    for record in persons.record {
      while next < organizations.count, organizations.record[next] < record { next += 1 }
      if next < organizations.count, organizations.record[next] == record, let name = label(next) {
        column.ids.append(column.values.intern(name))
      }
      column.endMention()
    }
    if !column.ids.isEmpty { columns.append(column) }
  }
}
