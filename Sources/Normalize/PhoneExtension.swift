/// An extension at the end of a number.
///
/// The labels, and how many digits may follow each, are those of the reference implementation, and the
/// words of `phone_words`.
struct PhoneExtension {
  var base: Range<Int>
  var digits: Range<Int>

  /// Nil when nothing at the end of the text is marked as an extension.
  ///
  /// - Parameters:
  ///   - text: The stretch of a cell.
  ///   - body: Where its number stands.
  ///   - isNumber: Whether digits behind a comma or a semicolon are a number of their own.
  init?(_ text: Span<UInt8>, _ body: Range<Int>, _ isNumber: (Range<Int>) -> Bool) {
    let first = body.lowerBound
    var end = body.upperBound
    let hasHash = text[end - 1] == 0x23
    if hasHash { end -= 1 }
    var start = end
    while start > first, isDigit(text[start - 1]) { start -= 1 }
    guard start < end, start > first, end - start <= 20 else { return nil }
    var separators = start
    while separators > first, Self.isSeparator(text[separators - 1]) { separators -= 1 }
    var label = separators
    if label > first, text[label - 1] == 0x3A || text[label - 1] == 0x2E { label -= 1 }
    let limit: Int
    if let found = Self.label(text, first..<label) {
      label -= found.length
      limit = found.limit
      // Behind a semicolon may stand a number of any length, behind 转 one that is no extension.
      let isOpen =
        text[label] == 0x3B && found.length == 1
        || text[label] == PhoneText.extensionMark && end - start >= 10
      if isOpen, isNumber(start..<end) { return nil }
    } else if let commas = Self.commas(text, first..<separators, start) {
      label = commas.start
      limit = commas.count > 1 ? 15 : 9
      if commas.count == 1, !hasHash, isNumber(start..<end) { return nil }
    } else if hasHash, separators < start {
      label = separators
      limit = 6
    } else {
      return nil
    }
    guard end - start <= limit else { return nil }
    while label > first, Self.isBetween(text[label - 1]) { label -= 1 }
    base = first..<label
    digits = start..<end
  }

  /// What may stand between a label and its digits: blanks, commas and hyphens.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2C || byte == 0x2D
  }

  /// What may stand between a number and a label: blanks, commas, an opening bracket.
  private static func isBetween(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2C || byte == 0x28
  }

  /// The commas before digits, where they are all that says that an extension follows.
  private static func commas(
    _ text: Span<UInt8>, _ before: Range<Int>, _ start: Int
  ) -> (start: Int, count: Int)? {
    var first: Int?
    var count = 0
    for index in before.upperBound..<start where text[index] == 0x2C {
      if first == nil { first = index }
      count += 1
    }
    guard let first else { return nil }
    for index in before.upperBound..<first where text[index] == 0x2D { return nil }
    return (first, count)
  }

  /// The label that ends a range, and how many digits may follow it.
  private static func label(_ text: Span<UInt8>, _ range: Range<Int>) -> (length: Int, limit: Int)?
  {
    guard !range.isEmpty else { return nil }
    switch text[range.upperBound - 1] {
    case PhoneText.extensionMark:
      var length = 1
      while length < range.count, text[range.upperBound - length - 1] == PhoneText.extensionMark {
        length += 1
      }
      return (length, 20)
    case 0x3D: return ends(text, range, ";ext=") ? (5, 20) : nil
    case 0x23, 0x7E: return (1, 9)
    case 0x3B: return (1, 15)
    case let byte where isASCIILetter(byte): return word(text, range)
    default: return nil
    }
  }

  private static func word(_ text: Span<UInt8>, _ range: Range<Int>) -> (length: Int, limit: Int)? {
    for (name, limit) in labels where ends(text, range, name) {
      return (name.utf8CodeUnitCount, limit)
    }
    return nil
  }

  /// Whether a word announces an extension, such as ext or Extn.
  static func isLabel(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, !isASCIILetter(text[end - 1]) { end -= 1 }
    return word(text, range.lowerBound..<end).map { $0.length == end - range.lowerBound } ?? false
  }

  private static let labels: [(StaticString, Int)] = [
    ("extension", 20), ("xtension", 20), ("extensio", 20), ("xtensio", 20), ("extn", 20),
    ("ext", 20), ("xtn", 20), ("xt", 20), ("anexo", 20), ("int", 9), ("x", 9),
  ]

  private static func ends(_ text: Span<UInt8>, _ range: Range<Int>, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    guard range.count >= count else { return false }
    let start = range.upperBound - count
    return name.withUTF8Buffer { name in
      for index in 0..<count where unsafe text[start + index] | 0x20 != name[index] | 0x20 {
        return false
      }
      return true
    }
  }
}
