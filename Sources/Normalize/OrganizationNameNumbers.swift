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

  init(_ results: [FieldResult]) {
    starts = results.map { _ in nil }
    for (field, result) in results.enumerated() where !result.organizations.isEmpty {
      starts[field] = numbers.count
      addNames(result)
    }
    addEvidence(results)
  }

  /// The numbers of the names of a field.
  ///
  /// A name is told by its canonical form, the last one of a cell that may name either party, with
  /// its common words spelt in one way.
  private mutating func addNames(_ result: FieldResult) {
    let pool = result.field.canonical
    let column = result.organizations
    let compared = column.facts.indices.filter { column.has(.compared, $0) }
    var bytes = pool.bytes
    var forms = column.facts.indices.map { raw -> ValueRange in
      guard column.facts[raw].isIdentity, column.has(.key, raw),
        let value = result.field[UInt32(raw)].last
      else { return .none }
      return ValueRange(pool.range(of: value))
    }
    for raw in compared where !forms[raw].isEmpty {
      let start = bytes.count
      bytes += column.parts.bytes[column.range(.compared, of: raw)]
      forms[raw] = ValueRange(start..<bytes.count)
    }
    names.intern(forms.span, of: bytes.span, appendingTo: &numbers)
  }

  /// The parts of every name where it was first seen.
  private mutating func addEvidence(_ results: [FieldResult]) {
    var families = LegalFormFamilies()
    for (field, result) in results.enumerated() {
      guard let start = starts[field] else { continue }
      let column = result.organizations
      var first: [Int] = []
      for raw in column.facts.indices
      where Int(numbers[start + raw]) == evidence.count + first.count {
        first.append(raw)
      }
      let keys = number(.key, of: first, column)
      let places = number(.place, of: first, column)
      let brands = number(.brand, of: first, column)
      let industries = number(.industry, of: first, column)
      let branches = number(.branch, of: first, column)
      let latin = number(.latin, of: first, column)
      for (index, raw) in first.enumerated() {
        var found = OrganizationNameEvidence()
        found.key = keys[index]
        found.place = places[index]
        found.brand = brands[index]
        found.industry = industries[index]
        found.branch = branches[index]
        found.latin = latin[index]
        if column.facts[raw].script == .latin {
          found.legalForm = families.part(of: raw, in: column, &parts)
        }
        evidence.append(found)
      }
    }
  }

  /// The numbers of a part of some names.
  private mutating func number(
    _ part: OrganizationNameColumn.Part, of names: [Int], _ column: OrganizationNameColumn
  ) -> [UInt32] {
    let ranges = names.map { ValueRange(column.range(part, of: $0)) }
    var numbers: [UInt32] = []
    parts.intern(ranges.span, of: column.parts.bytes.span, appendingTo: &numbers)
    return numbers
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
}

/// The word for all spellings of each legal form, looked up once a spelling.
private struct LegalFormFamilies {
  private var forms = ValuePool()
  /// By form.
  private var families: [UInt32] = [0]

  /// The number of a name's family of forms in a pool of parts.
  mutating func part(
    of name: Int, in column: OrganizationNameColumn, _ parts: inout ValuePool
  ) -> UInt32 {
    let form = forms.intern(
      column.parts.bytes.span.extracting(column.range(.legalForm, of: name)))
    if Int(form) == families.count {
      families.append(parts.intern(OrganizationLegalForm.family(of: forms.string(form))))
    }
    return families[Int(form)]
  }
}
