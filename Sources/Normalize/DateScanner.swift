/// Reads a written date and time from cleaned scalars.
struct DateScanner {
  private let scalars: [UInt32]
  private let currentYear: Int
  private var place = 0

  /// Nil when the text has no digit and so cannot be a date.
  init?(_ scalars: [UInt32], currentYear: Int) {
    guard scalars.contains(where: isScalarDigit) else { return nil }
    self.scalars = scalars
    self.currentYear = currentYear
  }

  /// The date as written; nil when the text has another form.
  mutating func scan() -> WrittenDate? {
    var date = WrittenDate()
    skipWeekday()
    guard scanDate(&date) else { return nil }
    guard scanTime(&date) else { return nil }
    skipBlanks()
    return place == scalars.count ? date : nil
  }

  private mutating func scanDate(_ date: inout WrittenDate) -> Bool {
    if take("民国") || take("民國") { return scanChinese(&date, since: 1911) }
    if let month = takeMonthName() { return scanAfterMonthName(month, &date) }
    guard let first = takeNumber() else { return false }
    if first.count >= 8 { return splitDigits(first, &date) }
    if take("年") {
      place -= 1
      return scanChinese(&date, first: first)
    }
    return scanSeparated(first, &date)
  }

  // MARK: Forms

  /// 2024年3月5日, or 113年3月5日 of a calendar that counts from another year.
  private mutating func scanChinese(
    _ date: inout WrittenDate, first: Number? = nil, since: Int = 0
  ) -> Bool {
    guard let year = first ?? takeNumber() else { return false }
    skipBlanks()
    guard take("年") else { return false }
    skipBlanks()
    guard let month = takeNumber() else { return false }
    skipBlanks()
    guard take("月") else { return false }
    skipBlanks()
    guard let day = takeNumber() else { return false }
    skipBlanks()
    _ = take("日") || take("号") || take("號")
    date.year = since > 0 ? year.value + since : year.count <= 2 ? century(year.value) : year.value
    date.month = month.value
    date.day = day.value
    return true
  }

  /// 20240305, with 4 or 6 digits more for the time.
  private func splitDigits(_ number: Number, _ date: inout WrittenDate) -> Bool {
    guard [8, 12, 14].contains(number.count) else { return false }
    var rest = number.value
    var clock = 0
    if number.count > 8 {
      let seconds = number.count == 14 ? rest % 100 : 0
      if number.count == 14 { rest /= 100 }
      clock = rest / 100 % 100 * 3600 + rest % 100 * 60 + seconds
      guard rest / 100 % 100 < 24, rest % 100 < 60, seconds < 60 else { return false }
      date.clock = clock
      rest /= 10_000
    }
    date.year = rest / 10_000
    date.month = rest / 100 % 100
    date.day = rest % 100
    return true
  }

  /// A month's name first: March 5, 2024.
  private mutating func scanAfterMonthName(_ month: Int, _ date: inout WrittenDate) -> Bool {
    skip(in: " .-/")
    guard let day = takeNumber() else { return false }
    takeOrdinal()
    skip(in: " ,.-/")
    guard let year = takeNumber() else { return false }
    date.year = year.count <= 2 ? century(year.value) : year.value
    date.month = month
    date.day = day.value
    return true
  }

  /// Three numbers, or a day, a month's name and a year.
  private mutating func scanSeparated(_ first: Number, _ date: inout WrittenDate) -> Bool {
    takeOrdinal()
    let mark = place < scalars.count ? scalars[place] : 0
    skip(in: " ,.-/")
    if let month = takeMonthName() {
      skip(in: " ,.-/")
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
    guard place < scalars.count, scalars[place] == mark || mark == 0x20 else { return false }
    skip(in: " .-/")
    guard let third = takeNumber() else { return false }
    order(first, second, third, mark, &date)
    return true
  }

  /// Tells year, month and day apart by their widths, values and the mark between them.
  private func order(
    _ first: Number, _ second: Number, _ third: Number, _ mark: UInt32, _ date: inout WrittenDate
  ) {
    if first.count >= 3 {
      (date.year, date.month, date.day) = (first.value, second.value, third.value)
      return
    }
    if third.count <= 2, mark != 0x2F, mark != 0x2E {
      (date.year, date.month, date.day) = (century(first.value), second.value, third.value)
      return
    }
    date.year = third.count <= 2 ? century(third.value) : third.value
    let isDayFirst = first.value > 12 || mark != 0x2F && second.value <= 12
    (date.day, date.month) =
      isDayFirst ? (first.value, second.value) : (second.value, first.value)
  }

  /// A year of two digits: this century's up to next year, else the last one's.
  private func century(_ year: Int) -> Int {
    let base = currentYear / 100 * 100
    return base + year <= currentYear + 1 ? base + year : base - 100 + year
  }

  // MARK: Time of day

  private mutating func scanTime(_ date: inout WrittenDate) -> Bool {
    skip(in: " ,T")
    skipWeekday()
    guard place < scalars.count, date.clock == nil else { return true }
    let before = takeHalf()
    skipBlanks()
    guard let hour = takeNumber(), hour.count <= 2 else { return false }
    guard take(":") || take("时") || take("時") || take("点") else { return false }
    var seconds = 0
    let minute = takeNumber() ?? Number(value: 0, count: 0)
    if take(":") || take("分") {
      seconds = takeNumber()?.value ?? 0
      _ = take("秒")
      if take(".") || take(",") { _ = takeNumber() }
    }
    skipBlanks()
    let half = before ?? takeHalf()
    guard let hours = hours(hour.value, half), minute.value < 60, seconds <= 60 else {
      return false
    }
    date.clock = hours * 3600 + minute.value * 60 + min(seconds, 59)
    date.offset = takeOffset()
    return true
  }

  private enum Half { case morning, afternoon }

  private func hours(_ hour: Int, _ half: Half?) -> Int? {
    switch half {
    case nil: hour < 24 ? hour : nil
    case .morning: hour <= 12 ? hour % 12 : nil
    case .afternoon: hour <= 12 ? hour % 12 + 12 : hour < 24 ? hour : nil
    }
  }

  private mutating func takeHalf() -> Half? {
    if take("上午") || take("早上") || take("凌晨") { return .morning }
    if take("下午") || take("晚上") || take("中午") { return .afternoon }
    if takeWord("am") || takeWord("a.m.") { return .morning }
    if takeWord("pm") || takeWord("p.m.") { return .afternoon }
    return nil
  }

  /// Seconds east of Greenwich.
  private mutating func takeOffset() -> Int? {
    skipBlanks()
    if takeWord("z") { return 0 }
    let isNamed = takeWord("utc") || takeWord("gmt")
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let number = takeNumber() else { return isNamed ? 0 : nil }
    if number.count > 2 { return sign * (number.value / 100 * 3600 + number.value % 100 * 60) }
    let minutes = take(":") ? takeNumber()?.value ?? 0 : 0
    return sign * (number.value * 3600 + minutes * 60)
  }

  // MARK: Tokens

  struct Number {
    var value: Int
    var count: Int
  }

  private mutating func takeNumber() -> Number? {
    var number = Number(value: 0, count: 0)
    while place < scalars.count, isScalarDigit(scalars[place]), number.count < 18 {
      number.value = number.value * 10 + Int(scalars[place] - 0x30)
      number.count += 1
      place += 1
    }
    return number.count > 0 ? number : nil
  }

  private mutating func take(_ text: StaticString) -> Bool {
    text.utf8CodeUnitCount == 1 ? takeASCII(text) : takeHan(text)
  }

  private mutating func takeASCII(_ text: StaticString) -> Bool {
    guard place < scalars.count, text.withUTF8Buffer({ unsafe UInt32($0[0]) }) == scalars[place]
    else {
      return false
    }
    place += 1
    return true
  }

  private mutating func takeHan(_ text: StaticString) -> Bool {
    guard place < scalars.count, scalars[place] >= 0x80 else { return false }
    var next = place
    for scalar in text.description.unicodeScalars {
      guard next < scalars.count, scalars[next] == scalar.value else { return false }
      next += 1
    }
    place = next
    return true
  }

  /// A word of ASCII letters, in any case.
  private mutating func takeWord(_ word: StaticString) -> Bool {
    guard place + word.utf8CodeUnitCount <= scalars.count else { return false }
    let found = word.withUTF8Buffer { word in
      for index in word.indices {
        let scalar = scalars[place + index]
        // Safe because the index is one of the buffer's own.
        guard scalar < 0x80, unsafe lowercase(UInt8(scalar)) == word[index] else { return false }
      }
      return true
    }
    if found { place += word.utf8CodeUnitCount }
    return found
  }

  private mutating func takeMonthName() -> Int? {
    guard place < scalars.count, scalars[place] < 0x80, isASCIILetter(UInt8(scalars[place])) else {
      return nil
    }
    for (index, name) in Self.months.enumerated() where takeWord(name) {
      while place < scalars.count, scalars[place] < 0x80, isASCIILetter(UInt8(scalars[place])) {
        place += 1
      }
      return index + 1
    }
    return nil
  }

  private static let months: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static let weekdays: [StaticString] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private mutating func takeOrdinal() {
    _ = takeWord("st") || takeWord("nd") || takeWord("rd") || takeWord("th")
  }

  /// A day of the week: 星期二, 周二, Tue.
  private mutating func skipWeekday() {
    if take("星期") || take("周") || take("礼拜") {
      place = min(place + 1, scalars.count)
      skipBlanks()
      return
    }
    guard place < scalars.count, scalars[place] < 0x80, isASCIILetter(UInt8(scalars[place])) else {
      return
    }
    for name in Self.weekdays where takeWord(name) {
      while place < scalars.count, scalars[place] < 0x80, isASCIILetter(UInt8(scalars[place])) {
        place += 1
      }
      skip(in: " ,.")
      return
    }
  }

  private mutating func skipBlanks() {
    while place < scalars.count, scalars[place] == 0x20 || scalars[place] == 0x0A { place += 1 }
  }

  private mutating func skip(in marks: StaticString) {
    while place < scalars.count, scalars[place] < 0x80,
      marks.withUTF8Buffer({ unsafe $0.contains(UInt8(scalars[place])) })
    {
      place += 1
    }
  }
}
