import Vocabulary

/// Which words of a Latin name are the given names and which the surname.
struct LatinNameParts: Sendable {
  var given = 0..<0
  var surname = 0..<0
  /// Where one glued word is cut, in its letters and in its small letters.
  var cut: (text: Int, folded: Int)?
  /// Whether the glued word begins with its surname.
  var isSurnameFirst = true
}

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

  /// "Bob" in Robert "Bob" Smith.
  func takeNickname(_ reading: inout PersonNameReading) {
    guard let open = reading.work.text.firstIndex(of: 0x22) else { return }
    if let close = reading.work.text[(open + 1)...].firstIndex(of: 0x22), close > open + 1 {
      reading.text.begin(PersonNameReading.Part.alias.rawValue)
      PersonNameLatin.append(reading.work.text, open + 1..<close, to: &reading.text)
      reading.text.end(PersonNameReading.Part.alias.rawValue)
      reading.work.text.removeSubrange(open...close)
    }
    reading.work.text.removeAll { $0 == 0x22 }
  }

  private func setNotes(_ reading: inout PersonNameReading) {
    guard reading.work.notes.contains(where: { !$0.isEmpty }) else { return }
    reading.text.begin(PersonNameReading.Part.qualifier.rawValue)
    let start = reading.text.bytes.count
    for note in reading.work.notes where !note.isEmpty {
      if reading.text.bytes.count > start { reading.text.append(0x20) }
      for place in note { reading.text.append(scalar: reading.work.text[place]) }
    }
    reading.text.end(PersonNameReading.Part.qualifier.rawValue)
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
    while reading.work.words.count > 1, takeTitleBehind(&reading) {
      // the comma in front of Jr. parts no surname from a given name
      let commas = reading.work.words.count(where: \.endsPart)
      if let index = reading.work.words.indices.last, commas == 1 || index == 0 {
        reading.work.words[index].endsPart = false
      }
    }
  }

  private func takeTitleBehind(_ reading: inout PersonNameReading) -> Bool {
    let count = reading.work.words.count
    let last = reading.work.words[count - 1].folded
    if let title = words.latinTitles.behind(reading.work.folded.span.extracting(last)) {
      let known = reading.title
      reading.title =
        String(decoding: title.display, as: UTF8.self) + (known.map { " " + $0 } ?? "")
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
      return LatinNameParts(given: comma + 1..<count, surname: 0..<comma + 1)
    }
    guard count > 1 else { return single(&reading) }
    if let isSurnameFirst = chineseOrder(reading.work) {
      return isSurnameFirst
        ? LatinNameParts(given: 1..<count, surname: 0..<1)
        : LatinNameParts(given: 0..<count - 1, surname: count - 1..<count)
    }
    let first = all[0]
    let last = all[count - 1]
    if count == 2, first.isCapitals, !last.isCapitals, last.text.count > 1 {
      return LatinNameParts(given: 1..<2, surname: 0..<1)
    }
    if words.latinNames.isGiven(reading.work.folded.span.extracting(first.folded)) {
      reading.confidence = 0.95
    }
    if count == 2,
      words.latinNames.areExchanged(
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
    if !reading.isEmpty(.honorific) || word.endsPart { return LatinNameParts(surname: 0..<1) }
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
    return LatinNameParts(given: 0..<1)
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

  /// log2 odds of surname and given name together; nil when they are no Chinese name.
  private func odds(_ work: PersonNameWork, surname: Range<Int>, given: Range<Int>) -> Float? {
    guard let family = words.surnames.sound(work.folded.span.extracting(surname)),
      let own = words.pinyin.givenOdds(work.folded.span.extracting(given))
    else { return nil }
    return family.share + own
  }

  /// Whether a romanized Chinese name begins with its surname; nil when it is no such name.
  private func chineseOrder(_ work: PersonNameWork) -> Bool? {
    let all = work.words
    guard all.count == 2 || all.count == 3 else { return nil }
    let first = all[0]
    let last = all[all.count - 1]
    let surnameFirst = odds(
      work, surname: first.folded, given: all[1].folded.lowerBound..<last.folded.upperBound)
    let surnameLast = odds(
      work, surname: last.folded,
      given: first.folded.lowerBound..<all[all.count - 2].folded.upperBound)
    guard surnameFirst != nil || surnameLast != nil else { return nil }
    if first.isCapitals, !all[1].isCapitals, surnameFirst != nil { return true }
    if !first.isCapitals, last.isCapitals, surnameLast != nil { return false }
    return order(
      surnameFirst: surnameFirst, surnameLast: surnameLast,
      isFirstCertain: words.latinNames.isCertain(work.folded.span.extracting(first.folded)))
  }

  private func order(surnameFirst: Float?, surnameLast: Float?, isFirstCertain: Bool) -> Bool? {
    guard let surnameFirst else { return surnameLast == nil ? nil : false }
    guard let surnameLast else { return !(isFirstCertain && surnameFirst < -16) }
    return surnameFirst + 1 >= surnameLast
  }
}
