import Vocabulary

/// What the rules for names of persons and organizations need to know about text.
enum NameText {
  /// The scalars with traditional characters simplified, brackets round, and name dots as U+00B7.
  static func canonicalScalars(_ scalars: [UInt32], _ han: HanTable) -> [UInt32] {
    scalars.map { canonical($0, han) }
  }

  /// A scalar as names are read: simplified, brackets round, and name dots as U+00B7.
  @inline(__always)
  static func canonical(_ scalar: UInt32, _ han: HanTable) -> UInt32 {
    if 0x4E00...0x9FFF ~= scalar { return han.simplified(scalar) }
    return 0x5E...0x7A ~= scalar || 0x20...0x5A ~= scalar ? scalar : canonicalMark(scalar, han)
  }

  private static func canonicalMark(_ scalar: UInt32, _ han: HanTable) -> UInt32 {
    switch scalar {
    case 0x00...0x7E where scalar != 0x5B && scalar != 0x5D && scalar != 0x7B && scalar != 0x7D:
      scalar == 0x0A ? 0x20 : scalar
    // [ { 【 〔 〖 《 〈 「 『 and the marks that close them
    case 0x5B, 0x7B, 0x3010, 0x3014, 0x3016, 0x300A, 0x3008, 0x300C, 0x300E: 0x28
    case 0x5D, 0x7D, 0x3011, 0x3015, 0x3017, 0x300B, 0x3009, 0x300D, 0x300F: 0x29
    // • ・ ‧ ⋅ ∙ ･ ˙ ᛫ ⸱ ⸳ ᐧ and the Greek dot
    case 0x2022, 0x30FB, 0x2027, 0x22C5, 0x2219, 0xFF65, 0x2D9, 0x16EB, 0x2E31, 0x2E33, 0x1427,
      0x387:
      0xB7
    case 0x3001: 0x2C
    case 0x3002, 0x2024, 0xFE52: 0x2E
    default: han.simplified(scalar)
    }
  }

  @inline(__always)
  static func isLatin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  static func isOtherLetter(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x370, !HanTable.isHan(scalar) else { return scalar >= 0x370 }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

  /// Whether a scalar is a letter of any script.
  @inline(__always)
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isLatin(scalar) }
    return HanTable.isHan(scalar) || isLatin(scalar) || isOtherLetter(scalar)
  }

  @inline(__always)
  static func isUpper(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? 0x41...0x5A ~= scalar : isWideUpper(scalar)
  }

  private static func isWideUpper(_ scalar: UInt32) -> Bool {
    if HanTable.isHan(scalar) { return false }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// The lower-case form; scalars whose lower case is not one scalar stay as they are.
  @inline(__always)
  static func lower(_ scalar: UInt32) -> UInt32 {
    scalar < 0x80 ? 0x41...0x5A ~= scalar ? scalar + 0x20 : scalar : wideLower(scalar)
  }

  private static func wideLower(_ scalar: UInt32) -> UInt32 {
    if HanTable.isHan(scalar) { return scalar }
    guard let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars else {
      return scalar
    }
    return mapping.count == 1 ? mapping.first?.value ?? scalar : scalar
  }

  @inline(__always)
  static func upper(_ scalar: UInt32) -> UInt32 {
    scalar < 0x80 ? 0x61...0x7A ~= scalar ? scalar - 0x20 : scalar : wideUpper(scalar)
  }

  private static func wideUpper(_ scalar: UInt32) -> UInt32 {
    if HanTable.isHan(scalar) { return scalar }
    guard let mapping = Unicode.Scalar(scalar)?.properties.uppercaseMapping.unicodeScalars else {
      return scalar
    }
    return mapping.count == 1 ? mapping.first?.value ?? scalar : scalar
  }

  /// Lower-case letters without accents; marks are left out and other scalars stay.
  static func appendFolded(_ scalar: UInt32, to text: inout String) {
    if scalar < 0x80, let ascii = Unicode.Scalar(lower(scalar)) {
      text.unicodeScalars.append(ascii)
      return
    }
    let small = lower(scalar)
    if 0xDF...0x17F ~= small {
      text += latinBases[Int(small - 0xDF)]
    } else if !(0x300...0x36F ~= small), let letter = Unicode.Scalar(small) {
      text.unicodeScalars.append(letter)
    }
  }

  /// Appends lower-case letters without accents; marks are left out and other scalars stay.
  ///
  /// There are at most two letters.
  @inline(__always)
  static func appendFolded(_ scalar: UInt32, to letters: inout OutputSpan<UInt32>) {
    if scalar < 0x80 {
      if isLatin(scalar) { letters.append(scalar | 0x20) }
    } else {
      appendWideFolded(scalar, to: &letters)
    }
  }

  private static func appendWideFolded(_ scalar: UInt32, to letters: inout OutputSpan<UInt32>) {
    let small = lower(scalar)
    if 0xDF...0x17F ~= small {
      for letter in latinBases[Int(small - 0xDF)].utf8 { letters.append(UInt32(letter)) }
    } else if let base = further(small) {
      letters.append(base)
    } else if isLatin(small) || isOtherLetter(small) {
      letters.append(small)
    }
  }

  /// The letter below the accents of pinyin with tones, of Romanian and of Vietnamese.
  private static func further(_ small: UInt32) -> UInt32? {
    switch small {
    case 0x1CE, 0x1DF, 0x1EA0...0x1EB7: 0x61
    case 0x1EB8...0x1EC7: 0x65
    case 0x1D0, 0x1EC8...0x1ECB: 0x69
    case 0x1A1, 0x1D2, 0x1ECC...0x1EE3: 0x6F
    case 0x1B0, 0x1D4, 0x1EE4...0x1EF1: 0x75
    case 0x1D6, 0x1D8, 0x1DA, 0x1DC: 0x76
    case 0x1EF2...0x1EF9: 0x79
    case 0x1F9: 0x6E
    case 0x1E3F: 0x6D
    case 0x219: 0x73
    case 0x21B: 0x74
    default: nil
    }
  }

  /// The text in lower-case letters without accents.
  static func folded(_ text: ArraySlice<UInt32>) -> String {
    var folded = ""
    for scalar in text { appendFolded(scalar, to: &folded) }
    return folded
  }

  /// The letters without accents of U+00DF...U+017F.
  private static let latinBases: [String] = {
    let text =
      "ss a a a a a a ae c e e e e i i i i d n o o o o o / o u u u u y th y "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k "
      + "l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t "
      + "u u u u u u u u u u u u w w y y y z z z z z z s"
    return text.split(separator: " ").map(String.init)
  }()

  /// Whether a scalar stands in Han text without parting it: Han characters, kana, name dots, marks that hide.
  @inline(__always)
  static func joinsHan(_ scalar: UInt32) -> Bool {
    0x4E00...0x9FFF ~= scalar || isHanSeldom(scalar)
  }

  private static func isHanSeldom(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB7, 0x2A, 0xD7: true
    case ..<0x3000: false
    default: HanTable.isHan(scalar) || isKana(scalar)
    }
  }

  /// Whether a scalar is neither a letter nor a digit.
  static func isMark(_ scalar: UInt32) -> Bool {
    !joinsHan(scalar) && !isLatin(scalar) && !isDigit(scalar) && !isOtherLetter(scalar)
  }

  static func isKana(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC: true
    default: false
    }
  }

  /// Whether one bullet stands between two or more letters on each side: 马克•沃克.
  static func isDotted(_ scalars: [UInt32]) -> Bool {
    guard let bullet = scalars.firstIndex(of: 0x2022), bullet >= 2, bullet + 2 < scalars.count
    else { return false }
    return !scalars[(bullet + 1)...].contains(where: MaskedText.isMark)
      && !scalars[..<bullet].contains(where: MaskedText.isMark)
  }

  /// Whether a scalar stands for a hidden character: 某 * ×.
  static func hides(_ scalar: UInt32) -> Bool {
    scalar == MaskedText.someone || scalar == 0x2A || scalar == 0xD7
  }

  /// What keeps a cell from showing a name, such as a formula or 张*; nil when nothing does.
  static func hiddenIssue(of scalars: [UInt32]) -> ValueIssues? {
    UnreadableCell.issue(of: scalars) ?? (MaskedText.hidesName(scalars) ? .masked : nil)
  }

  /// Whether the text holds a phone number, an e-mail address or a web address.
  static func isContact(_ text: ArraySlice<UInt32>) -> Bool {
    var digits = 0
    for place in text.indices {
      let scalar = text[place]
      if isDigit(scalar) { digits += 1 }
      if digits >= 5 || scalar == 0x40 && addressRange(text, place) != nil
        || mayBeginWeb(scalar) && webRange(text, place) != nil
      {
        return true
      }
    }
    return false
  }

  /// The text without phone numbers and addresses; empty when it holds only those.
  static func withoutContacts(_ text: [UInt32]) -> [UInt32] {
    var kept = text
    var place = 0
    while place < kept.count {
      let scalar = kept[place]
      let found =
        scalar == 0x40
        ? addressRange(kept[...], place)
        : mayBeginWeb(scalar) ? webRange(kept[...], place) : nil
      if let found {
        kept.replaceSubrange(found, with: [0x20])
        place = found.lowerBound
      }
      place += 1
    }
    if kept.count(where: isDigit) >= 5 { kept.removeAll { isDigit($0) || $0 == 0x2B } }
    while let last = kept.last, isLooseEnd(last) || last == 0x28 { kept.removeLast() }
    while let first = kept.first, isLooseEnd(first) || first == 0x29 { kept.removeFirst() }
    // what is left of Q110937537 and ID44594 is no name
    let isCode = kept.count <= 4 && kept.count < text.count && kept.allSatisfy { $0 < 0x80 }
    return isCode || NameSigns(kept).script == .none ? [] : kept
  }

  /// The e-mail address around an at sign.
  private static func addressRange(_ text: ArraySlice<UInt32>, _ sign: Int) -> Range<Int>? {
    var start = sign
    while start > text.startIndex, isAddressLetter(text[start - 1]) { start -= 1 }
    var end = sign + 1
    while end < text.endIndex, isAddressLetter(text[end]) { end += 1 }
    guard start < sign, text[sign + 1..<end].contains(0x2E) else { return nil }
    return start..<end
  }

  /// Letters and digits of ASCII, and . - _ + %
  private static func isAddressLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x2D, 0x5F, 0x2B, 0x25: true
    default: false
    }
  }

  /// Whether a scalar is one that web addresses begin with: h or w.
  private static func mayBeginWeb(_ scalar: UInt32) -> Bool {
    scalar | 0x20 == 0x68 || scalar | 0x20 == 0x77
  }

  /// The web address that begins at a place.
  private static func webRange(_ text: ArraySlice<UInt32>, _ start: Int) -> Range<Int>? {
    let rest = text[start...]
    let isWeb =
      begins(rest, [0x68, 0x74, 0x74, 0x70]) && rest.prefix(8).contains(0x3A)
      || begins(rest, [0x77, 0x77, 0x77, 0x2E])
    guard isWeb else { return nil }
    let end = rest.firstIndex { $0 == 0x20 || $0 > 0x7E } ?? text.endIndex
    return start..<end
  }

  private static func begins(_ text: ArraySlice<UInt32>, _ letters: [UInt32]) -> Bool {
    text.count >= letters.count && zip(text, letters).allSatisfy { lower($0) == $1 }
  }

  private static func isLooseEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x2D, 0x2C, 0x2E, 0x2F, 0x3A, 0x3B, 0x5F, 0x7C: true
    default: false
    }
  }
}
