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
///
/// One reading serves for many cells: its memory is used again.
package struct PersonNameReading: Sendable {
  /// Whom the cell names.
  package enum Kind: String, Hashable, Sendable {
    case person
    case organization
    /// Nobody: a filler, a phone, a form of address alone.
    case unknown
  }

  /// The parts that a name is taken into.
  enum Part: Int, CaseIterable {
    case surname, given, honorific, title, qualifier, canonical, alias, latinSurname, latinGiven,
      formalGiven
  }

  package var kind = Kind.unknown
  /// How sure the kind is, from 0 to 1.
  package var confidence = 0.0
  package var script = NameScript.none
  /// From the form of address only.
  package var gender = Gender.unknown
  package var issues: ValueIssues = []
  /// The texts of the parts, by `Part`.
  var text = PartText()
  /// What the cell says as the name of an organization, where it was read as one.
  var organization = OrganizationNameReading()
  /// Whether the organization was read from all of `clean`.
  var isOrganizationWhole = false
  /// What reading works in; it says nothing about the cell.
  var work = PersonNameWork()
  /// The cell without the dirt of exports.
  var clean = CleanText()
  private var repairs = NameRepairs()

  package init() {}

  /// Makes the reading that of a cell without anything, and keeps the memory.
  mutating func reset() {
    kind = .unknown
    confidence = 0
    script = .none
    gender = .unknown
    issues = ValueIssues(rawValue: 0)  // a literal is not specialized across modules
    text.removeAll()
    work.isHanAddressed = false
    isOrganizationWhole = false
  }

  /// Cleans a cell, of which the rules read `clean`.
  mutating func take(_ cell: Span<UInt8>) {
    reset()
    clean.read(cell)
  }

  /// Notes whether cleaning changed more of the cell than is right in Chinese text.
  mutating func noteRepairs(of cell: Span<UInt8>) {
    if clean.isRepaired, repairs.hasOthers(cell) { issues.insert(.repaired) }
  }

  /// Gives back the memory that reading worked in.
  mutating func dropMemory() {
    work = PersonNameWork()
    organization = OrganizationNameReading()
    clean = CleanText()
    repairs = NameRepairs()
  }
}

extension PersonNameReading: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.kind == right.kind && left.confidence == right.confidence && left.script == right.script
      && left.gender == right.gender && left.issues == right.issues && left.text == right.text
  }
}

extension PersonNameReading {
  /// Sets a part to a range of the letters at work.
  mutating func set(_ part: Part, letters range: Range<Int>) {
    text.begin(part.rawValue)
    appendLetters(range)
    text.end(part.rawValue)
  }

  /// Appends a range of letters, within another part, as a part of its own.
  mutating func append(_ part: Part, _ letters: [UInt32], _ range: Range<Int>) {
    let start = text.count
    text.append(letters.span, range)
    text.mark(part.rawValue, start..<text.count)
  }

  /// Sets a part to UTF-8.
  mutating func set(_ part: Part, bytes: [UInt8]) {
    text.begin(part.rawValue)
    for byte in bytes { text.append(byte) }
    text.end(part.rawValue)
  }

  /// Appends a range of the letters at work to the part that was begun last.
  mutating func appendLetters(_ range: Range<Int>) {
    let letters = work.letters
    text.append(letters.span, range)
  }

  func isEmpty(_ part: Part) -> Bool { text.isEmpty(part.rawValue) }
}

extension PersonNameReading {
  /// Simplified Han, or title-case Latin; for romanized Chinese names the family name too.
  package var surname: String { text.string(Part.surname.rawValue) }
  /// Simplified Han, or title-case Latin; empty when only the surname is known.
  package var given: String { text.string(Part.given.rawValue) }
  /// The form of address, such as 先生, 总, Mr or Dr.
  package var honorific: String? { optional(.honorific) }
  /// A title beside the name that nobody is addressed by, such as PhD or Jr.
  package var title: String? { optional(.title) }
  /// What else is said: a place, a department, a firm, an English name beside a Chinese one.
  package var qualifier: String? { optional(.qualifier) }
  /// The name in one form: 张伟, Wei Zhang, 华信科技(北京)有限公司.
  package var canonical: String { text.string(Part.canonical.rawValue) }
  /// The English given name of a bearer of a Chinese surname, such as Kevin.
  package var alias: String? { optional(.alias) }
  /// The surname in lower-case letters without accents or tones.
  package var latinSurname: String { text.string(Part.latinSurname.rawValue) }
  /// The given name in lower-case letters without accents or tones; Han given names without blanks.
  package var latinGiven: String { text.string(Part.latinGiven.rawValue) }
  /// The name that a Latin given name is short for, robert for Bob; else `latinGiven`, and for Han names nothing.
  package var formalGiven: String { text.string(Part.formalGiven.rawValue) }

  private func optional(_ part: Part) -> String? {
    text.isEmpty(part.rawValue) ? nil : text.string(part.rawValue)
  }
}
