/// The lists of words that the rules go by.
///
/// Each ships with the program as a file of this name, and a steward adds to it with a file of his own.
package enum WordListName: String, CaseIterable, Sendable {
  /// Texts that fill a cell and say nothing.
  case placeholders

  /// The columns of the list; the first holds the word itself.
  package var columns: [String] {
    switch self {
    case .placeholders: ["word", "sense"]
    }
  }
}
