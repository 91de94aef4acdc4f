import Cluster
import Foundation
import Golden
import Match
import Normalize
import Scorecard
import Store
import Vocabulary

extension Run {
  // MARK: - Normalize

  func normalize(_ records: RecordTable, key: [UInt8]) async throws -> NormalizeResult {
    var options = NormalizeOptions(asOf: asOf, tokenKey: key)
    options.region = pipeline.region
    options.timeZone = pipeline.timezone
    options.threads = threads
    options.lexicon = try pipeline.lexicon()
    return await Normalizer(options).normalize(records)
  }

  // MARK: - Match and cluster

  /// Organizations come first: they need nothing but their own evidence.
  func resolveOrganizations(
    _ normalized: NormalizeResult, memory: RunMemory, decisions: Decisions,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) async throws -> ResolvedParty {
    try await resolve(
      .organization, normalized.organizationEvidence, normalized.table, memory, decisions, progress)
  }

  /// Persons come second, for whom the organization they are met at is evidence.
  func resolvePersons(
    _ normalized: NormalizeResult, organizations: ResolvedParty, memory: RunMemory,
    decisions: Decisions, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) async throws -> ResolvedParty {
    var evidence = normalized.personEvidence
    let clusters = organizations.resolution.clusters
    evidence.addEmployers(
      of: normalized.table.persons, from: normalized.table.organizations
    ) { String(clusters.clusterOf[$0]) }
    return try await resolve(.person, evidence, normalized.table, memory, decisions, progress)
  }

  private func resolve(
    _ party: Party, _ evidence: EvidenceTable, _ table: NormalizedTable, _ memory: RunMemory,
    _ decisions: Decisions, _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) async throws -> ResolvedParty {
    let settings = pipeline.match(party)
    let mentions = table.mentions(of: party)
    let fingerprint = try ModelSource.fingerprint(of: evidence, settings)
    let known = try ModelSource.find(
      party, settings, pipeline: pipeline, memory: memory, fingerprint: fingerprint)
    var resolver = PartyResolver(options: matchOptions(party, evidence))
    let ruled = decisions.pairs(of: party, mentions: mentions, keys: table.records.recordKey)
    resolver.same = ruled.same
    resolver.different = ruled.different
    resolver.published = memory.published(
      party, mentions: mentions, keys: table.records.recordKey, except: ruled.touched)
    let resolution = try await resolver.resolve(
      evidence, model: known?.model, progress: progress)
    let origin =
      known?.origin ?? (resolution.model.training.isPrior ? .prior : .trained)
    let examples = PairExamples(
      evidence: evidence, table: table, accept: settings.accept, language: pipeline.language)
    return ResolvedParty(
      resolution: resolution, origin: origin, fingerprint: fingerprint, ruled: ruled.touched,
      examples: examples.examples(of: resolution))
  }

  /// The match settings of one kind of party, as far as there is evidence that they are about.
  ///
  /// What the file says for both parties may name evidence that only one of them has. Blocking rules
  /// of which none is left are derived as if the file named none.
  func matchOptions(_ party: Party, _ evidence: EvidenceTable) -> MatchOptions {
    let settings = pipeline.match(party)
    let known = Set(evidence.columns.map(\.name))
    var options = MatchOptions()
    options.accept = settings.accept
    options.review = settings.review
    let block = settings.block?
      .map { rule in rule.map { pipeline.evidenceColumn(of: $0, for: party) } }
      .filter { known.isSuperset(of: $0) }
    options.block = block?.isEmpty == true ? nil : block
    for (field, levels) in (settings.compare ?? [:]).sorted(by: { $0.key < $1.key }) {
      let column = pipeline.evidenceColumn(of: field, for: party)
      guard known.contains(column), field == column || options.compare[column] == nil else {
        continue
      }
      options.compare[column] = levels.compactMap(ComparisonLevel.init)
    }
    options.threads = threads
    return options
  }

  // MARK: - Identity, golden records, scores

  func identify(_ table: NormalizedTable, _ resolved: ResolvedParties, memory: RunMemory)
    -> AssignedIdentities
  {
    func assign(_ party: Party) -> IdentityAssignment {
      let mentions = table.mentions(of: party)
      return IdentityAssignment.assign(
        clusters: resolved[party].resolution.clusters, records: mentions.record,
        keys: table.records.recordKey, ruled: resolved[party].ruled,
        previous: memory.identities[party], asOf: asOf)
    }
    return AssignedIdentities(persons: assign(.person), organizations: assign(.organization))
  }

  /// What became of the records of before that this run does not have.
  func departures(
    _ table: NormalizedTable, _ identities: AssignedIdentities, _ watch: SourceWatch,
    memory: RunMemory
  ) -> RecordDepartures {
    RecordDepartures(
      previous: memory.absences, before: Party.allCases.map { memory.identities[$0] },
      now: Party.allCases.map { identities[$0].next }, keys: table.records.recordKey,
      counts: Dictionary(uniqueKeysWithValues: watch.shapes.map { ($0.source, $0.records) }),
      snapshots: watch.snapshots, asOf: asOf)
  }

  func buildGolden(
    _ normalized: NormalizeResult, _ resolved: ResolvedParties, _ identities: AssignedIdentities,
    _ decisions: Decisions
  ) async -> GoldenTables {
    let builder = GoldenRecordBuilder(
      table: normalized.table, options: pipeline.golden, asOf: asOf,
      ranks: normalized.nameRanks, threads: threads)
    let persons = await builder.build(
      resolved.persons.resolution.clusters, goldenIDs: identities.persons.ids.map(\.description))
    let organizations = await builder.build(
      resolved.organizations.resolution.clusters,
      goldenIDs: identities.organizations.ids.map(\.description))
    let ties = affiliations(
      in: normalized.table,
      persons: (resolved.persons.resolution.clusters, persons.goldenID),
      organizations: (resolved.organizations.resolution.clusters, organizations.goldenID),
      asOf: asOf)
    let crosswalk = Crosswalk(
      table: normalized.table, persons: resolved.persons.resolution.clusters,
      organizations: resolved.organizations.resolution.clusters)
    return GoldenTables(
      persons: persons, organizations: organizations, affiliations: ties, crosswalk: crosswalk)
  }

  func score(_ table: NormalizedTable, _ resolved: ResolvedParties, memory: RunMemory)
    async throws -> ScorecardReport
  {
    var input = ScorecardInput(
      table: table, persons: resolved.persons.resolution.clusters,
      organizations: resolved.organizations.resolution.clusters, asOf: asOf)
    input.language = pipeline.language
    input.history = memory.findings
    input.roster = pipeline.roster?.roster
    let window = ReportWindow(pipeline.scorecard.period, asOf: asOf)
    input.previous = try memory.scores(ofPeriodBefore: window.firstDay)
    return await QualityAssessor(
      options: pipeline.scorecard, goals: pipeline.goals, threads: threads
    ).report(on: input)
  }

  func gateResults(
    _ inputs: SourceInputs, _ watch: SourceWatch, _ resolved: ResolvedParties,
    _ scores: ScorecardReport, _ memory: RunMemory
  ) -> [GateResult] {
    let merging = Party.allCases.map { party in
      let resolution = resolved[party].resolution
      return GateMeasures.Merging(
        resolution.clusters, hasConverged: resolution.model.training.hasConverged)
    }
    return GateKeeper.results(
      GateKeeper.effective(pipeline.gates),
      GateMeasures(
        asOf: asOf, sources: gateSources(watch, inputs, memory),
        merging: merging, scores: scores.cells))
  }
}
