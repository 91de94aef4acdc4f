import Export
import Foundation
import Vocabulary

/// What decision files would change, if the next run were now.
package struct DecisionPreview: Hashable, Sendable, Codable {
  /// One line of the files, and what would become of it.
  package struct Line: Hashable, Sendable, Codable {
    package var decisionID: String
    package var verb: String
    package var file: String
    package var line: Int
    /// As in decisions.csv.
    package var status: String
    package var conflictsWith: [String]
    package var note: String

    private enum CodingKeys: String, CodingKey {
      case decisionID = "decisionId"
      case verb, file, line, status, conflictsWith, note
    }
  }

  /// Records that would go from one golden id to another.
  package struct Move: Hashable, Sendable, Codable {
    package var party: String
    /// Empty where the records had no such party.
    package var from: String
    /// `new` for an id that the run would give out; empty where they would have no such party.
    package var to: String
    package var recordKeys: [String]
  }

  /// A field of a golden record that would change.
  package struct FieldChange: Hashable, Sendable, Codable {
    package var goldenID: String
    package var field: String
    package var before: String
    package var after: String

    private enum CodingKeys: String, CodingKey {
      case goldenID = "goldenId"
      case field, before, after
    }
  }

  package var decisions: [Line]
  package var moves: [Move]
  package var fields: [FieldChange]
  package var questionsBefore: Int
  package var questionsAfter: Int
}

extension DecisionPreview {
  /// Runs the stages without the files and with them, and compares; writes nothing.
  ///
  /// - Parameters:
  ///   - files: Decision files, which may be among those that the pipeline names.
  ///   - pipeline: The pipeline.
  ///   - options: As of a run.
  ///   - progress: Called with the stage and how far it is.
  /// - Throws: `RunError` that names the file and the line of a decision that cannot be followed.
  package init(
    of files: [String], pipeline: PipelineFile, options: RunOptions,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws {
    let paths = files.map { URL(fileURLWithPath: $0).path }
    var (without, with) = (options, options)
    (without.isDryRun, with.isDryRun) = (true, true)
    without.omittedDecisions = Set(paths)
    with.addedDecisions = paths
    let run = Run(pipeline: pipeline, options: with)
    do {
      for (name, path) in zip(files, paths) where !FileManager.default.fileExists(atPath: path) {
        throw RunError(.cannotFinish, "\(name): error: no such file; name a decision file")
      }
      // First of all the files themselves: what is wrong with them is said at once.
      _ = try Decisions(pipeline, adding: paths)
      var log = StageLog(progress: progress) { _ in }
      let before = try await Run(pipeline: pipeline, options: without).rehearsal(&log, progress)
      let after = try await run.rehearsal(&log, progress)
      self.init(of: Set(paths), before, after, pipeline)
    } catch {
      throw RunError(wrapping: error, output: run.output.path)
    }
  }

  private init(
    of paths: Set<String>, _ before: RunResults, _ after: RunResults, _ pipeline: PipelineFile
  ) {
    let ledger = after.ledger
    let rows = ledger.rows(of: pipeline)
    decisions = rows.indices.filter { paths.contains(ledger.decisions.lines[$0].file) }.map {
      Line(
        decisionID: rows[$0].id, verb: rows[$0].verb, file: rows[$0].file, line: rows[$0].line,
        status: rows[$0].status.rawValue, conflictsWith: rows[$0].conflictsWith,
        note: rows[$0].note)
    }
    (questionsBefore, questionsAfter) = (before.sheet.questions.count, after.sheet.questions.count)
    (moves, fields) = ([], [])
    for party in Party.allCases {
      let comparison = ResultComparison(party, before, after)
      moves += comparison.moves
      fields += comparison.fieldChanges
    }
  }
}
