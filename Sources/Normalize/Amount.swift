package import Vocabulary

/// What one cell with a number holds.
package struct AmountReading: Hashable, Sendable {
  /// Digits with a point and no separators, such as -1234.5; the cleaned text when it is no number.
  package var canonical: String
  /// The number times 100, rounded half away from zero; nil when it is no number.
  package var hundredths: Int64?
  package var issues: ValueIssues
  /// What the cell shows about its column.
  package var signs: ConventionSigns = []

  package init(canonical: String = "", hundredths: Int64? = nil, issues: ValueIssues = []) {
    self.canonical = canonical
    self.hundredths = hundredths
    self.issues = issues
  }
}

/// Reads amounts: separators of both conventions, currencies, negatives in brackets, percent, 万 and 亿,
/// and amounts in Chinese characters.
package struct AmountNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  /// Reads one cell, by the convention of its column where that is known.
  package func read(
    _ raw: Span<UInt8>, convention: ColumnConvention = ColumnConvention()
  ) -> AmountReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return AmountReading() }
    let issues: ValueIssues = clean.isRepaired ? .repaired : []
    if let issue = UnreadableCell.issue(of: clean.scalars) { return AmountReading(issues: issue) }
    if let text = AmountText(clean.scalars, convention) {
      guard !text.isLossy else { return AmountReading(issues: issues.union(.precisionLost)) }
      var reading = AmountReading(
        canonical: text.number.text, hundredths: text.number.hundredths, issues: issues)
      reading.signs = text.signs
      return reading
    }
    if let number = HanAmount.number(clean.scalars) {
      return AmountReading(
        canonical: number.text, hundredths: number.hundredths, issues: issues)
    }
    if lexicon.placeholders.isAbsence(clean.scalars.span) {
      return AmountReading(issues: issues.union(.placeholder))
    }
    if MaskedText.hidesCode(clean.scalars) { return AmountReading(issues: issues.union(.masked)) }
    return AmountReading(canonical: clean.string, issues: issues.union(.invalid))
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
