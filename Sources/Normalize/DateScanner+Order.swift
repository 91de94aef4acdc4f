import Vocabulary

extension DateScanner {
  /// Tells year, month and day apart by their widths, values and the mark between them.
  mutating func order(
    _ first: Number, _ second: Number, _ third: Number, _ mark: UInt32, _ date: inout WrittenDate
  ) {
    if first.count >= 3 {
      (date.year, date.month, date.day) = (leadingYear(first), second.value, third.value)
      return
    }
    let isSlash = mark == 0x2F
    if third.count > 2 {
      date.year = third.value
      orderDay(first, second, byDefault: isSlash ? reference.order : .dayFirst, &date)
      if signs.contains(.openOrder), mark == 0x2E, convention.dateOrder == nil {
        date.isAmbiguous = false  // 05.03.2024: only days stand before dots
      }
      return
    }
    orderShort(first, second, third, isSlash: isSlash, isDot: mark == 0x2E, &date)
  }

  /// Three numbers of two digits at most: 24-03-05, 05.03.24, 3/5/24, or a year of the Republic first.
  private mutating func orderShort(
    _ first: Number, _ second: Number, _ third: Number, isSlash: Bool, isDot: Bool,
    _ date: inout WrittenDate
  ) {
    let isYear = first.value > 31
    if isYear { signs.insert(.yearFirst) }
    if third.value <= 31 { signs.insert(.openEra) }
    let isYearFirst =
      isYear
      || third.value <= 31
        && (convention.isMinguo || convention.dateOrder == .yearFirst || !isSlash && !isDot)
    if isYearFirst {
      (date.year, date.month, date.day) = (leadingYear(first), second.value, third.value)
      return
    }
    date.year = century(third.value)
    orderDay(first, second, byDefault: isSlash ? reference.order : .dayFirst, &date)
    if isDot { date.isAmbiguous = false }
    if third.value <= 31 { signs.insert(.openOrder) }
  }

  /// Day and month before a year.
  mutating func orderDay(
    _ first: Number, _ second: Number, byDefault: ColumnConvention.DateOrder,
    _ date: inout WrittenDate
  ) {
    var isDayFirst = (convention.dateOrder ?? byDefault) == .dayFirst
    if first.value > 12 {
      isDayFirst = true
      if second.value <= 12 { signs.insert(.dayFirst) }
    } else if second.value > 12 {
      isDayFirst = false
      signs.insert(.monthFirst)
    } else if first.value != second.value {
      signs.insert(.openOrder)
      date.isAmbiguous = convention.dateOrder == nil
    }
    (date.day, date.month) =
      isDayFirst ? (first.value, second.value) : (second.value, first.value)
  }

  /// A year in front: of three digits, or four with a zero, it is one of the Republic of China.
  mutating func leadingYear(_ year: Number) -> Int {
    if year.count <= 2 {
      signs.insert(.openEra)
      return convention.isMinguo ? year.value + Self.minguo : century(year.value)
    }
    let isMinguo =
      (50..<200).contains(year.value) || year.count == 3 && (1..<50).contains(year.value)
    guard isMinguo else { return year.value }
    signs.insert(.minguo)
    return year.value + Self.minguo
  }

  /// The year before the first of the Republic of China.
  static let minguo = 1911

  /// A year of two digits: this century's up to next year, else the last one's.
  func century(_ year: Int) -> Int {
    let base = reference.year / 100 * 100
    return base + year <= reference.year + 1 ? base + year : base - 100 + year
  }
}
