import Vocabulary

/// Reads identifiers of any other system: WeChat ids, customer numbers, social security numbers.
///
/// The canonical form is lower-case without blanks; marks inside stay, for they tell numbers apart.
package struct IdentifierNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> CodeReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return CodeReading() }
    if let issue = UnreadableCell.issue(of: clean.scalars) { return CodeReading(issues: issue) }
    var issues: ValueIssues = clean.isRepaired ? .repaired : []
    if MaskedText.hidesCode(clean.scalars) { return CodeReading(issues: issues.union(.masked)) }
    if lexicon.placeholders.isPlaceholder(clean.scalars.span) || Self.isOneDigit(clean.scalars) {
      return CodeReading(issues: issues.union(.placeholder))
    }
    switch SpreadsheetNumber(clean.scalars) {
    case .plain: break
    case .lossy: return CodeReading(issues: issues.union(.precisionLost))
    case .digits(let digits):
      return CodeReading(
        canonical: String(decoding: digits, as: UTF8.self), isValid: true,
        issues: issues.union(.repaired))
    }
    var canonical: [UInt32] = []
    canonical.reserveCapacity(clean.scalars.count)
    for scalar in clean.scalars where scalar != 0x20 && scalar != 0x0A {
      canonical.append(scalar < 0x80 ? UInt32(lowercase(UInt8(scalar))) : scalar)
    }
    let isEmail = canonical.contains(0x40) && canonical.contains(0x2E)
    if isEmail { issues.formUnion([.wrongKind, .invalid]) }
    return CodeReading(canonical: String(scalars: canonical), isValid: !isEmail, issues: issues)
  }

  private static func isOneDigit(_ scalars: [UInt32]) -> Bool {
    scalars.count > 2 && (0x30...0x39).contains(scalars[0])
      && scalars.allSatisfy { $0 == scalars[0] }
  }
}
