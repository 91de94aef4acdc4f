import Cluster
import Export
import Golden
import Match
import Scorecard
import Vocabulary

extension Run {
  /// The questions that a steward should answer, within the nightly budget.
  ///
  /// Of the pairs between two parties the strongest is asked. First come those on which the most
  /// records hang and of which the model is least sure.
  func questions(
    _ table: NormalizedTable, _ resolved: ResolvedParties, _ identities: AssignedIdentities
  ) -> [ReviewQuestion] {
    var candidates: [Candidate] = []
    for party in Party.allCases {
      candidates += doubtful(resolved[party].resolution, party: party)
    }
    candidates.sort {
      ($0.urgency, $1.pair.left, $1.pair.right) > ($1.urgency, $0.pair.left, $0.pair.right)
    }
    return candidates.prefix(pipeline.reviewBudget).map {
      question($0, table, resolved[$0.party].resolution, identities[$0.party].ids)
    }
  }

  private struct Candidate {
    var party: Party
    var pair: ScoredPair
    /// Records of both parties.
    var stake: Double
    var urgency: Double
  }

  private func doubtful(_ resolution: PartyResolver.Resolution, party: Party) -> [Candidate] {
    let clusters = resolution.clusters
    var asked: Set<UInt64> = []
    return resolution.links
      .filter { pair in
        // A pair that a steward keeps apart has had its answer.
        [.review, .cut, .vetoed].contains(pair.outcome)
          && !resolution.different.contains(MentionPair(pair.left, pair.right))
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
    let steps = resolution.scorer?.explain(left, right) ?? []
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
