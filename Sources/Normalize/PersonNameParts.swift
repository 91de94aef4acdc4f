package import Vocabulary

/// A given name or a surname that has a column of its own.
package struct PersonNamePartReading: Hashable, Sendable {
  /// Simplified Han without blanks, or lower-case letters without accents, words parted by a blank.
  package var canonical = ""
  package var issues: ValueIssues = []

  package init() {}
}

/// Reads columns of given names.
package struct GivenNameNormalizer: Sendable {
  private let han = HanTable()
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  /// Reads one cell.
  package func read(_ raw: Span<UInt8>) -> PersonNamePartReading {
    PersonNamePartReading(raw, han, lexicon.personNames)
  }
}

/// Reads columns of surnames.
package struct SurnameNormalizer: Sendable {
  private let han = HanTable()
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  /// Reads one cell.
  package func read(_ raw: Span<UInt8>) -> PersonNamePartReading {
    PersonNamePartReading(raw, han, lexicon.personNames)
  }
}

extension PersonNamePartReading {
  fileprivate init(_ raw: Span<UInt8>, _ han: HanTable, _ words: PersonNameWords) {
    let cleaned = CleanText(raw)
    if let issue = NameText.hiddenIssue(of: cleaned.scalars) {
      issues = issue
      return
    }
    if cleaned.isRepaired { issues.insert(.repaired) }
    let text = NameText.canonicalScalars(cleaned.scalars, han)
    guard !text.isEmpty else { return }
    if words.fillers.isPartFiller(text) {
      issues.insert(.placeholder)
    } else if NameText.isContact(text[...]) {
      issues.insert(.wrongKind)
    } else {
      canonical = Self.withoutTitles(Self.canonical(text), words.latinTitles)
      if canonical.isEmpty { issues.insert(.invalid) }
    }
  }

  /// The words between the titles, which are such as Dr in front and Jr behind.
  private static func withoutTitles(_ name: String, _ titles: LatinTitles) -> String {
    guard name.utf8.contains(0x20) else { return name }
    var words = name.split(separator: " ").map { $0.unicodeScalars.map(\.value) }[...]
    while words.count > 1, let first = words.first, titles.front(first.span) != nil {
      words.removeFirst()
    }
    while words.count > 1, let last = words.last, last.count > 1, titles.behind(last.span) != nil {
      words.removeLast()
    }
    return words.map { String(scalars: $0) }.joined(separator: " ")
  }

  /// Letters only; marks part words, apostrophes and dots do not.
  private static func canonical(_ text: [UInt32]) -> String {
    var result = ""
    var needsBlank = false
    for scalar in text {
      if HanTable.isHan(scalar) {
        if let letter = Unicode.Scalar(scalar) { result.unicodeScalars.append(letter) }
        needsBlank = false
      } else if NameText.isLatin(scalar) || NameText.isOtherLetter(scalar)
        || NameText.isDigit(scalar)
      {
        if needsBlank, !result.isEmpty { result += " " }
        needsBlank = false
        NameText.appendFolded(scalar, to: &result)
      } else if scalar != 0x27, scalar != 0x2E {
        needsBlank = true
      }
    }
    return result
  }
}
