import Vocabulary

/// Names of organizations, one per raw value, with the parts that mentions and evidence need.
struct OrganizationNameColumn: Sendable {
  /// The parts that are kept of a reading.
  enum Part: Int, CaseIterable {
    case key, place, brand, industry, branch, latin, legalForm, compared

    /// The part of a reading; a brand in Latin letters counts as it is spelt for comparison.
    fileprivate func source(_ script: NameScript) -> OrganizationNameReading.Part {
      switch self {
      case .key: .key
      case .place: .place
      case .brand: script == .latin ? .latin : .brand
      case .industry: .industry
      case .branch: .branch
      case .latin: .latin
      case .legalForm: .legalForm
      case .compared: .compared
      }
    }
  }

  /// By part, which of a reading it is.
  private static let sources = Part.allCases.map { $0.source(.han).rawValue }
  private static let latinSources = Part.allCases.map { $0.source(.latin).rawValue }

  /// What is known of a name beside its parts.
  struct Facts: Sendable {
    var script: NameScript
    var issues: ValueIssues

    var isIdentity: Bool { issues.isDisjoint(with: .notIdentity) }
  }

  private(set) var parts = PartColumn(partCount: Part.allCases.count)
  /// By name.
  private(set) var facts: [Facts] = []

  init() {}

  var isEmpty: Bool { facts.isEmpty }

  /// Where a part of a name stands in the bytes of `parts`.
  func range(_ part: Part, of name: Int) -> Range<Int> { parts.range(part.rawValue, of: name) }

  func has(_ part: Part, _ name: Int) -> Bool { !range(part, of: name).isEmpty }

  mutating func append(_ reading: OrganizationNameReading) {
    let text = reading.text.bytes.span
    for source in reading.script == .latin ? Self.latinSources : Self.sources {
      parts.append(text.extracting(reading.text.range(of: source)))
    }
    facts.append(Facts(script: reading.script, issues: reading.issues))
  }

  /// Makes room for the names of other columns.
  mutating func reserve(_ others: [OrganizationNameColumn]) {
    parts.reserve(others.map(\.parts))
    facts.reserveCapacity(others.reduce(facts.count) { $0 + $1.facts.count })
  }

  mutating func append(_ other: OrganizationNameColumn) {
    parts.append(other.parts)
    facts += other.facts
  }
}
