extension OrganizationNameNormalizer {
  private typealias Part = OrganizationNameReading.Part
  private typealias Piece = OrganizationNameWork.LatinPiece

  func readLatin(_ work: inout OrganizationNameWork, _ reading: inout OrganizationNameReading) {
    Self.keepSingleBlanks(&work.text)
    splitLatin(&work)
    writeCanonical(work, &reading)
    markPlaces(&work)
    writeLatinPlaces(work, &reading)
    work.words.removeAll { $0.isPlace }
    if work.words.count > 1, isWord(work, 0, "the") { work.words.removeFirst() }
    var end = work.words.count
    while end > 1, isForm(work, end - 1) || isWord(work, end - 1, "and") { end -= 1 }
    var start = end
    while start > 1, isBusiness(work, start - 1) { start -= 1 }
    writeLatinParts(work, start, end, &reading)
    writeLatinKey(work, end, &reading)
  }

  static func keepSingleBlanks(_ text: inout [UInt32]) {
    var end = 0
    for index in text.indices {
      let scalar = text[index]
      if scalar == 0x20, end == 0 || text[end - 1] == 0x20 { continue }
      text[end] = scalar
      end += 1
    }
    if end < text.count { text.removeLast(text.count - end) }
  }

  // MARK: - Words

  /// Words parted by blanks, commas and brackets; `&` is the word `and`.
  private func splitLatin(_ work: inout OrganizationNameWork) {
    var index = 0
    while index < work.text.count {
      let start = index
      let foldedStart = work.folded.count
      while index < work.text.count, !Self.isSeparator(work.text[index]) {
        appendFolded(work.text[index], &work.folded)
        index += 1
      }
      if work.folded.count > foldedStart {
        work.words.append(
          Piece(text: start..<index, folded: foldedStart..<work.folded.count))
      }
      index += 1
    }
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x28, 0x29, 0x2C, 0x2F, 0x3B: true
    default: false
    }
  }

  private func appendFolded(_ scalar: UInt32, _ folded: inout [UInt32]) {
    if scalar == 0x26 || scalar == 0x2B {
      folded.append(0x61)
      folded.append(0x6E)
      folded.append(0x64)
    } else if OrganizationNameLetters.isContent(scalar) {
      let letters = OrganizationNameLetters.folded(scalar)
      if letters.0 != 0 { folded.append(letters.0) }
      if letters.1 != 0 { folded.append(letters.1) }
    }
  }

  private func isWord(_ work: OrganizationNameWork, _ word: Int, _ text: StaticString) -> Bool {
    let folded = work.words[word].folded
    guard folded.count == text.utf8CodeUnitCount else { return false }
    var place = folded.lowerBound
    for scalar in text.description.unicodeScalars {
      if work.folded[place] != scalar.value { return false }
      place += 1
    }
    return true
  }

  private func sense(_ work: OrganizationNameWork, _ word: Int) -> OrganizationNameWords.LatinSense?
  {
    let folded = work.folded.span
    return words.latin[folded.extracting(work.words[word].folded)]
  }

  private func isForm(_ work: OrganizationNameWork, _ word: Int) -> Bool {
    sense(work, word)?.isForm ?? false
  }

  private func isBusiness(_ work: OrganizationNameWork, _ word: Int) -> Bool {
    sense(work, word)?.isIndustry ?? false
  }

  // MARK: - Places

  /// Chinese places in pinyin count wherever they stand, as in Chinese names; not where all is place.
  private func markPlaces(_ work: inout OrganizationNameWork) {
    var count = 0
    for index in work.words.indices {
      guard isPlaceSpelling(work, index) else { continue }
      work.words[index].isPlace = true
      count += 1
    }
    guard count == work.words.count else { return }
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
      for scalar in place { reading.text.append(scalar: scalar) }
    }
    reading.text.end(Part.place.rawValue)
  }

  // MARK: - Parts

  private func writeLatinParts(
    _ work: OrganizationNameWork, _ start: Int, _ end: Int,
    _ reading: inout OrganizationNameReading
  ) {
    let text = work.text.span
    let folded = work.folded.span
    reading.text.begin(Part.legalForm.rawValue)
    for index in end..<work.words.count {
      if index > end { reading.text.append(0x20) }
      reading.text.append(text, work.words[index].text)
    }
    reading.text.end(Part.legalForm.rawValue)
    reading.text.begin(Part.industry.rawValue)
    for index in start..<end {
      if index > start { reading.text.append(0x20) }
      reading.text.append(folded, work.words[index].folded)
    }
    reading.text.end(Part.industry.rawValue)
    reading.text.begin(Part.brand.rawValue)
    for index in 0..<start {
      if index > 0 { reading.text.append(0x20) }
      reading.text.append(titleCase: text, work.words[index].text)
    }
    reading.text.end(Part.brand.rawValue)
    reading.text.begin(Part.latin.rawValue)
    for index in 0..<start {
      if index > 0 { reading.text.append(0x20) }
      reading.text.append(folded, work.words[index].folded)
    }
    reading.text.end(Part.latin.rawValue)
  }

  private func writeLatinKey(
    _ work: OrganizationNameWork, _ end: Int, _ reading: inout OrganizationNameReading
  ) {
    let folded = work.folded.span
    let hasLetters = (0..<end).contains { !isWord(work, $0, "and") }
    guard hasLetters else { return }
    reading.text.begin(Part.key.rawValue)
    reading.text.append(textOf: Part.place.rawValue)
    reading.text.append(0x7C)
    for index in 0..<end where !isWord(work, index, "and") {
      reading.text.append(folded, work.words[index].folded)
    }
    reading.text.append(0x7C)
    reading.text.end(Part.key.rawValue)
  }

  // MARK: - Canonical form

  /// Words in capitals or small letters are set in title case; legal forms get their usual spelling.
  private func writeCanonical(
    _ work: OrganizationNameWork, _ reading: inout OrganizationNameReading
  ) {
    let text = work.text.span
    guard work.words.count > 1, isUniform(text) else {
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
    guard part.lowerBound > 0, let word, let display = sense(work, word)?.display, !display.isEmpty
    else {
      reading.text.append(titleCase: text, part)
      return
    }
    let isDotted = text[part.upperBound - 1] == 0x2E
    let hasInnerDots = part.dropLast().contains { text[$0] == 0x2E }
    if hasInnerDots, !display.contains(0x2E) {
      for index in part { reading.text.append(scalar: NameText.upper(text[index])) }
      return
    }
    let displayHasInnerDots = display.dropLast().contains(0x2E)
    var count = display.count
    if !isDotted, display.last == 0x2E, !displayHasInnerDots { count -= 1 }
    for scalar in display[..<count] { reading.text.append(scalar: scalar) }
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
    var isFirst = true
    var last: UInt32 = 0
    for index in word {
      let scalar = text[index]
      let isPossessive = last == 0x27 && index == word.upperBound - 1
      append(scalar: isFirst && !isPossessive ? NameText.upper(scalar) : NameText.lower(scalar))
      last = scalar
      isFirst = scalar == 0x2D || scalar == 0x27 || scalar == 0x2E
    }
  }
}
