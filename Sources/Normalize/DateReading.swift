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
}
