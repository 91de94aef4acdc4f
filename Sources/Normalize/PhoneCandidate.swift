/// One stretch of a phone cell, taken apart into dialled digits and an extension.
///
/// The rules follow the reference implementation: text before the first digit or plus sign does not
/// count, three letters make a vanity number, extensions have many labels.
struct PhoneCandidate {
  var digits = PhoneDigits()
  var hasPlus = false
  /// Where the extension's digits stand in the stretch.
  var ext: Range<Int>?

  /// Digits alone, with or without a plus sign.
  init(digits: PhoneDigits, hasPlus: Bool) {
    self.digits = digits
    self.hasPlus = hasPlus
  }

  /// Nil when the stretch cannot be a number.
  ///
  /// - Parameters:
  ///   - text: A stretch of a cell.
  ///   - isNumber: Whether digits behind a comma or a semicolon are a number of their own.
  init?(_ text: Span<UInt8>, isNumber: (Range<Int>) -> Bool = { _ in false }) {
    guard let body = Self.body(text) else { return nil }
    var base = body
    if let found = PhoneExtension(text, body, isNumber), Self.isViable(text, found.base) {
      ext = found.digits
      base = found.base
    }
    guard Self.isViable(text, base) else { return nil }
    hasPlus = text[base.lowerBound] == 0x2B
    var letters = 0
    for index in base where isASCIILetter(text[index]) { letters += 1 }
    for index in base {
      let byte = text[index]
      if isDigit(byte) {
        digits.append(byte - 0x30)
      } else if letters >= 3, isASCIILetter(byte) {
        digits.append(Self.key(byte))
      }
    }
  }

  /// What stands between the first digit or plus sign and the last character that can belong to it.
  static func body(_ text: Span<UInt8>) -> Range<Int>? {
    var start = 0
    while start < text.count, !isDigit(text[start]), text[start] != 0x2B { start += 1 }
    guard start < text.count else { return nil }
    var end = text.count
    while end > start, !isDigit(text[end - 1]), !isASCIILetter(text[end - 1]), text[end - 1] != 0x23
    {
      end -= 1
    }
    guard end > start else { return nil }
    return start..<(secondNumber(text, start..<end) ?? end)
  }

  /// The place of a slash before an x, where a second extension begins.
  private static func secondNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for index in range where text[index] == 0x2F || text[index] == 0x5C {
      var next = index + 1
      while next < range.upperBound, text[next] == 0x20 { next += 1 }
      if next < range.upperBound, text[next] == 0x78 { return index }
    }
    return nil
  }

  /// Three digits with nothing but punctuation around them, then digits, letters and punctuation.
  static func isViable(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound, text[start] == 0x2B { start += 1 }
    var digits = 0
    for index in start..<range.upperBound {
      let byte = text[index]
      if isDigit(byte) {
        digits += 1
      } else if isASCIILetter(byte) {
        guard digits >= 3 || byte | 0x20 == 0x78 else { return false }
      } else if !isPunctuation(byte) {
        return false
      }
    }
    return digits >= 3 || digits == 2 && range.count == 2
  }

  /// - ( ) . / [ ] ~ * and the blank.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2A, 0x2D, 0x2E, 0x2F, 0x5B, 0x5D, 0x7E: true
    default: false
    }
  }

  /// The key of a letter on a telephone.
  private static func key(_ letter: UInt8) -> UInt8 {
    switch letter | 0x20 {
    case 0x61...0x63: 2
    case 0x64...0x66: 3
    case 0x67...0x69: 4
    case 0x6A...0x6C: 5
    case 0x6D...0x6F: 6
    case 0x70...0x73: 7
    case 0x74...0x76: 8
    default: 9
    }
  }
}
