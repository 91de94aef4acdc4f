import Vocabulary

/// Names of persons, one per raw value, with the parts that mentions and evidence need.
struct PersonNameColumn: Sendable {
  /// The parts that are kept of a reading.
  enum Part: Int, CaseIterable {
    case surname, given, alias, latinSurname, latinGiven, formalGiven

    /// The part of a reading.
    fileprivate var source: PersonNameReading.Part {
      switch self {
      case .surname: .surname
      case .given: .given
      case .alias: .alias
      case .latinSurname: .latinSurname
      case .latinGiven: .latinGiven
      case .formalGiven: .formalGiven
      }
    }
  }

  /// By part, which of a reading it is.
  private static let sources = Part.allCases.map(\.source.rawValue)

  /// What is known of a name beside its parts.
  struct Facts: Sendable {
    var kind = PersonNameReading.Kind.unknown
    var script = NameScript.none
    var gender = Gender.unknown
    var confidence: Float = 0
    var issues: ValueIssues = []

    var isIdentity: Bool { kind != .organization && issues.isDisjoint(with: .notIdentity) }
  }

  private(set) var parts = PartColumn(partCount: Part.allCases.count)
  /// By name.
  private(set) var facts: [Facts] = []

  init() {}

  var isEmpty: Bool { facts.isEmpty }

  /// Where a part of a name stands in the bytes of `parts`.
  func range(_ part: Part, of name: Int) -> Range<Int> { parts.range(part.rawValue, of: name) }

  func has(_ part: Part, _ name: Int) -> Bool { !range(part, of: name).isEmpty }

  mutating func append(_ reading: PersonNameReading) {
    let text = reading.text.bytes.span
    for source in Self.sources { parts.append(text.extracting(reading.text.range(of: source))) }
    facts.append(
      Facts(
        kind: reading.kind, script: reading.script, gender: reading.gender,
        confidence: Float(reading.confidence), issues: reading.issues))
  }

  /// Makes room for the names of other columns.
  mutating func reserve(_ others: [PersonNameColumn]) {
    parts.reserve(others.map(\.parts))
    facts.reserveCapacity(others.reduce(facts.count) { $0 + $1.facts.count })
  }

  mutating func append(_ other: PersonNameColumn) {
    parts.append(other.parts)
    facts += other.facts
  }
}
