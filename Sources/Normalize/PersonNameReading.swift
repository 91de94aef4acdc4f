package import Vocabulary

/// A person's gender, as far as a form of address tells it.
package enum Gender: UInt8, Hashable, Sendable {
  case unknown
  case male
  case female
}

/// The script that a name is written in.
package enum NameScript: UInt8, Hashable, Sendable {
  /// Neither letters nor Han characters.
  case none
  case han
  case latin
  /// Han and Latin, such as 张伟(Kevin).
  case mixed
  case other
}

/// What a cell that should name a person, or a party, says.
package struct PersonNameReading: Hashable, Sendable {
  /// Whom the cell names.
  package enum Kind: String, Hashable, Sendable {
    case person
    case organization
    /// Nobody: a filler, a phone, a form of address alone.
    case unknown
  }

  package var kind = Kind.unknown
  /// How sure the kind is, from 0 to 1.
  package var confidence = 0.0
  /// Simplified Han, or title-case Latin; for romanized Chinese names the family name too.
  package var surname = ""
  /// Simplified Han, or title-case Latin; empty when only the surname is known.
  package var given = ""
  /// The form of address, such as 先生, 总, Mr or Dr.
  package var honorific: String?
  /// A title beside the name that nobody is addressed by, such as PhD or Jr.
  package var title: String?
  /// What else is said: a place, a department, a firm, an English name beside a Chinese one.
  package var qualifier: String?
  /// The name in one form: 张伟, Wei Zhang, 华信科技(北京)有限公司.
  package var canonical = ""
  /// The English given name of a bearer of a Chinese surname, such as Kevin.
  package var alias: String?
  /// The surname in lower-case letters without accents or tones.
  package var latinSurname = ""
  /// The given name in lower-case letters without accents or tones; Han given names without blanks.
  package var latinGiven = ""
  package var script = NameScript.none
  /// From the form of address only.
  package var gender = Gender.unknown
  package var issues: ValueIssues = []

  package init() {}
}
