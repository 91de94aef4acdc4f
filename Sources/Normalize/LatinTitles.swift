/// Forms of address, titles and particles in Latin letters.
final class LatinTitles: Sendable {
  /// Where a title stands.
  enum Position: String, CaseIterable, Sendable {
    /// A form of address in front of a name.
    case front
    /// A title behind a name.
    case behind
    /// In front a form of address, behind a title: Sr.
    case either
    /// Part of a surname: van, de.
    case particle
  }

  struct Title: Sendable {
    let position: Position
    /// UTF-8.
    let display: [UInt8]
    let gender: Gender
  }

  private let titles: WordTable<Title>

  init(_ lists: WordLists) throws(WordListError) {
    var titles = WordTable<Title>()
    for entry in lists[.latinTitles] {
      let letters = entry.word.unicodeScalars.map(\.value)
      titles[letters.span] = Title(
        position: try entry.value(1, as: Position.self), display: Array(entry.cells[2].utf8),
        gender: try entry.value(3, as: GenderWord.self).gender)
    }
    self.titles = titles
  }

  /// A form of address by its small letters without dots.
  func front(_ word: Span<UInt32>) -> Title? {
    guard let title = titles[word] else { return nil }
    return title.position == .front || title.position == .either ? title : nil
  }

  /// A title that stands behind a name.
  func behind(_ word: Span<UInt32>) -> Title? {
    guard let title = titles[word] else { return nil }
    return title.position == .behind || title.position == .either ? title : nil
  }

  func isParticle(_ word: Span<UInt32>) -> Bool { titles[word]?.position == .particle }
}
