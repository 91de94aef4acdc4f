import Testing
import Vocabulary

@testable import Scorecard

@Suite struct ScoreBoundsTests {
  /// Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I,
  /// method 3; the last row mirrors the one before.
  struct Published: Sendable {
    let passed: Int
    let size: Int
    let lower: Double
    let upper: Double
  }

  @Test(arguments: [
    Published(passed: 81, size: 263, lower: 0.2553, upper: 0.3662),
    Published(passed: 15, size: 148, lower: 0.0624, upper: 0.1605),
    Published(passed: 0, size: 20, lower: 0.0000, upper: 0.1611),
    Published(passed: 1, size: 29, lower: 0.0061, upper: 0.1718),
    Published(passed: 28, size: 29, lower: 0.8282, upper: 0.9939),
  ])
  func `equal the published ones`(_ published: Published) {
    let bounds = ScoreBounds.wilson(
      share: Double(published.passed) / Double(published.size), size: Double(published.size))
    #expect(abs(bounds.lower - published.lower) < 1e-4)
    #expect(abs(bounds.upper - published.upper) < 1e-4)
  }

  private func sums(_ records: [(scored: Int, passed: Int)]) -> TallySums {
    var table = TallyTable(groups: 1, lines: 1)
    for (scored, passed) in records {
      var record = LineCounts()
      record.add(line: 0, units: scored + 1, excluded: 1, passed: passed)
      table.add(record, group: 0)
    }
    return table[0, 0]
  }

  @Test func `units that always fail together count as one`() {
    let together = sums((0..<100).map { ($0 % 2 == 0) ? (5, 5) : (5, 0) })
    #expect(abs(together.effectiveSize - 99) < 1e-9)
    let apart = sums((0..<100).map { _ in (2, 1) })
    #expect(apart.effectiveSize == 200)
  }

  @Test func `without any failure the records count`() {
    #expect(sums((0..<10).map { _ in (5, 5) }).effectiveSize == 10)
    #expect(sums([(7, 3)]).effectiveSize == 1)
    #expect(sums([]).bounds == nil)
    #expect(sums([(0, 0)]).bounds == nil)
  }
}
