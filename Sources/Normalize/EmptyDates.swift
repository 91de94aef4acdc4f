import Vocabulary

/// Dates that programs write where they have none.
struct EmptyDates: Sendable {
  /// At which time of day a date says nothing.
  private enum Time: String, CaseIterable { case any, epoch }

  private var anyTime: [Int32] = []
  private var atEpoch: [Int32] = []

  init(_ lists: WordLists) throws(WordListError) {
    for entry in lists[.dates] {
      guard let day = CivilDay(iso: entry.word) else {
        throw WordListError(
          path: entry.path, line: entry.line,
          message: "'\(entry.word)' is no date; write it as 1900-01-01")
      }
      switch try entry.value(1, as: Time.self) {
      case .any: anyTime.append(day.number)
      case .epoch: atEpoch.append(day.number)
      }
    }
  }

  /// A bit for each day of the list by the last six bits of its number: most other days have none.
  var marks: UInt64 {
    (anyTime + atEpoch).reduce(0) { $0 | 1 << UInt64(UInt32(bitPattern: $1) & 63) }
  }

  /// 0000-00-00 of MySQL and 1900-01-00 of spreadsheets, which no calendar has.
  static func isEmpty(_ written: WrittenDate) -> Bool {
    written.day == 0
      && (written.year == 0 && written.month == 0 || written.year == 1900 && written.month <= 1)
  }

  /// Whether a date says nothing at the time of day that stands with it.
  ///
  /// 1970-01-01 without a time is a birthday like others.
  func contains(_ day: CivilDay, clock: Int?, isEpoch: (Int) -> Bool) -> Bool {
    if anyTime.contains(day.number) { return true }
    guard let clock, atEpoch.contains(day.number) else { return false }
    return isEpoch(clock)
  }
}
