/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
package struct CivilDay: Hashable, Comparable, Sendable {
  package var number: Int32

  package init(number: Int32) { self.number = number }

  /// Nil when the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    number = Self.number(year: year, month: month, day: day)
  }

  /// Reads ISO 8601, such as 2026-06-30; nil when the text is no such day.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Days from civil (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static func number(year: Int, month: Int, day: Int) -> Int32 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Civil from days (Howard Hinnant, as above).
  package var parts: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted + (shifted < 10 ? 3 : -9)
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// ISO 8601, such as 2026-06-30.
  package var description: String {
    let (year, month, day) = parts
    return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2)
  }
}

/// A moment on the wall clock of the pipeline's time zone, in seconds from 1970-01-01T00:00:00 there.
///
/// Nearly all exports write wall-clock time without an offset; a value with one is converted when it
/// is read.
package struct CivilTime: Hashable, Comparable, Sendable {
  package var seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  package init(day: CivilDay, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  package var day: CivilDay {
    CivilDay(number: Int32((seconds >= 0 ? seconds : seconds - 86_399) / 86_400))
  }

  /// ISO 8601 without an offset, such as 2026-06-30T09:15:00.
  package var description: String {
    let second = Int(seconds - Int64(day.number) * 86_400)
    return day.description + "T" + pad(second / 3600, 2) + ":" + pad(second / 60 % 60, 2) + ":"
      + pad(second % 60, 2)
  }
}

private func pad(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
