/// How striking a number's digits are.
enum PhoneStriking {
  case ordinary
  /// Seven or more equal lucky digits, which people do buy.
  case vanity
  /// Keyed in to fill the cell.
  case filler
}

extension PhoneDigits {
  /// Judges a national number by its runs of digits.
  var striking: PhoneStriking {
    if Self.knownFillers.contains(text) { return .filler }
    let equal = longestRun(step: 0)
    if equal.length >= 7 { return [6, 8, 9].contains(equal.last) ? .vanity : .filler }
    return hasRun(of: 7) ? .filler : .ordinary
  }

  fileprivate var text: String {
    var text = ""
    for index in 0..<count { text.unicodeScalars.append(Unicode.Scalar(0x30 + self[index])) }
    return text
  }

  /// National numbers that are keyed in to fill the cell, and service numbers that are nobody's.
  fileprivate static let knownFillers: Set<String> = [
    "13800138000", "13800000000", "13000000000", "13900000000", "13812345678", "11111111111",
    "12345678901", "12345678910", "00000000000", "10000", "10010", "10086", "10099", "110", "119",
    "120", "122", "123456", "0", "123", "000", "12345",
  ]
}

extension PhoneCandidate {
  /// Whether exactly these digits are known to be a filler or a service number.
  var isKnownFiller: Bool { !hasPlus && PhoneDigits.knownFillers.contains(digits.text) }

  /// Seven or eight digits that can be a Chinese landline without its area code.
  var isChineseLocal: Bool {
    (digits.count == 7 || digits.count == 8) && (2...8).contains(digits[0])
  }
}
