/// The mark in front of texts that a spreadsheet would execute.
package enum SpreadsheetMark {
  /// An apostrophe.
  package static let byte: UInt8 = 0x27

  /// Whether a spreadsheet would take the text for a formula.
  ///
  /// It does so for a leading = + - @, their full-width forms, TAB and CR. Marks in front of one of
  /// them count too, so that taking one mark off always gives back what was written.
  package static func isNeeded(_ value: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < value.count, value[offset] == byte { offset += 1 }
    guard offset < value.count else { return false }
    switch value[offset] {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: return true
    case 0xEF:
      guard offset + 2 < value.count, value[offset + 1] == 0xBC else { return false }
      let last = value[offset + 2]
      return last == 0x8B || last == 0x8D || last == 0x9D || last == 0xA0
    default: return false
    }
  }

  /// The text without the mark that was put in front of it.
  package static func removed(from text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.first == byte && isNeeded(bytes.span) ? String(text.dropFirst()) : text
  }
}
