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

  /// Digits for the letters that were typed in their stead, where the digit is certain enough.
  ///
  /// That is in front of the last six digits, for two letters or more, and for a small o. One O, I or l
  /// near the end may stand for any digit, so that it is left.
  ///
  /// - Returns: Whether anything was replaced.
  mutating func undoLookAlikes() -> Bool {
    guard signs.typedDigits > 0, signs.typedDigits == signs.letters, signs.digits >= 5 else {
      return false
    }
    if bytes[0] == 0x2B, !bytes.starts(with: [0x2B, 0x38, 0x36]) { return false }
    var behind = 0
    var isCertain = signs.typedDigits > 1
    for byte in bytes.reversed() {
      if isDigit(byte) { behind += 1 }
      if byte == 0x6F || isASCIILetter(byte) && behind >= 6 { isCertain = true }
    }
    guard isCertain else { return false }
    for index in bytes.indices where isAmongDigits(index) {
      switch bytes[index] {
      case 0x4F, 0x6F: bytes[index] = 0x30
      case 0x49, 0x6C: bytes[index] = 0x31
      default: break
      }
    }
    return true
  }

  /// Whether a letter has a digit, or what was made one, at its side; (O) and O: are labels.
  private func isAmongDigits(_ place: Int) -> Bool {
    let isBehind = place > 0 && isDigit(bytes[place - 1])
    guard place + 1 < bytes.count else { return isBehind }
    let next = bytes[place + 1]
    if isASCIILetter(next) { return true }
    return isBehind || isDigit(next) && (next != 0x30 || bytes[place] | 0x20 != 0x6F)
  }
}

extension PhoneText {
  /// Puts the parameters of a tel: address where they belong: tel:139…;phone-context=+86.
  ///
  /// What stands behind ;isub= is dialled after the connection, and is left out.
  mutating func resolveParameters() {
    guard signs.letters >= 4, bytes.contains(0x3B) else { return }
    if let context = place(of: ";phone-context=") {
      let value = bytes[context.upperBound...].prefix { $0 != 0x3B }
      let start = place(of: "tel:")?.upperBound ?? 0
      let number = bytes[min(start, context.lowerBound)..<context.lowerBound]
      bytes = value.first == 0x2B ? Array(value + number) : Array(number)
    }
    if let address = place(of: ";isub="), address.lowerBound > 0 {
      bytes.removeLast(bytes.count - address.lowerBound)
    }
  }

  private func place(of word: StaticString) -> Range<Int>? {
    let length = word.utf8CodeUnitCount
    return word.withUTF8Buffer { word in
      for start in bytes.indices where start + length <= bytes.count {
        let isHere = word.indices.allSatisfy { unsafe word[$0] == bytes[start + $0] }
        if isHere { return start..<start + length }
      }
      return nil
    }
  }
}
