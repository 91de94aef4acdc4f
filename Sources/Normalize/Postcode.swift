import Vocabulary

/// Reads postcodes: letters and digits, upper-case, without blanks and hyphens.
package struct PostcodeNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> TextReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return TextReading() }
    if let issue = UnreadableCell.issue(of: clean.scalars) { return TextReading(issues: issue) }
    var issues: ValueIssues = clean.isRepaired ? .repaired : []
    if MaskedText.hidesCode(clean.scalars) { return TextReading(issues: issues.union(.masked)) }
    var scalars = clean.scalars
    if let point = scalars.lastIndex(of: 0x2E), point >= 4, point + 1 < scalars.count,
      scalars[(point + 1)...].allSatisfy({ $0 == 0x30 })
    {  // 325000.0
      scalars.removeLast(scalars.count - point)
      issues.insert(.repaired)
    }
    var canonical: [UInt32] = []
    for scalar in scalars where scalar != 0x20 && scalar != 0x2D && scalar != 0x0A {
      let isKnown = scalar < 0x80 && (isScalarDigit(scalar) || isASCIILetter(UInt8(scalar)))
      guard isKnown else { return unreadable(clean, issues) }
      canonical.append(UInt32(uppercase(UInt8(scalar))))
    }
    if lexicon.placeholders.isAbsence(clean.scalars.span) || Self.isFiller(canonical) {
      return TextReading(issues: issues.union(.placeholder))
    }
    if canonical.count < 3 || canonical.count > 10 || !canonical.contains(where: isScalarDigit) {
      issues.insert(.invalid)
    }
    return TextReading(canonical: String(scalars: canonical), issues: issues)
  }

  private func unreadable(_ clean: CleanText, _ issues: ValueIssues) -> TextReading {
    if lexicon.placeholders.isAbsence(clean.scalars.span) {
      return TextReading(issues: issues.union(.placeholder))
    }
    return TextReading(canonical: clean.string, issues: issues.union(.invalid))
  }

  private static func isFiller(_ code: [UInt32]) -> Bool {
    guard code.count >= 5, isScalarDigit(code[0]) else {
      return !code.isEmpty && code.allSatisfy { $0 == 0x30 }
    }
    return code.allSatisfy { $0 == code[0] }
      || code.elementsEqual("123456".unicodeScalars.map(\.value))
  }
}

func uppercase(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? byte & ~0x20 : byte }
