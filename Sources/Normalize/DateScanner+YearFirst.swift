import Vocabulary

extension DateScanner {
  /// Forms of ISO 8601 and of programs that only a year of four digits begins: 2024-W10-2, 2024-065,
  /// 2024:03:05, 2024_03_05.
  ///
  /// - Returns: Whether it is such a date; nil when the text has another form.
  mutating func scanYearFirst(_ year: Number, _ date: inout WrittenDate) -> Bool? {
    let start = place
    let isDashed = take("-")
    if takeWord("w"), let week = takeNumber() { return scanWeek(year, week, &date) }
    if isDashed, let day = takeNumber(), day.count == 3, peek != 0x2D {
      return date.set(year: year.value, dayOfYear: day.value)
    }
    place = start
    guard let mark = peek, Self.partsYear(mark) else { return nil }
    place += 1
    skipBlanks()
    guard let month = takeNumber(), peek == mark else { return false }
    place += 1
    skipBlanks()
    guard let day = takeNumber() else { return false }
    (date.year, date.month, date.day) = (year.value, month.value, day.value)
    return true
  }

  /// : _ \\ , 、 · ・.
  private static func partsYear(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x3A, 0x5F, 0x5C, 0x2C, 0x3001, 0xB7, 0x30FB: true
    default: false
    }
  }

  /// A day of a week: 2024-W10-2, 2024W102.
  private mutating func scanWeek(_ year: Number, _ week: Number, _ date: inout WrittenDate) -> Bool
  {
    if week.count == 3 {
      return date.set(year: year.value, week: week.value / 10, weekday: week.value % 10)
    }
    guard week.count == 2, take("-"), let weekday = takeNumber() else { return false }
    return date.set(year: year.value, week: week.value, weekday: weekday.value)
  }

  // MARK: - What is no whole date

  /// Whether the text names a month, a quarter or a year without a day, or a day without its year.
  mutating func isIncomplete() -> Bool {
    place = 0
    skipWeekday()
    var numbers = 0
    var years = 0
    var words = 0
    while place < scalars.count {
      if let number = takeNumber() {
        takeOrdinal()
        numbers += 1
        if number.count == 4, (1800...2100).contains(number.value) { years += 1 }
        guard number.count <= 2 || number.count == 4 else { return false }
      } else if takeMonthName() != nil || takeQuarter() {
        words += 1
      } else if !takePartMark(&words) {
        return false
      }
    }
    switch (numbers, years) {
    case (1, 1): return true
    case (1, 0): return words > 0
    case (2, 1): return true
    case (2, 0): return words > 0 || scalars.contains(0x2F)
    default: return false
    }
  }

  private mutating func takeQuarter() -> Bool {
    takeWord("q") || take("季度") || take("上半年") || take("下半年") || take("年度")
  }

  /// What stands between or behind the numbers.
  private mutating func takePartMark(_ words: inout Int) -> Bool {
    if take("月") || take("日") || take("号") || take("季") {
      words += 1
      return true
    }
    let start = place
    skip(in: " ,.-/")
    skipFillers()
    return place > start || take("年") || take("第") || take("份") || take("初") || take("底")
  }
}

extension WrittenDate {
  /// Sets the day by its number in the year.
  ///
  /// - Returns: Whether it is a year of our times; a day that the year has not is set as none.
  mutating func set(year: Int, dayOfYear: Int) -> Bool {
    guard (1800...2100).contains(year), dayOfYear <= 366 else { return false }
    guard dayOfYear > 0, let first = CivilDay(year: year, month: 1, day: 1) else { return false }
    let parts = CivilDay(number: first.number + Int32(dayOfYear) - 1).parts
    (self.year, month, day) = parts.year == year ? parts : (year, 2, 30)
    return true
  }

  /// Sets the day by the week of ISO 8601, whose first holds the fourth of January.
  mutating func set(year: Int, week: Int, weekday: Int) -> Bool {
    guard (1800...2100).contains(year), (1...53).contains(week), (1...7).contains(weekday),
      let fourth = CivilDay(year: year, month: 1, day: 4)
    else { return false }
    // 1970-01-01 was a Thursday.
    let weekdayOfFourth = Int32((Int(fourth.number) % 7 + 10) % 7)
    let monday = fourth.number - weekdayOfFourth
    let day = CivilDay(number: monday + Int32(week - 1) * 7 + Int32(weekday) - 1)
    (self.year, month, self.day) = day.parts
    return true
  }
}
