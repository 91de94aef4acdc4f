import Vocabulary

/// Dates that programs write where they have none.
enum EmptyDates {
  /// 0000-00-00 of MySQL and 1900-01-00 of spreadsheets, which no calendar has.
  static func isEmpty(_ written: WrittenDate) -> Bool {
    written.day == 0
      && (written.year == 0 && written.month == 0 || written.year == 1900 && written.month <= 1)
  }

  /// The first and the last day that a program's dates can have, at any time of day, and the first
  /// second of Unix time.
  ///
  /// 1970-01-01 without a time is a birthday like others.
  static func isEmpty(_ day: CivilDay, clock: Int?, isEpoch: (Int) -> Bool) -> Bool {
    if firstAndLast.contains(day.number) { return true }
    guard day.number == 0, let clock else { return false }
    return isEpoch(clock)
  }

  /// 0001-01-01 of .NET, 1753-01-01 of SQL Server, 1899-12-30 to 1900-01-01 of spreadsheets and
  /// ledgers, 9999-12-31 for ever.
  private static let firstAndLast: Set<Int32> = Set(
    [
      (1, 1, 1), (1753, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (9999, 12, 31),
    ].compactMap { CivilDay(year: $0, month: $1, day: $2)?.number })
}
