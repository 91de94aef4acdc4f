import Cluster
import Export
import Golden
import Match
import Scorecard
import Vocabulary

extension Run {
  /// The questions that a steward should answer, within the nightly budget.
  ///
  /// Decisions that contradict each other come before all others. Of the pairs between two parties the
  /// strongest is asked, first those on which the most records hang and of which the model is least
  /// sure.
  ///
  /// - Returns: The questions, and the ids of those that a steward wants asked no more.
  func questions(
    _ table: NormalizedTable, _ resolved: ResolvedParties, _ identities: AssignedIdentities,
    _ ledger: DecisionLedger
  ) -> (asked: [ReviewQuestion], settled: Set<String>) {
    var candidates: [Candidate] = []
    for party in Party.allCases {
      candidates += doubtful(resolved[party], party: party)
    }
    candidates.sort {
      ($0.urgency, $1.pair.left, $1.pair.right) > ($1.urgency, $0.pair.left, $0.pair.right)
    }
    var settled: Set<String> = []
    var asked = ledger.disputes.compactMap { dispute in
      question(dispute, table, resolved[dispute.party], identities[dispute.party].ids)
    }
    let disputed = Set(asked.map(\.id))
    for candidate in candidates {
      if asked.count >= pipeline.reviewBudget, !ledger.settlesQuestions { break }
      let id = questionID(candidate, table)
      if ledger.settles(id) {
        settled.insert(id)
      } else if asked.count < pipeline.reviewBudget, !disputed.contains(id) {
        asked.append(
          question(
            candidate, table, resolved[candidate.party].resolution,
            identities[candidate.party].ids))
      }
    }
    asked.removeAll { question in
      guard ledger.settles(question.id) else { return false }
      settled.insert(question.id)
      return true
    }
    return (asked, settled)
  }

  private func questionID(_ candidate: Candidate, _ table: NormalizedTable) -> String {
    let mentions = table.mentions(of: candidate.party)
    func key(_ mention: UInt32) -> String {
      table.records.recordKey.string(Int(mentions.record[Int(mention)]))
    }
    return ReviewQuestion.id(
      party: candidate.party, key(candidate.pair.left), key(candidate.pair.right))
  }

  /// The question that decisions which contradict each other leave open.
  private func question(
    _ dispute: DecisionDispute, _ table: NormalizedTable, _ resolved: ResolvedParty,
    _ ids: [GoldenID]
  ) -> ReviewQuestion? {
    let mentions = table.mentions(of: dispute.party)
    let keys = table.records.recordKey
    guard let left = mentions.mention(ofKey: dispute.left, in: keys),
      let right = mentions.mention(ofKey: dispute.right, in: keys)
    else { return nil }
    let resolution = resolved.resolution
    let (low, high) = (min(left, right), max(left, right))
    let weight =
      low == high ? .infinity : resolution.scorer?.weight(Int(low), Int(high)) ?? -.infinity
    var sides = Set([resolution.clusters.clusterOf[Int(low)]])
    sides.insert(resolution.clusters.clusterOf[Int(high)])
    let stake = sides.reduce(0) { $0 + resolution.clusters.members(of: Int($1)).count }
    let pair = ScoredPair(left: low, right: high, weight: weight, rule: 0)
    let candidate = Candidate(
      party: dispute.party, pair: pair, stake: Double(stake), urgency: .infinity)
    var question = question(candidate, table, resolution, ids)
    question.reasons.insert(dispute.reason[pipeline.language], at: 0)
    return question
  }

  private struct Candidate {
    var party: Party
    var pair: ScoredPair
    /// Records of both parties.
    var stake: Double
    var urgency: Double
  }

  private func doubtful(_ resolved: ResolvedParty, party: Party) -> [Candidate] {
    let clusters = resolved.resolution.clusters
    let detached = Set(resolved.rulings.detached.values)
    // Parties that a steward keeps apart have had their answer.
    var asked = Set(
      resolved.resolution.different.map { pair in
        let (a, b) = (clusters.clusterOf[Int(pair.left)], clusters.clusterOf[Int(pair.right)])
        return UInt64(min(a, b)) << 32 | UInt64(max(a, b))
      })
    return contradicted(resolved.resolution, party: party)
      + resolved.resolution.links
      .filter { pair in
        [.review, .cut, .vetoed].contains(pair.outcome)
          && (detached.isEmpty || !detached.contains(pair.left) && !detached.contains(pair.right))
      }
      .sorted(by: ScoredPair.isStronger)
      .compactMap { pair in
        let (a, b) = (clusters.clusterOf[Int(pair.left)], clusters.clusterOf[Int(pair.right)])
        guard a != b, asked.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b))).inserted else {
          return nil
        }
        let stake = Double(clusters.members(of: Int(a)).count + clusters.members(of: Int(b)).count)
        let probability = MatchWeight(bits: Double(pair.weight)).probability.value
        let doubt = 1 - abs(2 * probability - 1)
        return Candidate(party: party, pair: pair, stake: stake, urgency: stake * (doubt + 0.05))
      }
  }

  /// The clusters that hold a record which most of the others contradict.
  private func contradicted(_ resolution: PartyResolver.Resolution, party: Party) -> [Candidate] {
    resolution.contradicted.map { pair in
      let cluster = Int(resolution.clusters.clusterOf[Int(pair.left)])
      let stake = Double(resolution.clusters.members(of: cluster).count)
      return Candidate(party: party, pair: pair, stake: stake, urgency: stake)
    }
  }

  private func question(
    _ candidate: Candidate, _ table: NormalizedTable, _ resolution: PartyResolver.Resolution,
    _ ids: [GoldenID]
  ) -> ReviewQuestion {
    let mentions = table.mentions(of: candidate.party)
    let (left, right) = (Int(candidate.pair.left), Int(candidate.pair.right))
    func key(_ mention: Int) -> String {
      table.records.recordKey.string(Int(mentions.record[mention]))
    }
    func goldenID(_ mention: Int) -> String {
      ids[Int(resolution.clusters.clusterOf[mention])].description
    }
    let steps = left == right ? [] : resolution.scorer?.explain(left, right) ?? []
    let reasons = steps.compactMap { step -> String? in
      guard abs(step.bits) >= 0.05,
        let words = LevelWords.phrase(step, language: pipeline.language)
      else { return nil }
      return words + " " + LevelWords.signed(step.bits)
    }
    return ReviewQuestion(
      party: candidate.party, left: key(left), right: key(right), leftGoldenID: goldenID(left),
      rightGoldenID: goldenID(right),
      probability: MatchWeight(bits: Double(candidate.pair.weight)).probability,
      stake: candidate.stake, reasons: reasons)
  }
}
