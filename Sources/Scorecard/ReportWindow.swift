package import Vocabulary

/// The calendar period that a report is about.
///
/// The period that holds the as-of day, up to that day: a month is whole when the day is its last.
package struct ReportWindow: Hashable, Sendable {
  /// Such as 2026-06, 2026-W26 or 2026-Q2.
  package let label: String
  package let firstDay: CivilDay
  /// The as-of day.
  package let lastDay: CivilDay

  package init(_ period: ScorecardOptions.Period, asOf: CivilDay) {
    let (year, month, _) = asOf.parts
    lastDay = asOf
    switch period {
    case .month:
      label = Self.pad(year, 4) + "-" + Self.pad(month, 2)
      firstDay = CivilDay(year: year, month: month, day: 1) ?? asOf
    case .quarter:
      let quarter = (month - 1) / 3
      label = Self.pad(year, 4) + "-Q\(quarter + 1)"
      firstDay = CivilDay(year: year, month: quarter * 3 + 1, day: 1) ?? asOf
    case .week:
      // ISO 8601: weeks begin on Monday and belong to the year of their Thursday.
      let weekday = ((Int(asOf.number) + 3) % 7 + 7) % 7
      firstDay = CivilDay(number: asOf.number - Int32(weekday))
      let thursday = CivilDay(number: firstDay.number + 3)
      let weekYear = thursday.parts.year
      let newYear = CivilDay(year: weekYear, month: 1, day: 1) ?? thursday
      let week = Int(thursday.number - newYear.number) / 7 + 1
      label = Self.pad(weekYear, 4) + "-W" + Self.pad(week, 2)
    }
  }

  /// Whether a time lies in the window.
  func contains(_ time: CivilTime?) -> Bool {
    guard let time else { return false }
    return firstSecond <= time.seconds && time.seconds <= lastSecond
  }

  private var firstSecond: Int64 { CivilTime(day: firstDay).seconds }
  private var lastSecond: Int64 {
    CivilTime(day: lastDay, hour: 23, minute: 59, second: 59).seconds
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
