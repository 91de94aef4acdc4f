extension DateScanner {
  mutating func scanTime(_ date: inout WrittenDate) -> Bool {
    skip(in: " ,T")
    skipWeekday()
    skipFillers()
    // 2024/03/05-10:11:12, 05/Mar/2024:10:11:12
    if peek == 0x2D || peek == 0x3A, place + 1 < scalars.count, isScalarDigit(scalars[place + 1]) {
      place += 1
    }
    guard let first = peek, date.clock == nil, !isBracket, first != 0x3002, first != 0x3B else {
      return true
    }
    let before = takeHalf()
    skipBlanks()
    guard let hour = takeNumber() else { return false }
    var clock = Clock(hour: hour.value)
    if hour.count == 4 || hour.count == 6 {  // 20240305T090733
      clock = hour.count == 4 ? Clock(hour: hour.value / 100, minute: hour.value % 100) : hour.clock
      if take(".") || take(",") { _ = takeNumber() }
    } else {
      guard hour.count <= 2, takeRest(of: &clock) else { return false }
    }
    skipBlanks()
    let half = before ?? takeHalf()
    guard let hours = hours(clock.hour, half), clock.minute < 60, clock.second <= 60,
      hours < 24 || clock.minute == 0
    else { return false }
    skipHourWord()
    date.clock = hours * 3600 + clock.minute * 60 + min(clock.second, 59)
    date.offset = takeOffset()
    return true
  }

  /// Minutes, seconds and a fraction behind the hour: 9:07, 9时7分33秒, 9.07, 9点.
  private mutating func takeRest(of clock: inout Clock) -> Bool {
    let isDotted = take(".")
    guard
      isDotted || take(":") || take("时") || take("時") || take("点") || take("點") || take("시")
        || takeWord("h")
    else {
      return false
    }
    if take("半") {
      clock.minute = 30
      return true
    }
    let minute = takeNumber() ?? Number(value: 0, count: 0)
    if isDotted, minute.count != 2 { return false }
    clock.minute = minute.value
    if take(":") || isDotted && take(".") || take("分") || take("분") {
      clock.second = takeNumber()?.value ?? 0
      _ = take("秒")
      if take(".") || take(",") || take(":") { _ = takeNumber() }
    }
    return true
  }

  /// Uhr and h behind a time.
  private mutating func skipHourWord() {
    let start = place
    skipBlanks()
    if !takeWord("uhr"), !takeWord("hrs"), !takeWord("h") { place = start }
  }

  private enum Half { case morning, noon, afternoon }

  /// 24 is the midnight that ends the day.
  private func hours(_ hour: Int, _ half: Half?) -> Int? {
    switch half {
    case nil: hour <= 24 ? hour : nil
    case .morning: hour <= 12 ? hour % 12 : nil
    case .noon: hour <= 3 ? hour + 12 : hour < 24 ? hour : nil
    case .afternoon: hour <= 12 ? hour % 12 + 12 : hour < 24 ? hour : nil
    }
  }

  private mutating func takeHalf() -> Half? {
    guard let first = peek else { return nil }
    if first >= 0x80 {
      if take("上午") || take("早上") || take("凌晨") || take("清晨") || take("午前") || take("오전")
        || take("早")
      {
        return .morning
      }
      if take("中午") { return .noon }
      if take("下午") || take("晚上") || take("傍晚") || take("午後") || take("오후")
        || take("夜里") || take("晚")
      {
        return .afternoon
      }
      return nil
    }
    if takeWord("am") || takeWord("a.m.") { return .morning }
    if takeWord("pm") || takeWord("p.m.") { return .afternoon }
    return nil
  }

  // MARK: - Zones

  /// Seconds east of Greenwich; nil for the wall clock of the pipeline's zone.
  private mutating func takeOffset() -> Int? {
    skipBlanks()
    guard peek != nil, !isBracket else { return nil }
    if takeWord("z") { return 0 }
    let isNamed = takeWord("utc") || takeWord("gmt")
    if !isNamed, let hours = takeZoneName() { return hours.map { $0 * 3600 } }
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let number = takeNumber() else { return isNamed ? 0 : nil }
    if number.count > 2 {
      takeZoneRemark()
      return sign * (number.value / 100 * 3600 + number.value % 100 * 60)
    }
    let minutes = take(":") ? takeNumber()?.value ?? 0 : 0
    takeZoneRemark()
    return sign * (number.value * 3600 + minutes * 60)
  }

  /// Programs write the zone's name behind its offset.
  private mutating func takeZoneRemark() {
    skipBlanks()
    if !takeWord("utc"), !takeWord("gmt") { _ = takeZoneName() }
  }

  /// Hours east of Greenwich; CST, which is the wall clock in China, is taken for the pipeline's own.
  private mutating func takeZoneName() -> Int?? {
    guard let first = peek, first < 0x80, isASCIILetter(UInt8(first)) else { return nil }
    if takeWord("cst") { return .some(nil) }
    for (name, hours) in Self.zones where takeWord(name) { return hours }
    return nil
  }

  private static let zones: [(name: StaticString, hours: Int)] = [
    ("asia/shanghai", 8), ("asia/chongqing", 8), ("asia/hong_kong", 8), ("asia/taipei", 8),
    ("asia/singapore", 8), ("asia/tokyo", 9), ("asia/seoul", 9), ("prc", 8), ("hkt", 8), ("sgt", 8),
    ("jst", 9), ("kst", 9), ("cest", 2), ("cet", 1), ("est", -5),
    ("edt", -4), ("cdt", -5), ("mst", -7), ("mdt", -6), ("pst", -8), ("pdt", -7),
  ]
}

/// A time of day as written.
struct Clock {
  var hour: Int
  var minute = 0
  var second = 0
}
