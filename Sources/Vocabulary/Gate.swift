/// A bound that stops publishing.
package struct Gate: Hashable, Sendable {
  package enum Metric: String, Codable, CaseIterable, Hashable, Sendable {
    case completeness
    case conformity
    case uniqueness
    /// Quarantined ÷ (read − skipped).
    case quarantineShare = "quarantine_share"
    /// The share of the last run's records that is gone.
    case rowDrop = "row_drop"
    /// By how much the fill rate of a source's most impaired field fell since the last run.
    case fillDrop = "fill_drop"
    /// Days from a source's newest change, or else from that of its files, to the as-of day.
    case staleDays = "stale_days"
    /// The share of mentions that were merged away.
    case mergedShare = "merged_share"
    /// The number of records in the largest entity cluster.
    case maxCluster = "max_cluster"
    /// 1 where the training of the match model came to rest, else 0.
    case modelConverged = "model_converged"
    /// How far the data is from what a kept match model was trained on; 1 is the bound.
    case modelDrift = "model_drift"

    /// Whether it is known as soon as the sources are read.
    package var isOfSources: Bool {
      switch self {
      case .quarantineShare, .rowDrop, .fillDrop, .staleDays: true
      case .completeness, .conformity, .uniqueness, .mergedShare, .maxCluster, .modelConverged,
        .modelDrift:
        false
      }
    }
  }

  package enum Bound: Hashable, Sendable {
    case atLeast(Double)
    case atMost(Double)
  }

  /// The scope of everything together.
  package static let allScope = "all"
  /// Stands for every source, or every kind of party, by itself.
  package static let eachScope = "each"

  package var metric: Metric
  /// `all`, `each`, a source's name, `person` or `organization`.
  package var scope: String
  package var bound: Bound

  package init(metric: Metric, scope: String, bound: Bound) {
    self.metric = metric
    self.scope = scope
    self.bound = bound
  }
}

/// What a gate measured.
package struct GateResult: Hashable, Sendable, Codable {
  package var metric: String
  package var scope: String
  /// Nil where there was nothing to measure, which passes.
  package var value: Double?
  /// The bound in words, such as `at most 0.2`.
  package var bound: String
  package var passed: Bool
  /// One phrase, without any value of a customer.
  package var message: String

  package init(
    metric: String, scope: String, value: Double?, bound: String, passed: Bool, message: String
  ) {
    self.metric = metric
    self.scope = scope
    self.value = value
    self.bound = bound
    self.passed = passed
    self.message = message
  }
}
