/// The lists of words that the rules go by.
///
/// Each ships with the program as a file of this name, and a steward adds to it with a file of his own.
package enum WordListName: String, CaseIterable, Sendable {
  /// Texts that fill a cell and say nothing.
  case placeholders
  /// Surnames in Han characters.
  case surnames
  /// How surnames are written outside the mainland.
  case romanizations
  /// Syllables of given names in Latin letters outside the mainland.
  case romanizedSyllables = "romanized_syllables"
  /// Characters of given names and of the names of firms.
  case nameCharacters = "name_characters"
  /// Chinese forms of address and titles.
  case honorifics
  /// What is written beside a name without being one.
  case nameRemarks = "name_remarks"
  /// What a form or a letter puts around a name.
  case nameLabels = "name_labels"
  /// What stands in the place of a name.
  case nameFillers = "name_fillers"
  /// Words that tell organizations from persons.
  case partyWords = "party_words"
  /// Given names and surnames in Latin letters.
  case latinNames = "latin_names"
  /// Forms of address, titles and particles in Latin letters.
  case latinTitles = "latin_titles"
  /// Short forms of English given names.
  case nicknames

  /// The columns of the list; the first holds the word itself.
  package var columns: [String] {
    switch self {
    case .placeholders, .nameRemarks, .nameFillers, .partyWords: ["word", "sense"]
    case .surnames: ["word", "share", "reading", "origin"]
    case .romanizations: ["word", "pinyin", "region"]
    case .nameCharacters: ["word", "given", "firm", "foreign"]
    case .honorifics: ["word", "position", "gender"]
    case .nameLabels: ["word", "position"]
    case .latinNames: ["word", "use", "source"]
    case .romanizedSyllables: ["word", "use"]
    case .latinTitles: ["word", "position", "display", "gender"]
    case .nicknames: ["word", "formal"]
    }
  }
}
