/// One stretch of a phone cell, taken apart into dialled digits and an extension.
///
/// The rules follow the reference implementation: text before the first digit or plus sign does not
/// count, three letters make a vanity number, extensions have many labels.
struct PhoneCandidate {
  var digits = PhoneDigits()
  var hasPlus = false
  var ext: String?

  /// Nil when the stretch cannot be a number.
  init?(_ text: ArraySlice<UInt8>) {
    guard var body = Self.body(text) else { return nil }
    if let found = PhoneExtension(body), Self.isViable(found.base) {
      ext = found.digits
      body = found.base
    }
    guard Self.isViable(body) else { return nil }
    hasPlus = body.first == 0x2B
    let isVanity = body.count { isASCIILetter($0) } >= 3
    for byte in body {
      if isDigit(byte) {
        digits.append(byte - 0x30)
      } else if isVanity, isASCIILetter(byte) {
        digits.append(Self.keypad[Int((byte | 0x20) - 0x61)])
      }
    }
  }

  /// What stands between the first digit or plus sign and the last character that can belong to it.
  static func body(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let start = text.firstIndex(where: { isDigit($0) || $0 == 0x2B }) else { return nil }
    var end = secondNumber(text[start...]) ?? text.endIndex
    while end > start, !isDigit(text[end - 1]), !isASCIILetter(text[end - 1]), text[end - 1] != 0x23
    {
      end -= 1
    }
    return text[start..<end]
  }

  /// The place of a slash before an x, where a second extension begins.
  private static func secondNumber(_ text: ArraySlice<UInt8>) -> Int? {
    for index in text.indices where text[index] == 0x2F || text[index] == 0x5C {
      var next = index + 1
      while next < text.endIndex, text[next] == 0x20 { next += 1 }
      if next < text.endIndex, text[next] == 0x78 { return index }
    }
    return nil
  }

  /// Three digits with nothing but punctuation around them, then digits, letters and punctuation.
  static func isViable(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while rest.first == 0x2B { rest = rest.dropFirst() }
    var digits = 0
    for byte in rest {
      if isDigit(byte) {
        digits += 1
      } else if isASCIILetter(byte) {
        guard digits >= 3 || byte | 0x20 == 0x78 else { return false }
      } else if !isPunctuation(byte) {
        return false
      }
    }
    return digits >= 3 || digits == 2 && text.count == 2
  }

  /// - ( ) . / [ ] ~ * and the blank.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2A, 0x2D, 0x2E, 0x2F, 0x5B, 0x5D, 0x7E: true
    default: false
    }
  }

  /// The key of each letter on a telephone.
  private static let keypad: [UInt8] = [
    2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 9, 9, 9, 9,
  ]
}

/// An extension at the end of a number.
struct PhoneExtension {
  var base: ArraySlice<UInt8>
  var digits: String

  /// Nil when nothing at the end of the text is marked as an extension.
  init?(_ text: ArraySlice<UInt8>) {
    var end = text.endIndex
    let hasHash = text.last == 0x23
    if hasHash { end -= 1 }
    var start = end
    while start > text.startIndex, isDigit(text[start - 1]) { start -= 1 }
    guard start < end, start > text.startIndex, end - start <= 20 else { return nil }
    var label = start
    var commas = 0
    while label > text.startIndex, [0x20, 0x2C, 0x2D].contains(text[label - 1]) {
      if text[label - 1] == 0x2C { commas += 1 }
      label -= 1
    }
    let separators = text[label..<start]
    if label > text.startIndex, [0x3A, 0x2E].contains(text[label - 1]) { label -= 1 }
    let limit: Int
    if let found = Self.label(text[..<label]) {
      label -= found.length
      limit = found.limit
    } else if commas > 0 {
      label = text[..<start].lastIndex { $0 != 0x20 && $0 != 0x2C }.map { $0 + 1 } ?? start
      limit = 6
    } else if hasHash, !separators.isEmpty, label == separators.startIndex {
      limit = 6
    } else {
      return nil
    }
    guard end - start <= limit else { return nil }
    while label > text.startIndex, [0x20, 0x2C, 0x28].contains(text[label - 1]) { label -= 1 }
    base = text[..<label]
    digits = String(decoding: text[start..<end], as: UTF8.self)
  }

  /// The label that ends a text, and how many digits may follow it.
  ///
  /// What follows a semicolon or a comma can be the next number instead, so that fewer are taken than
  /// the reference would.
  private static func label(_ text: ArraySlice<UInt8>) -> (length: Int, limit: Int)? {
    guard let last = text.last else { return nil }
    switch last {
    case PhoneText.extensionMark:
      let marks = text.reversed().prefix { $0 == PhoneText.extensionMark }.count
      return (marks, 9)
    case 0x3D:  // ;ext=
      return ends(text, ";ext=") ? (5, 20) : nil
    case 0x23, 0x7E: return (1, 9)
    case 0x3B: return (1, 6)
    default: break
    }
    guard isASCIILetter(last) else { return nil }
    for (name, limit) in labels where ends(text, name) { return (name.utf8CodeUnitCount, limit) }
    return nil
  }

  private static let labels: [(StaticString, Int)] = [
    ("extension", 20), ("extensio", 20), ("extensin", 20), ("extensi", 20), ("extn", 20),
    ("ext", 20),
    ("xtn", 20), ("xt", 20), ("anexo", 20), ("int", 9), ("x", 9),
  ]

  private static func ends(_ text: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { name in
      unsafe text.count >= name.count
        && zip(text.suffix(name.count), name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
