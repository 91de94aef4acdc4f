import Database

/// One measured number of a run.
package struct MetricValue: Hashable, Sendable {
  /// The number's name, such as `completeness`.
  package var metric: String
  /// What it is about, such as `all` or `source:sales`.
  package var scope: String
  package var value: Double

  package init(metric: String, scope: String, value: Double) {
    self.metric = metric
    self.scope = scope
    self.value = value
  }
}

extension StateFile {
  /// The metrics of a published run, by metric and scope; empty when the run is unknown.
  package func metrics(ofRun runID: String) throws -> [MetricValue] {
    let rows = try Statement(
      """
      SELECT metric, scope, value FROM metrics JOIN runs USING (run) WHERE run_id = ? \
      ORDER BY metric, scope
      """, on: connection)
    try rows.bind(runID, at: 1)
    var metrics: [MetricValue] = []
    while try rows.step() {
      metrics.append(
        MetricValue(metric: rows.string(0), scope: rows.string(1), value: rows.double(2)))
    }
    return metrics
  }

  func write(_ metrics: [MetricValue], run: Int64) throws {
    let replace = try Statement(
      "INSERT OR REPLACE INTO metrics VALUES (?, ?, ?, ?)", on: connection)
    for metric in metrics {
      try replace.bind(run, at: 1)
      try replace.bind(metric.metric, at: 2)
      try replace.bind(metric.scope, at: 3)
      try replace.bind(metric.value, at: 4)
      try replace.run()
    }
  }
}
