/// The lists of words that the rules go by.
///
/// Each ships with the program as a file of this name, and a steward adds to it with a file of his own.
package enum WordListName: String, CaseIterable, Sendable {
  /// Texts that fill a cell and say nothing.
  case placeholders
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

  /// The columns of the list; the first holds the word itself.
  package var columns: [String] {
    switch self {
    case .placeholders, .branches, .companyRemarks, .companyPlaces, .mailboxes: ["word", "sense"]
    case .companyAbbreviations: ["word", "full", "use"]
    case .legalForms: ["word", "language", "tells", "family", "display"]
    case .industries: ["word", "full"]
    case .institutions: ["word"]
    case .banks: ["word", "issuer", "kind"]
    case .domains: ["word", "sense", "meant", "ignores"]
    case .dates: ["word", "time"]
    }
  }
}
