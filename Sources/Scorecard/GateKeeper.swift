package import Vocabulary

/// What the gates look at, beside the scores.
package struct GateMeasures: Sendable {
  /// One source's rows in this run and the last.
  package struct Source: Hashable, Sendable {
    package var name: String
    package var accounting: RowAccounting
    /// Nil where no earlier run read the source, or where fewer records mean nothing.
    package var previousRecords: Int?
    /// By how much the fill rate of the most impaired field fell; nil where no earlier run says.
    package var fillDrop: Double?
    /// The newest change of a record, nil where the source has no times.
    package var newest: CivilDay?

    package init(
      name: String, accounting: RowAccounting, previousRecords: Int? = nil,
      fillDrop: Double? = nil, newest: CivilDay? = nil
    ) {
      self.name = name
      self.accounting = accounting
      self.previousRecords = previousRecords
      self.fillDrop = fillDrop
      self.newest = newest
    }
  }

  /// How far the mentions of one kind of party were merged.
  package struct Merging: Hashable, Sendable {
    package var party: Party
    package var mentions: Int
    package var clusters: Int
    package var largest: Int
    /// Whether the training of the model that merged them came to rest.
    package var hasConverged: Bool
    /// How far the data is from what that model was trained on; nil where it was trained on this.
    package var drift: Double?

    package init(_ clusters: EntityClusters, hasConverged: Bool = true, drift: Double? = nil) {
      self.hasConverged = hasConverged
      self.drift = drift
      party = clusters.party
      mentions = clusters.clusterOf.count
      self.clusters = clusters.count
      largest = (0..<clusters.count).map { clusters.members(of: $0).count }.max() ?? 0
    }
  }

  package var asOf: CivilDay
  package var sources: [Source]
  package var merging: [Merging]
  package var scores: [ScoreCell]

  package init(asOf: CivilDay, sources: [Source], merging: [Merging], scores: [ScoreCell]) {
    self.asOf = asOf
    self.sources = sources
    self.merging = merging
    self.scores = scores
  }
}

extension GateMeasures.Source {
  /// A source of a table, with its newest change that is not in the future.
  package static func newest(
    of source: Int, in table: NormalizedTable, asOf: CivilDay
  ) -> CivilDay? {
    var newest: CivilTime?
    for record in 0..<table.records.count where Int(table.records.source[record]) == source {
      for time in [table.created[record], table.updated[record], table.touched[record]] {
        guard let time, time.day <= asOf, time > newest ?? CivilTime(seconds: .min) else {
          continue
        }
        newest = time
      }
    }
    return newest?.day
  }
}

/// Tells whether a run may be published.
package enum GateKeeper {
  /// The bounds that hold where the pipeline file says nothing about their metric.
  package static let safeDefaults = [
    Gate(metric: .quarantineShare, scope: Gate.eachScope, bound: .atMost(0.2)),
    Gate(metric: .rowDrop, scope: Gate.eachScope, bound: .atMost(0.5)),
    Gate(metric: .fillDrop, scope: Gate.eachScope, bound: .atMost(0.5)),
    Gate(metric: .mergedShare, scope: Gate.eachScope, bound: .atMost(0.95)),
    Gate(metric: .maxCluster, scope: Gate.eachScope, bound: .atMost(1000)),
    Gate(metric: .modelConverged, scope: Gate.eachScope, bound: .atLeast(1)),
  ]

  /// The gates of a pipeline file and the safe defaults of the metrics that it does not name.
  package static func effective(_ gates: [Gate]) -> [Gate] {
    let named = Set(gates.map(\.metric))
    return gates + safeDefaults.filter { !named.contains($0.metric) }
  }

  /// The results of the gates, in their order and, within one, in the order of its scopes.
  package static func results(_ gates: [Gate], _ measures: GateMeasures) -> [GateResult] {
    gates.flatMap { gate in
      let scopes =
        gate.scope == Gate.eachScope ? measures.scopes(of: gate.metric) : [gate.scope]
      return scopes.map { result(gate, scope: $0, measures.value(of: gate.metric, scope: $0)) }
    }
  }

  private static func result(_ gate: Gate, scope: String, _ value: Double?) -> GateResult {
    let (passed, bound) =
      switch gate.bound {
      case .atLeast(let least): (value.map { $0 >= least } ?? true, "at least \(text(least))")
      case .atMost(let most): (value.map { $0 <= most } ?? true, "at most \(text(most))")
      }
    let name = "\(gate.metric.rawValue) of '\(scope)'"
    let message =
      value.map { "\(name) is \(text($0)), the gate asks for \(bound)" }
      ?? "\(name) cannot be measured, nothing to hold it to"
    return GateResult(
      metric: gate.metric.rawValue, scope: scope, value: value, bound: bound, passed: passed,
      message: message)
  }

  /// Up to four decimals.
  private static func text(_ number: Double) -> String {
    let rounded = (number * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}

extension GateMeasures {
  /// The scopes that `each` stands for.
  func scopes(of metric: Gate.Metric) -> [String] {
    switch metric {
    case .mergedShare, .maxCluster, .modelConverged, .modelDrift: merging.map(\.party.rawValue)
    default: sources.map(\.name)
    }
  }

  /// The value of a metric, or nil where there is nothing to measure.
  func value(of metric: Gate.Metric, scope: String) -> Double? {
    switch metric {
    case .completeness: score(.completeness, scope)
    case .conformity: score(.conformity, scope)
    case .uniqueness: score(.uniqueness, scope)
    case .quarantineShare: quarantineShare(scope)
    case .rowDrop: rowDrop(scope)
    case .fillDrop: chosenSources(scope).compactMap(\.fillDrop).max()
    case .staleDays: staleDays(scope)
    case .mergedShare: mergedShare(scope)
    case .maxCluster: chosenMerging(scope).map { Double($0.largest) }.max()
    case .modelConverged: chosenMerging(scope).map { $0.hasConverged ? 1 : 0 }.min()
    case .modelDrift: chosenMerging(scope).compactMap(\.drift).max()
    }
  }

  private func score(_ dimension: QualityDimension, _ scope: String) -> Double? {
    scores.first {
      $0.population == .stock && $0.dimension == dimension && $0.rule == nil
        && (scope == Gate.allScope
          ? $0.scopeKind == .all : $0.scopeKind == .source && $0.source == scope)
    }?.score
  }

  private func chosenSources(_ scope: String) -> [Source] {
    sources.filter { scope == Gate.allScope || $0.name == scope }
  }

  private func chosenMerging(_ scope: String) -> [Merging] {
    merging.filter { scope == Gate.allScope || $0.party.rawValue == scope }
  }

  private func quarantineShare(_ scope: String) -> Double? {
    let rows = chosenSources(scope).map(\.accounting)
    let quarantined = rows.map(\.quarantined).reduce(0, +)
    let read = quarantined + rows.map(\.records).reduce(0, +)
    return read > 0 ? Double(quarantined) / Double(read) : nil
  }

  private func rowDrop(_ scope: String) -> Double? {
    let known = chosenSources(scope).filter { $0.previousRecords != nil }
    let before = known.compactMap(\.previousRecords).reduce(0, +)
    guard before > 0 else { return nil }
    return 1 - Double(known.map(\.accounting.records).reduce(0, +)) / Double(before)
  }

  /// The age of the stalest source in the scope.
  private func staleDays(_ scope: String) -> Double? {
    chosenSources(scope).compactMap(\.newest).map { Double(asOf.number - $0.number) }.max()
  }

  private func mergedShare(_ scope: String) -> Double? {
    let chosen = chosenMerging(scope)
    let mentions = chosen.map(\.mentions).reduce(0, +)
    guard mentions > 0 else { return nil }
    return 1 - Double(chosen.map(\.clusters).reduce(0, +)) / Double(mentions)
  }
}
