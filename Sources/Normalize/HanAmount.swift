/// Amounts in Chinese characters: 壹万贰仟叁佰元伍角整, 三千二百.
enum HanAmount {
  /// Nil when the text is no such amount.
  static func number(_ scalars: [UInt32]) -> DecimalNumber? {
    var rest = scalars.filter { $0 != 0x20 && $0 != 0x0A }[...]
    for currency in ["人民币", "人民幣"].map({ $0.unicodeScalars.map(\.value) })
    where rest.starts(with: currency) { rest = rest.dropFirst(currency.count) }
    if let last = rest.last, last == 0x6574 || last == 0x6B63 { rest = rest.dropLast() }  // 整 正
    let whole = rest.prefix { $0 != 0x5143 && $0 != 0x5706 && $0 != 0x5713 }  // 元 圆 圓
    let fraction = rest.dropFirst(whole.count + 1)
    guard let units = value(whole), let hundredths = hundredths(fraction) else { return nil }
    guard units < 10_000_000_000_000_000 else { return nil }
    var number = DecimalNumber()
    number.digits = String(units * 100 + hundredths).utf8.map { $0 - 0x30 }
    number.scale = 2
    while number.digits.count < 3 { number.digits.insert(0, at: 0) }
    return number
  }

  /// A whole number below a billion billions, by its units.
  private static func value(_ text: ArraySlice<UInt32>) -> Int? {
    guard text.count <= 30, !text.isEmpty else { return nil }
    var total = 0
    var section = 0
    var digit = 0
    for scalar in text {
      if let found = HanNumber.digit(scalar) {
        digit = found
      } else if let unit = HanNumber.unit(scalar), !unit.isWhole {
        section += max(digit, 1) * unit.value
        digit = 0
      } else if scalar == 0x4E07 || scalar == 0x842C {  // 万 萬
        total += (section + digit) * 10_000
        (section, digit) = (0, 0)
      } else if scalar == 0x4EBF || scalar == 0x5104 {  // 亿 億
        let (sum, overflows) = (total + section + digit).multipliedReportingOverflow(
          by: 100_000_000)
        guard !overflows else { return nil }
        total = sum
        (section, digit) = (0, 0)
      } else {
        return nil
      }
      guard total < 1_000_000_000_000_000_000, section < 1_000_000 else { return nil }
    }
    return total + section + digit
  }

  /// 伍角陆分, or nothing.
  private static func hundredths(_ text: ArraySlice<UInt32>) -> Int? {
    var sum = 0
    var digit = 0
    for scalar in text {
      switch scalar {
      case 0x89D2:  // 角
        sum += digit * 10
        digit = 0
      case 0x5206:  // 分
        sum += digit
        digit = 0
      default:
        guard let found = HanNumber.digit(scalar) else { return nil }
        digit = found
      }
    }
    return digit == 0 && sum < 100 ? sum : nil
  }
}
