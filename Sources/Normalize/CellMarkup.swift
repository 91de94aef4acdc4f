/// HTML that a form or a report left in a cell.
enum CellMarkup {
  /// The text without tags and with entities resolved, once; nil when it holds neither.
  ///
  /// Only tags that format text are known, so that `<john@example.com>` stays.
  static func plain(_ text: [UInt32]) -> [UInt32]? {
    var result: [UInt32] = []
    var isChanged = false
    var index = 0
    while index < text.count {
      if text[index] == 0x26, let (scalar, length) = entity(text[index...]) {
        result.append(scalar)
        index += length
        isChanged = true
      } else if text[index] == 0x3C, let (mark, length) = tag(text[index...]) {
        if let mark { result.append(mark) }
        index += length
        isChanged = true
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return isChanged ? result : nil
  }

  // MARK: - Entities

  private static func entity(_ text: ArraySlice<UInt32>) -> (scalar: UInt32, length: Int)? {
    guard let end = text.prefix(12).firstIndex(of: 0x3B) else { return nil }
    let name = text[(text.startIndex + 1)..<end]
    guard let scalar = name.first == 0x23 ? number(name.dropFirst()) : names[Array(name)] else {
      return nil
    }
    return (scalar, end - text.startIndex + 1)
  }

  /// A character by its number, decimal or hexadecimal behind an x.
  private static func number(_ text: ArraySlice<UInt32>) -> UInt32? {
    let isHexadecimal = text.first.map { $0 | 0x20 } == 0x78
    guard
      let value = UInt32(
        String(scalars: isHexadecimal ? text.dropFirst() : text), radix: isHexadecimal ? 16 : 10),
      value >= 0x20, Unicode.Scalar(value) != nil
    else { return nil }
    return value
  }

  /// The entities of HTML 4 that stand in names, addresses and amounts.
  private static let names: [[UInt32]: UInt32] = {
    var names: [[UInt32]: UInt32] = [:]
    for (name, scalar) in [
      ("nbsp", 0x20), ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27),
      ("ensp", 0x20), ("emsp", 0x20), ("thinsp", 0x20), ("shy", 0xAD), ("zwj", 0x200D),
      ("zwnj", 0x200C), ("middot", 0xB7), ("bull", 0x2022), ("hellip", 0x2026), ("ndash", 0x2013),
      ("mdash", 0x2014), ("lsquo", 0x2018), ("rsquo", 0x2019), ("ldquo", 0x201C),
      ("rdquo", 0x201D), ("yen", 0xA5), ("pound", 0xA3), ("euro", 0x20AC), ("copy", 0xA9),
      ("reg", 0xAE), ("trade", 0x2122),
    ] as [(String, UInt32)] {
      names[name.unicodeScalars.map(\.value)] = scalar
    }
    for (offset, name) in latin.split(separator: " ").enumerated() {
      names[name.unicodeScalars.map(\.value)] = 0xC0 + UInt32(offset)
    }
    return names
  }()

  /// U+00C0...U+00FF.
  private static let latin = """
    Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
    agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
    eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """

  // MARK: - Tags

  /// What stands in the text for a tag, nil for nothing, and the tag's length; nil when there is none.
  private static func tag(_ text: ArraySlice<UInt32>) -> (mark: UInt32?, length: Int)? {
    var place = text.startIndex + 1
    if place < text.endIndex, text[place] == 0x2F { place += 1 }
    let start = place
    while place < text.endIndex, place - start < 10, isNameCharacter(text[place]) { place += 1 }
    guard place < text.endIndex, [0x20, 0x0A, 0x2F, 0x3E].contains(text[place]) else { return nil }
    let name = String(scalars: text[start..<place]).lowercased()
    guard inlineTags.contains(name) || blockTags.contains(name) else { return nil }
    var isQuoted = false
    while place < text.endIndex, isQuoted || text[place] != 0x3E {
      if text[place] == 0x22 { isQuoted.toggle() }
      place += 1
    }
    guard place < text.endIndex else { return nil }
    let mark: UInt32? = inlineTags.contains(name) ? nil : 0x0A
    return (mark, place - text.startIndex + 1)
  }

  private static func isNameCharacter(_ scalar: UInt32) -> Bool {
    scalar < 0x80 && (isASCIILetter(UInt8(scalar)) || isScalarDigit(scalar))
  }

  private static let inlineTags: Set<String> = [
    "a", "abbr", "b", "big", "code", "em", "font", "i", "img", "nobr", "s", "small", "span",
    "strike", "strong", "sub", "sup", "u",
  ]

  /// Tags that end a line.
  private static let blockTags: Set<String> = [
    "br", "center", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]
}
