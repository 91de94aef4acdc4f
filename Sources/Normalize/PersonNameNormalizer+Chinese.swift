extension PersonNameNormalizer {
  private typealias Part = PersonNameReading.Part

  /// Sets the parts of a Latin name, and its canonical form, of which they are ranges.
  func set(_ parts: LatinNameParts, _ reading: inout PersonNameReading) {
    if let cut = parts.cut { split(at: cut, &reading) }
    let given = parts.cut == nil ? parts.given : parts.isSurnameFirst ? 1..<2 : 0..<1
    let surname = parts.cut == nil ? parts.surname : parts.isSurnameFirst ? 0..<1 : 1..<2
    reading.text.begin(Part.canonical.rawValue)
    append(.given, given, &reading) { $1.appendShown($0) }
    if !reading.isEmpty(.given), !surname.isEmpty { reading.text.append(0x20) }
    append(.surname, surname, &reading) { $1.appendShown($0) }
    reading.text.end(Part.canonical.rawValue)
    append(.latinGiven, given, &reading) { $1.appendFolded($0.folded) }
    append(.latinSurname, surname, &reading) { $1.appendFolded($0.folded) }
    if reading.isEmpty(.alias) { append(.alias, parts.alias, &reading) { $1.appendShown($0) } }
    settleChinese(given, surname, &reading)
  }

  /// Makes two words of one.
  private func split(at cut: (text: Int, folded: Int), _ reading: inout PersonNameReading) {
    let word = reading.work.words[0]
    reading.work.words[0] = LatinWord(
      text: word.text.lowerBound..<cut.text, folded: word.folded.lowerBound..<cut.folded)
    reading.work.words.insert(
      LatinWord(
        text: cut.text..<word.text.upperBound, folded: cut.folded..<word.folded.upperBound), at: 1)
  }

  private func append(
    _ part: Part, _ range: Range<Int>, _ reading: inout PersonNameReading,
    with append: (LatinWord, inout PersonNameReading) -> Void
  ) {
    guard !range.isEmpty else { return }
    reading.text.begin(part.rawValue)
    for index in range {
      if index > range.lowerBound { reading.text.append(0x20) }
      append(reading.work.words[index], &reading)
    }
    reading.text.end(part.rawValue)
  }

  /// Joins the syllables of romanized given names and finds English names before Chinese surnames.
  private func settleChinese(
    _ given: Range<Int>, _ surname: Range<Int>, _ reading: inout PersonNameReading
  ) {
    let all = reading.work.words
    guard surname.count == 1, !given.isEmpty else { return }
    let family = all[surname.lowerBound]
    let first = all[given.lowerBound]
    let joined = first.folded.lowerBound..<all[given.upperBound - 1].folded.upperBound
    guard
      words.surnames.sound(reading.work.folded.span.extracting(family.folded)) != nil
    else { return }
    let firstLetters = first.folded
    let isCertain = words.latinNames.isCertain(
      reading.work.folded.span.extracting(firstLetters))
    let odds = words.pinyin.givenOdds(reading.work.folded.span.extracting(joined))
    guard let odds, !isCertain else {
      if words.latinNames.isGiven(reading.work.folded.span.extracting(firstLetters)),
        reading.isEmpty(.alias)
      {
        append(.alias, given.lowerBound..<given.lowerBound + 1, &reading) { $1.appendShown($0) }
      }
      return
    }
    guard isChinese(reading.work, family.folded, odds) else { return }
    reading.text.begin(Part.latinGiven.rawValue)
    reading.appendFolded(joined)
    reading.text.end(Part.latinGiven.rawValue)
    reading.confidence = max(reading.confidence, 0.9)
    guard words.surnames.sound(reading.work.folded.span.extracting(family.folded))?.isPinyin == true
    else { return }  // Tsang Chi Wai is written in syllables
    if !hasTones(reading.work, family), given.allSatisfy({ !hasTones(reading.work, all[$0]) }) {
      reading.text.begin(Part.canonical.rawValue)
      reading.text.begin(Part.given.rawValue)
      reading.appendTitleCase(folded: joined)
      reading.text.end(Part.given.rawValue)
      reading.text.append(0x20)
      reading.text.begin(Part.surname.rawValue)
      reading.appendTitleCase(folded: family.folded)
      reading.text.end(Part.surname.rawValue)
      reading.text.end(Part.canonical.rawValue)
    }
  }

  /// Whether a word has letters with tones, which are shown as written.
  private func hasTones(_ work: PersonNameWork, _ word: LatinWord) -> Bool {
    word.text.contains { work.letters[$0] >= 0x80 }
  }

  private func isChinese(_ work: PersonNameWork, _ surname: Range<Int>, _ given: Float) -> Bool {
    let share = words.surnames.sound(work.folded.span.extracting(surname))?.share ?? -99
    return share + given > -30
  }

  /// Sets what the given name is short for: robert for Bob.
  func setFormalGiven(_ reading: inout PersonNameReading) {
    reading.text.share(Part.formalGiven.rawValue, with: Part.latinGiven.rawValue)
    let range = reading.text.range(of: Part.latinGiven.rawValue)
    guard !range.isEmpty, range.count <= 16 else { return }
    var letters = InlineArray<16, UInt32>(repeating: 0)
    for place in range {
      letters[place - range.lowerBound] = UInt32(reading.text.bytes[place])
    }
    guard let formal = lexicon.nicknames.formal(letters.span.extracting(0..<range.count)) else {
      return
    }
    reading.text.set(Part.formalGiven.rawValue, formal.span)
  }
}

extension PersonNameReading {
  /// Appends a word of a Latin name as it is shown: title case, initials without their dot.
  mutating func appendShown(_ word: LatinWord) {
    let isInitial = word.text.last.map { work.letters[$0] == 0x2E } ?? false
    PersonNameLatin.append(
      work.letters, isInitial ? word.text.lowerBound..<word.text.upperBound - 1 : word.text,
      to: &text)
  }

  mutating func appendFolded(_ range: Range<Int>) {
    let folded = work.folded
    text.append(folded.span, range)
  }

  /// Appends small letters with a capital in front.
  mutating func appendTitleCase(folded range: Range<Int>) {
    PersonNameLatin.append(work.folded, range, to: &text)
  }
}
