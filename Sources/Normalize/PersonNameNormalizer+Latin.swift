import Vocabulary

extension PersonNameNormalizer {
  /// Reads a Latin name, romanized Chinese ones included; the words are parted already.
  func readLatin(_ reading: inout PersonNameReading) {
    reading.work.words.removeAll(where: \.isAnd)
    takeTitles(&reading)
    setNotes(&reading)
    guard !reading.work.words.isEmpty, reading.work.words.count <= 7 else {
      reading.issues.insert(reading.work.words.isEmpty ? .placeholder : .invalid)
      return
    }
    reading.kind = .person
    let parts = parts(&reading)
    set(parts, &reading)
    setFormalGiven(&reading)
  }

  /// What stands in brackets is a form of address, or the qualifier.
  private func setNotes(_ reading: inout PersonNameReading) {
    var isFirst = true
    for note in reading.work.notes {
      guard reading.work.text[note].contains(where: { !NameText.isMark($0) }) else { continue }
      if isFirst, reading.isEmpty(.honorific), let title = title(reading.work, note) {
        reading.set(.honorific, bytes: title.display)
        reading.gender = title.gender
        continue
      }
      if isFirst {
        reading.text.begin(PersonNameReading.Part.qualifier.rawValue)
      } else {
        reading.text.append(0x20)
      }
      isFirst = false
      let start = note.first { reading.work.text[$0] != 0x20 } ?? note.lowerBound
      let end = note.last { reading.work.text[$0] != 0x20 } ?? note.lowerBound
      for place in start...end { reading.text.append(scalar: reading.work.text[place]) }
      reading.text.end(PersonNameReading.Part.qualifier.rawValue)
    }
  }

  /// The form of address that a range of the text is, dots left out.
  private func title(_ work: PersonNameWork, _ range: Range<Int>) -> LatinTitles.Title? {
    guard range.count <= 12 else { return nil }
    var letters = InlineArray<12, UInt32>(repeating: 0)
    var count = 0
    for place in range where work.text[place] != 0x2E && work.text[place] != 0x20 {
      letters[count] = NameText.lower(work.text[place])
      count += 1
    }
    return words.latinTitles.front(letters.span.extracting(0..<count))
  }

  // MARK: - Titles

  private func takeTitles(_ reading: inout PersonNameReading) {
    while let first = reading.work.words.first {
      let isOnly = reading.work.words.count == 1
      guard let title = words.latinTitles.front(reading.work.folded.span.extracting(first.folded))
      else { break }
      if isOnly, reading.isEmpty(.honorific),
        words.latinNames.isGiven(reading.work.folded.span.extracting(first.folded))
          || title.position == .either
      {
        return
      }
      if reading.isEmpty(.honorific) || title.gender != .unknown {
        reading.set(.honorific, bytes: title.display)
        reading.gender = title.gender
      }
      reading.work.words.removeFirst()
    }
    takeTitleInside(&reading)
    while reading.work.words.count > 1, takeTitleBehind(&reading) {
      // the comma in front of Jr. parts no surname from a given name
      let commas = reading.work.words.count(where: \.endsPart)
      if let index = reading.work.words.indices.last, commas == 1 || index == 0 {
        reading.work.words[index].endsPart = false
      }
    }
  }

  /// Takes a form of address that stands behind the comma: Mitchell, Mr Mary.
  private func takeTitleInside(_ reading: inout PersonNameReading) {
    guard reading.work.words.count > 2, reading.isEmpty(.honorific),
      let comma = reading.work.words.firstIndex(where: \.endsPart),
      comma + 2 < reading.work.words.count,
      let title = words.latinTitles.front(
        reading.work.folded.span.extracting(reading.work.words[comma + 1].folded))
    else { return }
    reading.set(.honorific, bytes: title.display)
    reading.gender = title.gender
    reading.work.words.remove(at: comma + 1)
  }

  private func takeTitleBehind(_ reading: inout PersonNameReading) -> Bool {
    let count = reading.work.words.count
    let last = reading.work.words[count - 1].folded
    if let title = words.latinTitles.behind(reading.work.folded.span.extracting(last)) {
      let known = reading.title
      reading.set(.title, bytes: title.display + (known.map { [0x20] + Array($0.utf8) } ?? []))
    } else if count > 2 || reading.work.words[count - 2].endsPart, reading.isEmpty(.honorific),
      let title = words.latinTitles.front(reading.work.folded.span.extracting(last))
    {
      reading.set(.honorific, bytes: title.display)
      reading.gender = title.gender
    } else {
      return false
    }
    reading.work.words.removeLast()
    return true
  }

  // MARK: - Order

  private func parts(_ reading: inout PersonNameReading) -> LatinNameParts {
    let all = reading.work.words
    let count = all.count
    reading.confidence = 0.85
    if let comma = all.firstIndex(where: \.endsPart), comma + 1 < count {
      reading.confidence = 0.97
      if let parts = commaParts(reading.work, comma) { return parts }
      return LatinNameParts(given: comma + 1..<count, surname: 0..<comma + 1)
    }
    guard count > 1 else { return single(&reading) }
    if let parts = chineseParts(reading.work) { return parts }
    let first = all[0]
    let last = all[count - 1]
    if first.isCapitals, !all.dropFirst().contains(where: \.isCapitals), last.text.count > 1 {
      return LatinNameParts(given: 1..<count, surname: 0..<1)
    }
    if words.latinNames.isGiven(reading.work.folded.span.extracting(first.folded)) {
      reading.confidence = 0.95
    }
    if count == 2,
      isChineseSurname(reading.work, first, before: last)
        || words.latinNames.areExchanged(
          reading.work.folded.span.extracting(first.folded),
          reading.work.folded.span.extracting(last.folded))
    {
      return LatinNameParts(given: 1..<2, surname: 0..<1)
    }
    let start =
      all.indices.dropFirst().dropLast().first {
        words.latinTitles.isParticle(reading.work.folded.span.extracting(all[$0].folded))
      } ?? count - 1
    return LatinNameParts(given: 0..<start, surname: start..<count)
  }

  /// One word: a glued Chinese name, a given name, or behind a form of address a surname.
  private func single(_ reading: inout PersonNameReading) -> LatinNameParts {
    let word = reading.work.words[0]
    let isCertain = words.latinNames.isCertain(
      reading.work.folded.span.extracting(word.folded))
    if !reading.isEmpty(.honorific), !(reading.work.isHanAddressed && isCertain) {
      return LatinNameParts(surname: 0..<1)
    }
    if word.endsPart { return LatinNameParts(surname: 0..<1) }
    if let glued = gluedByCase(reading.work, word) { return glued }
    let isGiven = words.latinNames.isGiven(reading.work.folded.span.extracting(word.folded))
    if !isGiven, let cut = gluedCut(reading.work.folded.span.extracting(word.folded)),
      word.text.count == word.folded.count
    {
      reading.confidence = 0.8
      return LatinNameParts(
        cut: (word.text.lowerBound + cut, word.folded.lowerBound + cut), isSurnameFirst: true)
    }
    reading.confidence = isGiven ? 0.9 : 0.6
    if !isGiven, isSurname(reading.work, word) { return LatinNameParts(surname: 0..<1) }
    return LatinNameParts(given: 0..<1)
  }

  /// Wang David: a Chinese surname in front of an English name.
  func isChineseSurname(
    _ work: PersonNameWork, _ first: LatinWord, before last: LatinWord
  ) -> Bool {
    let surname = work.folded.span.extracting(first.folded)
    let given = work.folded.span.extracting(last.folded)
    return words.surnames.sound(surname) != nil && !words.latinNames.isGiven(surname)
      && words.latinNames.isGiven(given) && words.surnames.sound(given) == nil
  }

  /// Whether one word is a surname: Smith, O'Brien, O'Brien-Smith.
  private func isSurname(_ work: PersonNameWork, _ word: LatinWord) -> Bool {
    let start = word.text.lowerBound
    return words.latinNames.isSurname(work.folded.span.extracting(word.folded))
      || word.text.count > 3 && work.letters[start + 1] == 0x27
        && NameText.lower(work.letters[start]) == 0x6F
  }

  /// ZhangWei: a capital inside of a word parts it, where both parts are pinyin.
  private func gluedByCase(_ work: PersonNameWork, _ word: LatinWord) -> LatinNameParts? {
    guard word.text.count == word.folded.count else { return nil }
    var capital: Int?
    for place in word.text.dropFirst()
    where NameText.isUpper(work.letters[place]) && !NameText.isUpper(work.letters[place - 1]) {
      guard capital == nil else { return nil }
      capital = place
    }
    guard let capital else { return nil }
    let cut = word.folded.lowerBound + capital - word.text.lowerBound
    let left = word.folded.lowerBound..<cut
    let right = cut..<word.folded.upperBound
    let isSurnameFirst = order(
      surnameFirst: odds(work, surname: left, given: right),
      surnameLast: odds(work, surname: right, given: left), isFirstCertain: false)
    return isSurnameFirst.map { LatinNameParts(cut: (capital, cut), isSurnameFirst: $0) }
  }

  /// Where a glued name parts into surname and given name, such as zhangwei; nil when it is none.
  private func gluedCut(_ word: Span<UInt32>) -> Int? {
    guard word.count >= 4, word.count <= 18, let total = words.pinyin.syllableCount(word),
      total >= 2, total <= 4
    else { return nil }
    var best: (length: Int, odds: Float)?
    for length in 1...min(8, word.count - 1) {
      guard let family = words.surnames.sound(word.extracting(0..<length)),
        let given = words.pinyin.givenOdds(word.extracting(length..<word.count))
      else { continue }
      if best.map({ family.share + given > $0.odds }) ?? true {
        best = (length, family.share + given)
      }
    }
    return best?.length
  }
}
