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
  let lexicon: Lexicon
  let words: PersonNameWords
  private let organizations: OrganizationNameNormalizer

  package init(expecting expectation: Expectation = .person, lexicon: Lexicon = .shipped) {
    self.expectation = expectation
    self.lexicon = lexicon
    words = lexicon.personNames
    organizations = OrganizationNameNormalizer(lexicon)
  }

  /// Reads one cell.
  package func read(_ raw: Span<UInt8>) -> PersonNameReading {
    var reading = PersonNameReading()
    read(raw, into: &reading)
    reading.dropMemory()
    return reading
  }

  /// Reads one cell in the memory of another reading.
  package func read(_ raw: Span<UInt8>, into reading: inout PersonNameReading) {
    reading.take(raw)
    read(scalars: reading.clean.scalars, &reading)
    reading.noteRepairs(of: raw)
  }

  /// No name is longer, and longer text would be tried in too many ways.
  private static let longest = 1000

  /// Reads cleaned text.
  private func read(scalars: [UInt32], _ reading: inout PersonNameReading) {
    if let issue = UnreadableCell.issue(of: scalars) {
      reading.issues = issue
    } else if scalars.count > Self.longest {
      reading.issues = [.invalid, .tooLong]
    } else {
      reading.work.setText(scalars, words.han)
      if reading.work.signs.mayHide, MaskedText.hidesName(scalars), !NameText.isDotted(scalars) {
        readMasked(scalars, &reading)
      } else {
        readShown(&reading)
      }
    }
  }

  /// A name that is hidden in part: its surname where that is shown, else only that it is a firm's.
  private func readMasked(_ scalars: [UInt32], _ reading: inout PersonNameReading) {
    reading.work.setText(scalars.map { MaskedText.isMark($0) ? 0x2A : $0 }, words.han)
    readShown(&reading)
    if reading.kind == .person, reading.issues.contains(.masked) { return }
    let script = reading.script
    reading.reset()
    reading.work.setText(
      scalars.filter { !MaskedText.isMark($0) && $0 != MaskedText.someone }, words.han)
    readShown(&reading)
    let isFirm = reading.kind == .organization
    let confidence = reading.confidence
    reading.reset()
    reading.script = script
    reading.issues = .masked
    if isFirm {
      reading.kind = .organization
      reading.confidence = confidence
    }
  }

  /// Reads the text at work, in which nothing is hidden but what marks stand for.
  private func readShown(_ reading: inout PersonNameReading) {
    guard !reading.work.text.isEmpty else { return }
    if words.fillers.isFiller(reading.work.text) {
      reading.script = reading.work.signs.script
      reading.issues.insert(.placeholder)
      return
    }
    if reading.work.signs.mayBeContact, NameText.isContact(reading.work.text[...]) {
      reading.work.removeContacts()
      reading.issues.insert(reading.work.text.isEmpty ? .wrongKind : .extraContent)
      guard !reading.work.text.isEmpty else { return }
      if words.fillers.isFiller(reading.work.text) {
        reading.issues.insert(.placeholder)
        return
      }
    }
    reading.script = reading.work.signs.script
    switch reading.script {
    case .none: reading.issues.insert(.invalid)
    case .han, .mixed: readHan(&reading)
    case .latin, .other: readLatinParty(&reading)
    }
  }

  private func readLatinParty(_ reading: inout PersonNameReading) {
    takeLabel(&reading.work)
    takeNickname(&reading)
    settleRemark(&reading.work)
    reading.work.partLatin()
    if isNoise(reading.work) {
      reading.issues.insert(.invalid)
      return
    }
    let odds =
      words.classifier.latinOrganizationOdds(reading.work.words, reading.work.folded)
      ?? abbreviationOdds(reading.work)
    if let odds, odds > 0 {
      readOrganization(reading.work.text, &reading, odds: odds)
    } else {
      readLatin(&reading)
    }
  }

  /// IBM or BASF in a column of parties.
  private func abbreviationOdds(_ work: PersonNameWork) -> Float? {
    guard expectation == .party, work.words.count == 1, let word = work.words.first,
      2...5 ~= word.text.count, word.text.allSatisfy({ NameText.isUpper(work.letters[$0]) }),
      !words.latinNames.isGiven(work.folded.span.extracting(word.folded)),
      words.pinyin.syllableCount(work.folded.span.extracting(word.folded)) == nil
    else { return nil }
    return 2
  }

  /// Lets the reading of a cell say what the cell names as an organization as well.
  ///
  /// What was read for the party's sake is not read again.
  func completeOrganization(of reading: inout PersonNameReading) {
    if !reading.isOrganizationWhole {
      organizations.read(reading.clean.scalars, into: &reading.organization)
    }
    if reading.issues.contains(.repaired) { reading.organization.issues.insert(.repaired) }
  }

  func readOrganization(
    _ text: [UInt32], _ reading: inout PersonNameReading, odds: Float
  ) {
    organizations.read(text, into: &reading.organization)
    reading.isOrganizationWhole = text == reading.clean.scalars
    reading.kind = .organization
    reading.confidence = Self.confidence(odds)
    let canonical = OrganizationNameReading.Part.canonical.rawValue
    reading.text.set(
      PersonNameReading.Part.canonical.rawValue, to: canonical, of: reading.organization.text)
    if let open = text.firstIndex(of: 0x28), let close = text[open...].firstIndex(of: 0x29) {
      if words.classifier.isRegion(text, open + 1..<close) {
        reading.text.set(
          PersonNameReading.Part.qualifier.rawValue, text.span.extracting(open + 1..<close))
      }
    }
  }

  static func confidence(_ odds: Float) -> Double {
    let bits = Double(min(max(odds, -20), 20))
    let whole = Int(abs(bits))
    let power = Double(1 << whole) * (1 + (abs(bits) - Double(whole)))
    return bits >= 0 ? power / (1 + power) : 1 / (1 + power)
  }
}
