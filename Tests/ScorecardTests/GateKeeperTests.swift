import Scorecard
import Testing
import Vocabulary

@Suite struct GateKeeperTests {
  private func measures(quarantined: Int, records: Int, previous: Int?) -> GateMeasures {
    var rows = RowAccounting()
    rows.quarantined = quarantined
    rows.records = records
    let clusters = EntityClusters(party: .person, roots: [0, 0, 0, 3])
    return GateMeasures(
      asOf: day(2026, 6, 30),
      sources: [
        GateMeasures.Source(
          name: "sales", accounting: rows, previousRecords: previous, newest: day(2026, 6, 20))
      ],
      merging: [GateMeasures.Merging(clusters, hasConverged: false)],
      scores: [
        ScoreCell(
          population: .stock, scopeKind: .all, scopeID: "all", scope: "all", source: "", field: "",
          dimension: .completeness, rule: nil, units: 10, passed: 6, excluded: 0, bounds: nil)
      ])
  }

  struct Case: Sendable {
    let metric: Gate.Metric
    let scope: String
    let value: Double?
  }

  @Test(arguments: [
    Case(metric: .quarantineShare, scope: "each", value: 0.2),
    Case(metric: .rowDrop, scope: "sales", value: 0.6),
    Case(metric: .staleDays, scope: "all", value: 10),
    Case(metric: .mergedShare, scope: "person", value: 0.5),
    Case(metric: .maxCluster, scope: "all", value: 3),
    Case(metric: .modelConverged, scope: "person", value: 0),
    Case(metric: .completeness, scope: "all", value: 0.6),
    Case(metric: .uniqueness, scope: "all", value: nil),
    Case(metric: .quarantineShare, scope: "finance", value: nil),
  ])
  func `a metric is measured in its scope`(_ gate: Case) {
    let bound = Gate(metric: gate.metric, scope: gate.scope, bound: .atMost(0.25))
    let results = GateKeeper.results(
      [bound], measures(quarantined: 10, records: 40, previous: 100))
    #expect(results.count == 1)
    #expect(
      results.first?.value.map { abs($0 - (gate.value ?? -1)) < 1e-12 } ?? (gate.value == nil))
    #expect(results.first?.passed == (gate.value.map { $0 <= 0.25 } ?? true))
  }

  @Test func `a bound is met exactly and missed by more`() {
    let gates = [
      Gate(metric: .completeness, scope: "all", bound: .atLeast(0.6)),
      Gate(metric: .completeness, scope: "all", bound: .atLeast(0.61)),
    ]
    let results = GateKeeper.results(gates, measures(quarantined: 0, records: 1, previous: nil))
    #expect(results.map(\.passed) == [true, false])
    #expect(
      results[1].message == "completeness of 'all' is 0.6, the gate asks for at least 0.61")
  }

  @Test func `safe defaults hold for every metric that is not named`() {
    let own = Gate(metric: .rowDrop, scope: "sales", bound: .atMost(0.9))
    let gates = GateKeeper.effective([own])
    #expect(gates.first == own)
    #expect(
      gates.map(\.metric) == [
        .rowDrop, .quarantineShare, .fillDrop, .mergedShare, .maxCluster, .modelConverged,
      ])
    let results = GateKeeper.results(gates, measures(quarantined: 3, records: 7, previous: 8))
    #expect(
      results.filter { !$0.passed }.map(\.metric) == ["quarantine_share", "model_converged"])
  }
}
