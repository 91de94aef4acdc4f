import Vocabulary

/// Reads cells that name organizations.
///
/// Places, legal forms and branches are found wherever names put them, so that
/// 华信科技（北京）有限公司, 北京市华信科技有限公司 and 北京华信科技 have one key.
package struct OrganizationNameNormalizer: Sendable {
  let han = HanTable()
  let places: OrganizationNamePlaces
  let words: OrganizationNameWords
  private let placeholders: Placeholders

  package init(_ lexicon: Lexicon = .shipped) {
    words = lexicon.organizations
    places = lexicon.organizationPlaces
    placeholders = lexicon.placeholders
  }

  /// Reads one cell.
  package func read(_ cell: Span<UInt8>) -> OrganizationNameReading {
    var reading = OrganizationNameReading()
    read(cell, into: &reading)
    reading.work = nil
    return reading
  }

  /// Reads one cell, and uses the memory of an earlier reading again.
  package func read(_ cell: Span<UInt8>, into reading: inout OrganizationNameReading) {
    reading.reset()
    var work = reading.takeWork()
    work.clean.read(cell)
    read(work.clean.scalars, &work, &reading)
    if work.clean.isRepaired, work.repairs.hasOthers(cell) { reading.issues.insert(.repaired) }
    reading.work = consume work
  }

  /// Reads cleaned text, and uses the memory of an earlier reading again.
  func read(_ scalars: [UInt32], into reading: inout OrganizationNameReading) {
    reading.reset()
    var work = reading.takeWork()
    read(scalars, &work, &reading)
    reading.work = consume work
  }

  private func read(
    _ scalars: [UInt32], _ work: inout OrganizationNameWork,
    _ reading: inout OrganizationNameReading
  ) {
    work.reset()
    guard !scalars.isEmpty else { return }
    var signs = gather(scalars, &work.text)
    if let issue = hiddenIssue(of: scalars, signs) {
      reading.issues = issue
      return
    }
    if signs.hasAt || signs.digits >= 5 {
      work.text = NameText.withoutContacts(work.text)
      signs.hasBlank = true  // in their place
      signs.hasStrayBlank = true
      reading.issues.insert(work.text.isEmpty ? .wrongKind : .extraContent)
    }
    reading.script = signs.script
    guard !work.text.isEmpty else { return }
    if work.text.count <= 24, placeholders.isPlaceholder(work.text.span) {
      reading.issues.insert(.placeholder)
      return
    }
    switch reading.script {
    case .han, .mixed: readHan(&work, &reading, signs)
    case .latin, .other: readLatin(&work, &reading, signs)
    case .none: reading.issues.insert(.invalid)
    }
    if reading.text.isEmpty(OrganizationNameReading.Part.key.rawValue), reading.issues.rawValue == 0
    {
      reading.issues.insert(.invalid)
    }
  }

  /// What a text is made of, so that no rule looks for what is not there.
  struct Signs {
    var hasHan = false
    var hasLatin = false
    var hasOther = false
    var hasAt = false
    var hasBlank = false
    /// Whether a blank may stand at the start or behind another one.
    var hasStrayBlank = false
    var hasColon = false
    /// Whether a mark was seen that hides letters.
    var mayHide = false
    /// Whether ㈱ or the like was seen.
    var hasBracketedForm = false
    var digits = 0

    var script: NameScript {
      if hasHan { return hasLatin ? .mixed : .han }
      return hasLatin ? .latin : hasOther ? .other : .none
    }

    /// Takes a canonical character that is no common Han one into account.
    mutating func add(_ scalar: UInt32) {
      switch scalar {
      case 0x41...0x5A, 0x61...0x7A: hasLatin = true
      case 0x20: hasBlank = true
      case 0x30...0x39: digits += 1
      case 0x3A: hasColon = true
      case 0x40: hasAt = true
      case ..<0xC0: break
      default:
        if HanTable.isHan(scalar) {
          hasHan = true
        } else if NameText.isLatin(scalar) {
          hasLatin = true
        } else if OrganizationNameLetters.bracketedForm(scalar) != nil {
          hasBracketedForm = true
        } else if NameText.isOtherLetter(scalar) {
          hasOther = true
        }
      }
    }
  }

  private func hiddenIssue(of scalars: [UInt32], _ signs: Signs) -> ValueIssues? {
    signs.mayHide ? NameText.hiddenIssue(of: scalars) : UnreadableCell.issue(of: scalars)
  }

  /// Writes the cleaned cell into a text in canonical characters.
  private func gather(_ scalars: [UInt32], _ text: inout [UInt32]) -> Signs {
    var signs = Signs()
    text += scalars
    var letters = text.mutableSpan
    var last: UInt32 = 0x20
    for index in 0..<letters.count {
      let cleaned = letters[index]
      defer { last = letters[index] }
      if 0x4E00...0x9FFF ~= cleaned {
        letters[index] = han.simplified(cleaned)
        signs.hasHan = true
        if cleaned == MaskedText.someone { signs.mayHide = true }
      } else if 0x61...0x7A ~= cleaned || 0x41...0x5A ~= cleaned {
        signs.hasLatin = true
      } else if cleaned == 0x20 || cleaned == 0x0A {
        letters[index] = 0x20
        signs.hasBlank = true
        if last == 0x20 { signs.hasStrayBlank = true }
      } else {
        if MaskedText.isMark(cleaned) { signs.mayHide = true }
        let scalar = OrganizationNameLetters.canonical(cleaned, han)
        letters[index] = scalar
        signs.add(scalar)
      }
    }
    if signs.hasBracketedForm { Self.writeOut(&text) }
    return signs
  }

  /// Writes ㈱, ㈲ and ㈜ with brackets.
  private static func writeOut(_ text: inout [UInt32]) {
    text = text.flatMap { scalar in
      OrganizationNameLetters.bracketedForm(scalar).map { [0x28, $0, 0x29] } ?? [scalar]
    }
  }

  /// Whether the range of a name is a word for anybody, or marks: 某某, XX.
  func isNobody(_ text: Span<UInt32>, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    return (HanTable.isHan(text[first]) || text[first] | 0x20 == 0x78)
      && placeholders.isPlaceholder(text.extracting(range))
  }
}
