import Vocabulary

/// Reads phone cells as E.164 numbers.
///
/// A cell is read as one number first, the way libphonenumber does. What that leaves unread is tried
/// in the shapes of Chinese exports: several numbers, extensions behind a hyphen, words around,
/// landlines without their area code.
package struct PhoneNormalizer: Sendable {
  private let plan = PhonePlan.shared
  private let home: Int?
  private let isChina: Bool
  private let others: [Int]
  private let lexicon: Lexicon

  /// - Parameters:
  ///   - region: The region of numbers without a calling code, ISO 3166-1 alpha-2; nil when only
  ///     international forms can be read.
  ///   - others: Regions whose national forms may also occur. They are asked when the first region
  ///     has no such number, and believed when exactly one of them has it, or has it as a mobile.
  ///   - lexicon: What the word lists say.
  package init(region: String?, others: [String] = [], lexicon: Lexicon = .shipped) {
    home = region.flatMap { [plan] in plan.region($0.uppercased()) }
    isChina = region?.uppercased() == "CN"
    self.lexicon = lexicon
    self.others = others.compactMap { [plan] in plan.region($0.uppercased()) }
  }

  /// Reads one cell.
  ///
  /// - Parameters:
  ///   - raw: The cell as the source wrote it.
  ///   - areaCode: The Chinese area code, such as 0577, of landlines written without one.
  /// - Returns: The valid numbers, and what was noticed.
  package func read(_ raw: Span<UInt8>, areaCode: String? = nil) -> PhoneReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return PhoneReading() }
    if let issue = UnreadableCell.issue(of: clean.scalars) { return PhoneReading(issues: issue) }
    var text = PhoneText(clean)
    var reading = PhoneReading()
    if clean.isRepaired { reading.issues.insert(.repaired) }
    switch text.undoSpreadsheet() {
    case .lossy: return PhoneReading(issues: reading.issues.union(.precisionLost))
    case .undone: reading.issues.insert(.repaired)
    case .plain: break
    }
    if text.isMasked { return PhoneReading(issues: reading.issues.union(.masked)) }
    guard text.bytes.contains(where: isDigit) else {
      return PhoneReading(issues: reading.issues.union(issueOfWords(clean)))
    }
    if text.bytes.contains(0x40) {
      return PhoneReading(issues: reading.issues.union([.invalid, .wrongKind]))
    }
    if text.hasExtraWords { reading.issues.insert(.extraContent) }
    readNumbers(text.bytes[...], areaCode, into: &reading)
    return reading
  }

  private func issueOfWords(_ clean: CleanText) -> ValueIssues {
    let isWord = clean.scalars.contains { $0 >= 0x80 || $0 < 0x80 && isASCIILetter(UInt8($0)) }
    return !isWord || lexicon.placeholders.isPlaceholder(clean.scalars.span)
      ? .placeholder : .invalid
  }

  /// Stretches between line breaks, 、 and words are read apart; few digits beside a number are a
  /// remark.
  private func readNumbers(
    _ text: ArraySlice<UInt8>, _ areaCode: String?, into reading: inout PhoneReading
  ) {
    guard text.contains(where: { $0 >= 0x80 || $0 == PhoneText.separator }) else {
      readStretch(text, areaCode, into: &reading)
      return
    }
    let stretches = text.split { $0 >= 0x80 || $0 == PhoneText.separator }
    let counts = stretches.map { $0.count(where: isDigit) }
    let needed = (counts.max() ?? 0) >= 7 ? 5 : 1
    for (stretch, count) in zip(stretches, counts) where count >= needed {
      readStretch(stretch, areaCode, into: &reading)
    }
  }

  /// The whole stretch as one number, else its parts between separators, else between blanks.
  private func readStretch(
    _ text: ArraySlice<UInt8>, _ areaCode: String?, into reading: inout PhoneReading
  ) {
    let whole = outcome(text, areaCode)
    var outcomes = [whole]
    if whole.number == nil {
      let parts = text.split(whereSeparator: Self.isSeparator).filter {
        $0.contains(where: isDigit)
      }
      .flatMap { readPart($0, areaCode) }
      if parts.count > 1 || parts.contains(where: { $0.number != nil }) { outcomes = parts }
    }
    for outcome in outcomes {
      reading.issues.formUnion(outcome.issues)
      reading.add(outcome)
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x2F || byte == 0x3B || byte == 0x2C || byte == 0x7C || byte == 0x5C
  }

  /// A part between separators: one number, or several with blanks or brackets between them.
  private func readPart(_ part: ArraySlice<UInt8>, _ areaCode: String?) -> [Outcome] {
    let whole = outcome(part, areaCode)
    let words = part.split { $0 == 0x20 || $0 == 0x28 || $0 == 0x29 }
    guard whole.number == nil, words.count > 1 else { return [whole] }
    var found: [Outcome] = []
    var start: Int?
    for word in words {
      let from = start ?? word.startIndex
      let attempt = outcome(part[from..<word.endIndex], nil)
      start = attempt.number == nil ? from : nil
      if attempt.number != nil { found.append(attempt) }
    }
    return found.isEmpty ? [whole] : found
  }

  /// What one stretch of text came to.
  struct Outcome {
    var number: PhoneNumber?
    var issues: ValueIssues = []
  }

  private func outcome(_ text: ArraySlice<UInt8>, _ areaCode: String?) -> Outcome {
    guard let candidate = PhoneCandidate(text) else {
      let letters = text.map { UInt32($0) }
      let isFiller = lexicon.placeholders.isPlaceholder(letters.span)
      return Outcome(issues: isFiller ? .placeholder : .invalid)
    }
    if candidate.isKnownFiller { return Outcome(issues: .placeholder) }
    if isChina, !candidate.hasPlus, candidate.isChineseLocal {
      return local(candidate, areaCode)
    }
    if let found = find(candidate) { return accepted(found, ext: candidate.ext) }
    if let split = hyphenExtension(text) { return split }
    if let found = findElsewhere(candidate) { return accepted(found, ext: candidate.ext) }
    if candidate.digits.hasRun(of: 7) { return Outcome(issues: .placeholder) }
    return Outcome(issues: lengthIssues(candidate))
  }

  private func find(_ candidate: PhoneCandidate) -> PhonePlan.Found? {
    plan.find(candidate.digits, hasPlus: candidate.hasPlus, home: home)
  }

  /// The number in the only other region that has it, or has it as a mobile.
  ///
  /// Where a zero is dialled before national numbers it is also written, and elsewhere it is not.
  private func findElsewhere(_ candidate: PhoneCandidate) -> PhonePlan.Found? {
    guard !candidate.hasPlus, candidate.digits.count >= 9 else { return nil }
    let beginsWithZero = candidate.digits[0] == 0
    var found: [PhonePlan.Found] = []
    for region in others where region != home && plan.writesZero(in: region) == beginsWithZero {
      if let number = plan.find(candidate.digits, hasPlus: false, home: region) {
        found.append(number)
      }
    }
    if found.count > 1 { found = found.filter { $0.type == .mobile } }
    return found.count == 1 ? found[0] : nil
  }

  private func accepted(_ found: PhonePlan.Found, ext: String?) -> Outcome {
    var issues: ValueIssues = []
    switch found.digits.striking {
    case .filler: return Outcome(issues: .placeholder)
    case .vanity: issues = .vanity
    case .ordinary: break
    }
    let region = plan.regions[found.region]
    if region.id == "CN", found.type == .mobile, ext != nil { issues.insert(.transient) }
    return Outcome(
      number: PhoneNumber(
        e164: found.digits.e164(callingCode: region.callingCode), type: found.type,
        region: region.id, ext: ext),
      issues: issues)
  }

  /// Digits behind the last hyphen are an extension when the number before them is whole.
  private func hyphenExtension(_ text: ArraySlice<UInt8>) -> Outcome? {
    guard isChina, let body = PhoneCandidate.body(text),
      let hyphen = body.lastIndex(of: 0x2D), (1...6).contains(body.endIndex - hyphen - 1),
      body[(hyphen + 1)...].allSatisfy(isDigit),
      let candidate = PhoneCandidate(body[..<hyphen]), candidate.ext == nil,
      !candidate.isChineseLocal, let found = find(candidate)
    else { return nil }
    let ext = String(decoding: body[(hyphen + 1)...], as: UTF8.self)
    return accepted(found, ext: ext)
  }

  /// A Chinese landline without its area code.
  private func local(_ candidate: PhoneCandidate, _ areaCode: String?) -> Outcome {
    guard candidate.digits.longestRun(step: 0).length < 7, !candidate.digits.hasRun(of: 7) else {
      return Outcome(issues: .placeholder)
    }
    guard let areaCode else { return Outcome(issues: .noAreaCode) }
    var dialled = PhoneDigits()
    for byte in areaCode.utf8 where isDigit(byte) { dialled.append(byte - 0x30) }
    for index in 0..<candidate.digits.count { dialled.append(candidate.digits[index]) }
    guard let found = plan.find(dialled, hasPlus: false, home: home), found.type == .fixedLine
    else {
      return Outcome(issues: .invalid)
    }
    return accepted(found, ext: candidate.ext)
  }

  private func lengthIssues(_ candidate: PhoneCandidate) -> ValueIssues {
    guard let expected = expectedLengths(candidate) else { return .invalid }
    let count = candidate.digits.count
    if count < expected.lowerBound { return [.invalid, .tooShort] }
    if count > expected.upperBound { return [.invalid, .tooLong] }
    return .invalid
  }

  /// How many dialled digits a number of this beginning has.
  private func expectedLengths(_ candidate: PhoneCandidate) -> ClosedRange<Int>? {
    let digits = candidate.digits
    if isChina, !candidate.hasPlus, digits.count > 2 {
      if digits[0] == 1, digits[1] >= 3 { return 11...11 }
      if digits[0] == 8, digits[1] == 6, digits[2] == 1 { return 13...13 }
      if digits[0] == 0, digits[1] != 0 { return 10...12 }
      if digits[0] == 0, digits.count > 5, digits[2] == 8, digits[3] == 6, digits[4] == 1 {
        return 15...15
      }
    }
    if candidate.hasPlus, digits.count > 4, digits[0] == 8, digits[1] == 6 {
      return digits[2] == 1 && digits[3] >= 3 ? 13...13 : 11...13
    }
    guard !candidate.hasPlus, let home else { return candidate.hasPlus ? 8...15 : nil }
    let lengths = plan.regions[home].possibleLengths
    guard lengths != 0 else { return nil }
    return lengths.trailingZeroBitCount...(31 - lengths.leadingZeroBitCount)
  }
}

extension PhoneReading {
  fileprivate mutating func add(_ outcome: PhoneNormalizer.Outcome) {
    guard let number = outcome.number, !values.contains(where: { $0.e164 == number.e164 }) else {
      return
    }
    values.append(number)
  }
}
