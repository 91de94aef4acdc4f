extension PersonNameNormalizer {
  /// "Bob" in Robert "Bob" Smith; quotes around the whole say nothing.
  func takeNickname(_ reading: inout PersonNameReading) {
    guard reading.work.signs.hasMarks else { return }
    if let quote = quoted(reading.work.text, 0x22) ?? quoted(reading.work.text, 0x27) {
      reading.text.begin(PersonNameReading.Part.alias.rawValue)
      PersonNameLatin.append(
        reading.work.text, quote.lowerBound + 1..<quote.upperBound - 1, to: &reading.text)
      reading.text.end(PersonNameReading.Part.alias.rawValue)
      reading.work.text.replaceSubrange(quote, with: [0x20])
    }
    if reading.work.text.contains(0x22) { reading.work.text.removeAll { $0 == 0x22 } }
  }

  /// One word in quotes, with other words in front or behind.
  private func quoted(_ text: [UInt32], _ mark: UInt32) -> Range<Int>? {
    guard let open = text.firstIndex(of: mark), open > 0, text[open - 1] == 0x20,
      let close = text[(open + 1)...].firstIndex(of: mark), close > open + 1,
      text[(open + 1)..<close].allSatisfy(NameText.isLatin)
    else { return nil }
    return open..<close + 1
  }

  /// Takes away a label in front: Attn: Jane Doe, c/o Jane Doe.
  func takeLabel(_ work: inout PersonNameWork) {
    let text = work.text
    let colon = text.prefix(20).firstIndex(of: 0x3A)
    guard let end = colon ?? text.prefix(10).firstIndex(of: 0x20), end > 0, end + 1 < text.count
    else { return }
    let isCareOf = text[..<end].contains(0x2F)
    // without a sign behind it, a label has the four letters of attn
    guard isCareOf || colon != nil || text[..<end].count(where: NameText.isLatin) <= 4 else {
      return
    }
    work.folded.removeAll(keepingCapacity: true)
    work.folded.append(addingCapacity: end * 2) { output in
      for scalar in text[..<end] where NameText.isLatin(scalar) {
        NameText.appendFolded(scalar, to: &output)
      }
    }
    let folded = work.folded
    let isLabel =
      isCareOf
      ? folded.elementsEqual([0x63, 0x6F])  // c/o
      : words.titles.labels[folded.span] == .latin
        && (colon != nil || folded.count == 4 && folded[3] == 0x6E)  // attn
    guard isLabel else { return }
    work.text.removeFirst(end + 1)
    while let first = work.text.first, first == 0x20 || first == 0x3A { work.text.removeFirst() }
  }

  /// Puts what stands behind a name into brackets: Ryan Murphy | Sales Dept, Eric Moreau, Logistics.
  func settleRemark(_ work: inout PersonNameWork) {
    guard work.signs.hasMarks,
      let place = work.text.indices.first(where: { isRemarkSign(work.text, $0) }),
      wordCount(work.text[..<place]) >= 2
    else { return }
    work.text[place] = 0x28
    work.text.removeAll { $0 == 0x29 }
  }

  private func isRemarkSign(_ text: [UInt32], _ place: Int) -> Bool {
    guard place > 0, place + 1 < text.count else { return false }
    switch text[place] {
    case 0x7C, 0x40, 0x3B: return true  // | @ ;
    case 0x2D, 0x2F: return text[place - 1] == 0x20 && text[place + 1] == 0x20
    case 0x2C: return isDepartment(text[(place + 1)...])
    default: return false
    }
  }

  private func wordCount(_ text: ArraySlice<UInt32>) -> Int {
    text.split { $0 == 0x20 || $0 == 0x2C }.count { $0.contains(where: NameText.isLatin) }
  }

  /// Whether every word is one of departments: Sales Dept, Accounts Payable.
  private func isDepartment(_ text: ArraySlice<UInt32>) -> Bool {
    var letters: [UInt32] = []
    let all = text.split { $0 == 0x20 || $0 == 0x2E }
    return !all.isEmpty
      && all.allSatisfy { word in
        letters.removeAll(keepingCapacity: true)
        for scalar in word { letters.append(NameText.lower(scalar)) }
        return words.titles.remarks[letters.span] == .place
      }
  }

  /// Whether the letters were typed at random or garbled: fgh, ÌÕâùÓ¢.
  func isNoise(_ work: PersonNameWork) -> Bool {
    guard work.signs.isWide || work.words.count == 1 else { return false }
    var letters = 0
    var accented = 0
    var vowels = 0
    var capitals = 0
    for scalar in work.text {
      if 0xA1...0xBF ~= scalar || scalar == 0xFFFD { accented += 2 }
      guard NameText.isLatin(scalar) else { continue }
      letters += 1
      if scalar >= 0x80 { accented += 1 }
      if NameText.isUpper(scalar) { capitals += 1 }
      switch NameText.lower(scalar) {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0x80...: vowels += 1
      default: break
      }
    }
    if letters >= 3, vowels == 0, capitals == 0, work.words.count == 1 { return true }
    return accented >= 3 && accented * 4 >= letters * 3
  }
}
