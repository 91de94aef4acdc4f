import Cluster
import Match
import Vocabulary

/// The published clusters of one kind of party, with the evidence that they rest on.
struct PublishedParty {
  let evidence: EvidenceTable
  let matcher: Matcher
  let model: MatchModel
  let scorer: PairScorer
  let clusters: EntityClusters
  /// By mention.
  let recordKeys: [String]
  let roles: [MentionRole]
  /// Pairs that stewards decided, and whether they are the same.
  let decided: [MentionPair: Bool]

  init(_ party: Party, of run: RunEvidence) async throws {
    evidence = try run.evidence(of: party)
    matcher = Matcher(run.run.matchOptions(party, evidence))
    model = try run.model(of: party)
    scorer = try await matcher.scorer(of: evidence, model: model)
    roles = run.mentions(of: party).role
    let ruled = MentionRulings(
      try Decisions(run.pipeline), run.mentions(of: party), keys: run.keys)
    var decided: [MentionPair: Bool] = [:]
    for pair in ruled.same { decided[pair] = true }
    for pair in ruled.different { decided[pair] = false }
    self.decided = decided
    recordKeys = run.mentions(of: party).record.map { run.keys.string(Int($0)) }
    let ids = try run.goldenIDs(of: party)
    var first: [String: UInt32] = [:]
    let roots = recordKeys.enumerated().map { mention, key in
      guard let id = ids[key] else { return UInt32(mention) }
      if let known = first[id] { return known }
      first[id] = UInt32(mention)
      return UInt32(mention)
    }
    clusters = EntityClusters(party: party, roots: roots)
  }

  /// Whether estimates count a mention.
  func isCounted(_ mention: UInt32) -> Bool { roles[Int(mention)] != .employer }

  /// The weight from which a pair merges by itself, in bits.
  var accept: Float { Float(MatchWeight(matcher.options.accept).bits) }
  /// The weight from which a steward is asked, in bits.
  var review: Float { Float(MatchWeight(matcher.options.review).bits) }
}
