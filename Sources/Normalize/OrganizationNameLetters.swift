/// Letters of organizations' names: what they are and what counts of them.
enum OrganizationNameLetters {
  /// Simplified, with round brackets, ASCII punctuation and name dots as U+00B7.
  static func canonical(_ scalar: UInt32, _ han: HanTable) -> UInt32 {
    switch scalar {
    case 0x4E00...0x9FFF: han.simplified(scalar)
    case 0x0A: 0x20
    case 0x5B, 0x7B: 0x28
    case 0x5D, 0x7D: 0x29
    case ..<0x2022: scalar
    case 0x3010, 0x3014, 0x3016, 0x300A, 0x3008, 0x300C, 0xFE59, 0xFE5B, 0xFE5D: 0x28
    case 0x3011, 0x3015, 0x3017, 0x300B, 0x3009, 0x300D, 0xFE5A, 0xFE5C, 0xFE5E: 0x29
    case 0x2022, 0x30FB, 0x2027, 0x22C5, 0x2219, 0xFF65: 0xB7
    case 0x3001: 0x2C
    case 0x3002: 0x2E
    case 0x2460...0x2468: scalar - 0x2460 + 0x31
    default: han.simplified(scalar)
    }
  }

  /// What stands in the brackets of ㈱, ㈲ and ㈜; nil for other scalars.
  static func bracketedForm(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x3231: 0x682A
    case 0x3232: 0x6709
    case 0x321C: 0xC8FC
    default: nil
    }
  }

  /// The lower-case form without accents, one or two letters; 0 where there is none.
  static func folded(_ scalar: UInt32) -> (UInt32, UInt32) {
    if scalar < 0x80 { return (0x41...0x5A ~= scalar ? scalar + 0x20 : scalar, 0) }
    let small = lower(scalar)
    if 0xDF...0x17F ~= small {
      let index = Int(small - 0xDF) * 2
      return (bases[index], bases[index + 1] == 0x20 ? 0 : bases[index + 1])
    }
    return 0x300...0x36F ~= small ? (0, 0) : (small, 0)
  }

  /// The lower-case form; scalars whose lower case is not one scalar stay as they are.
  static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x80: 0x41...0x5A ~= scalar ? scalar + 0x20 : scalar
    case 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: scalar + 0x20
    case 0xDF...0xFF, 0x430...0x44F, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: scalar
    default: NameText.lower(scalar)
    }
  }

  /// Whether the scalar is a digit, in Chinese or not, or 第 in front of one.
  static func isNumeral(_ scalar: UInt32) -> Bool {
    scalar == ordinal || 0x30...0x39 ~= scalar || digit(scalar) != nil
  }

  /// 第, which makes a number an ordinal.
  static let ordinal: UInt32 = 0x7B2C

  /// The value of a Chinese numeral up to 十; nil for other scalars.
  static func digit(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x3007, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    default: nil
    }
  }

  /// Where the digits end that a range begins with, all Chinese or all not.
  static func numeralEnd(_ text: Span<UInt32>, _ range: Range<Int>) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, 0x30...0x39 ~= text[end] { end += 1 }
    if end > range.lowerBound { return end }
    while end < range.upperBound, digit(text[end]) != nil { end += 1 }
    return end
  }

  /// The digits of the number that a range begins with, 第 left out; nil where they are no number.
  static func number(_ text: Span<UInt32>, _ range: Range<Int>) -> Range<Int>? {
    let isOrdinal = text[range.lowerBound] == ordinal
    let digits = isOrdinal ? range.lowerBound + 1 : range.lowerBound
    let end = numeralEnd(text, digits..<range.upperBound)
    let isNumber = isOrdinal || end == range.upperBound || isCounted(text[end])
    return end > digits && isNumber ? digits..<end : nil
  }

  /// What is counted with a number in front: 号 店 部 厂 分 中 小 院 队 所 期 座 栋 楼 区 组 车 校 班 处 局 公 支 项 建.
  static func isCounted(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x53F7, 0x5E97, 0x90E8, 0x5382, 0x5206, 0x4E2D, 0x5C0F, 0x9662, 0x961F, 0x6240, 0x671F,
      0x5EA7, 0x680B, 0x697C, 0x533A, 0x7EC4, 0x8F66, 0x6821, 0x73ED, 0x5904, 0x5C40, 0x516C,
      0x652F, 0x9879, 0x5EFA:
      true
    default: false
    }
  }

  /// Whether the scalar counts where names are compared: a letter, a digit or a Han character.
  static func isContent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3400...0x9FFF, 0xAC00...0xD7A3: true
    case ..<0xC0: false
    default:
      HanTable.isHan(scalar) || NameText.isLatin(scalar) || NameText.isOtherLetter(scalar)
    }
  }

  /// The letters without accents of U+00DF...U+017F, two for each, the second often a blank.
  private static let bases: [UInt32] = {
    let text =
      "ssa a a a a a aec e e e e i i i i d n o o o o o / o u u u u y thy "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i ijijj j k k k "
      + "l l l l l l l l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s s s t t t t t t "
      + "u u u u u u u u u u u u w w y y y z z z z z z s "
    return text.unicodeScalars.map(\.value)
  }()
}

extension [UInt32] {
  /// Appends a range of scalars.
  mutating func append(_ scalars: Span<UInt32>, _ range: Range<Int>) {
    append(addingCapacity: range.count) { output in
      for index in range { output.append(scalars[index]) }
    }
  }
}

extension PartText {
  /// Appends what counts of a name: letters and digits in lower case, Han characters, numbers in digits.
  ///
  /// 第一, 第1 and 一 in front of what is counted are one number; &, 与, 及 and 和 are one word.
  mutating func append(letters text: Span<UInt32>, _ range: Range<Int>) {
    append(addingCapacity: range.count * 4) { $0.put(letters: text, range, at: &$1) }
  }
}

extension MutableSpan where Element == UInt8 {
  /// Puts what counts of a name at an index, at most four bytes for a scalar.
  fileprivate mutating func put(
    letters text: Span<UInt32>, _ range: Range<Int>, at end: inout Int
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text[index]
      if OrganizationNameLetters.isNumeral(scalar),
        let number = OrganizationNameLetters.number(text, index..<range.upperBound)
      {
        put(numeral: text, number, at: &end)
        index = number.upperBound
        continue
      }
      index += 1
      switch scalar {
      case 0x4E00...0x9FFF:
        put(scalar: scalar == 0x4E0E || scalar == 0x53CA ? 0x548C : scalar, at: &end)
      case 0x26: put(scalar: 0x548C, at: &end)
      default: if OrganizationNameLetters.isContent(scalar) { put(folded: scalar, at: &end) }
      }
    }
  }

  /// Puts a number below 100, or one that is spelt digit by digit.
  private mutating func put(
    numeral text: Span<UInt32>, _ range: Range<Int>, at end: inout Int
  ) {
    let ten = range.first { text[$0] == 0x5341 }
    guard let ten else {
      for index in range {
        let digit = OrganizationNameLetters.digit(text[index]) ?? text[index] - 0x30
        put(scalar: 0x30 + digit, at: &end)
      }
      return
    }
    let tens = ten == range.lowerBound ? 1 : OrganizationNameLetters.digit(text[ten - 1]) ?? 1
    let next = ten + 1
    let ones = next < range.upperBound ? OrganizationNameLetters.digit(text[next]) ?? 0 : 0
    put(scalar: 0x30 + tens % 10, at: &end)
    put(scalar: 0x30 + ones % 10, at: &end)
  }

  /// Puts the lower-case form of a scalar without accents, at most four bytes; marks are left out.
  mutating func put(folded scalar: UInt32, at end: inout Int) {
    let letters = OrganizationNameLetters.folded(scalar)
    if letters.0 != 0 { put(scalar: letters.0, at: &end) }
    if letters.1 != 0 { put(scalar: letters.1, at: &end) }
  }
}
