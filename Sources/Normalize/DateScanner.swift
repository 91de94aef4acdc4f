import Vocabulary

/// Reads a written date and time from cleaned scalars.
struct DateScanner {
  /// What the text shows about its column, also when it is no date.
  var signs: ConventionSigns = []
  let scalars: [UInt32]
  let reference: DateReference
  let words: CalendarWords
  let convention: ColumnConvention
  /// The offset of the scalar that is read next.
  var place = 0

  /// Nil when the text has no digit and so cannot be a date.
  init?(
    _ scalars: [UInt32], _ words: CalendarWords, _ reference: DateReference,
    _ convention: ColumnConvention
  ) {
    self.scalars =
      scalars.contains(where: HanNumber.isDigit) ? HanNumber.inDigits(scalars) : scalars
    guard self.scalars.contains(where: isScalarDigit) else { return nil }
    self.words = words
    self.reference = reference
    self.convention = convention
  }

  /// The date as written; nil when the text has another form.
  mutating func scan() -> WrittenDate? {
    var date = WrittenDate()
    skipWeekday()
    skipFillers()
    guard scanDate(&date) else { return nil }
    if peek == 0x2E, place + 1 == scalars.count || scalars[place + 1] == 0x20 { place += 1 }
    guard scanTime(&date) else { return nil }
    skipWeekday()
    skipBracket()
    skipEnd()
    return place == scalars.count ? date : nil
  }

  private mutating func scanDate(_ date: inout WrittenDate) -> Bool {
    if let first = peek, first >= 0x80 { _ = take("公元") || take("西元") }
    if let start = takeEra() { return scanEra(&date, since: start) }
    if let month = takeMonthName() { return scanAfterMonthName(month, &date) }
    guard let first = takeNumber() else { return false }
    if first.count >= 6 { return splitDigits(first, &date) }
    if peek == 0x20, let next = scalars[place...].first(where: { $0 != 0x20 }), next == 0x5E74 {
      skipBlanks()
    }
    if peek == 0x5E74 || peek == 0xB144 { return scanChinese(first, &date) }  // 年 년
    if first.count == 4, let found = scanYearFirst(first, &date) { return found }
    return scanSeparated(first, &date)
  }

  // MARK: - Forms

  /// What follows the name of an era: 113年3月5日, 113/03/05, 元年三月, 1130305.
  private mutating func scanEra(_ date: inout WrittenDate, since start: Int) -> Bool {
    skipBlanks()
    let isFirst = take("元")
    guard let year = isFirst ? Number(value: 1, count: 1) : takeNumber() else { return false }
    if year.count >= 6 {
      guard year.count <= 7 else { return false }
      (date.year, date.month, date.day) = year.parts
    } else {
      skip(in: " .-/")
      _ = take("年")
      skip(in: " .-/")
      guard let month = takeNumber() else { return false }
      skip(in: " .-/")
      _ = take("月")
      skip(in: " .-/")
      guard let day = takeNumber() else { return false }
      takeDayWord()
      (date.year, date.month, date.day) = (year.value, month.value, day.value)
    }
    date.year += start
    return true
  }

  /// 2024年3月5日; a year of three digits is one of the Republic of China, one of two may be.
  private mutating func scanChinese(_ year: Number, _ date: inout WrittenDate) -> Bool {
    place += 1
    skipBlanks()
    guard let month = takeNumber() else { return false }
    skipBlanks()
    guard take("月") || take("월") else { return false }
    skipBlanks()
    guard let day = takeNumber() else { return false }
    takeDayWord()
    (date.year, date.month, date.day) = (leadingYear(year), month.value, day.value)
    return true
  }

  /// 20240305, with 4 or 6 digits more for the time and 3 for its fraction, 05032024, 1130305.
  private mutating func splitDigits(_ number: Number, _ date: inout WrittenDate) -> Bool {
    var rest = number.value
    switch number.count {
    case 6, 7:
      let (year, month, day) = number.parts
      guard CivilDay(year: year + Self.minguo, month: month, day: day) != nil else {
        return number.count == 7 && date.set(year: rest / 1000, dayOfYear: rest % 1000)
      }
      signs.insert(number.count == 7 ? .minguo : .openEra)
      guard number.count == 7 || convention.isMinguo else { return false }
      (date.year, date.month, date.day) = (year + Self.minguo, month, day)
      return true
    case 8: break
    case 12, 14, 17:
      if number.count == 17 { rest /= 1000 }
      let seconds = number.count == 12 ? 0 : rest % 100
      if number.count != 12 { rest /= 100 }
      guard rest / 100 % 100 < 24, rest % 100 < 60, seconds < 60 else { return false }
      date.clock = rest / 100 % 100 * 3600 + rest % 100 * 60 + seconds
      rest /= 10_000
    default: return false
    }
    (date.year, date.month, date.day) = (rest / 10_000, rest / 100 % 100, rest % 100)
    // A year in front stays one, so that a slip in its month makes no other date of it.
    if number.count == 8, !(1800...2100).contains(date.year),
      (1900...2100).contains(rest % 10_000)
    {
      let first = Number(value: rest / 1_000_000, count: 2)
      let second = Number(value: rest / 10_000 % 100, count: 2)
      date.year = rest % 10_000
      orderDay(first, second, byDefault: reference.order, &date)
    }
    return true
  }

  /// A month's name first: March 5, 2024, and Mar 05 09:07:00 CST 2024 of programs.
  private mutating func scanAfterMonthName(_ month: Int, _ date: inout WrittenDate) -> Bool {
    skip(in: " .-/")
    skipFillers()
    guard let day = takeNumber() else { return false }
    takeOrdinal()
    skip(in: " ,.-/")
    skipFillers()
    let start = place
    guard var year = takeNumber() else { return false }
    if peek == 0x3A {
      place = start
      guard scanTime(&date) else { return false }
      skipBlanks()
      guard let last = takeNumber(), last.count == 4 else { return false }
      year = last
    }
    date.year = year.count <= 2 ? century(year.value) : year.value
    date.month = month
    date.day = day.value
    return true
  }

  /// What Oracle writes in China: 05-3月-2024, 05-3月 -24.
  private mutating func scanAfterMonthNumber(
    _ day: Number, _ month: Number, _ date: inout WrittenDate
  ) -> Bool {
    skip(in: " -/.")
    guard let year = takeNumber(), day.count <= 2 else { return false }
    date.year = year.count <= 2 ? century(year.value) : year.value
    (date.month, date.day) = (month.value, day.value)
    return true
  }

  /// Three numbers, or a day, a month's name and a year.
  private mutating func scanSeparated(_ first: Number, _ date: inout WrittenDate) -> Bool {
    takeOrdinal()
    let mark = peek ?? 0
    skip(in: " ,.-/")
    skipFillers()
    if let month = takeMonthName() {
      skip(in: " ,.-/")
      skipFillers()
      guard let last = takeNumber() else { return false }
      date.month = month
      if first.count == 4 {
        (date.year, date.day) = (first.value, last.value)
      } else {
        (date.year, date.day) = (last.count <= 2 ? century(last.value) : last.value, first.value)
      }
      return true
    }
    guard let second = takeNumber() else { return false }
    if take("月") { return scanAfterMonthNumber(first, second, &date) }
    guard peek == mark || mark == 0x20 && peek != nil else { return false }
    skip(in: " .-/")
    guard let third = takeNumber() else { return false }
    order(first, second, third, mark, &date)
    return true
  }

  // MARK: - Eras

  /// The year before the first of an era: 民国, ROC, 令和 and R6.
  private mutating func takeEra() -> Int? {
    guard let first = peek else { return nil }
    if first >= 0x80 {
      for (name, start) in Self.eras where take(name) {
        if start == Self.minguo, name.description != "大正" { signs.insert(.minguo) }
        return start
      }
      return nil
    }
    guard isASCIILetter(UInt8(first)) else { return nil }
    if takeWord("roc") || takeWord("r.o.c.") {
      signs.insert(.minguo)
      return Self.minguo
    }
    let next = place + 1 < scalars.count ? scalars[place + 1] : 0
    guard isScalarDigit(next), let start = Self.letters[first] else { return nil }
    place += 1
    return start
  }

  private static let eras: [(name: StaticString, start: Int)] = [
    ("民国", 1911), ("民國", 1911), ("中华民国", 1911), ("中華民國", 1911), ("令和", 2018), ("平成", 1988),
    ("昭和", 1925), ("大正", 1911), ("明治", 1867),
  ]

  /// The letters that Japanese forms write for the eras from Meiji to Reiwa.
  private static let letters: [UInt32: Int] = [
    0x52: 2018, 0x48: 1988, 0x53: 1925, 0x54: 1911, 0x4D: 1867,
  ]
}
