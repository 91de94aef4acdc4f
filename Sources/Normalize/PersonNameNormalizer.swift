import Vocabulary

/// Reads cells that name a person, or a party that may be either.
///
/// Han names are parted by how frequent their characters are in surnames, given names and the names
/// of firms; forms of address, places, departments and English names around them are told apart.
package struct PersonNameNormalizer: Sendable {
  /// What a column is expected to hold, which decides doubtful cells.
  package enum Expectation: Sendable {
    /// Names of persons; a firm must look like one.
    case person
    /// Names of persons and of organizations.
    case party

    /// log2 odds of a person against a firm that goes by its brand alone.
    var priorOdds: Float {
      switch self {
      case .person: 18
      case .party: 6
      }
    }
  }

  let expectation: Expectation
  private let lexicon = PersonNameLexicon.standard
  let organizations = OrganizationNameNormalizer()

  package init(expecting expectation: Expectation = .person) {
    self.expectation = expectation
  }

  /// Reads one cell.
  package func read(_ raw: Span<UInt8>) -> PersonNameReading {
    let text = CleanText(raw)
    var reading = read(text.scalars)
    if text.isRepaired, NameText.isRepaired(raw) { reading.issues.insert(.repaired) }
    return reading
  }

  /// Reads one name that stands in two columns, which may have been exchanged.
  package func read(given: Span<UInt8>, surname: Span<UInt8>) -> PersonNameReading {
    let first = CleanText(given)
    let last = CleanText(surname)
    var reading = read(given: first.scalars, surname: last.scalars)
    if first.isRepaired && NameText.isRepaired(given)
      || last.isRepaired && NameText.isRepaired(surname)
    {
      reading.issues.insert(.repaired)
    }
    return reading
  }

  /// Reads cleaned text.
  func read(_ scalars: [UInt32]) -> PersonNameReading {
    if let issue = UnreadableCell.issue(of: scalars) {
      var reading = PersonNameReading()
      reading.issues = issue
      return reading
    }
    return MaskedText.hidesName(scalars) ? readMasked(scalars) : readShown(scalars)
  }

  /// A name that is hidden in part: its surname where that is shown, else only that it is a firm's.
  private func readMasked(_ scalars: [UInt32]) -> PersonNameReading {
    let stars = readShown(scalars.map { MaskedText.isMark($0) ? 0x2A : $0 })
    if stars.kind == .person, stars.issues.contains(.masked) { return stars }
    var reading = PersonNameReading()
    reading.script = stars.script
    reading.issues = .masked
    let shown = readShown(scalars.filter { !MaskedText.isMark($0) && $0 != MaskedText.someone })
    guard shown.kind == .organization else { return reading }
    reading.kind = .organization
    reading.confidence = shown.confidence
    return reading
  }

  private func readShown(_ scalars: [UInt32]) -> PersonNameReading {
    var reading = PersonNameReading()
    guard !scalars.isEmpty else { return reading }
    var text = NameText.canonicalScalars(scalars, han)
    if NameText.isPlaceholder(text[...]) {
      reading.script = NameText.script(text[...])
      reading.issues.insert(.placeholder)
      return reading
    }
    if NameText.isContact(text[...]) {
      text = NameText.withoutContacts(text)
      reading.issues.insert(text.isEmpty ? .wrongKind : .extraContent)
      guard !text.isEmpty else { return reading }
    }
    reading.script = NameText.script(text[...])
    switch reading.script {
    case .none: reading.issues.insert(.invalid)
    case .han, .mixed:
      readHan(text, &reading)
    case .latin, .other:
      let words = OrganizationNameNormalizer.latinWords(text)
      if let odds = classifier.latinOrganizationOdds(words) ?? abbreviationOdds(words), odds > 0 {
        readOrganization(text, &reading, odds: odds)
      } else {
        readLatin(text[...], &reading)
      }
    }
    return reading
  }

  /// IBM or BASF in a column of parties.
  private func abbreviationOdds(_ words: [OrganizationNameNormalizer.LatinWord]) -> Float? {
    guard expectation == .party, words.count == 1, (2...5).contains(words[0].text.count),
      words[0].text.allSatisfy(NameText.isUpper), !givenNames.contains(words[0].folded),
      pinyin.syllableCount(words[0].folded) == nil
    else { return nil }
    return 2
  }

  func readOrganization(_ text: [UInt32], _ reading: inout PersonNameReading, odds: Float) {
    let organization = organizations.read(text)
    reading.kind = .organization
    reading.confidence = Self.confidence(odds)
    reading.canonical = organization.canonical
    if let open = text.firstIndex(of: 0x28), let close = text[open...].firstIndex(of: 0x29) {
      let inside = text[(open + 1)..<close]
      reading.qualifier = organizations.places.isPlace(inside) ? String(scalars: inside) : nil
    }
  }

  static func confidence(_ odds: Float) -> Double {
    let bits = Double(min(max(odds, -20), 20))
    var power = 1.0
    for _ in 0..<Int(abs(bits)) { power *= 2 }
    power *= 1 + (abs(bits) - abs(bits).rounded(.down))
    return bits >= 0 ? power / (1 + power) : 1 / (1 + power)
  }
}

/// The word lists behind names, in one object, so that a normalizer is cheap to copy.
private final class PersonNameLexicon: Sendable {
  static let standard = PersonNameLexicon()

  let han = HanTable()
  let surnames = Surnames.standard
  let titles = PersonNameTitles.standard
  let characters = PersonNameCharacters.standard
  let givenNames = PersonNameGivenNames.standard
  let pinyin = PersonNamePinyin.standard
  let classifier = PartyNameClassifier.standard
}

extension PersonNameNormalizer {
  var han: HanTable { lexicon.han }
  var surnames: Surnames { lexicon.surnames }
  var titles: PersonNameTitles { lexicon.titles }
  var characters: PersonNameCharacters { lexicon.characters }
  var givenNames: PersonNameGivenNames { lexicon.givenNames }
  var pinyin: PersonNamePinyin { lexicon.pinyin }
  var classifier: PartyNameClassifier { lexicon.classifier }
}
