import Export
import Foundation
import Ingest
import Match
import Normalize
import Vocabulary

/// What the records of a finished run say, read again from the run's inputs.
///
/// The exports must be those of the run; the model is the one that the run used.
struct RunEvidence {
  let reference: RunFolderReference
  let pipeline: PipelineFile
  let run: Run
  let normalized: NormalizeResult

  /// Reads and normalizes the inputs of a run.
  ///
  /// - Throws: `RunError` when they have changed since, or cannot be read.
  init(_ reference: RunFolderReference, threads: Int? = nil) async throws {
    self.reference = reference
    let manifest = try Manifest(folder: reference.folder)
    guard let file = manifest.pipeline.file else {
      throw RunError(.cannotFinish, "\(reference.folder): error: names no pipeline file")
    }
    pipeline = try PipelineFile(file: file)
    var options = RunOptions()
    options.asOf = CivilDay(iso: manifest.asOf)
    options.threads = threads
    options.output =
      URL(fileURLWithPath: reference.folder)
      .deletingLastPathComponent().deletingLastPathComponent().path
    run = Run(pipeline: pipeline, options: options)
    let key = try TokenKey.find(pipeline: pipeline, output: run.output.path) ?? TokenKey.new()
    let archive = InputArchive(output: run.output.path)
    let last = Dictionary(grouping: manifest.inputs, by: \.source).mapValues { inputs in
      inputs.map { SourceShape.File(name: $0.file, sha256: $0.sha256, rows: $0.rows) }
        .filter { archive.holds([$0], of: inputs[0].source) }
    }
    let ingested = try await run.ingest(last: last) { _ in }.result
    guard Set(ingested.files.map(\.sha256)) == Set(manifest.inputs.map(\.sha256)) else {
      throw RunError(
        .cannotFinish,
        "\(reference.folder): error: the exports have changed since this run; run the pipeline "
          + "again and ask about that run")
    }
    normalized = try await run.normalize(
      ingested.records, key: key, decisions: Decisions(pipeline))
  }

  var keys: TextColumn { normalized.table.records.recordKey }

  func mentions(of party: Party) -> MentionTable { normalized.table.mentions(of: party) }

  /// What the run compared.
  func evidence(of party: Party) throws -> EvidenceTable {
    var evidence =
      party == .person ? normalized.personEvidence : normalized.organizationEvidence
    evidence.duplicateFree = pipeline.duplicateFree(
      mentions(of: party), normalized.table.records)
    guard party == .person else { return evidence }
    let employers = try goldenIDs(of: .organization)
    evidence.addEmployers(
      of: normalized.table.persons, from: normalized.table.organizations
    ) { employers[keys.string(Int(normalized.table.organizations.record[$0]))] }
    return evidence
  }

  /// The model that the run used.
  func model(of party: Party) throws -> MatchModel {
    let path = reference.path("model.\(party.rawValue).json")
    return try JSONDecoder().decode(
      MatchModel.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// By record key: the golden id that the run gave to the party there.
  func goldenIDs(of party: Party) throws -> [String: String] {
    var ids: [String: String] = [:]
    try CSVTable.forEachRow(
      of: reference.path("crosswalk.csv"), columns: ["record_key", "party", "golden_id"]
    ) { row in
      if row[1] == party.rawValue { ids[row[0]] = row[2] }
    }
    return ids
  }
}
