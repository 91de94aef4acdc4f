import Cluster
import Golden
import Match
import Vocabulary

/// Writes one question: both parties field by field, and what the model makes of them.
struct ReviewAsker {
  let queue: ReviewQueue
  let candidate: ReviewCandidate
  private let mentions: MentionTable
  private let clusters: EntityClusters
  private let scorer: PairScorer?
  private let steps: [PairScorer.Step]

  init(queue: ReviewQueue, candidate: ReviewCandidate) {
    self.queue = queue
    self.candidate = candidate
    mentions = queue.table.mentions(of: candidate.party)
    let resolution = queue.resolved[candidate.party].resolution
    clusters = resolution.clusters
    scorer = resolution.scorer
    steps =
      candidate.left == candidate.right
      ? [] : scorer?.explain(Int(candidate.left), Int(candidate.right)) ?? []
  }

  var question: ReviewQuestion {
    let keys = queue.keys(of: candidate)
    let members = [self.members(candidate.left), self.members(candidate.right)]
    let sides = [side(candidate.left, members[0]), side(candidate.right, members[1])]
    var question = ReviewQuestion(
      id: queue.id(of: candidate), kind: candidate.kind, party: candidate.party,
      left: keys[0], right: keys[1],
      probability: Probability(Self.rounded(candidate.probability.value, 1_000_000)),
      stake: Self.rounded(candidate.stake, 100))
    question.pairs = candidate.pairs
    question.group = candidate.group
    question.steps = steps.compactMap(step)
    question.sides = sides
    question.rows = ReviewRows(
      table: queue.table, party: candidate.party, asOf: queue.run.asOf,
      steps: compared(members[0], members[1])
    ).rows(members[0], members[1])
    question.history = history(members[0] + members[1])
    question.readers = candidate.readers.map { question.mark(of: $0) }
    if let dispute = candidate.dispute {
      question.cause = dispute.reason[queue.run.pipeline.language]
      question.revokes = [
        "same": decisions([.different, .detach], of: dispute),
        "different": decisions([.same], of: dispute),
      ]
    }
    return question
  }

  private static func rounded(_ number: Double, _ scale: Double) -> Double {
    (number * scale).rounded() / scale
  }

  private func key(_ mention: UInt32) -> String {
    queue.table.records.recordKey.string(Int(mentions.record[Int(mention)]))
  }

  /// The records that stand for a side.
  private func members(_ mention: UInt32) -> [UInt32] {
    guard candidate.showsParties else { return [mention] }
    return Array(clusters.members(of: Int(clusters.clusterOf[Int(mention)])))
  }

  /// The most records of one side that are compared for the verdicts on fields.
  private static let mostCompared = 4

  /// What the model makes of the records of both sides that say most.
  private func compared(_ left: [UInt32], _ right: [UInt32]) -> [PairScorer.Step] {
    guard let scorer else { return [] }
    func fullest(_ members: [UInt32]) -> ArraySlice<UInt32> {
      let counts = members.map { (mentions.claims(of: Int($0)).count, $0) }
      return counts.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1).prefix(Self.mostCompared)
    }
    let others = fullest(right)
    return fullest(left).flatMap { one in
      others.filter { $0 != one }.flatMap { scorer.explain(Int(min(one, $0)), Int(max(one, $0))) }
    }
  }

  private func step(_ step: PairScorer.Step) -> ReviewQuestion.Step? {
    guard abs(step.bits) >= 0.05,
      let words = LevelWords.phrase(step, language: queue.run.pipeline.language)
    else { return nil }
    return ReviewQuestion.Step(words: words, bits: Self.rounded(step.bits, 10))
  }

  private func side(_ mention: UInt32, _ members: [UInt32]) -> ReviewQuestion.Side {
    let table = queue.table
    var side = ReviewQuestion.Side()
    side.records = members.count
    let records = members.map { Int(mentions.record[Int($0)]) }
    side.sources = Set(records.map { Int(table.records.source[$0]) }).sorted()
    side.owners = ReviewStakes(table: table, clusters: clusters).owners(of: members[...])
      .map { table.records.sources[$0.source].name + ":" + $0.name }.sorted()
    let days = records.flatMap { record in
      [table.created[record], table.updated[record], table.touched[record]].compactMap { $0?.day }
        .filter { $0 <= queue.run.asOf }
    }
    side.firstSeen = days.min()?.description
    side.lastSeen = days.max()?.description
    guard candidate.kind != .secondReading else { return side }
    let identities = queue.identities[candidate.party]
    let id = identities.ids[Int(clusters.clusterOf[Int(mention)])]
    side.goldenID = id.description
    side.former = identities.next.redirects.filter { $0.currentID == id }
      .map(\.oldID.description)
    return side
  }

  /// The ids of the decisions of some verbs that a dispute is about.
  private func decisions(_ verbs: [Decision.Verb], of dispute: DecisionDispute) -> [String] {
    dispute.lines.map { queue.ledger.decisions.lines[$0] }
      .filter { line in line.verb.map(verbs.contains) ?? false }.map(\.id)
  }

  /// The decisions that hold about some records; none where they would give an answer away.
  private func history(_ members: [UInt32]) -> [ReviewQuestion.Ruling] {
    guard candidate.kind != .secondReading else { return [] }
    let keys = Set(members.map(key))
    let decisions = queue.ledger.decisions
    return decisions.lines.indices.compactMap { index in
      let line = decisions.lines[index]
      guard decisions.isInForce[index], let verb = line.verb, verb != .ignore,
        (line.party ?? candidate.party) == candidate.party,
        keys.contains(line.left) || keys.contains(line.right)
      else { return nil }
      return ReviewQuestion.Ruling(
        verb: verb.rawValue, left: line.left, right: line.right, by: line.by, at: line.at,
        why: line.why)
    }
  }
}
