import Cluster
import Match
import Vocabulary

/// Finds the cause of every pair that a run has wrong against a truth.
struct ErrorSorter {
  let evidence: RunEvidence
  let truth: EvaluationTruth
  let made: RunClusters
  /// Nil: the subjects of the records, whichever they are.
  let party: Party?

  /// The causes, counted.
  ///
  /// - Parameter scores: What the same clusters and truth score.
  /// - Returns: Every missed and every wrong pair under one cause.
  /// - Throws: `RunError` when a file of the run cannot be read.
  func errors(_ scores: ClusterScores) async throws -> EvaluationErrors {
    var errors = EvaluationErrors()
    errors.step = WrongPairs.step(for: max(scores.truePairs, scores.madePairs))
    let missed = WrongPairs(
      together: truth.entities, count: truth.entityCount, apartIn: made.clusters,
      step: errors.step
    ).pairs
    let wrong = WrongPairs(
      together: made.clusters, count: made.clusterCount, apartIn: truth.entities,
      step: errors.step
    ).pairs
    let links = try RunLinks(
      evidence.reference, of: missed + wrong, made: made, party: party, truth: truth)
    var known: [Party: PartyKnowledge] = [:]
    for party in Party.allCases where self.party ?? party == party && made.parties.contains(party) {
      known[party] = try await PartyKnowledge(party, evidence, made)
    }
    var misses = CauseCounter<MissCause>()
    var merges = CauseCounter<MergeCause>()
    var columns = ColumnCounter()
    for pair in missed {
      guard let party = made.parties[pair.left], let other = made.parties[pair.right] else {
        misses.add(pair, .absent, reachesAccept: false)
        continue
      }
      guard party == other, let known = known[party], let knowledge = known.knowledge(pair, links)
      else {
        misses.add(pair, .otherKind, reachesAccept: false)
        continue
      }
      misses.add(pair, MissCause(knowledge), reachesAccept: knowledge.reachesAccept)
      columns.add(known.steps(pair))
    }
    for pair in wrong {
      guard let party = made.parties[pair.left], let known = known[party],
        let knowledge = known.knowledge(pair, links)
      else { continue }
      merges.add(pair, MergeCause(knowledge), reachesAccept: knowledge.reachesAccept)
    }
    errors.missed = misses.counts(step: errors.step, name: name)
    errors.wrong = merges.counts(step: errors.step, name: name)
    errors.missedColumns = columns.shares
    return errors
  }

  /// What a record is called: its key, or what the truth calls a record that the run does not have.
  private func name(_ place: Int) -> String {
    if let key = made.recordKeys[place] { return key }
    let key = truth.keys[place]
    return (key.source.map { $0 + "/" } ?? "") + key.id
  }
}

/// What a run's links.csv says about some pairs.
private struct RunLinks {
  private(set) var outcomes: [UInt64: LinkOutcome] = [:]
  /// By place: a root that places share which links without a steward connect.
  private(set) var unruled: [Int] = []
  /// Roots of `made` clusters that a steward's link is in.
  private(set) var ruledClusters: Set<Int> = []

  init(
    _ run: RunFolderReference, of pairs: [(left: Int, right: Int)], made: RunClusters,
    party: Party?, truth: EvaluationTruth
  ) throws {
    let wanted = Set(pairs.map { Self.key($0.left, $0.right) })
    var sets = MergedPlaces(count: truth.keys.count)
    try CSVTable.forEachRow(
      of: run.path("links.csv"), columns: ["party", "left", "right", "outcome"]
    ) { row in
      guard party.map({ $0.rawValue == row[0] }) ?? true, let left = made.places[row[1]],
        let right = made.places[row[2]], let outcome = LinkOutcome(rawValue: row[3]),
        made.parties[left]?.rawValue == row[0]
      else { return }
      if wanted.contains(Self.key(left, right)) { outcomes[Self.key(left, right)] = outcome }
      if outcome == .merged { sets.merge(left, right) }
      if outcome == .steward { ruledClusters.insert(made.clusters[left]) }
    }
    unruled = truth.keys.indices.map { sets.root(of: $0) }
  }

  static func key(_ one: Int, _ other: Int) -> UInt64 {
    UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }
}

/// One kind of party in a run, asked about records of the truth.
private struct PartyKnowledge {
  private let published: PublishedParty
  private let blocks: CandidateBlocks
  /// By place: the mention.
  private let mentions: [UInt32?]
  private let made: RunClusters
  /// Pairs of clusters that a steward keeps apart.
  private let forbidden: Set<MentionPair>

  init(_ party: Party, _ evidence: RunEvidence, _ made: RunClusters) async throws {
    let published = try await PublishedParty(party, of: evidence)
    let table = evidence.mentions(of: party)
    self.published = published
    self.made = made
    blocks = try await published.matcher.blocks(of: published.evidence)
    mentions = zip(made.recordKeys, made.parties).map { key, filed in
      filed == party ? key.flatMap { table.mention(ofKey: $0, in: evidence.keys) } : nil
    }
    let ruled = MentionRulings(
      try Decisions(evidence.pipeline), table, keys: evidence.keys)
    let clusterOf = published.clusters.clusterOf
    forbidden = Set(
      ruled.different.compactMap { pair in
        let (left, right) = (clusterOf[Int(pair.left)], clusterOf[Int(pair.right)])
        return left == right ? nil : MentionPair(left, right)
      })
  }

  func knowledge(_ pair: (left: Int, right: Int), _ links: RunLinks) -> PairKnowledge? {
    guard let (left, right) = ends(pair) else { return nil }
    let (first, second) = (
      published.clusters.clusterOf[Int(left)], published.clusters.clusterOf[Int(right)]
    )
    return PairKnowledge(
      isCompared: blocks.rules(left, right) != 0,
      weight: published.scorer.weight(Int(left), Int(right)), accept: published.accept,
      outcome: links.outcomes[RunLinks.key(pair.left, pair.right)],
      isForbidden: first != second && forbidden.contains(MentionPair(first, second)),
      isDecided: links.ruledClusters.contains(made.clusters[pair.left])
        && links.unruled[pair.left] != links.unruled[pair.right])
  }

  func steps(_ pair: (left: Int, right: Int)) -> [PairScorer.Step] {
    ends(pair).map { published.scorer.explain(Int($0.left), Int($0.right)) } ?? []
  }

  private func ends(_ pair: (left: Int, right: Int)) -> (left: UInt32, right: UInt32)? {
    guard let left = mentions[pair.left], let right = mentions[pair.right] else { return nil }
    return (min(left, right), max(left, right))
  }
}
