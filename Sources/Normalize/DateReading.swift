package import Vocabulary

/// What one date cell holds.
package struct DateReading: Hashable, Sendable {
  /// The day; nil when the cell names none.
  package var day: CivilDay?
  /// The moment; nil when no time of day was written.
  package var time: CivilTime?
  /// ISO 8601: the day, or the day and time when a time was written.
  ///
  /// The cleaned text when it is no date of the calendar, so that it can still be compared.
  package var canonical: String
  package var issues: ValueIssues
  /// What the cell shows about its column.
  package var signs: ConventionSigns = []

  package init(
    day: CivilDay? = nil, time: CivilTime? = nil, canonical: String = "", issues: ValueIssues = []
  ) {
    self.day = day
    self.time = time
    self.canonical = canonical
    self.issues = issues
  }
}

/// A date as written, before the calendar was asked.
struct WrittenDate {
  var year = 0
  var month = 0
  var day = 0
  /// Seconds of the day, when a time was written.
  var clock: Int?
  /// Seconds east of Greenwich, when an offset was written.
  var offset: Int?
  /// Whether day and month could be exchanged and nothing said which is which.
  var isAmbiguous = false
}

/// What dates are read against.
struct DateReference: Sendable {
  /// The year of the run.
  var year: Int
  /// Whether days or months come first between slashes, where the region writes them so.
  var order: ColumnConvention.DateOrder

  /// - Parameters:
  ///   - year: The year of the run.
  ///   - region: ISO 3166-1 alpha-2, or nil for none.
  init(year: Int, region: String?) {
    self.year = year
    order =
      region.map { Self.monthFirst.contains($0.uppercased()) } ?? true ? .monthFirst : .dayFirst
  }

  /// Regions that write the year or the month first (Unicode CLDR), so that exports with the year last
  /// come from American software; all others write the day first.
  private static let monthFirst: Set<String> = [
    "US", "CN", "TW", "JP", "KR", "MN", "LT", "HU", "PH", "FM", "GU", "MH", "PW", "PR", "UM", "AS",
    "MP", "VI",
  ]
}
