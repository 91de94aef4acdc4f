extension PhoneText {
  /// What a spreadsheet did to a number, and whether it could be undone.
  enum SpreadsheetDamage {
    case plain
    case undone
    case lossy
  }

  /// Undoes `13812345678.0` and `1.3812345678E+10`.
  ///
  /// A mantissa with all digits, or all but one closing zero that the writer left off, is the number.
  /// A shorter one lost digits.
  mutating func undoSpreadsheet() -> SpreadsheetDamage {
    guard let point = bytes.firstIndex(of: 0x2E) ?? bytes.firstIndex(where: { $0 | 0x20 == 0x65 }),
      point > 0, bytes[..<point].allSatisfy(isDigit)
    else { return .plain }
    if let exponent = bytes.firstIndex(where: { $0 | 0x20 == 0x65 }) {
      return undoExponent(point: point, mark: exponent)
    }
    guard point >= 7, point + 1 < bytes.count, bytes[(point + 1)...].allSatisfy({ $0 == 0x30 })
    else {
      return .plain
    }
    bytes.removeLast(bytes.count - point)
    return .undone
  }

  private mutating func undoExponent(point: Int, mark: Int) -> SpreadsheetDamage {
    let fraction = point < mark ? bytes[(point + 1)..<mark] : []
    var rest = bytes[(mark + 1)...]
    if rest.first == 0x2B { rest = rest.dropFirst() }
    guard point == 1, fraction.allSatisfy(isDigit), (1...2).contains(rest.count),
      rest.allSatisfy(isDigit)
    else { return .plain }
    let exponent = rest.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard exponent >= 6 else { return .plain }
    guard fraction.count <= exponent, fraction.count >= exponent - 1 else { return .lossy }
    let zeros = [UInt8](repeating: 0x30, count: exponent - fraction.count)
    bytes = [bytes[0]] + fraction + zeros
    return .undone
  }

  /// Whether digits are hidden behind stars or crosses.
  var isMasked: Bool {
    var run = 0
    var digits = 0
    var longest = 0
    for byte in bytes {
      if isDigit(byte) { digits += 1 }
      run = byte == 0x2A || byte | 0x20 == 0x78 || byte == Self.symbol ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest >= 3 && digits >= 2
  }
}
