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
  /// Legal forms of organizations, and which of them tell organizations apart.
  case legalForms = "legal_forms"
  /// Lines of business.
  case industries
  /// How the names of institutions and shops end.
  case institutions
  /// What parts of an organization are called.
  case branches
  /// Remarks, labels and other names around the names of organizations.
  case companyRemarks = "company_remarks"
  /// Short names of organizations that everybody knows.
  case companyAbbreviations = "company_abbreviations"
  /// Short forms and spellings of common words in the names of organizations in Latin letters.
  case latinAbbreviations = "latin_abbreviations"
  /// Places in the names of organizations that the divisions of China do not tell.
  case companyPlaces = "company_places"
  /// Banks by the first digits of their cards.
  case banks
  /// Mailboxes of functions, and what people type for a mailbox they have not.
  case mailboxes
  /// Domains of mail: providers, their slips, services for throwing away, fillers.
  case domains
  /// Dates that programs write where they have none.
  case dates
  /// Surnames in Han characters.
  case surnames
  /// How surnames are written outside the mainland.
  case romanizations
  /// Syllables of given names in Latin letters outside the mainland.
  case romanizedSyllables = "romanized_syllables"
  /// Characters of given names and of the names of firms.
  case nameCharacters = "name_characters"
  /// Parts of the names of peoples without surnames.
  case nameParts = "name_parts"
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
  /// Months, days of the week and fillers of dates in Latin letters.
  case calendar

  /// The columns of the list; the first holds the word itself.
  package var columns: [String] {
    switch self {
    case .phoneFillers: ["word", "region"]
    case .placeholders, .phoneWords, .branches, .companyRemarks, .companyPlaces, .mailboxes,
      .nameRemarks, .nameFillers, .partyWords:
      ["word", "sense"]
    case .companyAbbreviations: ["word", "full", "use"]
    case .legalForms: ["word", "language", "tells", "family", "display"]
    case .industries, .institutions: ["word"]
    case .latinAbbreviations: ["word", "counts"]
    case .banks: ["word", "issuer", "kind"]
    case .domains: ["word", "sense", "meant", "ignores"]
    case .dates: ["word", "time"]
    case .surnames: ["word", "share", "reading", "origin"]
    case .romanizations: ["word", "pinyin", "region"]
    case .nameCharacters: ["word", "given", "firm", "foreign"]
    case .honorifics: ["word", "position", "gender"]
    case .nameLabels: ["word", "position"]
    case .latinNames: ["word", "use", "source"]
    case .romanizedSyllables: ["word", "use"]
    case .nameParts: ["word", "people"]
    case .latinTitles: ["word", "position", "display", "gender"]
    case .nicknames: ["word", "formal"]
    case .calendar: ["word", "sense", "number"]
    }
  }
}
