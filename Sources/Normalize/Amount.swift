package import Vocabulary

/// What one cell with a number holds.
package struct AmountReading: Hashable, Sendable {
  /// Digits with a point and no separators, such as -1234.5; the cleaned text when it is no number.
  package var canonical: String
  /// The number times 100, rounded half away from zero; nil when it is no number.
  package var hundredths: Int64?
  package var issues: ValueIssues

  package init(canonical: String = "", hundredths: Int64? = nil, issues: ValueIssues = []) {
    self.canonical = canonical
    self.hundredths = hundredths
    self.issues = issues
  }
}

/// Reads amounts: separators of both conventions, currency marks, negatives in brackets, 万 and 亿.
package struct AmountNormalizer: Sendable {
  package init() {}

  package func read(_ raw: Span<UInt8>) -> AmountReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return AmountReading() }
    let issues: ValueIssues = clean.isRepaired ? .repaired : []
    guard clean.scalars.contains(where: isScalarDigit) else {
      let isAbsent = Placeholders.isAbsence(clean.scalars)
      return AmountReading(
        canonical: isAbsent ? "" : clean.string,
        issues: issues.union(isAbsent ? .placeholder : .invalid))
    }
    guard let number = AmountText(clean.scalars)?.number else {
      return AmountReading(canonical: clean.string, issues: issues.union(.invalid))
    }
    return AmountReading(
      canonical: number.text, hundredths: number.hundredths, issues: issues)
  }
}

/// A decimal number: digits, and how many of them follow the point.
struct DecimalNumber {
  var isNegative = false
  var digits: [UInt8] = []
  var scale = 0

  /// Without zeros that say nothing.
  var text: String {
    var whole = digits.dropLast(scale).drop { $0 == 0 }.map { $0 + 0x30 }
    var fraction = digits.suffix(scale).map { $0 + 0x30 }
    while fraction.last == 0x30 { fraction.removeLast() }
    if whole.isEmpty { whole = [0x30] }
    let isZero = whole == [0x30] && fraction.isEmpty
    let bytes = fraction.isEmpty ? whole : whole + [0x2E] + fraction
    return (isNegative && !isZero ? "-" : "") + String(decoding: bytes, as: UTF8.self)
  }

  /// Nil when it does not fit.
  var hundredths: Int64? {
    var value: Int64 = 0
    let padded = digits + [UInt8](repeating: 0, count: max(0, 3 - scale))
    let kept = padded.dropLast(max(scale, 3) - 2)
    for digit in kept {
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, carries) = product.addingReportingOverflow(Int64(digit))
      if overflows || carries { return nil }
      value = sum
    }
    if padded[kept.count] >= 5 { value += value == .max ? 0 : 1 }
    return isNegative ? -value : value
  }
}

/// The parts of a written amount.
struct AmountText {
  private(set) var number: DecimalNumber?

  init?(_ scalars: [UInt32]) {
    var rest = scalars.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x27 }[...]
    var isNegative = false
    if rest.first == 0x28, rest.last == 0x29 {
      rest = rest.dropFirst().dropLast()
      isNegative = true
    }
    var shift = 0
    var isStripped = true
    while isStripped, !rest.isEmpty {
      isStripped = false
      if rest.first == 0x2D || rest.last == 0x2D {
        rest = rest.first == 0x2D ? rest.dropFirst() : rest.dropLast()
        if isNegative { return nil }
        isNegative = true
        isStripped = true
      }
      if rest.first == 0x2B {
        rest = rest.dropFirst()
        isStripped = true
      }
      if let power = Self.powers[rest.last ?? 0] {
        rest = rest.dropLast()
        shift += power
        isStripped = true
      }
      for mark in Self.currencies {
        if rest.starts(with: mark) {
          rest = rest.dropFirst(mark.count)
          isStripped = true
        } else if rest.reversed().starts(with: mark.reversed()) {
          rest = rest.dropLast(mark.count)
          isStripped = true
        }
      }
    }
    guard var number = Self.plain(rest, shift) else { return nil }
    number.isNegative = isNegative
    self.number = number
  }

  /// 万 and 亿, as powers of ten.
  private static let powers: [UInt32: Int] = [0x4E07: 4, 0x842C: 4, 0x4EBF: 8, 0x5104: 8]

  private static let currencies: [[UInt32]] = [
    "¥", "￥", "$", "€", "£", "₹", "元", "圆", "人民币", "RMB", "rmb", "CNY", "cny", "USD", "usd", "EUR",
    "eur", "GBP",
    "US", "HK",
  ].map { $0.unicodeScalars.map(\.value) }

  /// Digits with separators, and perhaps an exponent.
  private static func plain(_ scalars: ArraySlice<UInt32>, _ shift: Int) -> DecimalNumber? {
    var body = scalars
    var power = shift
    if let mark = body.firstIndex(where: { $0 | 0x20 == 0x65 }) {
      var exponent = body[(mark + 1)...]
      let isNegative = exponent.first == 0x2D
      if isNegative || exponent.first == 0x2B { exponent = exponent.dropFirst() }
      guard (1...2).contains(exponent.count), exponent.allSatisfy(isScalarDigit) else { return nil }
      let value = exponent.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      power += isNegative ? -value : value
      body = body[..<mark]
    }
    guard let point = point(of: body) else { return nil }
    var number = DecimalNumber()
    for (index, scalar) in zip(body.indices, body) where isScalarDigit(scalar) {
      number.digits.append(UInt8(scalar - 0x30))
      if index > point { number.scale += 1 }
    }
    guard !number.digits.isEmpty, number.digits.count <= 30, abs(power) <= 20 else { return nil }
    number.scale -= power
    while number.scale < 0 {
      number.digits.append(0)
      number.scale += 1
    }
    while number.digits.count < number.scale { number.digits.insert(0, at: 0) }
    return number
  }

  /// The place of the decimal mark, the end when there is none; nil when the separators make no sense.
  private static func point(of text: ArraySlice<UInt32>) -> Int? {
    let marks = zip(text.indices, text).filter { !isScalarDigit($0.1) }
    guard marks.allSatisfy({ $0.1 == 0x2C || $0.1 == 0x2E }) else { return nil }
    guard let last = marks.last else { return text.endIndex }
    let others = marks.dropLast().filter { $0.1 == last.1 }
    let behind = text.endIndex - last.0 - 1
    let isDecimal: Bool
    if marks.contains(where: { $0.1 != last.1 }) {
      guard others.isEmpty else { return nil }
      isDecimal = true
    } else if last.1 == 0x2E {
      isDecimal = others.isEmpty
    } else {
      isDecimal = others.isEmpty && behind != 3
    }
    let groups = isDecimal ? marks.dropLast()[...] : marks[...]
    for (mark, next) in zip(
      groups, groups.dropFirst().map(\.0) + [isDecimal ? last.0 : text.endIndex])
    where next - mark.0 - 1 != 3 { return nil }
    return isDecimal ? last.0 : text.endIndex
  }
}
