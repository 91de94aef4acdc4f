/// Which words of a Latin name are the given names and which the surname.
struct LatinNameParts: Sendable {
  var given = 0..<0
  var surname = 0..<0
  /// An English given name beside a Chinese one.
  var alias = 0..<0
  /// Where one glued word is cut, in its letters and in its small letters.
  var cut: (text: Int, folded: Int)?
  /// Whether the glued word begins with its surname.
  var isSurnameFirst = true
}

extension PersonNameNormalizer {
  /// Finds the surname of a romanized name; nil when the words are none.
  func chineseParts(_ work: PersonNameWork) -> LatinNameParts? {
    let count = work.words.count
    guard count >= 2, count <= 5 else { return nil }
    if hasParticles(work) { return nil }
    if let parts = englishAndChinese(work) { return parts }
    guard let isSurnameFirst = pinyinOrder(work) ?? abroadOrder(work) else { return nil }
    return isSurnameFirst
      ? LatinNameParts(given: 1..<count, surname: 0..<1)
      : LatinNameParts(given: 0..<count - 1, surname: count - 1..<count)
  }

  /// Juan de la Rosa: a small particle between capitalized words, or two particles together.
  private func hasParticles(_ work: PersonNameWork) -> Bool {
    var run = 0
    let isCapitalized = NameText.isUpper(work.letters[work.words[0].text.lowerBound])
    for word in work.words.dropFirst().dropLast() {
      let isParticle = words.latinTitles.isParticle(work.folded.span.extracting(word.folded))
      run = isParticle ? run + 1 : 0
      let isSmall = !NameText.isUpper(work.letters[word.text.lowerBound])
      if isParticle, run > 1 || isSmall && isCapitalized { return true }
    }
    return false
  }

  /// Chan Tai Man, Peter: a whole Chinese name, then an English one.
  func commaParts(_ work: PersonNameWork, _ comma: Int) -> LatinNameParts? {
    let count = work.words.count
    guard comma >= 1, comma + 2 == count, isSurname(work, 0), isGivenAbroad(work, 1..<comma + 1),
      words.latinNames.isGiven(work.folded.span.extracting(work.words[count - 1].folded))
    else { return nil }
    return LatinNameParts(given: 1..<comma + 1, surname: 0..<1, alias: count - 1..<count)
  }

  // MARK: - Pinyin

  /// Whether a name in pinyin begins with its surname; nil when it is no such name.
  private func pinyinOrder(_ work: PersonNameWork) -> Bool? {
    let all = work.words
    guard all.count == 2 || all.count == 3 else { return nil }
    let first = all[0]
    let last = all[all.count - 1]
    if let order = initialOrder(work) { return order }
    let surnameFirst = odds(
      work, surname: first.folded, given: all[1].folded.lowerBound..<last.folded.upperBound)
    let surnameLast = odds(
      work, surname: last.folded,
      given: first.folded.lowerBound..<all[all.count - 2].folded.upperBound)
    guard surnameFirst != nil || surnameLast != nil else { return nil }
    if all.count == 3, !isPinyin(work, surnameFirst == nil ? 0..<2 : 1..<3) { return nil }
    if first.isCapitals, !all[1].isCapitals, surnameFirst != nil { return true }
    if !first.isCapitals, last.isCapitals, surnameLast != nil { return false }
    return order(
      surnameFirst: surnameFirst, surnameLast: surnameLast,
      isFirstCertain: words.latinNames.isCertain(work.folded.span.extracting(first.folded)))
  }

  /// Whether each of some words is one syllable, for the words of Lee Kuan Yew make other syllables.
  private func isPinyin(_ work: PersonNameWork, _ range: Range<Int>) -> Bool {
    work.words[range].allSatisfy {
      words.pinyin.syllableCount(work.folded.span.extracting($0.folded)) == 1
    }
  }

  /// Where a surname stands beside initials: first in Zhang J.G, last in J Zhang.
  private func initialOrder(_ work: PersonNameWork) -> Bool? {
    guard work.words.count == 2 else { return nil }
    let isFirst = isInitial(work, work.words[0])
    let isLast = isInitial(work, work.words[1])
    guard isFirst != isLast else { return nil }
    let name = work.words[isFirst ? 1 : 0]
    guard words.surnames.sound(work.folded.span.extracting(name.folded)) != nil else { return nil }
    return isLast
  }

  /// Whether a word is one letter, or letters with dots.
  func isInitial(_ work: PersonNameWork, _ word: LatinWord) -> Bool {
    word.folded.count == 1
      || word.folded.count <= 3 && word.text.contains { work.letters[$0] == 0x2E }
  }

  func order(surnameFirst: Float?, surnameLast: Float?, isFirstCertain: Bool) -> Bool? {
    guard let surnameFirst else { return surnameLast == nil ? nil : false }
    guard let surnameLast else { return !(isFirstCertain && surnameFirst < -16) }
    return surnameFirst + 1 >= surnameLast
  }

  /// log2 odds of surname and given name together; nil when they are no Chinese name.
  func odds(_ work: PersonNameWork, surname: Range<Int>, given: Range<Int>) -> Float? {
    guard let family = words.surnames.sound(work.folded.span.extracting(surname)),
      let own = words.pinyin.givenOdds(work.folded.span.extracting(given)), surname.count > 1
    else { return nil }
    return family.share + own
  }

  // MARK: - Spellings of other places

  /// Whether a name as Hong Kong, Taiwan, Korea or Vietnam write it begins with its surname.
  private func abroadOrder(_ work: PersonNameWork) -> Bool? {
    let all = work.words
    let first = work.folded.span.extracting(all[0].folded)
    let last = work.folded.span.extracting(all[all.count - 1].folded)
    let firstSound = all[0].folded.count > 1 ? words.surnames.sound(first) : nil
    let lastSound = all[all.count - 1].folded.count > 1 ? words.surnames.sound(last) : nil
    if let firstSound, firstSound.isVietnamese, all.count >= 3, !words.latinNames.isCertain(last),
      lastSound == nil || !firstSound.isPinyin
    {
      return true
    }
    guard all.count <= 3 else { return nil }
    let canBeFirst = firstSound != nil && isGivenAbroad(work, 1..<all.count)
    let canBeLast = lastSound != nil && isGivenAbroad(work, 0..<all.count - 1)
    guard canBeFirst != canBeLast else {
      guard canBeFirst, let firstSound, let lastSound else { return nil }
      if all[0].isCapitals != all[1].isCapitals { return all[0].isCapitals }
      return firstSound.share + 1 >= lastSound.share
    }
    return canBeFirst
  }

  /// Whether words are syllables of a given name: Wai-Kit, Hoi Yan, Yu-hsuan.
  private func isGivenAbroad(_ work: PersonNameWork, _ range: Range<Int>) -> Bool {
    var syllables = 0
    for word in work.words[range] {
      var start = word.folded.lowerBound
      var letters = 0
      // small letters leave hyphens out, so that both are walked side by side
      for place in word.text {
        if work.letters[place] == 0x2D || work.letters[place] == 0x27 {
          guard isSyllable(work, start..<word.folded.lowerBound + letters) else { return false }
          start = word.folded.lowerBound + letters
          syllables += 1
        } else {
          letters += 1
        }
      }
      guard letters == word.folded.count, isSyllable(work, start..<word.folded.upperBound) else {
        return false
      }
      syllables += 1
    }
    return (1...3).contains(syllables) && (syllables > 1 || range.count == 1)
  }

  private func isSyllable(_ work: PersonNameWork, _ range: Range<Int>) -> Bool {
    !range.isEmpty && words.pinyin.isSyllable(work.folded.span.extracting(range))
  }

  /// Michael Lam Hoi Yan, Fung Man Kit Daisy: an English name beside a Chinese one.
  private func englishAndChinese(_ work: PersonNameWork) -> LatinNameParts? {
    let count = work.words.count
    guard count >= 3 else { return nil }
    let first = work.words[0]
    let last = work.words[count - 1]
    let isLastShown = last.isCapitals && !work.words[1].isCapitals
    if words.latinNames.isGiven(work.folded.span.extracting(first.folded)), !isLastShown,
      isSurname(work, 1), count > 3 || hasHyphen(work, 2), isGivenAbroad(work, 2..<count)
    {
      return LatinNameParts(given: 2..<count, surname: 1..<2, alias: 0..<1)
    }
    if words.latinNames.isGiven(work.folded.span.extracting(first.folded)),
      isSurname(work, count - 1), count > 3 || hasHyphen(work, 1),
      isGivenAbroad(work, 1..<count - 1)
    {
      return LatinNameParts(given: 1..<count - 1, surname: count - 1..<count, alias: 0..<1)
    }
    if words.latinNames.isGiven(work.folded.span.extracting(last.folded)),
      isSurname(work, 0),
      count > 3 || hasHyphen(work, 1) || isChineseSurname(work, first, before: last),
      isGivenAbroad(work, 1..<count - 1)
    {
      return LatinNameParts(given: 1..<count - 1, surname: 0..<1, alias: count - 1..<count)
    }
    return nil
  }

  private func isSurname(_ work: PersonNameWork, _ index: Int) -> Bool {
    words.surnames.sound(work.folded.span.extracting(work.words[index].folded)) != nil
  }

  private func hasHyphen(_ work: PersonNameWork, _ index: Int) -> Bool {
    work.words[index].text.contains { work.letters[$0] == 0x2D }
  }
}
