import Digests
import Export
import Foundation
import Golden
import Ingest
import Match
import Scorecard
import Store
import Vocabulary

/// Writes a run's folder, and makes it the current one unless a gate failed.
///
/// The order is what makes half a run invisible: files, manifest, rename, state, link. A run that is
/// killed before the state is committed has published nothing; one killed after it is completed by the
/// next run. The state that a gated run would have left is kept beside, for a person may release it.
struct Publisher {
  let run: Run
  let memory: RunMemory
  let results: RunResults
  let start: Date

  func publish(_ log: inout StageLog) async throws -> RunReport {
    let runID = try run.output.newRunID(at: start)
    let folder = try RunFolder(output: run.output, runID: runID)
    let isGated = results.gates.contains { !$0.passed }
    let files = try await log.run("write", unit: "files", count: \.count) {
      try await write(to: folder, isGated: isGated)
    }
    var manifest = try manifest(runID, isGated ? .gated : .published, files, folder: folder)
    manifest.forecast = log.forecast
    manifest.stages = log.entries.map { stage in
      Manifest.Stage(
        name: stage.stage, seconds: stage.seconds, cpuSeconds: stage.cpuSeconds,
        peakMemoryBytes: stage.peakMemoryBytes)
    }
    manifest.peakMemoryBytes = StageLog.peakMemoryBytes
    try folder.write(manifest)
    try folder.finish()
    try keepInputs()
    let states = StateArchive(output: run.output)
    if isGated {
      let left = try commit(runID)
      try states.keep(runID) { try $0.commit(left) }
    } else {
      try memory.state?.commitPrepared(
        recording: AuditEntry(
          .published, runID: runID, at: start.formatted(.iso8601), manifest: try manifest.sha256))
      try states.keep(runID)
      try run.output.switchCurrent(to: runID, at: Date())
    }
    _ = try run.output.removeOldRuns(keep: run.pipeline.keep)
    try states.prune()
    if !isGated { try dropInputs(states) }
    var report = results.report(
      of: run, runID: runID, status: isGated ? .gated : .published,
      folder: run.output.folder(of: runID))
    report.forecast = log.forecast
    report.secondsElapsed = log.secondsElapsed
    report.peakMemoryBytes = StageLog.peakMemoryBytes
    return report
  }

  // MARK: - Files

  /// Writes all files, and meanwhile the state, which takes it over when they are in place.
  private func write(to folder: RunFolder, isGated: Bool) async throws -> [WrittenFile] {
    let (path, records, scores) = (folder.path, resultTables, scorecardTables)
    async let scoreFiles = scores.write(to: path)
    async let recordFiles = records.write(to: path)
    async let database = RunDatabase(results: records, scores: scores)
      .write(to: path + "/assay.sqlite")
    var files = try writeSmall(to: folder)
    if !isGated { try memory.state?.prepare(commit(folder.runID)) }
    files += try await recordFiles + scoreFiles + [database]
    return files.sorted { $0.path < $1.path }
  }

  /// Writes the files whose size does not grow with the records.
  private func writeSmall(to folder: RunFolder) throws -> [WrittenFile] {
    var files = try Party.allCases.map { party in
      let json = try results.resolved[party].resolution.model.json()
      return try folder.write(json + "\n", to: "model.\(party.rawValue).json")
    }
    files.append(try folder.write(matchReport.page.html, to: "report/match.html"))
    files.append(try folder.write(results.sheet.page().html, to: "report/review.html"))
    return files
  }

  private var resultTables: ResultTables {
    let golden = results.golden
    var tables = ResultTables(
      table: results.table, persons: golden.persons, organizations: golden.organizations,
      crosswalk: golden.crosswalk, affiliations: golden.affiliations)
    tables.links = Party.allCases.map { party in
      let resolution = results.resolved[party].resolution
      return PartyLinks(
        party: party, pairs: resolution.links, ruleNames: resolution.rules.map(\.name))
    }
    tables.questions = results.sheet.questions
    tables.language = run.pipeline.language
    tables.redirects = Party.allCases.flatMap { party in
      results.identities[party].next.redirects.map { redirect in
        Redirect(
          oldGoldenID: redirect.oldID.description, currentGoldenID: redirect.currentID.description,
          reason: redirect.reason.rawValue, since: redirect.since)
      }
    }
    tables.redirects += results.departures.retired.map { retired in
      Redirect(
        oldGoldenID: retired.id.description, currentGoldenID: "", reason: "retired",
        since: retired.since)
    }
    tables.identityChanges = changes
    tables.decisions = results.ledger.rows(of: run.pipeline)
    tables.stewardClaims = results.ledger.claims
    tables.quarantine = results.ingested.quarantine
    return tables
  }

  private var scorecardTables: ScorecardTables {
    let scores = results.scores
    return ScorecardTables(
      table: results.table, period: scores.window.label, language: scores.language,
      rules: scores.rules, rulesVersion: QualityRule.version, keepers: scores.keepers,
      findings: scores.findings, cells: scores.cells, leaderboard: scores.leaderboard,
      parties: Party.allCases.map { party in
        (
          results.resolved[party].resolution.clusters,
          results.golden[party].goldenID
        )
      })
  }

  // MARK: - Manifest and state

  private func manifest(
    _ runID: String, _ status: Manifest.Status, _ files: [WrittenFile], folder: RunFolder
  ) throws -> Manifest {
    var manifest = Manifest(
      runID: runID, status: status,
      pipeline: Manifest.Pipeline(
        name: run.pipeline.name, file: run.pipeline.file,
        sha256: try run.pipeline.configurationHash()),
      asOf: run.asOf.description, startedAt: start.formatted(.iso8601),
      finishedAt: Date().formatted(.iso8601))
    manifest.versions = ["assay": Release.version]
    manifest.inputs = results.ingested.files.map { file in
      Manifest.Input(
        source: file.source, file: file.name, sha256: file.sha256, bytes: file.byteCount,
        rows: file.rows, encoding: file.layout.encoding.rawValue, delimiter: file.layout.delimiter,
        profile: file.profile, container: file.layout.container?.rawValue, sheet: file.layout.sheet)
    }
    manifest.accounting = zip(results.table.records.sources, results.ingested.accounting).map {
      Manifest.SourceAccounting(source: $0.name, $1)
    }
    manifest.models = Dictionary(
      uniqueKeysWithValues: Party.allCases.map { party in
        let resolved = results.resolved[party]
        return (
          party.rawValue,
          Manifest.Model(
            origin: resolved.origin.rawValue, sha256: nil, pairs: resolved.resolution.links.count,
            drift: resolved.drift)
        )
      })
    manifest.drift = results.drift
    manifest.gates = results.gates
    manifest.outputs = files.map { file in
      Manifest.Output(
        file: String(file.path.dropFirst(folder.path.count + 1)),
        sha256: file.sha256, bytes: file.bytes, rows: file.rows)
    }
    manifest.counts = [
      "records": results.table.records.count,
      "persons": results.golden.persons.count,
      "organizations": results.golden.organizations.count,
      "findings": results.scores.findings.count,
      "review_questions": results.sheet.questions.count,
    ]
    return manifest
  }

  /// The changes of golden ids, party by party, and those that deletions brought.
  private var changes: [IdentityChange] {
    Party.allCases.flatMap { results.identities[$0].changes } + results.departures.changes
  }

  private func commit(_ runID: String) throws -> RunCommit {
    var next = IdentityState()
    next.persons = results.identities.persons.next
    next.organizations = results.identities.organizations.next
    var commit = RunCommit(
      run: PublishedRun(
        runID: runID, asOf: run.asOf, pipelineHash: try run.pipeline.configurationHash(),
        publishedAt: start.formatted(.iso8601), folder: "runs/" + runID),
      previousRunID: memory.publishedRunID, previous: memory.identities, next: next)
    commit.changes = changes.filter { $0.change != .new }
    commit.models = try Party.allCases.compactMap { party in
      let resolved = results.resolved[party]
      guard resolved.origin != .reused, resolved.origin != .file else { return nil }
      return StoredModel(
        party: party, json: try resolved.resolution.model.json(),
        fingerprint: resolved.fingerprint, trainedRun: runID)
    }
    commit.previousFindings = memory.findings
    commit.findings = memory.findings.updated(
      with: results.scores.findings, keys: results.table.records.recordKey,
      gone: results.departures.absences.goneKeys)
    commit.sources = results.watch.shapes
    commit.previousAbsences = memory.absences
    commit.absences = results.departures.absences
    commit.rulings = results.ledger.decisions.followed
    commit.scores = PeriodScores(
      firstDay: results.scores.window.firstDay,
      scores: ScoreMemory.values(of: results.scores.cells))
    return commit
  }
}
