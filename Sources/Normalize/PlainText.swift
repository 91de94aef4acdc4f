import Vocabulary

/// Reads free text such as notes and titles: cleaned, on one line, with single blanks.
package struct TextNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> TextReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return TextReading() }
    var issues: ValueIssues = clean.isRepaired ? .repaired : []
    if let issue = UnreadableCell.issue(of: clean.scalars) {
      guard issue == .formula else { return TextReading(issues: issue) }
      issues.insert(issue)  // what people wrote into a note stays
    }
    if lexicon.placeholders.isAbsence(clean.scalars.span)
      || lexicon.placeholders.isKeystrokes(clean.scalars.span)
    {
      return TextReading(issues: issues.union(.placeholder))
    }
    return TextReading(canonical: String(scalars: singleBlanks(clean.scalars)), issues: issues)
  }
}

/// Reads categories such as levels and channels, in which case does not count.
///
/// Latin words of up to three letters are written in capitals (VIP, A), longer ones with one capital.
package struct CategoryNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> TextReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return TextReading() }
    if let issue = UnreadableCell.issue(of: clean.scalars) { return TextReading(issues: issue) }
    let issues: ValueIssues = clean.isRepaired ? .repaired : []
    if lexicon.placeholders.isAbsence(clean.scalars.span) {
      return TextReading(issues: issues.union(.placeholder))
    }
    var result: [UInt32] = []
    for word in singleBlanks(clean.scalars).split(separator: 0x20) {
      if !result.isEmpty { result.append(0x20) }
      let isShort = word.count <= 3
      for (index, scalar) in word.enumerated() {
        guard scalar < 0x80 else {
          result.append(scalar)
          continue
        }
        let byte = UInt8(scalar)
        result.append(UInt32(isShort || index == 0 ? uppercase(byte) : lowercase(byte)))
      }
    }
    return TextReading(canonical: String(scalars: result), issues: issues)
  }
}
