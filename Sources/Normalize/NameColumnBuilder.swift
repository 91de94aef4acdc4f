import Vocabulary

/// Builds the name column of persons or of organizations from the readings of their raw values.
struct NameColumnBuilder {
  private(set) var column: EvidenceColumn
  /// What the column has in common with others.
  var topic: EvidenceColumn.Topic? {
    get { column.topic }
    set { column.topic = newValue }
  }
  private let results: [FieldResult]
  /// By field and raw value: the number in the column, 0 if it is no evidence, the maximum if unknown.
  private var known: [[UInt32]]
  private var first = 0

  init(_ party: Party, _ results: [FieldResult], named name: String? = nil) {
    self.results = results
    if party == .person {
      column = EvidenceColumn(name: name ?? EvidenceColumn.personName, kind: .personName)
      column.persons = [PersonNameEvidence()]
      known = results.map { [UInt32](repeating: .max, count: $0.persons.count) }
    } else {
      column = EvidenceColumn(
        name: name ?? EvidenceColumn.organizationName, kind: .organizationName)
      column.organizations = [OrganizationNameEvidence()]
      known = results.map { [UInt32](repeating: .max, count: $0.organizations.count) }
    }
  }

  /// Adds the name that a raw value of a field holds to the mention.
  mutating func add(field: Int, raw: UInt32) {
    if known[field][Int(raw)] == .max {
      known[field][Int(raw)] =
        column.kind == .personName
        ? number(of: results[field].persons[Int(raw)])
        : number(of: results[field].organizations[Int(raw)])
    }
    let id = known[field][Int(raw)]
    if id != 0, !column.ids[first...].contains(id) { column.ids.append(id) }
  }

  mutating func endMention() {
    column.endMention()
    first = column.ids.count
  }

  private mutating func number(of name: PersonNameReading) -> UInt32 {
    let isName = !name.surname.isEmpty || !name.given.isEmpty || name.alias != nil
    guard isName, name.kind != .organization, name.issues.isDisjoint(with: .notIdentity) else {
      return 0
    }
    let alias = name.alias?.lowercased() ?? ""
    let id = column.values.intern(
      [name.surname, name.given, alias, String(name.gender.rawValue)].joined(separator: "\u{1F}"))
    guard Int(id) == column.persons.count else { return id }
    let isHan = name.script == .han || name.script == .mixed
    var parts = PersonNameEvidence()
    parts.isHan = isHan
    parts.surname = column.parts.intern(name.surname.lowercased())
    parts.given = column.parts.intern(name.given.lowercased())
    parts.latinSurname = column.parts.intern(name.latinSurname)
    parts.latinGiven = column.parts.intern(name.latinGiven)
    parts.alias = column.parts.intern(alias)
    parts.formalGiven = isHan ? 0 : column.parts.intern(name.formalGiven)
    if !name.surname.isEmpty, !name.given.isEmpty {
      let full = isHan ? name.surname + name.given : name.latinGiven + " " + name.latinSurname
      parts.full = column.parts.intern(full)
    }
    switch name.gender {
    case .male: parts.gender = .male
    case .female: parts.gender = .female
    case .unknown: parts.gender = .unknown
    }
    column.persons.append(parts)
    return id
  }

  private mutating func number(of name: OrganizationNameReading) -> UInt32 {
    guard !name.key.isEmpty, name.issues.isDisjoint(with: .notIdentity) else { return 0 }
    let id = column.values.intern(name.canonical)
    guard Int(id) == column.organizations.count else { return id }
    var parts = OrganizationNameEvidence()
    parts.key = column.parts.intern(name.key)
    parts.place = column.parts.intern(name.place)
    parts.brand = column.parts.intern(name.brand)
    parts.industry = column.parts.intern(name.industry)
    parts.branch = column.parts.intern(name.branch)
    parts.latin = column.parts.intern(name.latin)
    if name.script == .latin {
      parts.legalForm = column.parts.intern(OrganizationLegalForm.family(of: name.legalForm))
    }
    column.organizations.append(parts)
    return id
  }
}
