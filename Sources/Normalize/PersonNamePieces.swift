extension PersonNameWork {
  /// Parts `text` into the letters outside of brackets and what stands in them.
  ///
  /// An open bracket reaches to the end.
  mutating func part() {
    letters.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    notes.removeAll(keepingCapacity: true)
    var separator: UInt32 = 0
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if scalar == 0x28 {
        let close = text[index...].firstIndex(of: 0x29) ?? text.count
        notes.append(trimmed(index + 1..<close))
        index = close
        if separator == 0 { separator = 0x20 }
      } else if Self.isLetter(scalar) || joinsWords(index) {
        add(scalar, &separator)
      } else if separator == 0 || separator == 0x20, scalar != 0x29 {
        separator = Self.isSeparator(scalar) ? scalar : 0x20
      }
      index += 1
    }
    while let last = pieces.last, last.script == .latin, letters.last == 0x20 {
      letters.removeLast()
      pieces[pieces.count - 1].range = last.range.lowerBound..<letters.count
    }
  }

  /// Adds a letter to the last piece, or to a new one behind a separator or in another script.
  private mutating func add(_ scalar: UInt32, _ separator: inout UInt32) {
    let script = Self.script(scalar)
    letters.append(scalar)
    if separator == 0, let last = pieces.last, last.script == script || script == .mixed {
      pieces[pieces.count - 1].range = last.range.lowerBound..<letters.count
    } else {
      pieces.append(
        PersonNamePiece(
          range: letters.count - 1..<letters.count, separator: separator,
          script: script == .mixed ? .latin : script))
    }
    separator = 0
  }

  /// A range of `text` without blanks at its ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, text[first] == 0x20 { range = first + 1..<range.upperBound }
    while let last = range.last, text[last] == 0x20 { range = range.lowerBound..<last }
    return range
  }

  /// Han characters, name dots and what hides characters are of one script, and so are Latin letters.
  private static func script(_ scalar: UInt32) -> NameScript {
    if NameText.joinsHan(scalar) { return .han }
    if NameText.isLatin(scalar) { return .latin }
    if scalar == 0x20 || scalar == 0x27 || scalar == 0x2D || scalar == 0x2E { return .mixed }
    return NameText.isOtherLetter(scalar) ? .other : .none
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    NameText.joinsHan(scalar) || NameText.isLatin(scalar) || NameText.isDigit(scalar)
      || NameText.isOtherLetter(scalar)
  }

  /// Whether a mark stands within or between Latin words: O'Brien, J. Smith, Jean-Luc.
  private func joinsWords(_ index: Int) -> Bool {
    let scalar = text[index]
    guard scalar == 0x20 || scalar == 0x27 || scalar == 0x2D || scalar == 0x2E, index > 0 else {
      return false
    }
    if scalar == 0x2E, NameText.isLatin(text[index - 1]) { return true }
    guard index + 1 < text.count, NameText.isLatin(text[index + 1]) else { return false }
    return NameText.isLatin(text[index - 1]) || scalar == 0x20 && text[index - 1] == 0x2E
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x22, 0x2B...0x2F, 0x3A, 0x3B, 0x3D, 0x40, 0x5C, 0x5F, 0x7C, 0x7E, 0x2026, 0x26: true
    default: false
    }
  }
}

extension PersonNameNormalizer {
  /// Joins pieces that a stray blank has parted: 张 伟, 欧阳 明, 张伟 先生.
  func merge(_ work: inout PersonNameWork) {
    guard work.pieces.count > 1 else { return }
    var kept = 1
    for index in 1..<work.pieces.count {
      let piece = work.pieces[index]
      let last = work.pieces[kept - 1]
      let isLoose =
        piece.separator == 0x20 || piece.separator == 0x2C && last.range.count == 1
      if last.script == .han, piece.script == .han, isLoose,
        last.range.upperBound == piece.range.lowerBound,
        belongTogether(work.letters, last.range, piece.range)
      {
        work.pieces[kept - 1].range = last.range.lowerBound..<piece.range.upperBound
      } else {
        work.pieces[kept] = piece
        kept += 1
      }
    }
    work.pieces.removeLast(work.pieces.count - kept)
  }

  private func belongTogether(_ text: [UInt32], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let whole = left.lowerBound..<right.upperBound
    if words.titles.isBehind(text, right) { return left.count <= 4 && hanName(text, whole) != nil }
    guard whole.count <= 4 else { return false }
    if left.count == 1 || right.count == 1 {
      return words.surnames.isKnown(text, left) || !words.titles.isBehind(text, left)
    }
    guard left.count == 2, let compound = words.surnames.compound(text, left) else { return false }
    return compound.length == 2 && compound.value == .chinese
  }
}
