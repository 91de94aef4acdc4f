extension PersonNameNormalizer {
  /// Takes out what stands in brackets; an open bracket reaches to the end.
  func takeBrackets(_ text: [UInt32], _ notes: inout [ArraySlice<UInt32>]) -> [UInt32] {
    guard text.contains(0x28) || text.contains(0x29) else { return text }
    var outside: [UInt32] = []
    var index = 0
    while index < text.count {
      guard text[index] == 0x28 else {
        if text[index] != 0x29 { outside.append(text[index]) }
        index += 1
        continue
      }
      let close = text[index...].firstIndex(of: 0x29) ?? text.count
      let inside = text[(index + 1)..<close]
      notes.append(trimmed(inside))
      index = close + 1
      outside.append(0x20)
    }
    return Array(trimmed(outside[...]))
  }

  private func trimmed(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    var text = text
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    return text
  }

  /// Parts text at blanks and punctuation; the name dot parts nothing.
  func split(_ text: ArraySlice<UInt32>) -> [PersonNamePiece] {
    var pieces: [PersonNamePiece] = []
    var separator: UInt32 = 0
    var start = text.startIndex
    func close(at end: Int) {
      guard start < end else { return }
      let piece = text[start..<end]
      pieces.append(
        PersonNamePiece(text: piece, separator: separator, script: NameText.script(piece)))
      separator = 0
    }
    for index in text.indices where Self.isSeparator(text[index]) {
      close(at: index)
      if separator == 0 || separator == 0x20 { separator = text[index] }
      start = index + 1
    }
    close(at: text.endIndex)
    return pieces
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x22, 0x2B...0x2F, 0x3A, 0x3B, 0x3D, 0x40, 0x5C, 0x5F, 0x7C, 0x7E, 0x2026, 0x26: true
    default: false
    }
  }

  /// Parts pieces where Han and other characters meet, as in Kevin张.
  ///
  /// Stars stay with the name.
  func byScript(_ pieces: [PersonNamePiece]) -> [PersonNamePiece] {
    var result: [PersonNamePiece] = []
    for piece in pieces {
      var start = piece.text.startIndex
      for index in piece.text.indices.dropFirst()
      where Self.joinsHan(piece.text[index]) != Self.joinsHan(piece.text[index - 1]) {
        result.append(
          make(piece.text[start..<index], piece, isFirst: start == piece.text.startIndex))
        start = index
      }
      result.append(make(piece.text[start...], piece, isFirst: start == piece.text.startIndex))
    }
    return result
  }

  private static func joinsHan(_ scalar: UInt32) -> Bool {
    HanTable.isHan(scalar) || [0xB7, 0x2A, 0xD7].contains(scalar)
  }

  private func make(
    _ text: ArraySlice<UInt32>, _ whole: PersonNamePiece, isFirst: Bool
  ) -> PersonNamePiece {
    PersonNamePiece(
      text: text, separator: isFirst ? whole.separator : 0, script: NameText.script(text))
  }

  /// Joins what a stray blank has parted: 张 伟, 欧阳 明, 张伟 先生.
  func merged(_ pieces: [PersonNamePiece]) -> [PersonNamePiece] {
    guard pieces.count > 1 else { return pieces }
    var result: [PersonNamePiece] = []
    for piece in pieces {
      guard let last = result.last, last.script == .han, piece.script == .han,
        piece.separator == 0x20 || piece.separator == 0x2C && last.text.count == 1,
        belongsTogether(last.text, piece.text)
      else {
        result.append(piece)
        continue
      }
      result[result.count - 1].text = last.text + piece.text
    }
    return result
  }

  private func belongsTogether(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Bool {
    if titles.behind.contains(right) { return hanName(left + right) != nil && left.count <= 4 }
    guard left.count + right.count <= 4 else { return false }
    if left.count == 1 || right.count == 1 {
      return isKnownSurname(left) || !titles.behind.contains(left)
    }
    return left.count == 2 && surnames.compoundLength(left) == 2 && !surnames.isJapanese(left)
  }
}
