/// A bound that stops publishing.
package struct Gate: Codable, Hashable, Sendable {
  /// What is measured.
  package enum Metric: String, Codable, CaseIterable, Hashable, Sendable {
    case completeness
    case conformity
    case accuracy
    case consistency
    case timeliness
    case uniqueness
    /// Quarantined rows ÷ rows read, of a source.
    case quarantineShare = "quarantine_share"
    /// The share of its records that a source lost since the last published run.
    case rowDrop = "row_drop"
    /// Days from the newest timestamp of a source to the as-of day.
    case staleDays = "stale_days"
    /// 1 − parties ÷ mentions, over both kinds of party.
    case mergedShare = "merged_share"
    /// The mentions of the largest entity cluster.
    case maxCluster = "max_cluster"

    /// The values that the metric can have.
    var range: ClosedRange<Double> {
      self == .staleDays || self == .maxCluster ? 0...Double.infinity : 0...1
    }
  }

  package var metric: Metric
  /// `all`, or a kind and an id such as `source:sales`, `team:…`, `branch:…`, `owner:…`, `field:phone`.
  ///
  /// The default is all; metrics of a source then bind every source.
  package var scope = "all"
  package var atLeast: Double?
  package var atMost: Double?

  /// The kinds of scope that a gate may name.
  static let scopeKinds = ["all", "source", "field", "branch", "team", "owner"]

  /// The bounds that hold where the pipeline file names none for their metric and scope.
  ///
  /// They stop what can only be an accident: a file cut in half, a column shifted in a tenth of the
  /// rows, a blocking value that glues everybody together. The age of an export has no default
  /// bound, because an archive may be cleaned at any time.
  package static let defaults = [
    Gate(metric: .quarantineShare, atMost: 0.10),
    Gate(metric: .rowDrop, atMost: 0.50),
    Gate(metric: .mergedShare, atMost: 0.95),
    Gate(metric: .maxCluster, atMost: 1000),
  ]
}
