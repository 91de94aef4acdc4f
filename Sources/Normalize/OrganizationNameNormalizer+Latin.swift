extension OrganizationNameNormalizer {
  private typealias Part = OrganizationNameReading.Part
  private typealias Piece = OrganizationNameWork.LatinPiece

  func readLatin(
    _ work: inout OrganizationNameWork, _ reading: inout OrganizationNameReading, _ signs: Signs
  ) {
    if signs.hasStrayBlank { Self.keepSingleBlanks(&work.text) }
    if signs.hasColon { removeLabel(&work.text) }
    splitLatin(&work)
    removeLatinRemarks(&work)
    writeCanonical(work, &reading)
    if work.isRewritten { writeCompared(work, &reading) }
    let branch = latinBranch(work)
    markPlaces(&work, before: branch.lowerBound)
    writeLatinPlaces(work, &reading)
    let branchCount = branch.count
    if work.words.contains(where: \.isPlace) { work.words.removeAll { $0.isPlace } }
    var head = 0..<work.words.count - branchCount
    if head.count > 1, isWord(work, 0, .the) { head.removeFirst() }
    if head.count > 1, work.words[head.lowerBound].sense.isFrontForm { head.removeFirst() }
    let end = formStart(work, head)
    var start = end
    while start > head.lowerBound + 1, work.words[start - 1].sense.isIndustry { start -= 1 }
    writeLatinParts(work, head.lowerBound..<start, start..<end, end..<head.upperBound, &reading)
    writeLatinKey(
      work, head.lowerBound..<end, branch: head.upperBound..<work.words.count, &reading)
  }

  /// Where the legal forms begin that the name ends with.
  private func formStart(_ work: OrganizationNameWork, _ head: Range<Int>) -> Int {
    var end = head.upperBound
    while end > head.lowerBound + 1 {
      if work.words[end - 1].sense.isForm || isWord(work, end - 1, .and)
        || end < head.upperBound && isWord(work, end - 1, .de)
      {
        end -= 1
      } else if let count = spacedForm(work, head.lowerBound + 1..<end) {
        end -= count
      } else {
        break
      }
    }
    return end
  }

  /// How many single letters at the end are a form together, such as `L L C`.
  private func spacedForm(_ work: OrganizationNameWork, _ range: Range<Int>) -> Int? {
    var count = 0
    while count < min(4, range.count),
      work.words[range.upperBound - count - 1].folded.count == 1
    {
      count += 1
    }
    while count >= 2 {
      if sense(work, range.upperBound - count..<range.upperBound).isForm { return count }
      count -= 1
    }
    return nil
  }

  /// The words of a branch at the end: `Shanghai Branch` behind a legal form.
  private func latinBranch(_ work: OrganizationNameWork) -> Range<Int> {
    let end = work.words.count
    guard end > 2, work.words[end - 1].sense.isBranch else { return end..<end }
    var start = end - 1
    while start > 1, end - start < 5 {
      if work.words[start - 1].sense.isForm { return start..<end }
      start -= 1
    }
    start = end - 1
    while start > 1, isPlaceSpelling(work, start - 1) || work.words[start - 1].sense.isBranch {
      start -= 1
    }
    return start < end - 1 ? start..<end : end..<end
  }

  static func keepSingleBlanks(_ text: inout [UInt32]) {
    var letters = text.mutableSpan
    var end = 0
    for index in 0..<letters.count {
      let scalar = letters[index]
      if scalar == 0x20, end == 0 || letters[end - 1] == 0x20 { continue }
      letters[end] = scalar
      end += 1
    }
    if end < text.count { text.removeLast(text.count - end) }
  }

  // MARK: - Places

  /// Chinese places in pinyin count wherever they stand, as in Chinese names; not where all is place.
  private func markPlaces(_ work: inout OrganizationNameWork, before end: Int) {
    var count = 0
    for index in 0..<end {
      guard isPlaceSpelling(work, index) else { continue }
      work.words[index].isPlace = true
      count += 1
    }
    guard count == end else { return }
    for index in work.words.indices { work.words[index].isPlace = false }
  }

  private func isPlaceSpelling(_ work: OrganizationNameWork, _ word: Int) -> Bool {
    let folded = work.folded.span
    return places.isSpelling(folded.extracting(work.words[word].folded))
  }

  /// The places in the order of their letters.
  private func writeLatinPlaces(
    _ work: OrganizationNameWork, _ reading: inout OrganizationNameReading
  ) {
    guard work.words.contains(where: \.isPlace) else { return }
    let found = work.words.filter(\.isPlace).map { work.folded[$0.folded] }
      .sorted { $0.lexicographicallyPrecedes($1) }
    reading.text.begin(Part.place.rawValue)
    for (index, place) in found.enumerated() {
      if index > 0 { reading.text.append(0x20) }
      reading.text.append(place.span, 0..<place.count)
    }
    reading.text.end(Part.place.rawValue)
  }

  // MARK: - Parts

  private func writeLatinParts(
    _ work: OrganizationNameWork, _ brand: Range<Int>, _ industry: Range<Int>,
    _ forms: Range<Int>, _ reading: inout OrganizationNameReading
  ) {
    let text = work.text.span
    reading.text.begin(Part.legalForm.rawValue)
    for index in forms {
      if index > forms.lowerBound { reading.text.append(0x20) }
      reading.text.append(text, work.words[index].text)
    }
    reading.text.end(Part.legalForm.rawValue)
    reading.text.begin(Part.industry.rawValue)
    for index in industry {
      if index > industry.lowerBound { reading.text.append(0x20) }
      appendCounted(work, index, &reading)
    }
    reading.text.end(Part.industry.rawValue)
    reading.text.begin(Part.brand.rawValue)
    for index in brand {
      if index > brand.lowerBound { reading.text.append(0x20) }
      reading.text.append(titleCase: text, work.words[index].text)
    }
    reading.text.end(Part.brand.rawValue)
    reading.text.begin(Part.latin.rawValue)
    for index in brand where !isNumberSign(work, index) {
      if index > brand.lowerBound { reading.text.append(0x20) }
      appendCounted(work, index, &reading)
    }
    reading.text.end(Part.latin.rawValue)
  }

  private func writeLatinKey(
    _ work: OrganizationNameWork, _ head: Range<Int>, branch: Range<Int>,
    _ reading: inout OrganizationNameReading
  ) {
    guard head.contains(where: { !isWord(work, $0, .and) }) else { return }
    let part = branch.isEmpty ? Part.key : Part.group
    reading.text.begin(part.rawValue)
    reading.text.append(textOf: Part.place.rawValue)
    reading.text.append(0x7C)
    for index in head { appendCompared(work, index, &reading) }
    reading.text.append(0x7C)
    reading.text.end(part.rawValue)
    guard !branch.isEmpty else { return }
    let text = work.text.span
    reading.text.begin(Part.branch.rawValue)
    for index in branch {
      if index > branch.lowerBound { reading.text.append(0x20) }
      reading.text.append(text, work.words[index].text)
    }
    reading.text.end(Part.branch.rawValue)
    reading.text.begin(Part.key.rawValue)
    reading.text.append(textOf: Part.group.rawValue)
    reading.text.append(0x7C)
    for index in branch { appendCompared(work, index, &reading) }
    reading.text.end(Part.key.rawValue)
  }

  /// Appends what counts of a word in the key: all but `and`, and `No` in front of a number.
  private func appendCompared(
    _ work: OrganizationNameWork, _ word: Int, _ reading: inout OrganizationNameReading
  ) {
    guard !isWord(work, word, .and), !isNumberSign(work, word) else { return }
    appendCounted(work, word, &reading)
  }

  /// Appends a word as it is spelt where names are compared: Centre and Ctr as Center, No.4 as 4.
  private func appendCounted(
    _ work: OrganizationNameWork, _ word: Int, _ reading: inout OrganizationNameReading
  ) {
    let piece = work.words[word]
    if piece.sense.full != 0 {
      append(text: piece.sense.full, to: &reading)
    } else {
      reading.text.append(work.folded.span, withoutNumberSign(work, piece.folded))
    }
  }

  /// Whether a word only says of the one behind it that it is a number, as in No 414.
  private func isNumberSign(_ work: OrganizationNameWork, _ word: Int) -> Bool {
    guard word + 1 < work.words.count,
      0x30...0x39 ~= work.folded[work.words[word + 1].folded.lowerBound]
    else { return false }
    let counted = work.words[word].sense.full
    if counted != 0 { return words.text(counted).elementsEqual([0x6E, 0x6F]) }
    return isWord(work, word, .no) || isWord(work, word, .nr)
  }

  /// The letters of a word without `no` or `nr` in front of digits alone.
  private func withoutNumberSign(_ work: OrganizationNameWork, _ word: Range<Int>) -> Range<Int> {
    guard word.count > 2, work.folded[word.lowerBound] == 0x6E,
      0x30...0x39 ~= work.folded[word.upperBound - 1]
    else { return word }
    let second = work.folded[word.lowerBound + 1]
    let digits = word.dropFirst(2)
    let isNumber = digits.allSatisfy { 0x30...0x39 ~= work.folded[$0] }
    return isNumber && (second == 0x6F || second == 0x72) ? digits : word
  }

  // MARK: - Canonical form

  /// Words in capitals or small letters are set in title case; legal forms get their usual spelling.
  private func writeCanonical(
    _ work: OrganizationNameWork, _ reading: inout OrganizationNameReading
  ) {
    let text = work.text.span
    guard isCased(work) else {
      reading.text.set(Part.canonical.rawValue, text)
      return
    }
    reading.text.begin(Part.canonical.rawValue)
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x20 { end += 1 }
      let hasComma = end > start && text[end - 1] == 0x2C
      if start > 0 { reading.text.append(0x20) }
      appendCased(work, start..<(hasComma ? end - 1 : end), &reading)
      if hasComma { reading.text.append(0x2C) }
      start = end + 1
    }
    reading.text.end(Part.canonical.rawValue)
  }

  /// Writes the canonical form with the words that count instead of those that were typed.
  private func writeCompared(
    _ work: OrganizationNameWork, _ reading: inout OrganizationNameReading
  ) {
    let (text, folded) = (work.text.span, work.folded.span)
    let isCased = isCased(work)
    reading.text.begin(Part.compared.rawValue)
    for index in work.words.indices {
      let word = work.words[index]
      if index > 0 { reading.text.append(0x20) }
      if word.sense.full != 0 {
        let full = words.text(word.sense.full)
        reading.text.append(titleCase: full.span, 0..<full.count)
      } else if word.isJoined {
        reading.text.append(titleCase: folded, word.folded)
      } else if isCased {
        appendCased(work, word.text, &reading)
      } else {
        reading.text.append(text, word.text)
      }
    }
    reading.text.end(Part.compared.rawValue)
  }

  /// Whether the canonical form gets capitals of its own: a name of several words in capitals, or
  /// in small letters.
  private func isCased(_ work: OrganizationNameWork) -> Bool {
    let isLong = work.words.count > 1 || work.words.first?.isJoined ?? false
    return isLong && isUniform(work.text.span)
  }

  /// Whether all letters are capitals, or none is.
  private func isUniform(_ text: Span<UInt32>) -> Bool {
    var hasUpper = false
    var hasLower = false
    for index in text.indices where NameText.isLatin(text[index]) {
      if NameText.isUpper(text[index]) { hasUpper = true } else { hasLower = true }
      if hasUpper, hasLower { return false }
    }
    return true
  }

  private func appendCased(
    _ work: OrganizationNameWork, _ part: Range<Int>, _ reading: inout OrganizationNameReading
  ) {
    let text = work.text.span
    let word = work.words.firstIndex { $0.text == part }
    guard part.lowerBound > 0, let word, work.words[word].sense.display != 0 else {
      reading.text.append(titleCase: text, part)
      return
    }
    let display = words.text(work.words[word].sense.display)
    let isDotted = text[part.upperBound - 1] == 0x2E
    let hasInnerDots = part.dropLast().contains { text[$0] == 0x2E }
    if hasInnerDots, !display.contains(0x2E) {
      reading.text.append(addingCapacity: part.count * 4) { output, end in
        for index in part { output.put(scalar: NameText.upper(text[index]), at: &end) }
      }
      return
    }
    let displayHasInnerDots = display.dropLast().contains(0x2E)
    var count = display.count
    if !isDotted, display.last == 0x2E, !displayHasInnerDots { count -= 1 }
    reading.text.append(display.span, 0..<count)
    if isDotted, display.last != 0x2E { reading.text.append(0x2E) }
  }
}

extension PartText {
  /// Appends a word, in title case if it is all capitals or all small letters; mixed case stays.
  ///
  /// A letter behind a hyphen or an apostrophe is a capital too: O'Brien, Jean-Pierre.
  mutating func append(titleCase text: Span<UInt32>, _ word: Range<Int>) {
    var letters = 0
    var capitals = 0
    for index in word where NameText.isLatin(text[index]) || NameText.isOtherLetter(text[index]) {
      letters += 1
      if NameText.isUpper(text[index]) { capitals += 1 }
    }
    guard capitals == 0 || capitals == letters && letters > 1 else {
      append(text, word)
      return
    }
    append(addingCapacity: word.count * 4) { output, end in
      var isFirst = true
      var last: UInt32 = 0
      for index in word {
        let scalar = text[index]
        let isPossessive = last == 0x27 && index == word.upperBound - 1
        let cased = isFirst && !isPossessive ? NameText.upper(scalar) : NameText.lower(scalar)
        output.put(scalar: cased, at: &end)
        last = scalar
        isFirst = scalar == 0x2D || scalar == 0x27 || scalar == 0x2E || scalar == 0x20
      }
    }
  }
}
