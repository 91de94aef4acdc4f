import Vocabulary

extension PersonNameNormalizer {
  /// A word of a Latin name.
  struct LatinToken {
    var text: ArraySlice<UInt32>
    /// Lower case without accents, hyphens or dots.
    var folded: String
    /// Whether a comma follows.
    var endsPart: Bool
    var isCapitals: Bool
  }

  /// Reads a Latin name, romanized Chinese ones included.
  func readLatin(_ text: ArraySlice<UInt32>, _ reading: inout PersonNameReading) {
    var notes: [ArraySlice<UInt32>] = []
    let outside = takeBrackets(takeNickname(Array(text), &reading), &notes)
    var tokens = latinTokens(outside[...])
    takeTitles(&tokens, &reading)
    let note = notes.map { String(scalars: $0) }.filter { !$0.isEmpty }.joined(separator: " ")
    if !note.isEmpty { reading.qualifier = note }
    guard !tokens.isEmpty, tokens.count <= 7 else {
      reading.issues.insert(tokens.isEmpty ? .placeholder : .invalid)
      return
    }
    reading.kind = .person
    let (given, surname) = parts(tokens, isAddressed: reading.honorific != nil, &reading)
    reading.given = given.map(shown).joined(separator: " ")
    reading.surname = surname.map(shown).joined(separator: " ")
    reading.canonical =
      reading.given.isEmpty || reading.surname.isEmpty
      ? reading.given + reading.surname : reading.given + " " + reading.surname
    reading.latinGiven = given.map(\.folded).joined(separator: " ")
    reading.latinSurname = surname.map(\.folded).joined(separator: " ")
    settleChinese(given, surname, &reading)
  }

  /// "Bob" in Robert "Bob" Smith.
  private func takeNickname(_ text: [UInt32], _ reading: inout PersonNameReading) -> [UInt32] {
    guard let open = text.firstIndex(of: 0x22),
      let close = text[(open + 1)...].firstIndex(of: 0x22), close > open + 1
    else { return text.filter { $0 != 0x22 } }
    reading.alias = PersonNameLatin.titleCase(text[(open + 1)..<close])
    return Array(text[..<open] + text[(close + 1)...])
  }

  private func latinTokens(_ text: ArraySlice<UInt32>) -> [LatinToken] {
    var tokens: [LatinToken] = []
    for piece in text.split(whereSeparator: { [0x20, 0x2F, 0x5F, 0x3B, 0x7C].contains($0) }) {
      for part in piece.split(
        omittingEmptySubsequences: false,
        whereSeparator: { $0 == 0x2C || isDotted(piece) && $0 == 0x2E })
      {
        if part.isEmpty {
          if piece.first == 0x2C, let last = tokens.indices.last { tokens[last].endsPart = true }
          continue
        }
        let letters = part.filter { NameText.isLatin($0) || NameText.isOtherLetter($0) }
        guard !letters.isEmpty else { continue }
        tokens.append(
          LatinToken(
            text: part, folded: NameText.folded(letters[...]),
            endsPart: part.endIndex < piece.endIndex && piece[part.endIndex] == 0x2C,
            isCapitals: letters.count > 1 && !part.contains(0x2E)
              && letters.allSatisfy(NameText.isUpper)))
      }
    }
    return tokens
  }

  /// Whether dots part words, as in wei.zhang, and do not abbreviate.
  private func isDotted(_ piece: ArraySlice<UInt32>) -> Bool {
    let parts = piece.split(separator: 0x2E)
    return parts.count > 1 && parts.contains { $0.count > 2 }
  }

  private func takeTitles(_ tokens: inout [LatinToken], _ reading: inout PersonNameReading) {
    while let first = tokens.first, let western = titles.western[first.folded],
      tokens.count > 1 || first.folded != "hon"
    {
      if tokens.count == 1, reading.honorific == nil, givenNames.contains(first.folded) { return }
      if reading.honorific == nil || western.gender != .unknown {
        reading.honorific = western.display
        reading.gender = western.gender
      }
      tokens.removeFirst()
    }
    while tokens.count > 1, let last = tokens.last {
      if let title = titles.westernBehind[last.folded] {
        reading.title = reading.title.map { title + " " + $0 } ?? title
      } else if tokens.count > 2 || tokens[tokens.count - 2].endsPart,
        let western = titles.western[last.folded], reading.honorific == nil
      {
        reading.honorific = western.display
        reading.gender = western.gender
      } else {
        break
      }
      tokens.removeLast()
      if let index = tokens.indices.last, tokens.count(where: \.endsPart) == 1 || tokens.count == 1
      {
        tokens[index].endsPart = false
      }
    }
  }

  /// Given names and surnames, in the order of the name.
  private func parts(
    _ tokens: [LatinToken], isAddressed: Bool, _ reading: inout PersonNameReading
  ) -> (given: [LatinToken], surname: [LatinToken]) {
    reading.confidence = 0.85
    if let comma = tokens.firstIndex(where: \.endsPart), comma + 1 < tokens.count {
      reading.confidence = 0.97
      return (Array(tokens[(comma + 1)...]), Array(tokens[...comma]))
    }
    guard tokens.count > 1 else {
      return single(tokens[0], isAddressed: isAddressed, &reading)
    }
    if let isSurnameFirst = chineseOrder(tokens) {
      return isSurnameFirst
        ? (Array(tokens.dropFirst()), [tokens[0]]) : (tokens.dropLast(), [tokens[tokens.count - 1]])
    }
    let first = tokens[0]
    let last = tokens[tokens.count - 1]
    if first.isCapitals, !last.isCapitals, last.text.count > 1, tokens.count == 2 {
      return ([last], [first])
    }
    if givenNames.contains(first.folded) { reading.confidence = 0.95 }
    if tokens.count == 2, givenNames.areExchanged(first.folded, last.folded) {
      return ([last], [first])
    }
    var start = tokens.count - 1
    for index in tokens.indices.dropFirst().dropLast()
    where titles.particles.contains(tokens[index].folded) {
      start = index
      break
    }
    return (Array(tokens[..<start]), Array(tokens[start...]))
  }

  /// One word: a glued Chinese name, a given name, or behind a form of address a surname.
  private func single(
    _ token: LatinToken, isAddressed: Bool, _ reading: inout PersonNameReading
  ) -> (given: [LatinToken], surname: [LatinToken]) {
    if isAddressed || token.endsPart { return ([], [token]) }
    let capitals = token.text.indices.dropFirst().filter {
      NameText.isUpper(token.text[$0]) && !NameText.isUpper(token.text[$0 - 1])
    }
    if capitals.count == 1, let cut = capitals.first {
      let left = cutToken(token, token.text[..<cut])
      let right = cutToken(token, token.text[cut...])
      if let isSurnameFirst = chineseOrder([left, right]) {
        return isSurnameFirst ? ([right], [left]) : ([left], [right])
      }
    }
    if !givenNames.contains(token.folded), let glued = pinyin.split(glued: token.folded) {
      let cut = token.text.startIndex + glued.surname.utf8.count
      if cut < token.text.endIndex {
        reading.confidence = 0.8
        return ([cutToken(token, token.text[cut...])], [cutToken(token, token.text[..<cut])])
      }
    }
    reading.confidence = givenNames.contains(token.folded) ? 0.9 : 0.6
    return ([token], [])
  }

  private func cutToken(_ token: LatinToken, _ text: ArraySlice<UInt32>) -> LatinToken {
    LatinToken(
      text: text, folded: NameText.folded(text.filter(NameText.isLatin)[...]), endsPart: false,
      isCapitals: false)
  }

  /// Whether a romanized Chinese name begins with its surname; nil when it is no such name.
  private func chineseOrder(_ tokens: [LatinToken]) -> Bool? {
    guard tokens.count <= 3 else { return nil }
    let firstGiven = tokens.dropFirst().map(\.folded).joined()
    let lastGiven = tokens.dropLast().map(\.folded).joined()
    let surnameFirst = pinyin.odds(surname: tokens[0].folded, given: firstGiven)
    let surnameLast = pinyin.odds(surname: tokens[tokens.count - 1].folded, given: lastGiven)
    guard surnameFirst != nil || surnameLast != nil else { return nil }
    let isFirstCapital = tokens[0].isCapitals && !tokens[1].isCapitals
    let isLastCapital = !tokens[0].isCapitals && tokens[tokens.count - 1].isCapitals
    if isFirstCapital, surnameFirst != nil { return true }
    if isLastCapital, surnameLast != nil { return false }
    guard let surnameFirst else { return false }
    guard let surnameLast else {
      return !(givenNames.isCertain(tokens[0].folded) && surnameFirst < -16)
    }
    return surnameFirst + 1 >= surnameLast
  }
}
