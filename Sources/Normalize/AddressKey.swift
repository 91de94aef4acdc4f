/// The names and numbers of an address, for comparison.
enum AddressKey {
  /// Words and numbers with one blank between them.
  ///
  /// 26栋4单元703室, 二十六栋4单元703室, 26-4-703 and 26号楼4单元703 give the same; Latin words are
  /// lower-case, with their usual abbreviations written out. What only says that a room follows is
  /// left out: Apt 4, Suite 4, No. 4 and #4 are 4.
  ///
  /// The address is given in simplified characters.
  static func append(_ text: [UInt32], from start: Int, to key: inout PartText) {
    var index = start
    var isFirst = true
    var words = AddressWords()
    while index < text.count {
      let first = index
      let kind = kind(of: text, index)
      repeat { index += 1 } while index < text.count && Self.kind(of: text, index) == kind
      switch kind {
      case .other: continue
      case .digit:
        separate(&isFirst, &key)
        index = appendNumber(text, first..<index, to: &key)
        words.previous = index > first && isScalarDigit(text[index - 1]) ? .number : .name
      case .numeral:
        separate(&isFirst, &key)
        for digit in String(HanNumber.value(of: text[first..<index])).utf8 { key.append(digit) }
      case .latin:
        let next = nextWord(text, from: index)
        if words.isUnit(text, first..<index, before: next) { continue }
        separate(&isFirst, &key)
        words.append(text, first..<index, before: next, to: &key)
      case .han:
        let follows = first > start && Self.kind(of: text, first - 1) != .other
        let name = follows ? withoutUnits(text, first..<index) : first..<index
        if name.isEmpty { continue }
        separate(&isFirst, &key)
        for place in name { key.append(scalar: text[place]) }
      }
    }
  }

  private static func separate(_ isFirst: inout Bool, _ key: inout PartText) {
    if !isFirst { key.append(0x20) }
    isFirst = false
  }

  // MARK: - Kinds

  private enum Kind { case digit, numeral, latin, han, other }

  private static func kind(of text: [UInt32], _ place: Int) -> Kind {
    let scalar = text[place]
    if isScalarDigit(scalar) { return .digit }
    if scalar < 0x80 { return isASCIILetter(UInt8(scalar)) || scalar == 0x27 ? .latin : .other }
    if isHan(scalar) { return HanNumber.isDigit(scalar) && counts(text, place) ? .numeral : .han }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false ? .latin : .other
  }

  /// Whether a run of Chinese digits is a number: what it counts, or a kind of road, stands behind it.
  private static func counts(_ text: [UInt32], _ place: Int) -> Bool {
    var end = place + 1
    while end < text.count, HanNumber.isDigit(text[end]) { end += 1 }
    guard end < text.count else { return false }
    switch text[end] {
    case 0x53F7, 0x680B, 0x5E62, 0x5EA7, 0x5BA4, 0x5C42, 0x697C, 0x5F04, 0x6237, 0x623F, 0x7EC4,
      0x6392, 0x671F, 0x8DEF, 0x8857, 0x5DF7, 0x6761, 0x533A, 0x961F, 0x9662:
      return true
    case 0x5355: return end + 1 < text.count && text[end + 1] == 0x5143  // 单元
    default: return false
    }
  }

  /// The word or number that follows, as a range of the text; empty where none does.
  private static func nextWord(_ text: [UInt32], from place: Int) -> Range<Int> {
    var start = place
    while start < text.count, kind(of: text, start) == .other { start += 1 }
    guard start < text.count else { return start..<start }
    let kind = kind(of: text, start)
    guard kind == .latin || kind == .digit else { return start..<start }
    var end = start + 1
    while end < text.count, self.kind(of: text, end) == kind { end += 1 }
    return start..<end
  }

  // MARK: - Numbers

  /// - Returns: The place behind what was taken, which is more than the digits for 2nd and 12ab.
  private static func appendNumber(_ text: [UInt32], _ range: Range<Int>, to key: inout PartText)
    -> Int
  {
    var end = range.upperBound
    while end < text.count, end < range.upperBound + 3, kind(of: text, end) == .latin { end += 1 }
    if end == range.upperBound + 2 {
      for place in range { key.append(UInt8(text[place])) }
      AddressWords.appendSmall(text, range.upperBound..<end, to: &key)
      return end
    }
    var place = range.lowerBound
    while place + 1 < range.upperBound, text[place] == 0x30 { place += 1 }
    for place in place..<range.upperBound { key.append(UInt8(text[place])) }
    return range.upperBound
  }

  /// Leaves out the words at the front that say what the number before them counts.
  private static func withoutUnits(_ text: [UInt32], _ range: Range<Int>) -> Range<Int> {
    var place = range.lowerBound
    while place < range.upperBound {
      let next = place + 1 < range.upperBound ? text[place + 1] : 0
      switch text[place] {
      case 0x53F7 where next == 0x697C, 0x5355 where next == 0x5143: place += 2  // 号楼 单元
      case 0x53F7, 0x680B, 0x5E62, 0x5EA7, 0x5BA4, 0x5C42, 0x697C, 0x5F04, 0x6237, 0x623F, 0x95E8:
        place += 1
      default: return place..<range.upperBound
      }
    }
    return place..<range.upperBound
  }
}
