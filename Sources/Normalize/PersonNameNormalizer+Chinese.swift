extension PersonNameNormalizer {
  /// Joins the syllables of romanized given names and finds English names before Chinese surnames.
  func settleChinese(
    _ given: [LatinToken], _ surname: [LatinToken], _ reading: inout PersonNameReading
  ) {
    guard surname.count == 1, surnames.frequency(pinyin: reading.latinSurname) != nil else {
      return
    }
    let joined = given.map(\.folded).joined()
    if let first = given.first,
      givenNames.isCertain(first.folded) || pinyin.givenOdds(joined) == nil
    {
      if givenNames.contains(first.folded), reading.alias == nil { reading.alias = shown(first) }
      return
    }
    guard !joined.isEmpty, let last = surname.first, isChinese(last, given) else { return }
    reading.given = PersonNameLatin.titleCase(joined.unicodeScalars.map(\.value)[...])
    reading.surname = PersonNameLatin.titleCase(last.folded.unicodeScalars.map(\.value)[...])
    reading.canonical = reading.given + " " + reading.surname
    reading.latinGiven = joined
    reading.confidence = max(reading.confidence, 0.9)
  }

  private func isChinese(_ surname: LatinToken, _ given: [LatinToken]) -> Bool {
    pinyin.odds(surname: surname.folded, given: given.map(\.folded).joined()) ?? -99 > -30
  }

  /// A word of a name as it is shown: title case, initials without their dot.
  func shown(_ token: LatinToken) -> String {
    let text = token.text.last == 0x2E ? token.text.dropLast() : token.text
    return PersonNameLatin.titleCase(text)
  }

  /// Reads cleaned text of two columns.
  func read(given: [UInt32], surname: [UInt32]) -> PersonNameReading {
    guard !given.isEmpty else { return read(surname) }
    guard !surname.isEmpty else { return read(given) }
    let first = NameText.canonicalScalars(given, han)
    let last = NameText.canonicalScalars(surname, han)
    if NameText.isPartPlaceholder(first[...]) { return read(surname) }
    if NameText.isPartPlaceholder(last[...]) { return read(given) }
    if NameText.script(first[...]) == .han, NameText.script(last[...]) == .han {
      let isSwapped = !isKnownSurname(last[...]) && isKnownSurname(first[...])
      return read(isSwapped ? first + last : last + first)
    }
    if NameText.script(first[...]) == .latin, NameText.script(last[...]) == .latin,
      !first.contains(0x2C), !last.contains(0x2C)
    {
      let isSwapped = isExchanged(NameText.folded(first[...]), NameText.folded(last[...]))
      return read(isSwapped ? first + [0x2C, 0x20] + last : last + [0x2C, 0x20] + first)
    }
    return read(given + [0x20] + surname)
  }

  /// Whether the given name stands in the surname's column for sure.
  private func isExchanged(_ given: String, _ surname: String) -> Bool {
    if givenNames.isCertain(surname), !givenNames.contains(given) { return true }
    guard let straight = pinyin.odds(surname: surname, given: given) else {
      return pinyin.odds(surname: given, given: surname) != nil && !givenNames.contains(given)
    }
    return (pinyin.odds(surname: given, given: surname) ?? -99) > straight + 4
  }
}
