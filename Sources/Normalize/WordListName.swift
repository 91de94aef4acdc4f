/// The lists of words that the rules go by.
///
/// Each ships with the program as a file of this name, and a steward adds to it with a file of his own.
package enum WordListName: String, CaseIterable, Sendable {
  /// Texts that fill a cell and say nothing.
  case placeholders
  /// Words beside a phone number: labels, and what says that an extension or another number follows.
  case phoneWords = "phone_words"
  /// Digits that fill a phone cell, and service numbers.
  case phoneFillers = "phone_fillers"

  /// The columns of the list; the first holds the word itself.
  package var columns: [String] {
    switch self {
    case .placeholders, .phoneWords: ["word", "sense"]
    case .phoneFillers: ["word", "region"]
    }
  }
}
