import Vocabulary

/// One line of a word file.
package struct WordEntry: Hashable, Sendable {
  package var word: String
  /// By column of the list.
  package var cells: [String]
  /// Whether the word is taken out of the list.
  package var isRemoval: Bool
  package var path: String
  package var line: Int

  /// The cell of a column as one of a few words, the first where it is empty.
  ///
  /// - Throws: `WordListError` where the cell holds another word.
  func value<Value: RawRepresentable & CaseIterable>(
    _ column: Int, as type: Value.Type = Value.self
  ) throws(WordListError) -> Value where Value.RawValue == String {
    if let value = Value(rawValue: cells[column]) { return value }
    let known = Value.allCases.map(\.rawValue)
    if cells[column].isEmpty, let first = Value.allCases.first { return first }
    throw WordListError(
      path: path, line: line,
      message: "'\(cells[column])' is not known here; "
        + SpellingSuggestion.wayOut(for: cells[column], among: known))
  }
}
