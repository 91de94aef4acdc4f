/// Words of dates in Latin letters: months, days of the week, and what stands between the parts.
struct CalendarWords: Sendable {
  enum Word: Sendable {
    case month(Int)
    case weekday
    case filler
  }

  private enum Sense: String, CaseIterable { case month, weekday, filler }

  private var words = WordTable<Word>()

  init(_ lists: WordLists) throws(WordListError) {
    for entry in lists[.calendar] {
      let letters = entry.word.lowercased().unicodeScalars.map(\.value)
      words[letters.span] = try Self.word(entry)
    }
  }

  private static func word(_ entry: WordEntry) throws(WordListError) -> Word {
    switch try entry.value(1, as: Sense.self) {
    case .weekday: return .weekday
    case .filler: return .filler
    case .month:
      guard let month = Int(entry.cells[2]), (1...12).contains(month) else {
        throw WordListError(
          path: entry.path, line: entry.line,
          message: "'\(entry.cells[2])' is no month; write a number from 1 to 12")
      }
      return .month(month)
    }
  }

  /// What the letters at a place say, and the place behind them; nil when they are no such word.
  func word(_ text: [UInt32], at start: Int) -> (word: Word, end: Int)? {
    var letters = InlineArray<16, UInt32>(repeating: 0)
    var place = start
    while place < text.count, let letter = Self.lowercase(text[place]) {
      guard place - start < letters.count else { return nil }
      letters[place - start] = letter
      place += 1
    }
    guard place > start, let word = words[letters.span.extracting(0..<place - start)] else {
      return nil
    }
    return (word, place)
  }

  /// A letter of ASCII or Latin-1 and its extensions in lower case; nil for anything else.
  private static func lowercase(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x41...0x5A: scalar | 0x20
    case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF: scalar
    case 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0x100...0x24F:
      Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars.first?.value
    default: nil
    }
  }
}
