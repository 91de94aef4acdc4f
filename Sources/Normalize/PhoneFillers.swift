/// How striking a number's digits are.
enum PhoneStriking {
  case ordinary
  /// Seven or more equal lucky digits, which people do buy.
  case vanity
  /// Keyed in to fill the cell.
  case filler
}

extension PhoneDigits {
  /// Judges a valid national number by its runs of equal digits.
  ///
  /// A rising run such as that of 13912345678 is no reason: somebody has that number.
  var striking: PhoneStriking {
    if Self.knownFillers.contains(packed) { return .filler }
    let equal = longestRun(step: 0)
    if equal.length >= 7 { return [6, 8, 9].contains(equal.last) ? .vanity : .filler }
    return .ordinary
  }

  /// The digits as one number behind a 1, which keeps leading zeros; 0 when there are too many.
  fileprivate var packed: UInt64 {
    guard count <= 18 else { return 0 }
    var value: UInt64 = 1
    for index in 0..<count { value = value * 10 + UInt64(self[index]) }
    return value
  }

  /// Numbers that are keyed in to fill the cell, and service numbers that are nobody's.
  ///
  /// A 1 stands before each, which keeps leading zeros.
  fileprivate static let knownFillers: [UInt64] = [
    1_13800138000, 1_13800000000, 1_13000000000, 1_13900000000, 1_11111111111,
    1_12345678901, 1_12345678910, 1_00000000000, 1_10000, 1_10010, 1_10086, 1_10099, 1_110, 1_119,
    1_120, 1_122, 1_123456, 1_123, 1_000, 1_12345,
  ]
}

extension PhoneCandidate {
  /// Whether exactly these digits are known to be a filler or a service number.
  var isKnownFiller: Bool { !hasPlus && PhoneDigits.knownFillers.contains(digits.packed) }

  /// Seven or eight digits that can be a Chinese landline without its area code.
  var isChineseLocal: Bool {
    (digits.count == 7 || digits.count == 8) && (2...8).contains(digits[0])
  }
}
