import Cluster
import Golden
import Match
import Vocabulary

extension Run {
  /// What stewards are asked tonight.
  ///
  /// - Returns: The questions, and the ids of those that a steward wants asked no more.
  func reviewSheet(
    _ table: NormalizedTable, _ resolved: ResolvedParties, _ identities: AssignedIdentities,
    _ ledger: DecisionLedger
  ) -> (sheet: ReviewSheet, settled: Set<String>) {
    let fields = table.records.schema.fields.map { field in
      ReviewSheet.FieldName(
        name: field.name,
        words: LevelWords.name(ofColumn: field.name, language: pipeline.language))
    }
    var sheet = ReviewSheet(
      pipeline: pipeline.name, asOf: asOf, language: pipeline.language, fields: fields,
      sources: table.records.sources.map(\.name))
    var queue = ReviewQueue(
      run: self, table: table, resolved: resolved, identities: identities, ledger: ledger)
    sheet.questions = queue.questions()
    sheet.agreement = StewardReadings(ledger.decisions).agreement
    return (sheet, queue.settled)
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
  let ledger: DecisionLedger
  /// The ids of the questions that would be asked, had no steward settled them.
  private(set) var settled: Set<String> = []

  init(
    run: Run, table: NormalizedTable, resolved: ResolvedParties, identities: AssignedIdentities,
    ledger: DecisionLedger
  ) {
    (self.run, self.table, self.resolved) = (run, table, resolved)
    (self.identities, self.ledger) = (identities, ledger)
  }

  /// The questions within the nightly budget, the best one first.
  mutating func questions() -> [ReviewQuestion] {
    let budget = run.pipeline.review.budget
    var asked: [ReviewCandidate] = []
    var known: Set<String> = []
    for party in Party.allCases {
      asked += unsettled(disagreements(of: party)).filter { known.insert(id(of: $0)).inserted }
    }
    asked = Array(asked.prefix(budget))
    asked += secondReadings(atMost: budget - asked.count)
    asked += doubts(atMost: budget - asked.count, besides: known)
    return asked.map { candidate in
      ReviewAsker(queue: self, candidate: candidate).question
    }
  }

  /// The id of the question that a candidate becomes.
  func id(of candidate: ReviewCandidate) -> String {
    // Golden ids last when records come and go; other questions are about two records only.
    guard candidate.showsParties else {
      return ReviewQuestion.id(candidate.party, [candidate.kind.rawValue] + keys(of: candidate))
    }
    let ids = identities[candidate.party].ids
    let ends = [candidate.clusters.left, candidate.clusters.right]
    return ReviewQuestion.id(candidate.party, ends.map { ids[Int($0)].description })
  }

  /// The keys of both records.
  func keys(of candidate: ReviewCandidate) -> [String] {
    let mentions = table.mentions(of: candidate.party)
    return [candidate.left, candidate.right].map {
      table.records.recordKey.string(Int(mentions.record[Int($0)]))
    }
  }

  /// Leaves out what a steward settled, by the id of the question or by its two records.
  private mutating func unsettled(_ candidates: [ReviewCandidate]) -> [ReviewCandidate] {
    guard ledger.settlesQuestions else { return candidates }
    var open: [ReviewCandidate] = []
    for candidate in candidates {
      let ids = [id(of: candidate), ReviewQuestion.id(candidate.party, keys(of: candidate))]
        .filter(ledger.settles)
      settled.formUnion(ids)
      if ids.isEmpty { open.append(candidate) }
    }
    return open
  }

  // MARK: - Doubts of the model

  private mutating func doubts(
    atMost count: Int, besides known: Set<String>
  ) -> [ReviewCandidate] {
    guard count > 0 || ledger.settlesQuestions else { return [] }
    var doubts: [ReviewCandidate] = []
    for party in Party.allCases { doubts += self.doubts(of: party) + strays(of: party) }
    doubts = unsettled(doubts)
    if !known.isEmpty { doubts.removeAll { known.contains(id(of: $0)) } }
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
    let apart = partiesKeptApart(resolution)
    let detached = Set(resolved[party].rulings.detached.values)
    let stakes = ReviewStakes(table: table, clusters: resolution.clusters)
    var places: [UInt64: Int] = [:]
    var candidates: [ReviewCandidate] = []
    for pair in resolution.links.sorted(by: ScoredPair.isStronger) {
      guard let kind = ReviewQuestion.Kind(doubt: pair.outcome) else { continue }
      let (left, right) = (clusterOf[Int(pair.left)], clusterOf[Int(pair.right)])
      let key = Self.key(left, right)
      guard left != right, !apart.contains(key), !detached.contains(pair.left),
        !detached.contains(pair.right)
      else { continue }
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

  /// The clusters that hold a record which most of the others contradict.
  private func strays(of party: Party) -> [ReviewCandidate] {
    let resolution = resolved[party].resolution
    let stakes = ReviewStakes(table: table, clusters: resolution.clusters)
    return resolution.contradicted.map { pair in
      let cluster = resolution.clusters.clusterOf[Int(pair.left)]
      var candidate = ReviewCandidate(
        kind: .stray, party: party, left: pair.left, right: pair.right, weight: pair.weight,
        clusters: (cluster, cluster))
      candidate.stake = stakes.stake(of: candidate.clusters)
      return candidate
    }
  }

  /// The parties that a steward keeps apart: their question has had its answer.
  private func partiesKeptApart(_ resolution: PartyResolver.Resolution) -> Set<UInt64> {
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
      guard candidate.kind != .stray else {
        groups.append([candidate])
        continue
      }
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

  /// The records about which decisions contradict each other.
  private func disagreements(of party: Party) -> [ReviewCandidate] {
    let resolution = resolved[party].resolution
    let stakes = ReviewStakes(table: table, clusters: resolution.clusters)
    let mentions = table.mentions(of: party)
    let keys = table.records.recordKey
    return ledger.disputes.filter { $0.party == party }.compactMap { dispute in
      guard let left = mentions.mention(ofKey: dispute.left, in: keys),
        let right = mentions.mention(ofKey: dispute.right, in: keys)
      else { return nil }
      var candidate = candidate(.disagreement, party, left, right, resolution)
      candidate.dispute = dispute
      candidate.stake = stakes.stake(of: candidate.clusters)
      return candidate
    }
  }

  private mutating func secondReadings(atMost count: Int) -> [ReviewCandidate] {
    let share = run.pipeline.review.secondReading
    let most = min(count, Int((Double(run.pipeline.review.budget) * share).rounded(.up)))
    let readings = StewardReadings(ledger.decisions)
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
      guard !resolution.isContested(MentionPair(left, right)) else { continue }
      var candidate = candidate(.secondReading, reading.party, left, right, resolution)
      candidate.stake = 2
      candidate.readers = reading.stewards
      candidates += unsettled([candidate])
    }
    return candidates
  }

  private func candidate(
    _ kind: ReviewQuestion.Kind, _ party: Party, _ one: UInt32, _ other: UInt32,
    _ resolution: PartyResolver.Resolution
  ) -> ReviewCandidate {
    let clusterOf = resolution.clusters.clusterOf
    let (left, right) = (min(one, other), max(one, other))
    let weight =
      left == right ? .infinity : resolution.scorer?.weight(Int(left), Int(right)) ?? 0
    return ReviewCandidate(
      kind: kind, party: party, left: left, right: right, weight: weight,
      clusters: (clusterOf[Int(left)], clusterOf[Int(right)]))
  }
}

extension PartyResolver.Resolution {
  /// Whether decisions about a pair contradict each other.
  fileprivate func isContested(_ pair: MentionPair) -> Bool {
    conflicts.contains { $0.different == pair || $0.same.contains(pair) }
      || returns.contains { $0.same.contains(pair) }
  }
}
