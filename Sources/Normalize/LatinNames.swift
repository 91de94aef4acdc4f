/// Given names and surnames in Latin letters, which tell one from the other.
final class LatinNames: Sendable {
  private enum Use: String, CaseIterable, Sendable {
    case given
    case surname
    /// A given name that is a frequent surname too.
    case either
    /// Either, and more frequent as a surname.
    case both
  }

  /// What a word is used as, a nickname or what it stands for included.
  private struct Sense: Sendable {
    var isGiven = true
    /// Whether it is hardly ever a surname.
    var isCertain = true
    var isSurname = false

    /// A nickname that no list of names holds.
    init() {}

    init(_ use: Use, isNickname: Bool) {
      isGiven = use != .surname || isNickname
      isCertain = use == .given || use == .surname && isNickname
      isSurname = use == .surname || use == .both
    }
  }

  private let senses: WordTable<Sense>

  init(_ lists: WordLists, _ nicknames: Nicknames) throws(WordListError) {
    var senses = WordTable<Sense>()
    for word in nicknames.words { senses[word.span] = Sense() }
    for entry in lists[.latinNames] {
      let letters = entry.word.unicodeScalars.map(\.value)
      let use = try entry.value(1, as: Use.self)
      senses[letters.span] = Sense(use, isNickname: nicknames.contains(letters.span))
    }
    self.senses = senses
  }

  /// Whether small letters without accents are used as a given name.
  func isGiven(_ word: Span<UInt32>) -> Bool { senses[word]?.isGiven ?? false }

  /// Whether the word is a given name and hardly ever a surname.
  func isCertain(_ word: Span<UInt32>) -> Bool { senses[word]?.isCertain ?? false }

  /// Whether the word is a frequent surname, and perhaps a given name as well.
  func isSurname(_ word: Span<UInt32>) -> Bool { senses[word]?.isSurname ?? false }

  /// Whether two words are a surname and a given name, in this order.
  func areExchanged(_ first: Span<UInt32>, _ last: Span<UInt32>) -> Bool {
    guard first.count > 1, !isGiven(first), isGiven(last) else { return false }
    return isCertain(last) || isSurname(first)
  }
}
