import Export
import Golden
import Ingest
import Match
import Normalize
import Scorecard
import Vocabulary

/// What match and cluster found about one kind of party.
struct ResolvedParty: Sendable {
  var resolution: PartyResolver.Resolution
  var origin: RunReport.Model.Origin
  /// How far the data is from what a kept model was trained on; nil where there is no telling.
  ///
  /// Where the model was trained anew for that, how far the data was from the one of before.
  var drift: ModelDrift?
  /// Of the columns and settings that the model is for.
  var fingerprint: String
  var rulings: MentionRulings
  /// The mentions that decisions name which were made or taken back since the last run.
  var ruled: [UInt32]
  /// Those of them of which the decision says which kind of party they are about.
  var refiled: [UInt32]
  /// Pairs that show how it was decided.
  var examples: [PairExample]
}

/// What match and cluster found.
struct ResolvedParties: Sendable {
  var persons: ResolvedParty
  var organizations: ResolvedParty

  subscript(party: Party) -> ResolvedParty { party == .person ? persons : organizations }

  /// Lets go of the evidence, after which no weight can be explained.
  mutating func dropScorers() {
    persons.resolution.scorer = nil
    organizations.resolution.scorer = nil
  }
}

/// The golden ids of this run, and what changed since the last.
struct AssignedIdentities: Sendable {
  var persons: IdentityAssignment
  var organizations: IdentityAssignment

  subscript(party: Party) -> IdentityAssignment { party == .person ? persons : organizations }

  var partyCount: Int { persons.ids.count + organizations.ids.count }
}

/// The golden records, and what ties them to records and to each other.
struct GoldenTables: Sendable {
  var persons: GoldenTable
  var organizations: GoldenTable
  var affiliations: [Affiliation]
  var crosswalk: Crosswalk

  subscript(party: Party) -> GoldenTable { party == .person ? persons : organizations }

  var recordCount: Int { persons.count + organizations.count }
}

/// All that the stages of a run made, before anything is written.
struct RunResults: Sendable {
  var inputs: SourceInputs
  var watch: SourceWatch
  var table: NormalizedTable
  var resolved: ResolvedParties
  var identities: AssignedIdentities
  var departures: RecordDepartures
  var golden: GoldenTables
  var scores: ScorecardReport
  var gates: [GateResult]
  var sheet: ReviewSheet
  var ledger: DecisionLedger
  /// The numbers that the first ids have which the run gives out.
  var firstNew: [Party: UInt32]

  var ingested: IngestResult { inputs.result }

  /// How the sources differ from the last published run.
  var drift: [SourceDrift] {
    watch.drift + SourceDrift.absences(gone: departures.newlyGone, absent: departures.absent)
  }

  /// The summary for whoever started the run.
  func report(of run: Run, runID: String, status: RunReport.Status, folder: String?) -> RunReport {
    var report = RunReport(
      runID: runID, pipeline: run.pipeline.name, status: status, folder: folder, asOf: run.asOf)
    report.language = run.pipeline.language
    report.sources = zip(table.records.sources, ingested.accounting).map { source, rows in
      RunReport.Source(
        name: source.name, rows: rows, completeness: score(.completeness, of: source.name),
        conformity: score(.conformity, of: source.name))
    }
    report.drift = drift
    report.persons = parties(.person)
    report.organizations = parties(.organization)
    report.reviewQuestions = sheet.questions.count
    report.agreement = sheet.agreement
    for status in DecisionStatus.allCases where ledger.count(status) > 0 {
      report.decisions[status.rawValue] = ledger.count(status)
    }
    report.findings = DefectClass.allCases.map { defect in
      let rules = Set(
        scores.rules.indices.filter { scores.rules[$0].defect == defect }.map(UInt8.init))
      return RunReport.FindingCount(
        class: defect.rawValue, count: scores.findings.rule.count { rules.contains($0) })
    }
    report.gates = gates
    report.targets = run.pipeline.goals.results(scores.cells)
    report.models = Party.allCases.map { party in
      RunReport.Model(
        party: party, origin: resolved[party].origin,
        convergence: resolved[party].resolution.model.training.summary,
        drift: resolved[party].drift)
    }
    return report
  }

  private func parties(_ party: Party) -> RunReport.Parties {
    let clusters = resolved[party].resolution.clusters
    return RunReport.Parties(mentions: clusters.clusterOf.count, parties: clusters.count)
  }

  /// The score of a source over all its rows in one dimension.
  private func score(_ dimension: QualityDimension, of source: String) -> Double? {
    scores.cells.first {
      $0.population == .stock && $0.scopeKind == .source && $0.scopeID == source
        && $0.field.isEmpty && $0.dimension == dimension && $0.rule == nil
    }?.score
  }
}

extension MatchModel.Training {
  /// How training ended, in words.
  var summary: String {
    if isPrior { return "too few records to train on; the shipped parameters decide" }
    let passes = "\(passes) passes"
    return hasConverged ? "converged after \(passes)" : "stopped after \(passes), not converged"
  }
}

extension IngestResult {
  var rowsRead: Int { accounting.reduce(0) { $0 + $1.read } }

  /// Gives the records away; what is left here knows their sources alone.
  mutating func takeRecords() -> RecordTable {
    var taken = RecordTable(schema: records.schema, sources: records.sources)
    swap(&taken, &records)
    return taken
  }
}

extension NormalizeResult {
  var recordCount: Int { table.records.count }

  /// Lets go of what no file is written from: the cells, and what was read in each.
  mutating func dropCells() {
    table.records.columns = []
    table.records.filled = []
    for field in table.readings.indices {
      table.readings[field].starts = []
      table.readings[field].ids = []
    }
  }

  /// Lets go of what only matching asks for.
  mutating func dropEvidence() {
    personEvidence = EvidenceTable(party: .person, count: 0, columns: [])
    organizationEvidence = EvidenceTable(party: .organization, count: 0, columns: [])
  }
}
