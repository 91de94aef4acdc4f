import Vocabulary

/// The names of organizations in all fields under common numbers, with the parts that are compared.
struct OrganizationNameNumbers: Sendable {
  /// The numbers of the names, 0 where one is no evidence; those of a field begin at its start.
  private var numbers: [UInt32] = []
  /// By field: where the numbers of its raw values begin; nil where it holds no such names.
  private var starts: [Int?]
  private var names = ValuePool()
  private var parts = ValuePool()
  private var evidence = [OrganizationNameEvidence()]
  /// Legal forms as they are written, and by their number the word for all spellings.
  private var forms = ValuePool()
  private var families: [UInt32] = [0]

  init(_ results: [FieldResult]) {
    starts = results.map { _ in nil }
    for (field, result) in results.enumerated() where !result.organizations.isEmpty {
      starts[field] = numbers.count
      numbers.reserveCapacity(numbers.count + result.organizations.facts.count)
      for raw in result.organizations.facts.indices {
        numbers.append(number(of: raw, in: result))
      }
    }
  }

  /// The fields that hold such names.
  var fields: [Int] { starts.indices.filter { starts[$0] != nil } }

  /// The number of a raw value of a field; 0 where it is no evidence.
  func number(_ field: Int, raw: UInt32) -> UInt32 {
    starts[field].map { numbers[$0 + Int(raw)] } ?? 0
  }

  /// An empty column of these names.
  func column(named name: String) -> EvidenceColumn {
    var column = EvidenceColumn(name: name, kind: .organizationName)
    column.values = names
    column.parts = parts
    column.organizations = evidence
    return column
  }

  /// A name is told by its canonical form, the last one of a cell that may name either party.
  private mutating func number(of raw: Int, in result: FieldResult) -> UInt32 {
    let column = result.organizations
    guard column.facts[raw].isIdentity, column.has(.key, raw),
      let value = result.field[UInt32(raw)].last
    else { return 0 }
    let pool = result.field.canonical
    let id = names.intern(pool.bytes.span.extracting(pool.range(of: value)))
    guard Int(id) == evidence.count else { return id }
    var found = OrganizationNameEvidence()
    found.key = part(.key, of: raw, in: column)
    found.place = part(.place, of: raw, in: column)
    found.brand = part(.brand, of: raw, in: column)
    found.industry = part(.industry, of: raw, in: column)
    found.branch = part(.branch, of: raw, in: column)
    found.latin = part(.latin, of: raw, in: column)
    if column.facts[raw].script == .latin { found.legalForm = family(of: raw, in: column) }
    evidence.append(found)
    return id
  }

  private mutating func part(
    _ part: OrganizationNameColumn.Part, of name: Int, in column: OrganizationNameColumn
  ) -> UInt32 {
    parts.intern(column.parts.bytes.span.extracting(column.range(part, of: name)))
  }

  private mutating func family(of name: Int, in column: OrganizationNameColumn) -> UInt32 {
    let form = forms.intern(
      column.parts.bytes.span.extracting(column.range(.legalForm, of: name)))
    if Int(form) == families.count {
      families.append(parts.intern(OrganizationLegalForm.family(of: forms.string(form))))
    }
    return families[Int(form)]
  }
}
