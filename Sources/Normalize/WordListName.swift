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
  /// Banks by the first digits of their cards.
  case banks
  /// Mailboxes of functions, and what people type for a mailbox they have not.
  case mailboxes
  /// Domains of mail: providers, their slips, services for throwing away, fillers.
  case domains
  /// Dates that programs write where they have none.
  case dates
  /// Months, days of the week and fillers of dates in Latin letters.
  case calendar

  /// The columns of the list; the first holds the word itself.
  package var columns: [String] {
    switch self {
    case .phoneFillers: ["word", "region"]
    case .placeholders, .phoneWords, .branches, .mailboxes: ["word", "sense"]
    case .legalForms: ["word", "language", "tells", "family", "display"]
    case .industries: ["word", "full"]
    case .institutions: ["word"]
    case .banks: ["word", "issuer", "kind"]
    case .domains: ["word", "sense", "meant", "ignores"]
    case .dates: ["word", "time"]
    case .calendar: ["word", "sense", "number"]
    }
  }
}
