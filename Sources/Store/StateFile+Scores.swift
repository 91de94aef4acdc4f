import Database
package import Vocabulary

/// The scores of one period, as of the last run in it.
package struct PeriodScores: Hashable, Sendable {
  package var firstDay: CivilDay
  package var scores: [MetricValue]

  package init(firstDay: CivilDay, scores: [MetricValue]) {
    self.firstDay = firstDay
    self.scores = scores
  }
}

extension StateFile {
  /// The scores of the last period that began before a day; empty when there is none.
  package func scores(ofPeriodBefore day: CivilDay) throws -> [MetricValue] {
    let rows = try Statement(
      """
      SELECT score, scope, value FROM scores \
      WHERE period_start = (SELECT max(period_start) FROM scores WHERE period_start < ?) \
      ORDER BY score, scope
      """, on: connection)
    try rows.bind(Int(day.number), at: 1)
    var scores: [MetricValue] = []
    while try rows.step() {
      scores.append(
        MetricValue(metric: rows.string(0), scope: rows.string(1), value: rows.double(2)))
    }
    return scores
  }

  /// Puts the scores of a period in the place of those that an earlier run in it left.
  func write(_ period: PeriodScores) throws {
    let delete = try Statement("DELETE FROM scores WHERE period_start = ?", on: connection)
    try delete.bind(Int(period.firstDay.number), at: 1)
    try delete.run()
    let insert = try Statement("INSERT INTO scores VALUES (?, ?, ?, ?)", on: connection)
    for score in period.scores {
      try insert.bind(Int(period.firstDay.number), at: 1)
      try insert.bind(score.metric, at: 2)
      try insert.bind(score.scope, at: 3)
      try insert.bind(score.value, at: 4)
      try insert.run()
    }
  }
}
