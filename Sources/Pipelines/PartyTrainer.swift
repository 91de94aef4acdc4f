import Cluster
import Foundation
import Match
import Normalize
import Store
import Vocabulary

/// Trains the model of one kind of party after the other; organizations first, for persons who are met
/// at them are compared by them.
struct PartyTrainer {
  let run: Run
  let memory: RunMemory
  let nights: TrainingNights
  var decisions = Decisions()
  var files: [String] = []
  var isUnlabelled = false
  /// The models so far.
  private(set) var models: [MatchModel] = []
  /// What the organizations turned out to be, by the model of before and by the new one.
  private var organizations: Organizations?

  init(run: Run, memory: RunMemory, nights: TrainingNights) {
    self.run = run
    self.memory = memory
    self.nights = nights
  }

  private struct Organizations {
    var before: EntityClusters
    var after: EntityClusters
    /// Of all records that are trained on.
    var told: EntityClusters
  }

  struct Trained {
    var report: TrainingReport.PartyTraining
    var stored: StoredModel
  }

  mutating func train(_ party: Party, _ log: inout StageLog) async throws -> Trained {
    let tonight = evidence(party, nights.tonight, organizations?.after)
    let told = evidence(party, nights.told, organizations?.told)
    let settings = run.pipeline.match(party)
    let fingerprint = try ModelSource.fingerprint(of: tonight, settings)
    // A model that cannot be read or does not fit is none that could be compared with.
    let previous = try? ModelSource.find(
      party, settings, pipeline: run.pipeline, memory: memory, fingerprint: fingerprint)?.model
    let labels = try placedLabels(party)
    let matcher = Matcher(run.matchOptions(party, told))
    var model = try await log.run(
      "train \(party.rawValue)s", unit: "pairs", count: \.training.candidatePairs
    ) { try await matcher.train(told, labels: labels.training, previous: previous) }
    let after = try await resolve(tonight, model, log: &log)
    if !model.training.isPrior { model.fit = after.fit }
    var before: PartyResolver.Resolution?
    if let previous {
      let known = evidence(party, nights.tonight, organizations?.before)
      before = try await resolve(known, previous, log: &log)
    }
    if party == .organization {
      organizations = Organizations(
        before: (before ?? after).clusters, after: after.clusters,
        told: nights.givenUp.isEmpty
          ? after.clusters
          : try await PartyResolver(options: matcher.options)
            .resolve(told, model: model, progress: { _, _ in }).clusters)
    }
    models.append(model)
    let report = TrainingReport.PartyTraining(
      party: party, training: model.training, priorBefore: previous?.prior, prior: model.prior,
      columns: model.columns, labels: labels.counts,
      measured: try await measure(labels.held, told, previous, model),
      effect: before.map { TrainingReport.Effect(before: $0, after: after) },
      drift: previous?.fit.flatMap { fit in before?.fit.drift(since: fit) })
    return Trained(
      report: report,
      stored: StoredModel(
        party: party, json: try model.json(), fingerprint: fingerprint,
        trainedRun: memory.publishedRunID ?? ""))
  }

  private func evidence(
    _ party: Party, _ night: NormalizeResult, _ organizations: EntityClusters?
  ) -> EvidenceTable {
    var evidence = night.organizationEvidence
    if party == .person, let organizations {
      evidence = run.personEvidence(night, organizations)
    }
    evidence.duplicateFree = run.pipeline.duplicateFree(
      night.table.mentions(of: party), night.table.records)
    return evidence
  }

  private func placedLabels(_ party: Party) throws -> PlacedLabels {
    let set = try LabelSet(
      party, decisions: isUnlabelled ? Decisions() : decisions, files: files, merges: nights.merges)
    return PlacedLabels(
      set, mentions: nights.told.table.mentions(of: party),
      keys: nights.told.table.records.recordKey, givenUp: nights.givenUp)
  }

  private func resolve(
    _ evidence: EvidenceTable, _ model: MatchModel, log: inout StageLog
  ) async throws -> PartyResolver.Resolution {
    let resolver = run.resolver(evidence, nights.tonight.table, memory, decisions).resolver
    return try await log.run(
      "match \(evidence.party.rawValue)s", unit: "pairs", count: \.candidatePairs
    ) { report in try await resolver.resolve(evidence, model: model, progress: report) }
  }

  /// How both models judge the labels that were held back.
  private func measure(
    _ held: [LabelledPair], _ told: EvidenceTable, _ previous: MatchModel?, _ model: MatchModel
  ) async throws -> TrainingReport.Measurement? {
    guard !held.isEmpty else { return nil }
    let matcher = Matcher(run.matchOptions(told.party, told))
    let accept = Float(MatchWeight(matcher.options.accept).bits)
    func judge(_ model: MatchModel) async throws -> TrainingReport.Judgement {
      let scorer = try await matcher.scorer(of: told, model: model)
      return TrainingReport.Judgement(held) { scorer.weight(Int($0.left), Int($0.right)) >= accept }
    }
    var before: TrainingReport.Judgement?
    // The records that merges add may have evidence that the model of before does not know.
    if let previous { before = try? await judge(previous) }
    return TrainingReport.Measurement(
      same: held.count(where: \.isSame), different: held.count { !$0.isSame }, before: before,
      after: try await judge(model))
  }
}

extension TrainingReport.Judgement {
  init(_ held: [LabelledPair], isLink: (LabelledPair) -> Bool) {
    found = held.count { $0.isSame && isLink($0) }
    wrong = held.count { !$0.isSame && isLink($0) }
    let same = held.count(where: \.isSame)
    precision = found + wrong > 0 ? Double(found) / Double(found + wrong) : nil
    recall = same > 0 ? Double(found) / Double(same) : nil
  }
}

extension TrainingReport.Effect {
  init(before: PartyResolver.Resolution, after: PartyResolver.Resolution) {
    let old = Set(before.links.filter(\.isMerged).map { MentionPair($0.left, $0.right) })
    let new = Set(after.links.filter(\.isMerged).map { MentionPair($0.left, $0.right) })
    linksBefore = old.count
    linksAfter = new.count
    newLinks = new.subtracting(old).count
    lostLinks = old.subtracting(new).count
    partiesBefore = before.clusters.count
    partiesAfter = after.clusters.count
    recordsAffected = before.clusters.membersThatDiffer(from: after.clusters)
  }
}

extension ScoredPair {
  fileprivate var isMerged: Bool { outcome == .merged || outcome == .steward }
}

extension EntityClusters {
  /// The mentions whose cluster is not the same set of mentions in another clustering.
  fileprivate func membersThatDiffer(from other: EntityClusters) -> Int {
    (0..<count).reduce(0) { total, cluster in
      let members = members(of: cluster)
      guard let first = members.first else { return total }
      let theirs = Int(other.clusterOf[Int(first)])
      let isSame =
        other.members(of: theirs).count == members.count
        && members.allSatisfy { Int(other.clusterOf[Int($0)]) == theirs }
      return isSame ? total : total + members.count
    }
  }
}
