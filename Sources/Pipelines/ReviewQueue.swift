import Cluster
import Golden
import Match
import Vocabulary

extension Run {
  /// What stewards are asked tonight.
  func reviewSheet(
    _ table: NormalizedTable, _ resolved: ResolvedParties, _ identities: AssignedIdentities,
    _ decisions: Decisions
  ) -> ReviewSheet {
    let fields = table.records.schema.fields.map { field in
      ReviewSheet.FieldName(
        name: field.name,
        words: LevelWords.name(ofColumn: field.name, language: pipeline.language))
    }
    var sheet = ReviewSheet(
      pipeline: pipeline.name, asOf: asOf, language: pipeline.language, fields: fields,
      sources: table.records.sources.map(\.name))
    sheet.questions = ReviewQueue(
      run: self, table: table, resolved: resolved, identities: identities, decisions: decisions
    ).questions()
    sheet.agreement = StewardReadings(decisions).agreement
    return sheet
  }
}

/// Chooses what a steward is asked tonight.
///
/// Of all doubts between two parties one question is made, about the records that speak strongest for
/// their being one. First come those on which much hangs, and which are likely to be one though tonight
/// they are kept apart. Stewards who contradict each other come before all doubts of the model; a share
/// of the night is kept for second readings.
struct ReviewQueue {
  let run: Run
  let table: NormalizedTable
  let resolved: ResolvedParties
  let identities: AssignedIdentities
  let decisions: Decisions

  /// The questions within the nightly budget, the best one first.
  func questions() -> [ReviewQuestion] {
    let budget = run.pipeline.review.budget
    guard budget > 0 else { return [] }
    var asked: [ReviewCandidate] = []
    for party in Party.allCases { asked += disagreements(of: party) }
    asked = Array(asked.prefix(budget))
    asked += secondReadings(atMost: budget - asked.count)
    asked += doubts(atMost: budget - asked.count)
    return asked.map { candidate in
      ReviewAsker(queue: self, candidate: candidate).question
    }
  }

  // MARK: - Doubts of the model

  private func doubts(atMost count: Int) -> [ReviewCandidate] {
    guard count > 0 else { return [] }
    var doubts: [ReviewCandidate] = []
    for party in Party.allCases { doubts += self.doubts(of: party) }
    doubts.sort(by: ReviewCandidate.isMoreUrgent)
    // A closer look may show that most evidence between the two parties speaks against.
    doubts = doubts.prefix(min(count, doubts.count) * 4)
      .map(lookedInto).sorted(by: ReviewCandidate.isMoreUrgent)
    return Self.grouped(Array(doubts.prefix(count)))
  }

  /// Looks at all that stands between two parties, and not only at the strongest pair.
  private func lookedInto(_ candidate: ReviewCandidate) -> ReviewCandidate {
    let resolution = resolved[candidate.party].resolution
    let floor = MatchWeight(run.pipeline.match(candidate.party).review).bits
    let members = [candidate.clusters.left, candidate.clusters.right].map {
      Array(resolution.clusters.members(of: Int($0)))
    }
    guard candidate.kind == .doubtful,
      resolution.scorer?.contradicts(members[0], members[1], floor: Float(floor)) == true
    else { return candidate }
    var candidate = candidate
    candidate.kind = .cut
    return candidate
  }

  /// For any two parties between which there is a doubt, the strongest pair of records.
  private func doubts(of party: Party) -> [ReviewCandidate] {
    let resolution = resolved[party].resolution
    let clusterOf = resolution.clusters.clusterOf
    let settled = settledParties(resolution)
    let stakes = ReviewStakes(table: table, clusters: resolution.clusters)
    var places: [UInt64: Int] = [:]
    var candidates: [ReviewCandidate] = []
    for pair in resolution.links.sorted(by: ScoredPair.isStronger) {
      guard let kind = ReviewQuestion.Kind(doubt: pair.outcome) else { continue }
      let (left, right) = (clusterOf[Int(pair.left)], clusterOf[Int(pair.right)])
      let key = Self.key(left, right)
      guard left != right, !settled.contains(key) else { continue }
      if let place = places[key] {
        candidates[place].pairs += 1
        continue
      }
      places[key] = candidates.count
      candidates.append(
        ReviewCandidate(
          kind: kind, party: party, left: pair.left, right: pair.right, weight: pair.weight,
          clusters: (left, right)))
    }
    for index in candidates.indices {
      candidates[index].stake = stakes.stake(of: candidates[index].clusters)
    }
    return candidates
  }

  /// The parties that a steward keeps apart: their question has had its answer.
  private func settledParties(_ resolution: PartyResolver.Resolution) -> Set<UInt64> {
    let clusterOf = resolution.clusters.clusterOf
    return Set(
      resolution.different.map { Self.key(clusterOf[Int($0.left)], clusterOf[Int($0.right)]) })
  }

  private static func key(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(min(left, right)) << 32 | UInt64(max(left, right))
  }

  /// The most questions that are one group, so that it can still be seen as a whole.
  private static let largestGroup = 12

  /// Puts the questions about parties that may all be one behind the first of them.
  private static func grouped(_ candidates: [ReviewCandidate]) -> [ReviewCandidate] {
    var groups: [[ReviewCandidate]] = []
    var groupOf: [UInt64: Int] = [:]
    for candidate in candidates {
      let ends = candidate.ends
      let known = ends.compactMap { groupOf[$0] }.first { groups[$0].count < largestGroup }
      let group = known ?? groups.count
      if known == nil { groups.append([]) }
      var member = candidate
      member.group = group + 1
      groups[group].append(member)
      for end in ends where known == nil || groupOf[end] == nil { groupOf[end] = group }
    }
    return groups.flatMap { group in
      group.map { candidate in
        var candidate = candidate
        if group.count == 1 { candidate.group = 0 }
        return candidate
      }
    }
  }

  // MARK: - What stewards said

  /// The pairs about which decisions contradict each other.
  private func disagreements(of party: Party) -> [ReviewCandidate] {
    let resolution = resolved[party].resolution
    let stakes = ReviewStakes(table: table, clusters: resolution.clusters)
    return resolution.conflicts.sorted { $0.different < $1.different }.map { conflict in
      var candidate = candidate(.disagreement, party, conflict.different, resolution)
      candidate.conflict = conflict
      candidate.stake = stakes.stake(of: candidate.clusters)
      return candidate
    }
  }

  private func secondReadings(atMost count: Int) -> [ReviewCandidate] {
    let share = run.pipeline.review.secondReading
    let most = min(count, Int((Double(run.pipeline.review.budget) * share).rounded(.up)))
    let readings = StewardReadings(decisions)
    guard most > 0, readings.stewards.count > 1 else { return [] }
    var candidates: [ReviewCandidate] = []
    for reading in readings.sample(share: share) {
      guard candidates.count < most else { break }
      let mentions = table.mentions(of: reading.party)
      let keys = table.records.recordKey
      guard let left = mentions.mention(ofKey: reading.left, in: keys),
        let right = mentions.mention(ofKey: reading.right, in: keys), left != right
      else { continue }
      let resolution = resolved[reading.party].resolution
      let pair = MentionPair(left, right)
      guard !resolution.isContested(pair) else { continue }
      var candidate = candidate(.secondReading, reading.party, pair, resolution)
      candidate.stake = 2
      candidate.readers = reading.stewards
      candidates.append(candidate)
    }
    return candidates
  }

  private func candidate(
    _ kind: ReviewQuestion.Kind, _ party: Party, _ pair: MentionPair,
    _ resolution: PartyResolver.Resolution
  ) -> ReviewCandidate {
    let clusterOf = resolution.clusters.clusterOf
    let weight = resolution.scorer?.weight(Int(pair.left), Int(pair.right)) ?? 0
    return ReviewCandidate(
      kind: kind, party: party, left: pair.left, right: pair.right, weight: weight,
      clusters: (clusterOf[Int(pair.left)], clusterOf[Int(pair.right)]))
  }
}

/// A question before anything is written about it.
struct ReviewCandidate {
  var kind: ReviewQuestion.Kind
  var party: Party
  /// Mentions; `left` is the smaller one.
  var left: UInt32
  var right: UInt32
  var weight: Float
  /// The parties of the two.
  var clusters: (left: UInt32, right: UInt32)
  /// Pairs of records between the two parties that reach the review bound.
  var pairs = 1
  var stake = 0.0
  var group = 0
  /// For a second reading: who read it first.
  var readers: [String] = []
  /// For a disagreement.
  var conflict: DecisionConflict?

  init(
    kind: ReviewQuestion.Kind, party: Party, left: UInt32, right: UInt32, weight: Float,
    clusters: (left: UInt32, right: UInt32)
  ) {
    (self.kind, self.party, self.left, self.right) = (kind, party, left, right)
    (self.weight, self.clusters) = (weight, clusters)
  }

  var probability: Probability { MatchWeight(bits: Double(weight)).probability }

  /// What hangs on the answer, times the chance that tonight's answer is wrong.
  var urgency: Double { stake * risk }

  /// The chance that the two are one, though tonight they are kept apart.
  ///
  /// Where something speaks against a pair that is strong by itself, about half of what its weight
  /// promises is true.
  private var risk: Double {
    switch kind {
    case .cut, .vetoed: probability.value / 2
    case .doubtful, .disagreement, .secondReading: probability.value
    }
  }

  static func isMoreUrgent(_ left: Self, _ right: Self) -> Bool {
    (left.urgency, right.order) > (right.urgency, left.order)
  }

  /// Tells candidates of one urgency apart.
  private var order: UInt64 {
    (party == .person ? 0 : 1 << 63) | UInt64(left) << 32 | UInt64(right)
  }

  /// The two parties, unlike those of the other kind of party.
  fileprivate var ends: [UInt64] {
    let kind: UInt64 = party == .person ? 0 : 1 << 32
    return [kind | UInt64(clusters.left), kind | UInt64(clusters.right)]
  }
}

extension ReviewQuestion.Kind {
  /// What an unmerged pair is asked as; nil for one that is merged.
  fileprivate init?(doubt outcome: LinkOutcome) {
    switch outcome {
    case .review: self = .doubtful
    case .cut: self = .cut
    case .vetoed: self = .vetoed
    case .merged, .steward: return nil
    }
  }
}

extension PartyResolver.Resolution {
  /// Whether decisions about a pair contradict each other.
  fileprivate func isContested(_ pair: MentionPair) -> Bool {
    conflicts.contains { $0.different == pair || $0.same.contains(pair) }
  }
}
