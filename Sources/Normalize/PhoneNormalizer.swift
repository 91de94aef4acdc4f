import Vocabulary

/// Reads phone cells as E.164 numbers.
///
/// A cell is read as one number first, the way libphonenumber does. What that leaves unread is tried
/// in the shapes of exports: several numbers, words around, and those of China: extensions behind a
/// hyphen, landlines without their area code.
package final class PhoneNormalizer: Sendable {
  let plan = PhonePlan.shared
  let home: Int?
  let isChina: Bool
  private let region: String?
  private let others: [Int]
  let words: PhoneWords
  private let fillers: PhoneFillers
  private let placeholders: Placeholders

  /// - Parameters:
  ///   - region: The region of numbers without a calling code, ISO 3166-1 alpha-2; nil when only
  ///     international forms can be read.
  ///   - others: Regions whose national forms may also occur. They are asked when the first region
  ///     has no such number, and believed when exactly one of them has it, or has it as a mobile.
  ///   - lexicon: What the word lists say.
  package init(region: String?, others: [String] = [], lexicon: Lexicon = .shipped) {
    let region = region?.uppercased()
    self.region = region
    home = region.flatMap { [plan] in plan.region($0) }
    isChina = region == "CN"
    words = lexicon.phoneWords
    fillers = lexicon.phoneFillers
    placeholders = lexicon.placeholders
    self.others = others.compactMap { [plan] in plan.region($0.uppercased()) }
  }

  /// Reads one cell.
  ///
  /// - Parameters:
  ///   - raw: The cell as the source wrote it.
  ///   - areaCode: The Chinese area code, such as 0577, of landlines written without one.
  /// - Returns: The valid numbers, and what was noticed.
  package func read(_ raw: Span<UInt8>, areaCode: String? = nil) -> PhoneReading {
    var reading = PhoneReading()
    read(raw, areaCode: areaCode, into: &reading)
    return reading
  }

  /// Reads one cell into the storage of the last.
  ///
  /// - Parameters:
  ///   - raw: The cell as the source wrote it.
  ///   - areaCode: The Chinese area code, such as 0577, of landlines written without one.
  ///   - reading: Gets the valid numbers, and what was noticed.
  package func read(
    _ raw: Span<UInt8>, areaCode: String? = nil, into reading: inout PhoneReading
  ) {
    reading.removeAll()
    var area = areaCode.map(PhoneArea.init)
    if let plain = PhoneCandidate(plain: raw) {
      let whole = outcome(of: plain, ext: nil, area)
      if isSure(whole) { return reading.add(whole) }
      return readStretch(raw, whole, &area, into: &reading)
    }
    var text = PhoneText()
    swap(&text, &reading.text)
    text.read(raw, words)
    readText(&text, &area, into: &reading)
    swap(&text, &reading.text)
  }

  /// Whether a whole text is one number for sure.
  ///
  /// A landline with its extension, 0592-8506610-835, has as many digits as numbers of other regions.
  func isSure(_ whole: PhoneOutcome) -> Bool { whole.number != nil && !whole.isFromElsewhere }

  private func readText(
    _ text: inout PhoneText, _ area: inout PhoneArea?, into reading: inout PhoneReading
  ) {
    guard !text.bytes.isEmpty else { return }
    if let issue = UnreadableCell.issue(of: text.clean.scalars), !text.isPhoneFormula {
      reading.issues = issue
      return
    }
    text.resolveParameters()
    let damage = text.undoSpreadsheet()
    let isRetyped = isChina && mayBeRetyped(text) && text.undoLookAlikes()
    if text.isRepaired || damage != .plain { reading.issues.insert(.repaired) }
    if isRetyped { reading.issues.insert(.lookAlike) }
    if damage == .lossy {
      reading.issues = .precisionLost
    } else if text.signs.isMasked {
      reading.issues.insert(.masked)
    } else if text.signs.digits == 0 {
      reading.issues.formUnion(issueOfWords(text))
    } else if text.signs.hasAt {
      reading.issues.formUnion(.otherKind)
    } else {
      if text.hasExtraWords { reading.issues.insert(.extraContent) }
      readStretches(text, &area, into: &reading)
      completeParts(text, into: &reading)
      if !reading.values.isEmpty, reading.issues.contains(.placeholder) {
        // A filler beside a number is a remark.
        reading.issues.subtract(.placeholder)
        reading.issues.insert(.extraContent)
      }
    }
  }

  /// Whether letters may stand for digits: none is left over as in a number, nor are they a word.
  private func mayBeRetyped(_ text: PhoneText) -> Bool {
    guard text.signs.typedDigits > 0, text.signs.typedDigits == text.signs.letters else {
      return false
    }
    let isFirst =
      text.bytes.count > 1 && isASCIILetter(text.bytes[0]) && isDigit(text.bytes[1])
    return isFirst || text.signs.letters >= 3 || outcome(text.bytes.span, nil).number == nil
  }

  /// Tries a cell that holds no number as the parts of one mobile.
  private func completeParts(_ text: PhoneText, into reading: inout PhoneReading) {
    guard isChina, reading.values.isEmpty, text.signs.digits == 11,
      !reading.issues.contains(.placeholder),
      let mobile = partedMobile(text.bytes.span)
    else { return }
    reading.issues.subtract(.unread)
    reading.issues.insert(.repaired)
    reading.add(mobile)
  }

  private func issueOfWords(_ text: PhoneText) -> ValueIssues {
    let isWord = text.signs.letters > 0 || text.signs.isParted
    guard isWord, !isPlaceholder(text.bytes.span) else { return .placeholder }
    let words = text.clean.scalars.span
    return !words.isEmpty && placeholders.isPlaceholder(words) ? .placeholder : .invalid
  }

  // MARK: - One number

  /// What a stretch of text comes to as one number.
  func outcome(_ text: Span<UInt8>, _ area: PhoneArea?) -> PhoneOutcome {
    let candidate = PhoneCandidate(text) { isNumber(text, $0) }
    guard let candidate else {
      let isFiller = isPlaceholder(text)
      return PhoneOutcome(issues: isFiller ? .placeholder : .invalid)
    }
    let ext = candidate.ext.map { text.string($0) }
    return outcome(of: candidate, ext: ext, area)
  }

  private func outcome(of candidate: PhoneCandidate, ext: String?, _ area: PhoneArea?)
    -> PhoneOutcome
  {
    let digits = candidate.digits
    if !candidate.hasPlus, fillers.contains(digits, in: region) {
      return PhoneOutcome(issues: .placeholder)
    }
    if isChina, !candidate.hasPlus, digits.isChineseLocal {
      return local(digits, ext: ext, area)
    }
    if let found = plan.find(digits, hasPlus: candidate.hasPlus, home: home) {
      return accepted(found, ext: ext)
    }
    if let found = findElsewhere(candidate) {
      var outcome = accepted(found, ext: ext)
      outcome.isFromElsewhere = true
      return outcome
    }
    if digits.isKeyedIn { return PhoneOutcome(issues: .placeholder) }
    return PhoneOutcome(issues: lengthIssues(candidate))
  }

  private func isPlaceholder(_ text: Span<UInt8>) -> Bool {
    var letters: [UInt32] = []
    for index in text.indices { letters.append(UInt32(text[index])) }
    return placeholders.isPlaceholder(letters.span)
  }

  /// Whether digits behind a comma or a semicolon are a number, and no extension.
  ///
  /// In China they are when they look like one, elsewhere when they are as long as those in front.
  private func isNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 7 else { return false }
    var digits = PhoneDigits()
    for index in range { digits.append(text[index] - 0x30) }
    guard isChina else {
      return text.digitCount(0..<range.lowerBound) == range.count
        && plan.find(digits, hasPlus: false, home: home) != nil
    }
    return digits.isChineseLocal || isChineseNumber(digits, hasPlus: false)
  }

  /// The number in the only other region that has it, or has it as a mobile.
  ///
  /// Where a zero is dialled before national numbers it is also written, and elsewhere it is not.
  private func findElsewhere(_ candidate: PhoneCandidate) -> PhonePlan.Found? {
    guard !others.isEmpty, !candidate.hasPlus, candidate.digits.count >= 9 else { return nil }
    let beginsWithZero = candidate.digits[0] == 0
    var found: [PhonePlan.Found] = []
    for region in others
    where region != home && plan.regions[region].writesZero == beginsWithZero {
      if let number = plan.find(candidate.digits, hasPlus: false, home: region) {
        found.append(number)
      }
    }
    if found.count > 1 { found = found.filter { $0.type == .mobile } }
    return found.count == 1 ? found[0] : nil
  }

  /// A valid number, unless it is a filler.
  func accepted(_ found: PhonePlan.Found, ext: String?) -> PhoneOutcome {
    var issues = ValueIssues.none
    let isChinese = found.region == plan.china
    if isChinese, found.digits[0] == 1, fillers.contains(found.digits, in: "CN") {
      return PhoneOutcome(issues: .placeholder)
    }
    switch found.digits.striking {
    case .filler where isChinese || found.digits.isKeyedIn:
      return PhoneOutcome(issues: .placeholder)
    case .filler: break
    case .vanity: issues = .vanity
    case .ordinary: break
    }
    // Platforms hide a customer's mobile behind one of theirs and four digits; an office has other
    // extensions.
    if isChinese, found.type == .mobile, ext?.utf8.count == 4 { issues.insert(.transient) }
    return PhoneOutcome(number: PhoneNumber(found, ext: ext, in: plan), issues: issues)
  }
}

extension PhoneCandidate {
  /// The digits of a cell that holds nothing but digits, blanks, brackets and hyphens.
  ///
  /// Most cells do, so that this is the fast way; what it refuses is read with all rules.
  fileprivate init?(plain raw: Span<UInt8>) {
    var digits = PhoneDigits()
    var hasPlus = false
    var hyphens = 0
    for index in raw.indices {
      let byte = raw[index]
      if byte &- 0x30 < 10 {
        digits.append(byte &- 0x30)
        hyphens = 0
      } else if byte == 0x2D {
        hyphens &+= 1
        if hyphens == 3 { return nil }
      } else if byte == 0x20 {
        if index == 0 || index == raw.count &- 1 { return nil }
      } else if byte == 0x2B {
        if hasPlus || digits.count > 0 { return nil }
        hasPlus = true
      } else if byte != 0x28, byte != 0x29 {
        return nil
      }
    }
    guard digits.count >= 3 else { return nil }
    self.init(digits: digits, hasPlus: hasPlus)
  }
}

// Made of bits: a literal of several issues is a generic call for every value.
extension ValueIssues {
  static var none: Self { Self(rawValue: 0) }
  static var missingDigits: Self { Self(rawValue: invalid.rawValue | tooShort.rawValue) }
  static var spareDigits: Self { Self(rawValue: invalid.rawValue | tooLong.rawValue) }
  fileprivate static var otherKind: Self { Self(rawValue: invalid.rawValue | wrongKind.rawValue) }
  /// What says that no number was found.
  fileprivate static var unread: Self {
    Self(rawValue: missingDigits.rawValue | tooLong.rawValue | noAreaCode.rawValue)
  }
}

extension Span<UInt8> {
  /// A range of ASCII as text.
  func string(_ range: Range<Int>) -> String {
    var text = ""
    for index in range { text.unicodeScalars.append(Unicode.Scalar(self[index])) }
    return text
  }
}
