import Foundation
package import Vocabulary

/// What is asked about a finished run.
package struct EvaluationRequest: Hashable, Sendable {
  /// The truth file; nil compares with none.
  package var truth: String?
  /// The kinds of its entities; nil: `truth_entities.csv` beside it, if it is there.
  package var entities: String?
  /// The kind of party; nil: both, or the subjects where the truth knows no kinds.
  package var party: Party?
  /// Whether precision and recall are estimated without the truth.
  package var estimates = false
  /// Where a sample of pairs goes for people to answer; nil writes none.
  package var sample: String?
  /// A sample with answers.
  package var labels: String?
  package var threads: Int?

  package init(truth: String? = nil, party: Party? = nil) {
    self.truth = truth
    self.party = party
  }
}

/// How well a run found what the truth knows.
package struct EvaluationReport: Hashable, Sendable, Codable {
  /// The scores of one kind of party.
  package struct PartyScores: Hashable, Sendable, Codable {
    /// person, organization, or subject: the party under which each record is filed.
    package var party: String
    package var scores: ClusterScores
    package var missingFromCrosswalk: Int
    package var ambiguousKeysLeftOut: Int
    package var thresholds: [ThresholdScores]
    /// Nil where the run's inputs cannot be read again.
    package var errors: EvaluationErrors?
  }

  /// What plain merging of every link from a threshold on would reach.
  ///
  /// Links that are vetoed are left out; a steward's links always count.
  package struct ThresholdScores: Hashable, Sendable, Codable {
    package var matchProbability: Double
    /// The same threshold in bits.
    package var matchWeight: Double
    package var pairwise: ClusterScores.Rates
    package var bcubed: ClusterScores.Rates
  }

  /// The run's folder.
  package var run: String
  /// Empty where there is no truth.
  package var parties: [PartyScores] = []
  /// By kind of party; empty where nobody asked.
  package var estimates: [QualityEstimate] = []
  /// The pairs that were written for people to answer; nil where nobody asked.
  package var samplePairs: Int?
  /// Why the causes of errors are left out; nil where they are there.
  package var note: String?
}

extension EvaluationReport {
  /// The thresholds of the curve.
  static let probabilities = [
    0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999, 0.99999, 0.999999,
  ]

  /// Evaluates a finished run.
  ///
  /// - Parameters:
  ///   - run: A run's folder.
  ///   - request: What is asked.
  /// - Throws: `RunError` when a file cannot be read or lacks a column.
  package init(run: RunFolderReference, _ request: EvaluationRequest) async throws {
    self.run = run.folder
    let evidence = try await readAgain(run, request)
    if let truth = request.truth {
      try await compare(run, with: truth, request, evidence)
    }
    if request.estimates, let evidence { try await estimate(request, evidence) }
  }

  private mutating func compare(
    _ run: RunFolderReference, with truth: String, _ request: EvaluationRequest,
    _ evidence: RunEvidence?
  ) async throws {
    let entities = request.entities ?? Self.entities(beside: truth)
    let knowsKinds = try entities != nil && CSVTable.header(of: truth).contains("source_record_id")
    let asked: [Party?] =
      request.party.map { [$0] } ?? (knowsKinds ? [.person, .organization] : [nil])
    for party in asked {
      let known = try EvaluationTruth(path: truth, entitiesPath: entities, party: party)
      parties.append(try await Self.scores(of: run, against: known, party: party, evidence))
    }
  }

  private mutating func estimate(_ request: EvaluationRequest, _ evidence: RunEvidence)
    async throws
  {
    var estimators: [QualityEstimator] = []
    for party in Party.allCases
    where request.party ?? party == party && evidence.mentions(of: party).count > 0 {
      let estimator = try await QualityEstimator(party, of: evidence)
      let labels = try request.labels.map { try PairLabels(path: $0, party: party.rawValue) }
      estimates.append(estimator.estimate(labels ?? PairLabels()))
      if request.sample != nil { estimators.append(estimator) }
    }
    if let path = request.sample { samplePairs = try LabelSample.write(estimators, to: path) }
  }

  private static func entities(beside truth: String) -> String? {
    let path = URL(fileURLWithPath: truth).deletingLastPathComponent()
      .appendingPathComponent("truth_entities.csv").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The evidence of a run, or a note that says why there is none.
  ///
  /// Scores against a truth need the run's files alone, so they are given where the exports are gone.
  private mutating func readAgain(_ run: RunFolderReference, _ request: EvaluationRequest)
    async throws -> RunEvidence?
  {
    do {
      return try await RunEvidence(run, threads: request.threads)
    } catch {
      let error = RunError(wrapping: error, output: run.folder)
      guard !request.estimates else { throw error }
      note = "without the causes of errors: \(error)"
      return nil
    }
  }

  private static func scores(
    of run: RunFolderReference, against truth: EvaluationTruth, party: Party?,
    _ evidence: RunEvidence?
  ) async throws -> PartyScores {
    let made = try RunClusters(run: run, truth: truth, party: party)
    let scores = ClusterScores(
      clusters: made.clusters, clusterCount: made.clusterCount, entities: truth.entities,
      entityCount: truth.entityCount)
    var found = PartyScores(
      party: party?.rawValue ?? "subject", scores: scores,
      missingFromCrosswalk: made.missingCount, ambiguousKeysLeftOut: truth.ambiguousCount,
      thresholds: try made.curve(run: run, truth: truth, party: party))
    if let evidence {
      found.errors = try await ErrorSorter(
        evidence: evidence, truth: truth, made: made, party: party
      ).errors(scores)
    }
    return found
  }
}
