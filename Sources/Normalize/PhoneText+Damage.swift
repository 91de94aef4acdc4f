extension PhoneText {
  /// What a spreadsheet did to a number, and whether it could be undone.
  enum SpreadsheetDamage {
    case plain
    case undone
    case lossy
  }

  /// Undoes `13812345678.0`, `13,812,345,678` and `1.3812345678E+10`.
  mutating func undoSpreadsheet() -> SpreadsheetDamage {
    guard hasNumberMarksAlone else { return .plain }
    switch SpreadsheetNumber(bytes.lazy.map { UInt32($0) }) {
    case .plain: return .plain
    case .lossy: return .lossy
    case .digits(let digits):
      bytes = digits
      return .undone
    }
  }

  /// Whether the text is digits with points, commas and an exponent, and nothing else.
  private var hasNumberMarksAlone: Bool {
    guard let first = bytes.first, isDigit(first) else { return false }
    var marks = 0
    for byte in bytes where !isDigit(byte) {
      switch byte {
      case 0x2B, 0x2C, 0x2E, 0x45, 0x65: marks += 1
      default: return false
      }
    }
    return marks > 0
  }

  /// Whether an equals sign stands before a phone: what a spreadsheet makes of +86 139 1234 5678.
  var isPhoneFormula: Bool {
    bytes.first == 0x3D && bytes.count(where: isDigit) >= 7
      && !bytes.contains { isASCIILetter($0) || $0 >= 0x80 || $0 == 0x22 || $0 == 0x3A }
  }

  /// Whether digits are hidden behind stars, crosses or other marks.
  ///
  /// Hyphens, dots and symbols also stand beside whole numbers, so that they hide something only where
  /// digits are missing.
  var isMasked: Bool {
    var run = 0
    var last: UInt8 = 0
    var digits = 0
    var stars = 0
    var longest = (star: 0, cross: 0, other: 0)
    for byte in bytes {
      let byte = byte == 0x58 ? 0x78 : byte
      run = byte == last ? run + 1 : 1
      last = byte
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2A:
        stars += 1
        longest.star = max(longest.star, run)
      case 0x78: longest.cross = max(longest.cross, run)
      case 0x23, 0x2D, 0x2E, 0x3F, 0x5F, Self.symbol: longest.other = max(longest.other, run)
      default: break
      }
    }
    return longest.star >= 3 && digits >= 1 || stars >= 4 && digits >= 2
      || longest.cross >= 3 && digits >= 2 || longest.other >= 3 && (2...9).contains(digits)
  }

  /// Digits for the letters that were typed in their stead, where only one digit can be meant.
  ///
  /// The 1 of a mobile in front, the 0 of an area code, and every zero of one who has no key for it:
  /// two O and no 0. A letter within a number may stand for any digit, so that it is left.
  ///
  /// - Returns: Whether anything was replaced.
  mutating func undoLookAlikes() -> Bool {
    var counts = (letters: 0, zeros: 0, ones: 0, typedZeros: 0, typedOnes: 0)
    for byte in bytes {
      switch byte {
      case 0x30: counts.zeros += 1
      case 0x31: counts.ones += 1
      case 0x4F, 0x6F: counts.typedZeros += 1
      case 0x49, 0x6C: counts.typedOnes += 1
      default: if isASCIILetter(byte) { counts.letters += 1 }
      }
    }
    guard counts.letters == 0, counts.typedZeros + counts.typedOnes > 0 else { return false }
    let isZero = counts.typedZeros > 0 && counts.zeros == 0
    let isOne = counts.typedOnes > 0 && counts.ones == 0
    let isHabit = counts.typedZeros + counts.typedOnes >= 2
    var isChanged = false
    var hasDigit = false
    for index in bytes.indices {
      let isFirst =
        !hasDigit && index + 1 < bytes.count && isDigit(bytes[index + 1])
        && (index == 0 || !isASCIILetter(bytes[index - 1]))
      switch bytes[index] {
      case 0x4F where isFirst || isHabit && isZero, 0x6F where isFirst || isHabit && isZero:
        bytes[index] = 0x30
        isChanged = true
      case 0x49 where isFirst || isHabit && isOne, 0x6C where isFirst || isHabit && isOne:
        bytes[index] = 0x31
        isChanged = true
      default: break
      }
      if isDigit(bytes[index]) { hasDigit = true }
    }
    return isChanged
  }
}
