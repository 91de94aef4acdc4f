/// What stands in a phone's text, found in one pass, so that rules which do not apply cost nothing.
struct PhoneSigns: Sendable {
  private(set) var digits = 0
  /// ASCII letters.
  private(set) var letters = 0
  /// The letters O, o, I and l.
  private(set) var typedDigits = 0
  /// Whether words, line breaks or 、 part the text.
  private(set) var isParted = false
  /// Whether an at sign stands behind the first character.
  private(set) var hasAt = false
  /// Whether the text is digits with points, commas and an exponent, and nothing else.
  private(set) var isSpreadsheetNumber = false
  private var stars = 0
  /// The longest runs of one mark.
  private var longest = (star: 0, cross: 0, other: 0)

  init() {}

  init(_ text: Span<UInt8>) {
    var last: UInt8 = 0
    var run = 0
    var numberMarks = 0
    var otherMarks = 0
    for index in text.indices {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        digits &+= 1
        last = 0
        continue
      }
      let folded = byte | 0x20
      run = folded == last ? run &+ 1 : 1
      last = folded
      if folded &- 0x61 < 26 {
        letters &+= 1
        if byte == 0x4F || byte == 0x6F || byte == 0x49 || byte == 0x6C { typedDigits &+= 1 }
        if folded == 0x78 { longest.cross = max(longest.cross, run) }
        if folded == 0x65 { numberMarks &+= 1 } else { otherMarks &+= 1 }
        continue
      }
      switch byte {
      case 0x2E:
        numberMarks &+= 1
        longest.other = max(longest.other, run)
      case 0x2B, 0x2C: numberMarks &+= 1
      case 0x23, 0x2D, 0x3F, 0x5F, PhoneText.symbol:
        otherMarks &+= 1
        longest.other = max(longest.other, run)
      case 0x2A:
        otherMarks &+= 1
        stars &+= 1
        longest.star = max(longest.star, run)
      default:
        otherMarks &+= 1
        if byte >= 0x80 || byte == PhoneText.separator { isParted = true }
        if byte == 0x40, index > 0 { hasAt = true }
      }
    }
    isSpreadsheetNumber =
      numberMarks > 0 && otherMarks == 0 && text.count > 0 && isDigit(text[0])
  }

  /// Whether digits are hidden behind stars, crosses or other marks.
  ///
  /// Hyphens, dots and symbols also stand beside whole numbers, so that they hide something only where
  /// digits are missing.
  var isMasked: Bool {
    longest.star >= 3 && digits >= 1 || stars >= 4 && digits >= 2
      || longest.cross >= 3 && digits >= 2 || longest.other >= 3 && digits >= 2 && digits <= 9
  }
}
