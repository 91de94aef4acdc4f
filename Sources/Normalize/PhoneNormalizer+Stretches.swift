import Vocabulary

extension PhoneNormalizer {
  /// Stretches between line breaks, 、 and words are read apart; few digits beside a number are a
  /// remark.
  func readStretches(_ text: PhoneText, _ area: inout PhoneArea?, into reading: inout PhoneReading)
  {
    let bytes = text.bytes.span
    guard text.signs.isParted else {
      return readStretch(bytes, outcome(bytes, area), &area, into: &reading)
    }
    var most = 0
    forEachStretch(of: bytes) { most = max(most, bytes.digitCount($0)) }
    let needed = most >= 7 ? 5 : 1
    forEachStretch(of: bytes) { stretch in
      guard bytes.digitCount(stretch) >= needed else { return }
      let number = bytes.extracting(withoutWordNumber(bytes, stretch))
      readStretch(number, outcome(number, area), &area, into: &reading)
    }
  }

  /// A stretch without the digits at its end that count what the word behind it names: 139…(2号线).
  private func withoutWordNumber(_ text: Span<UInt8>, _ stretch: Range<Int>) -> Range<Int> {
    guard stretch.upperBound < text.count, text[stretch.upperBound] == PhoneText.letter else {
      return stretch
    }
    var end = stretch.upperBound
    while end > stretch.lowerBound, isDigit(text[end - 1]) { end -= 1 }
    let front = stretch.lowerBound..<end
    guard (1...2).contains(stretch.upperBound - end), end > stretch.lowerBound,
      [0x20, 0x28, 0x2C].contains(text[end - 1]), text.digitCount(front) >= 7,
      outcome(text.extracting(stretch), nil).number == nil
    else { return stretch }
    return front
  }

  private func forEachStretch(of text: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    for index in text.indices where text[index] >= 0x80 || text[index] == PhoneText.separator {
      if index > start { body(start..<index) }
      start = index + 1
    }
    if text.count > start { body(start..<text.count) }
  }

  /// The whole stretch as one number, else in the shapes of exports, else the numbers in it.
  func readStretch(
    _ text: Span<UInt8>, _ whole: PhoneOutcome, _ area: inout PhoneArea?,
    into reading: inout PhoneReading
  ) {
    if isSure(whole) { return add(whole, &area, to: &reading) }
    var outcomes = isChina ? chineseShape(text, area) : []
    if whole.number != nil, !outcomes.contains(where: { $0.number != nil }) {
      return add(whole, &area, to: &reading)
    }
    if outcomes.isEmpty, Self.mayHoldMore(text) {
      outcomes = numbers(in: text, area, from: .marks)
    }
    if outcomes.isEmpty { outcomes = [whole] }
    for outcome in outcomes { add(outcome, &area, to: &reading) }
  }

  /// Whether there are more digits than one number has, or letters or a hash that may be no part
  /// of it.
  private static func mayHoldMore(_ text: Span<UInt8>) -> Bool {
    var digits = 0
    for index in text.indices {
      if isDigit(text[index]) {
        digits += 1
      } else if isASCIILetter(text[index]) || text[index] == 0x23 {
        return true
      }
    }
    return digits > 11
  }

  /// Adds a number; a landline tells the area of those behind it that have none.
  private func add(
    _ outcome: PhoneOutcome, _ area: inout PhoneArea?, to reading: inout PhoneReading
  ) {
    reading.add(outcome)
    area = areaCode(of: outcome) ?? area
  }

  private func areaCode(of outcome: PhoneOutcome?) -> PhoneArea? {
    guard let number = outcome?.number, Int(number.regionIndex) == plan.china else { return nil }
    return PhoneArea(of: number)
  }

  // MARK: - Several numbers

  /// How the numbers of a stretch are parted, the surest way first.
  private enum Parting: Int {
    case marks
    case words
    case slashes
  }

  /// The numbers of a text that is none as a whole; empty where what parts it stands within one
  /// broken number.
  private func numbers(
    in text: Span<UInt8>, _ area: PhoneArea?, from first: Parting
  ) -> [PhoneOutcome] {
    var parting: Parting? = first
    while let way = parting {
      let found = way == .words ? words(of: text, area) : parts(of: text, area, by: way)
      if !found.isEmpty { return found }
      parting = Parting(rawValue: way.rawValue + 1)
    }
    return []
  }

  /// The numbers between marks or slashes.
  private func parts(
    of text: Span<UInt8>, _ area: PhoneArea?, by parting: Parting
  ) -> [PhoneOutcome] {
    let pieces = pieces(of: text) { text, place in
      parting == .slashes ? text[place] == 0x2F : Self.isMark(text, place)
    }
    guard let only = pieces.first, pieces.count > 1 || only.count < text.count else { return [] }
    var outcomes: [PhoneOutcome] = []
    var area = area
    for piece in pieces {
      let part = text.extracting(piece)
      switch part.digitCount(part.indices) {
      case 0:
        if PhoneExtension.isLabel(part, part.indices) { return [] }
      case 1..<7:
        // Few digits behind a landline are a further line or a room: 0755-88881234/35.
        guard outcomes.last?.number?.type == .fixedLine else { return [] }
        outcomes.append(PhoneOutcome(issues: .extraContent))
      default:
        let whole = outcome(part, area)
        let several = whole.number == nil ? numbers(in: part, area, from: .words) : []
        outcomes += several.isEmpty ? [whole] : several
        area = areaCode(of: outcomes.last) ?? area
      }
    }
    return outcomes.contains { $0.number != nil } ? outcomes : []
  }

  /// The marks ; , | \ & and the words or, and part numbers.
  private static func isMark(_ text: Span<UInt8>, _ place: Int) -> Bool {
    switch text[place] {
    case 0x26, 0x2C, 0x3B, 0x5C, 0x7C: true
    case let byte where isASCIILetter(byte): isConjunction(text, place)
    default: false
    }
  }

  /// Whether a letter is of the word or, and, und or oder, with blanks around.
  private static func isConjunction(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var start = place
    var end = place + 1
    while start > 0, isASCIILetter(text[start - 1]) { start -= 1 }
    while end < text.count, isASCIILetter(text[end]) { end += 1 }
    guard (2...4).contains(end - start), start > 0, end < text.count, text[start - 1] == 0x20,
      text[end] == 0x20
    else { return false }
    var letters: UInt32 = 0
    for index in start..<end { letters = letters << 8 | UInt32(text[index] | 0x20) }
    return letters == 0x6F72 || letters == 0x61_6E64 || letters == 0x75_6E64
      || letters == 0x6F64_6572
  }

  /// Numbers with blanks or brackets between them, and words beside them.
  ///
  /// All digits must go into numbers: one digit that is left over may be one that is wrong.
  private func words(of text: Span<UInt8>, _ area: PhoneArea?) -> [PhoneOutcome] {
    let words = pieces(of: text, where: Self.isBetweenWords)
    guard let only = words.first, words.count > 1 || only.count < text.count else { return [] }
    if let alone = numberAlone(text, words, area) { return [alone] }
    var found: [PhoneOutcome] = []
    var start: Int?
    var area = area
    var isOther = false
    for word in words {
      let letters = self.letters(of: text, word)
      if isOther || self.words.isOther(text.extracting(letters)) || isTime(text, word) {
        isOther = letters.upperBound >= word.upperBound - 1 && !isOther
        continue
      }
      guard text.digitCount(word) > 0 else {
        if PhoneExtension.isLabel(text, word) { return [] }
        continue
      }
      let from = start ?? word.lowerBound
      let piece = from..<word.upperBound
      let attempt = outcome(text.extracting(piece), area)
      let isWhole = attempt.number != nil && text.digitCount(piece) >= 7
      start = isWhole ? nil : from
      guard isWhole else { continue }
      found.append(attempt)
      area = areaCode(of: attempt) ?? area
    }
    return start == nil ? found : []
  }

  /// The one number between words without a digit: +46 90 798 19 00 mobile.
  private func numberAlone(
    _ text: Span<UInt8>, _ words: [Range<Int>], _ area: PhoneArea?
  ) -> PhoneOutcome? {
    guard let first = words.firstIndex(where: { text.digitCount($0) > 0 }),
      let last = words.lastIndex(where: { text.digitCount($0) > 0 })
    else { return nil }
    for word in words[..<first] + words[(last + 1)...]
    where PhoneExtension.isLabel(text, word) || self.words.isOther(text.extracting(word)) {
      return nil
    }
    let range = words[first].lowerBound..<words[last].upperBound
    let outcome = range.count < text.count ? outcome(text.extracting(range), area) : PhoneOutcome()
    return outcome.number == nil ? nil : outcome
  }

  /// The letters that a word begins with.
  private func letters(of text: Span<UInt8>, _ word: Range<Int>) -> Range<Int> {
    var end = word.lowerBound
    while end < word.upperBound, isASCIILetter(text[end]) { end += 1 }
    return word.lowerBound..<end
  }

  /// Whether a word is a time or a date: 9:00-18:00, 2024-01-05.
  private func isTime(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var parts = 1
    var isClock = false
    for index in word {
      switch text[index] {
      case 0x30...0x39: continue
      case 0x3A where index > word.lowerBound && isDigit(text[index - 1]): isClock = true
      case 0x2D, 0x2E, 0x2F: parts += 1
      default: return false
      }
    }
    let isYear =
      word.count > 5 && word.count <= 10 && (text[word.lowerBound] & 0x0F) <= 2
      && text.digitCount(word.lowerBound..<word.lowerBound + 4) == 4
      && !isDigit(text[word.lowerBound + 4])
    return isClock || parts == 3 && isYear
  }

  /// Blanks, brackets, a hash, and a hyphen beside a letter.
  private static func isBetweenWords(_ text: Span<UInt8>, _ place: Int) -> Bool {
    switch text[place] {
    case 0x20, 0x23, 0x28, 0x29, 0x5B, 0x5D: true
    case 0x2D:
      place > 0 && isASCIILetter(text[place - 1])
        || place + 1 < text.count && isASCIILetter(text[place + 1])
    default: false
    }
  }

  /// The pieces between marks, and before plus signs that begin another number.
  private func pieces(
    of text: Span<UInt8>, where isMark: (Span<UInt8>, Int) -> Bool
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    for index in 0...text.count {
      let isEnd = index == text.count || isMark(text, index)
      let isPlus = !isEnd && text[index] == 0x2B && text.digitCount(start..<index) >= 7
      guard isEnd || isPlus else { continue }
      if index > start { pieces.append(start..<index) }
      start = isPlus ? index : index + 1
    }
    return pieces
  }
}

extension Span<UInt8> {
  /// How many digits stand in a range.
  func digitCount(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where isDigit(self[index]) { count += 1 }
    return count
  }
}
