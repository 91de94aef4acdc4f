/// Words beside a phone number.
final class PhoneWords: Sendable {
  /// What a word says about the number.
  enum Sense: String, CaseIterable, Sendable {
    /// What kind of number it is.
    case label
    /// That one group of digits is an area code.
    case area
    /// That an extension follows.
    case `extension`
    /// That another number follows.
    case separator
    /// That what follows is no phone.
    case other
  }

  private let senses: WordTable<Sense>

  init(_ lists: WordLists) throws(WordListError) {
    var senses = WordTable<Sense>()
    for entry in lists[.phoneWords] {
      let letters = entry.word.lowercased().unicodeScalars.map(\.value)
      senses[letters.span] = try entry.value(1, as: Sense.self)
    }
    self.senses = senses
  }

  /// Whether a Latin word says that what follows is no phone; case does not count.
  func isOther(_ text: Span<UInt8>) -> Bool {
    var letters: [UInt32] = []
    for index in text.indices { letters.append(UInt32(lowercase(text[index]))) }
    return senses[letters.span] == .other
  }

  /// The longest word that begins at a place of a text.
  func longest(_ text: Span<UInt32>, at start: Int) -> (length: Int, sense: Sense)? {
    var length = min(senses.longest, text.count - start)
    while length > 0 {
      if let sense = senses[text.extracting(start..<start + length)] { return (length, sense) }
      length -= 1
    }
    return nil
  }
}
