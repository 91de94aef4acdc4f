import Vocabulary

/// The dates of a column as days, and with day and month exchanged.
///
/// Shape: by value; nil where a value is no whole date.
struct DayNumbers: Sendable {
  private struct Date: Sendable {
    var day: CivilDay?
    /// The day that exchanging day and month gives; nil where there is none, or it is the same.
    var swapped: CivilDay?
  }

  private var dates: [Date] = []

  /// No dates at all.
  init() {}

  init(_ pool: ValuePool) {
    dates.reserveCapacity(pool.count)
    for id in 0..<UInt32(pool.count) {
      let day = CivilDay(iso: pool.string(id))
      dates.append(Date(day: day, swapped: day.flatMap(Self.swapped)))
    }
  }

  private static func swapped(_ day: CivilDay) -> CivilDay? {
    let (year, month, dayOfMonth) = day.parts
    return month == dayOfMonth ? nil : CivilDay(year: year, month: dayOfMonth, day: month)
  }

  /// Whether two dates are at most so many days apart.
  func isWithin(_ left: UInt32, _ right: UInt32, most: Int) -> Bool {
    guard let a = dates[Int(left)].day, let b = dates[Int(right)].day else { return false }
    return abs(Int(a.number) - Int(b.number)) <= most
  }

  /// Whether two dates are one with day and month exchanged.
  func isSwapped(_ left: UInt32, _ right: UInt32) -> Bool {
    guard let a = dates[Int(left)].day, let b = dates[Int(right)].swapped else { return false }
    return a == b
  }
}
