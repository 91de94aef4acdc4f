/// A written amount, taken apart.
struct AmountText {
  private(set) var number = DecimalNumber()
  /// What the separators show about the column.
  private(set) var signs: ConventionSigns = []
  /// Whether a spreadsheet shows fewer digits than the number has.
  private(set) var isLossy = false
  private var isNegative = false
  private var power = 0

  /// Nil when the text is no number.
  init?(_ scalars: [UInt32], _ convention: ColumnConvention) {
    // Blanks and apostrophes part thousands.
    let compact = scalars.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x27 }
    guard var rest = stripped(compact[...]) else { return nil }
    let mark = rest.firstIndex { $0 | 0x20 == 0x65 }
    if let mark {
      guard let exponent = Self.exponent(rest[(mark + 1)...]) else { return nil }
      let digits = rest[..<mark].count(where: isScalarDigit)
      // Spreadsheets change to this form at twelve digits, and then show six.
      isLossy = exponent >= 11 && digits <= 6 && rest[mark + 1] == 0x2B
      power += exponent
      rest = rest[..<mark]
    }
    guard let point = point(of: rest, isMantissa: mark != nil, convention), fill(rest, point) else {
      return nil
    }
  }

  private mutating func fill(_ text: ArraySlice<UInt32>, _ point: Int) -> Bool {
    for (index, scalar) in zip(text.indices, text) where isScalarDigit(scalar) {
      number.digits.append(UInt8(scalar - 0x30))
      if index > point { number.scale += 1 }
    }
    guard !number.digits.isEmpty, number.digits.count <= 30, abs(power) <= 20 else { return false }
    number.isNegative = isNegative
    number.scale -= power
    while number.scale < 0 {
      number.digits.append(0)
      number.scale += 1
    }
    while number.digits.count < number.scale { number.digits.insert(0, at: 0) }
    return true
  }

  private static func exponent(_ text: ArraySlice<UInt32>) -> Int? {
    let isNegative = text.first == 0x2D
    let digits = isNegative || text.first == 0x2B ? text.dropFirst() : text
    guard (1...2).contains(digits.count), digits.allSatisfy(isScalarDigit) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return isNegative ? -value : value
  }

  // MARK: - What stands around

  /// The digits and separators, without signs, brackets, currencies and powers; nil for two signs.
  private mutating func stripped(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32>? {
    var rest = text
    while let first = rest.first, let last = rest.last,
      !isScalarDigit(first) || !isScalarDigit(last)
    {
      if let isMinus = takeSign(&rest, first, last) {
        if isMinus, isNegative { return nil }
        isNegative = isNegative || isMinus
      } else if let shift = Self.powers[last] {
        rest.removeLast()
        power += shift
      } else if !Self.takeCurrency(&rest) {
        break
      }
    }
    return rest
  }

  /// Takes off a sign, or the brackets of a negative number.
  ///
  /// - Returns: Whether it is negative; nil where there is no sign.
  private func takeSign(
    _ rest: inout ArraySlice<UInt32>, _ first: UInt32, _ last: UInt32
  ) -> Bool? {
    switch (first, last) {
    case (0x28, 0x29) where rest.count > 2:
      rest = rest.dropFirst().dropLast()
      return true
    case (0x2D, _), (0x8D1F, _), (0x8CA0, _), (0x25B2, _), (0x25B3, _):  // - 负 負 ▲ △
      rest.removeFirst()
      return true
    case (_, 0x2D):
      rest.removeLast()
      return true
    case (0x2B, _):
      rest.removeFirst()
      return false
    default: return nil
    }
  }

  /// The powers of ten of % 百 千 万 亿.
  private static let powers: [UInt32: Int] = [
    0x25: -2, 0x767E: 2, 0x5343: 3, 0x4E07: 4, 0x842C: 4, 0x4EBF: 8, 0x5104: 8,
  ]

  private static func takeCurrency(_ rest: inout ArraySlice<UInt32>) -> Bool {
    for name in currencies {
      if matches(rest.prefix(name.count), name) {
        rest = rest.dropFirst(name.count)
        return true
      }
      if matches(rest.suffix(name.count), name) {
        rest = rest.dropLast(name.count)
        return true
      }
    }
    return false
  }

  /// Whether two texts are equal but for the case of ASCII letters.
  private static func matches(_ text: ArraySlice<UInt32>, _ name: [UInt32]) -> Bool {
    text.count == name.count
      && zip(text, name).allSatisfy { scalar, expected in
        scalar < 0x80 ? UInt32(uppercase(UInt8(scalar))) == expected : scalar == expected
      }
  }

  /// Longer names stand before those they begin with.
  private static let currencies: [[UInt32]] = [
    "¥", "￥", "$", "€", "£", "₹", "₩", "元", "圆", "円", "圓", "整", "正", "人民币", "美元", "港元", "港币", "欧元",
    "日元", "RMB", "CNY", "CN", "USD", "US", "EUR", "GBP", "HKD", "HK", "JPY", "TWD", "NTD", "NT",
    "SGD", "AUD", "CAD", "CHF", "KRW", "INR",
  ].map { $0.unicodeScalars.map(\.value) }

  // MARK: - Separators

  /// The place of the decimal mark, the end when there is none; nil when the separators make no sense.
  ///
  /// One mark with three digits behind it and up to three in front, such as 1.234, can part decimals or
  /// thousands: the column decides, and else a point parts decimals and a comma thousands.
  private mutating func point(
    of text: ArraySlice<UInt32>, isMantissa: Bool, _ convention: ColumnConvention
  ) -> Int? {
    let marks = text.indices.filter { !isScalarDigit(text[$0]) }
    guard marks.allSatisfy({ text[$0] == 0x2C || text[$0] == 0x2E }) else { return nil }
    guard let last = marks.last else { return text.endIndex }
    let isComma = text[last] == 0x2C
    let isDecimal: Bool
    if marks.contains(where: { text[$0] != text[last] }) {
      guard marks.dropLast().allSatisfy({ text[$0] != text[last] }) else { return nil }
      isDecimal = true
      signs.insert(isComma ? .decimalComma : .decimalPoint)
    } else if marks.count > 1 {
      isDecimal = false
      signs.insert(isComma ? .decimalPoint : .decimalComma)
    } else if isMantissa || text.endIndex - last != 4
      || !(1...3).contains(last - text.startIndex) || text.first == 0x30
    {
      isDecimal = true
      signs.insert(isComma ? .decimalComma : .decimalPoint)
    } else {
      isDecimal = isComma == (convention.decimalMark == .comma)
      signs.insert(.openMark)
    }
    let end = isDecimal ? last : text.endIndex
    let groups = isDecimal ? marks.dropLast() : marks[...]
    for (mark, next) in zip(groups, groups.dropFirst() + [end]) where next - mark != 4 {
      return nil
    }
    return end
  }
}
