extension PhoneText {
  /// What a spreadsheet did to a number, and whether it could be undone.
  enum SpreadsheetDamage {
    case plain
    case undone
    case lossy
  }

  /// Undoes `13812345678.0`, `13,812,345,678` and `1.3812345678E+10`.
  mutating func undoSpreadsheet() -> SpreadsheetDamage {
    guard signs.isSpreadsheetNumber else { return .plain }
    switch SpreadsheetNumber(bytes.lazy.map { UInt32($0) }) {
    case .plain: return .plain
    case .lossy: return .lossy
    case .digits(let digits):
      bytes = digits
      return .undone
    }
  }

  /// Whether an equals sign stands before a phone: what a spreadsheet makes of +86 139 1234 5678.
  var isPhoneFormula: Bool {
    bytes.first == 0x3D && bytes.count(where: isDigit) >= 7
      && !bytes.contains { isASCIILetter($0) || $0 >= 0x80 || $0 == 0x22 || $0 == 0x3A }
  }

  /// Digits for the letters that were typed in their stead, where only one digit can be meant.
  ///
  /// The 1 of a mobile in front, the 0 of an area code, and every zero of one who has no key for it:
  /// two O and no 0. A letter within a number may stand for any digit, so that it is left.
  ///
  /// - Returns: Whether anything was replaced.
  mutating func undoLookAlikes() -> Bool {
    guard signs.typedDigits > 0, signs.typedDigits == signs.letters else { return false }
    var counts = (zeros: 0, ones: 0, typedZeros: 0, typedOnes: 0)
    for byte in bytes {
      switch byte {
      case 0x30: counts.zeros += 1
      case 0x31: counts.ones += 1
      case 0x4F, 0x6F: counts.typedZeros += 1
      case 0x49, 0x6C: counts.typedOnes += 1
      default: break
      }
    }
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
