import Foundation
package import Vocabulary

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
  package var parties: [PartyScores] = []
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
  ///   - truth: The truth file.
  ///   - entities: The kinds of its entities; nil: `truth_entities.csv` beside it, if it is there.
  ///   - party: The kind of party; nil: both where the truth knows kinds, else the subjects.
  /// - Throws: `RunError` when a file cannot be read or lacks a column.
  package init(
    run: RunFolderReference, truth: String, entities: String?, party: Party?
  ) async throws {
    self.run = run.folder
    let evidence = await readAgain(run)
    let entities = entities ?? Self.entities(beside: truth)
    let knowsKinds = try entities != nil && CSVTable.header(of: truth).contains("source_record_id")
    let asked: [Party?] = party.map { [$0] } ?? (knowsKinds ? [.person, .organization] : [nil])
    for party in asked {
      let known = try EvaluationTruth(path: truth, entitiesPath: entities, party: party)
      parties.append(try await Self.scores(of: run, against: known, party: party, evidence))
    }
  }

  private static func entities(beside truth: String) -> String? {
    let path = URL(fileURLWithPath: truth).deletingLastPathComponent()
      .appendingPathComponent("truth_entities.csv").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The evidence of a run, or a note that says why there is none.
  ///
  /// Scores need the run's files alone, so they are given where the exports are gone.
  private mutating func readAgain(_ run: RunFolderReference) async -> RunEvidence? {
    do {
      return try await RunEvidence(run)
    } catch {
      note = "without the causes of errors: \(RunError(wrapping: error, output: run.folder))"
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
