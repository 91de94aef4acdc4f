/// A moment as workbooks count it: days since a day in 1899 or 1904, the time as a fraction.
struct DateSerial {
  /// 9999-12-31.
  static let last = 2_958_465.999_999

  /// Days in the system of 1900, in which 60 is 1900-02-29, a day that never was.
  private let days: Int
  private let milliseconds: Int
  private let isFrom1904: Bool

  /// Nil where the number is no day that a workbook shows.
  init?(_ serial: Double, keepsFraction: Bool, isFrom1904: Bool) {
    guard (0...Self.last).contains(serial) else { return nil }
    let day = serial.rounded(.down)
    var rest = Int(((serial - day) * 86_400_000).rounded())
    if !keepsFraction { rest = (rest + 500) / 1000 * 1000 }
    days = Int(day) + (rest >= 86_400_000 ? 1 : 0)
    milliseconds = rest >= 86_400_000 ? 0 : rest
    self.isFrom1904 = isFrom1904
  }

  /// The day, the time, or both, as the number has them; `hasDate` where the format shows a day.
  func text(hasDate: Bool) -> String {
    if days == 0, !hasDate || (milliseconds > 0 && !isFrom1904) { return time }
    return milliseconds > 0 ? "\(day) \(time)" : day
  }

  private var time: String {
    let seconds = milliseconds / 1000
    var text =
      "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
    if milliseconds % 1000 > 0 { text += "." + String(milliseconds % 1000 + 1000).dropFirst() }
    return text
  }

  private var day: String {
    if !isFrom1904 {
      // As Excel shows them: the day before the first, and the leap day that 1900 did not have.
      if days == 0 { return "1900-01-00" }
      if days == 60 { return "1900-02-29" }
    }
    // Days since 1970-01-01.
    let offset = isFrom1904 ? -24_107 : (days < 60 ? -25_568 : -25_569)
    let (year, month, day) = civil(days + offset)
    let years = String(year + 10_000).dropFirst()
    return "\(years)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// The day of the proleptic Gregorian calendar (Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms", civil_from_days), from days since 1970-01-01, none before the year 0.
  private func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNextYear = month >= 10
    return (
      yearOfEra + era * 400 + (isNextYear ? 1 : 0), isNextYear ? month - 9 : month + 3,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }
}
