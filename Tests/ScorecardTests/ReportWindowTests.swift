import Scorecard
import Testing
import Vocabulary

@Suite struct ReportWindowTests {
  struct Window: Sendable {
    let period: ScorecardOptions.Period
    let asOf: CivilDay
    let label: String
    let firstDay: CivilDay
  }

  @Test(arguments: [
    Window(period: .month, asOf: day(2026, 6, 30), label: "2026-06", firstDay: day(2026, 6, 1)),
    Window(period: .month, asOf: day(2026, 12, 1), label: "2026-12", firstDay: day(2026, 12, 1)),
    Window(period: .quarter, asOf: day(2026, 6, 30), label: "2026-Q2", firstDay: day(2026, 4, 1)),
    Window(period: .quarter, asOf: day(2026, 1, 1), label: "2026-Q1", firstDay: day(2026, 1, 1)),
    Window(period: .week, asOf: day(2026, 6, 28), label: "2026-W26", firstDay: day(2026, 6, 22)),
    Window(period: .week, asOf: day(2027, 1, 1), label: "2026-W53", firstDay: day(2026, 12, 28)),
    Window(period: .week, asOf: day(2024, 12, 30), label: "2025-W01", firstDay: day(2024, 12, 30)),
  ])
  func `is named by the calendar and begins on its first day`(_ window: Window) {
    let report = ReportWindow(window.period, asOf: window.asOf)
    #expect(report.label == window.label)
    #expect(report.firstDay == window.firstDay)
    #expect(report.lastDay == window.asOf)
  }
}
