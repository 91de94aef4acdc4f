import Vocabulary

/// A Chinese area code, without the zero in front.
struct PhoneArea {
  var digits = PhoneDigits()

  /// - Parameter code: Such as 0577.
  init(_ code: String) {
    for byte in code.utf8 where isDigit(byte) && (digits.count > 0 || byte != 0x30) {
      digits.append(byte - 0x30)
    }
  }

  /// The area code of a Chinese number; nil when it is no landline.
  ///
  /// 10 and 2x have two digits, the others three.
  init?(of number: PhoneNumber) {
    guard number.type == .fixedLine else { return nil }
    let national = Array(String(number.digits).utf8.dropFirst(2))
    let length = national.first.map { $0 <= 0x32 } ?? true ? 2 : 3
    guard national.count >= length + 7 else { return nil }
    for byte in national.prefix(length) { digits.append(byte - 0x30) }
  }
}

extension PhoneDigits {
  /// Seven or eight digits that can be a Chinese landline without its area code.
  var isChineseLocal: Bool {
    (count == 7 || count == 8) && (2...8).contains(self[0])
  }
}

extension PhoneNormalizer {
  /// A Chinese landline without its area code.
  ///
  /// Where no city is known, what the reference reads is taken, but said to lack its area code:
  /// 76095547 is the number 95547 in Zhongshan, or a number of any city.
  func local(_ digits: PhoneDigits, ext: String?, _ area: PhoneArea?) -> PhoneOutcome {
    guard digits.longestRun.length < 7, !digits.isKeyedIn else {
      return PhoneOutcome(issues: .placeholder)
    }
    guard let area else {
      let found = plan.find(digits, hasPlus: false, home: home)
      var outcome = found.map { accepted($0, ext: ext) } ?? PhoneOutcome()
      outcome.issues.insert(.noAreaCode)
      return outcome
    }
    var dialled = PhoneDigits()
    dialled.append(0)
    for index in 0..<area.digits.count { dialled.append(area.digits[index]) }
    for index in 0..<digits.count { dialled.append(digits[index]) }
    guard let found = plan.find(dialled, hasPlus: false, home: home), found.type == .fixedLine
    else {
      return PhoneOutcome(issues: .invalid)
    }
    return accepted(found, ext: ext)
  }

  /// Whether digits are a whole Chinese number: a mobile, one with its zero or calling code, 400 or 800.
  func isChineseNumber(_ digits: PhoneDigits, hasPlus: Bool) -> Bool {
    guard digits.count >= 7, let found = plan.find(digits, hasPlus: hasPlus, home: home) else {
      return false
    }
    if hasPlus || digits[0] == 0 || found.type == .mobile { return true }
    guard digits.count >= 9 else { return false }
    return found.type != .fixedLine || digits.starts(with: 8, 6) && digits.count > 11
  }

  // MARK: - Shapes

  /// The numbers of a stretch that the reference cannot read, in the shapes of Chinese exports.
  func chineseShape(_ text: Span<UInt8>, _ area: PhoneArea?) -> [PhoneOutcome] {
    let count = text.digitCount(text.indices)
    if count >= 8, let outcome = markedExtension(text, area) ?? withHyphens(text, area) {
      return [outcome]
    }
    if count >= 13, let outcome = repeatedCallingCode(text) { return [outcome] }
    return count >= 18 ? gluedNumbers(text) : []
  }

  /// Digits behind the last hyphen or bracket are an extension when the number before them is whole.
  private func markedExtension(_ text: Span<UInt8>, _ area: PhoneArea?) -> PhoneOutcome? {
    guard let body = PhoneCandidate.body(text) else { return nil }
    var start = body.upperBound
    while start > body.lowerBound, isDigit(text[start - 1]) { start -= 1 }
    guard (1...6).contains(body.upperBound - start), start > body.lowerBound,
      Self.isExtensionSign(text[start - 1], before: text, body.upperBound),
      let candidate = PhoneCandidate(text.extracting(body.lowerBound..<start - 1)),
      candidate.ext == nil
    else { return nil }
    let ext = text.string(start..<body.upperBound)
    if candidate.digits.isChineseLocal, !candidate.hasPlus {
      return area == nil ? nil : local(candidate.digits, ext: ext, area)
    }
    guard isChineseNumber(candidate.digits, hasPlus: candidate.hasPlus),
      let found = plan.find(candidate.digits, hasPlus: candidate.hasPlus, home: home),
      found.region == plan.china
    else { return nil }
    return accepted(found, ext: ext)
  }

  /// A number with _ or ~ where others write a hyphen: 0755_8888-1234.
  ///
  /// One ~ marks an extension, but for that of a mobile or behind an area code.
  private func withHyphens(_ text: Span<UInt8>, _ area: PhoneArea?) -> PhoneOutcome? {
    var tildes = 0
    var isMarked = false
    for index in text.indices {
      if text[index] == 0x5F { isMarked = true } else if text[index] == 0x7E { tildes += 1 }
    }
    guard isMarked || tildes > 0 else { return nil }
    var hyphens: [UInt8] = []
    for index in text.indices {
      let isMark = text[index] == 0x5F || text[index] == 0x7E
      hyphens.append(isMark ? 0x2D : text[index])
    }
    let whole = outcome(hyphens.span, area)
    guard let number = whole.number else { return markedExtension(hyphens.span, area) }
    let isWritten = number.type == .mobile || isMarked || tildes > 1 || text[0] == 0x30
    return isWritten ? whole : nil
  }

  /// - * _ and an opening bracket that is closed behind the digits.
  private static func isExtensionSign(_ byte: UInt8, before text: Span<UInt8>, _ end: Int) -> Bool {
    switch byte {
    case 0x2A, 0x2D, 0x5F: true
    case 0x28: end < text.count && text[end] == 0x29
    case 0x5B: end < text.count && text[end] == 0x5D
    default: false
    }
  }

  /// A mobile in parts that no number is written in: 139,7765,4320.
  ///
  /// Behind ~ and # stands an extension, and behind + another calling code.
  func partedMobile(_ text: Span<UInt8>) -> PhoneOutcome? {
    for index in text.indices {
      if text[index] == 0x7E || text[index] == 0x23 || text[index] == 0x2B { return nil }
    }
    guard let digits = digitsAlone(text), digits.count == 11,
      let found = plan.find(digits, hasPlus: false, home: home), found.type == .mobile
    else { return nil }
    return accepted(found, ext: nil)
  }

  /// 86+139…, +86 86 139…, 0086+86139…, +86:139…: the calling code of a form before the one that was typed.
  private func repeatedCallingCode(_ text: Span<UInt8>) -> PhoneOutcome? {
    guard var digits = digitsAlone(text), !hasRun(of: 14, text) else { return nil }
    while true {
      if digits.starts(with: 0, 0) { digits = digits.dropping(2) }
      guard digits.starts(with: 8, 6), digits.count > 11 else { break }
      digits = digits.dropping(2)
    }
    guard digits.count == 11, text.digitCount(text.indices) > 11,
      let found = plan.find(digits, hasPlus: false, home: home), found.type == .mobile
    else { return nil }
    return accepted(found, ext: nil)
  }

  /// Whether so many digits stand side by side: one broken number.
  private func hasRun(of length: Int, _ text: Span<UInt8>) -> Bool {
    var run = 0
    for index in text.indices {
      run = isDigit(text[index]) ? run + 1 : 0
      if run == length { return true }
    }
    return false
  }

  /// The digits of a text with nothing but signs between them.
  private func digitsAlone(_ text: Span<UInt8>) -> PhoneDigits? {
    var digits = PhoneDigits()
    for index in text.indices {
      let byte = text[index]
      if isDigit(byte) {
        digits.append(byte - 0x30)
      } else if byte >= 0x80 || isASCIILetter(byte) || byte == PhoneText.extensionMark {
        return nil
      }
    }
    return digits.overflows ? nil : digits
  }

  /// Two mobiles without anything between them, or two numbers with a hyphen.
  private func gluedNumbers(_ text: Span<UInt8>) -> [PhoneOutcome] {
    guard let body = PhoneCandidate.body(text),
      let candidate = PhoneCandidate(text.extracting(body)), !candidate.hasPlus
    else { return [] }
    let digits = candidate.digits
    if digits.count == 22, !digits.overflows {
      let halves = [digits.prefix(11), digits.dropping(11)]
      let found = halves.compactMap { plan.find($0, hasPlus: false, home: home) }
      if found.count == 2, found.allSatisfy({ $0.type == .mobile }) {
        return found.map { accepted($0, ext: nil) }
      }
    }
    for index in body where text[index] == 0x2D {
      let left = outcome(text.extracting(body.lowerBound..<index), nil)
      guard left.number != nil else { continue }
      let right = outcome(text.extracting(index + 1..<body.upperBound), nil)
      if right.number != nil { return [left, right] }
    }
    return []
  }

  // MARK: - Lengths

  /// Why digits are no number.
  func lengthIssues(_ candidate: PhoneCandidate) -> ValueIssues {
    guard let expected = expectedLengths(candidate) else { return .invalid }
    let count = candidate.digits.count
    if count < expected.lowerBound { return .missingDigits }
    if count > expected.upperBound { return .spareDigits }
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
