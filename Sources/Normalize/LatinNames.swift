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

  private let uses: WordTable<Use>
  private let nicknames: Nicknames

  init(_ lists: WordLists, _ nicknames: Nicknames) throws(WordListError) {
    self.nicknames = nicknames
    var uses = WordTable<Use>()
    for entry in lists[.latinNames] {
      let letters = entry.word.unicodeScalars.map(\.value)
      uses[letters.span] = try entry.value(1, as: Use.self)
    }
    self.uses = uses
  }

  /// Whether small letters without accents are used as a given name.
  func isGiven(_ word: Span<UInt32>) -> Bool {
    if let use = uses[word] { return use != .surname || nicknames.contains(word) }
    return nicknames.contains(word)
  }

  /// Whether the word is a given name and hardly ever a surname.
  func isCertain(_ word: Span<UInt32>) -> Bool {
    if let use = uses[word] { return use == .given || use == .surname && nicknames.contains(word) }
    return nicknames.contains(word)
  }

  /// Whether the word is a frequent surname, and perhaps a given name as well.
  func isSurname(_ word: Span<UInt32>) -> Bool {
    let use = uses[word]
    return use == .surname || use == .both
  }

  /// Whether two words are a surname and a given name, in this order.
  func areExchanged(_ first: Span<UInt32>, _ last: Span<UInt32>) -> Bool {
    guard first.count > 1, !isGiven(first), isGiven(last) else { return false }
    return isCertain(last) || isSurname(first)
  }
}
