/// English given names and their short forms, so that Bob and Robert compare as equal.
package final class Nicknames: Sendable {
  /// The scalars of the formal name.
  private let formal: WordTable<[UInt32]>

  init(_ lists: WordLists) throws(WordListError) {
    var formal = WordTable<[UInt32]>()
    for entry in lists[.nicknames] {
      guard !entry.cells[1].isEmpty else {
        throw WordListError(
          path: entry.path, line: entry.line,
          message: "the formal name of '\(entry.word)' is missing")
      }
      let letters = entry.word.unicodeScalars.map(\.value)
      formal[letters.span] = entry.cells[1].unicodeScalars.map(\.value)
    }
    self.formal = formal
  }

  /// The formal name of small letters; nil where they are no known name.
  ///
  /// A short form that serves several names goes to the most frequent of them.
  func formal(_ given: Span<UInt32>) -> [UInt32]? { formal[given] }

  /// The formal name of a lower-case given name: `robert` for `bob`; other names stay as they are.
  package func canonical(_ given: String) -> String {
    let letters = given.unicodeScalars.map(\.value)
    return formal(letters.span).map { String(scalars: $0) } ?? given
  }

  /// All that are known.
  var words: [[UInt32]] { formal.words(where: { _ in true }) }

  /// Whether small letters are known as a formal or a short form.
  func contains(_ given: Span<UInt32>) -> Bool { formal.contains(given) }
}
