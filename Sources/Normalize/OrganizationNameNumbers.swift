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
    var keys = TextColumn()
    for (field, result) in results.enumerated() where !result.organizations.isEmpty {
      starts[field] = keys.count
      let pool = result.field.canonical
      for raw in result.organizations.facts.indices {
        // A name is told by its canonical form, the last one of a cell that may name either party.
        if result.organizations.facts[raw].isIdentity, result.organizations.has(.key, raw),
          let value = result.field[UInt32(raw)].last
        {
          keys.extend(pool.bytes.span.extracting(pool.range(of: value)))
        }
        keys.close()
      }
    }
    names.intern(keys, appendingTo: &numbers)
    addEvidence(results)
  }

  /// The parts of every name where it was first seen.
  private mutating func addEvidence(_ results: [FieldResult]) {
    let kept: [OrganizationNameColumn.Part] = [.key, .place, .brand, .industry, .branch, .latin]
    var texts = kept.map { _ in TextColumn() }
    var families = LegalFormFamilies()
    for (field, result) in results.enumerated() {
      guard let start = starts[field] else { continue }
      let column = result.organizations
      for raw in column.facts.indices where Int(numbers[start + raw]) == evidence.count {
        for (index, part) in kept.enumerated() {
          texts[index].append(column.parts.bytes.span.extracting(column.range(part, of: raw)))
        }
        var found = OrganizationNameEvidence()
        if column.facts[raw].script == .latin {
          found.legalForm = families.part(of: raw, in: column, &parts)
        }
        evidence.append(found)
      }
    }
    let ids = texts.map { texts in
      var ids: [UInt32] = []
      parts.intern(texts, appendingTo: &ids)
      return ids
    }
    for index in 0..<evidence.count - 1 {
      evidence[index + 1].key = ids[0][index]
      evidence[index + 1].place = ids[1][index]
      evidence[index + 1].brand = ids[2][index]
      evidence[index + 1].industry = ids[3][index]
      evidence[index + 1].branch = ids[4][index]
      evidence[index + 1].latin = ids[5][index]
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
