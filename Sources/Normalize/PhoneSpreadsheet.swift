extension PhoneText {
  /// What a spreadsheet did to a number, and whether it could be undone.
  enum SpreadsheetDamage {
    case plain
    case undone
    case lossy
  }

  /// Undoes `13812345678.0`, `13,812,345,678` and `1.3812345678E+10`.
  mutating func undoSpreadsheet() -> SpreadsheetDamage {
    switch SpreadsheetNumber(bytes.lazy.map { UInt32($0) }) {
    case .plain: return .plain
    case .lossy: return .lossy
    case .digits(let digits):
      bytes = digits
      return .undone
    }
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
}
