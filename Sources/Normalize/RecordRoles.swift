import Vocabulary

/// Which parties each record mentions.
struct RecordRoles: Sendable {
  private let fields: FieldRoles
  private let results: [FieldResult]
  /// By field: its columns of cells.
  private let cells: [[CellColumn]]
  /// By field of phones, by raw value: whether it holds a mobile.
  private let hasMobile: [Int: [Bool]]
  /// By record: the party that a steward says it is about.
  private let decided: [UInt32: Party]

  init(
    _ records: RecordTable, _ fields: FieldRoles, _ results: [FieldResult],
    decided: [UInt32: Party]
  ) {
    self.decided = decided
    self.fields = fields
    self.results = results
    cells = records.schema.fields.indices.map { records.columns(of: $0) }
    hasMobile = Dictionary(
      uniqueKeysWithValues: fields.phones.map { field in
        let types = results[field].phoneTypes
        let reading = results[field].field
        return (
          field,
          reading.issues.indices.map { raw in
            reading[UInt32(raw)].contains { types[Int($0)] == .mobile }
          }
        )
      })
  }

  /// The parties that some records mention.
  func roles(of records: Range<Int>) -> [MentionRoles] {
    guard fields.hasBothParties else {
      let only =
        fields.onlyParty == .person
        ? MentionRoles(person: .subject) : MentionRoles(organization: .subject)
      return [MentionRoles](repeating: only, count: records.count)
    }
    let persons = hasPerson(records)
    let companies = hasCompany(records)
    let names = fields.partyName.map { firstValues($0, records) }
    return records.indices.map { record in
      let index = record - records.lowerBound
      let company: MentionRole? = companies[index] ? .employer : nil
      if !decided.isEmpty, let party = decided[UInt32(record)] {
        return party == .person
          ? MentionRoles(person: .subject, organization: company)
          : MentionRoles(person: persons[index] ? .contact : nil, organization: .subject)
      }
      guard let field = fields.partyName, let raw = names?[index], raw != 0 else {
        return company == nil || persons[index]
          ? MentionRoles(person: .subject, organization: company)
          : MentionRoles(organization: .subject)
      }
      if subjectParty(record, field, raw) == .person {
        return MentionRoles(person: .subject, organization: company)
      }
      return MentionRoles(person: persons[index] ? .contact : nil, organization: .subject)
    }
  }

  // MARK: - What a record holds

  /// By record: whether something in it can only be a person's.
  private func hasPerson(_ records: Range<Int>) -> [Bool] {
    var found = [Bool](repeating: false, count: records.count)
    for column in fields.personal.flatMap({ cells[$0] }) {
      let ids = column.ids.span
      for record in records where ids[record] != 0 { found[record - records.lowerBound] = true }
    }
    for field in fields.phones {
      let isMobile = hasMobile[field] ?? []
      for column in cells[field] {
        let ids = column.ids.span
        for record in records where isMobile[Int(ids[record])] {
          found[record - records.lowerBound] = true
        }
      }
    }
    return found
  }

  /// By record: whether it names a company beside its subject.
  private func hasCompany(_ records: Range<Int>) -> [Bool] {
    guard let field = fields.company else { return [Bool](repeating: false, count: records.count) }
    let starts = results[field].field.starts
    return firstValues(field, records).map { raw in
      raw != 0 && starts[Int(raw) + 1] > starts[Int(raw)]
    }
  }

  /// By record: its first value in a field, 0 where it has none.
  private func firstValues(_ field: Int, _ records: Range<Int>) -> [UInt32] {
    var values = [UInt32](repeating: 0, count: records.count)
    for column in cells[field] {
      let ids = column.ids.span
      for record in records where values[record - records.lowerBound] == 0 {
        values[record - records.lowerBound] = ids[record]
      }
    }
    return values
  }

  // MARK: - Doubtful names

  /// Whether the value that may name either party names a person or an organization.
  ///
  /// The name decides where it is clear; else what stands beside it does. A firm's brand alone, 明华海,
  /// may look like a clear name of a person: a code of organizations and somebody else as the contact
  /// outweigh it together.
  private func subjectParty(_ record: Int, _ field: Int, _ raw: UInt32) -> Party {
    let name = results[field].persons.facts[Int(raw)]
    let isClear = name.confidence >= 0.9
    let hasCode = fields.organizational.contains { rawValue(record, $0) != nil }
    if isClear, name.kind == .organization || name.kind == .person && !hasCode {
      return name.kind == .organization ? .organization : .person
    }
    var balance = hasCode ? 1.0 : 0
    if name.kind == .organization { balance += Double(name.confidence) }
    if name.kind == .person { balance -= isClear ? 1.2 : Double(name.confidence) }
    for contact in fields.contacts {
      guard let other = rawValue(record, contact) else { continue }
      balance += isSamePerson(field, raw, contact, other) ? -1 : 0.6
    }
    if let company = fields.company, let other = rawValue(record, company) {
      balance += hasSameKey(field, raw, company, other) ? 1 : -0.6
    }
    return balance > 0 ? .organization : .person
  }

  /// Whether the canonical names of two cells are equal.
  private func isSamePerson(_ left: Int, _ l: UInt32, _ right: Int, _ r: UInt32) -> Bool {
    guard let first = results[left].field[l].first, let second = results[right].field[r].first
    else { return results[left].field[l].isEmpty && results[right].field[r].isEmpty }
    return results[left].field.canonical[first] == results[right].field.canonical[second]
  }

  private func hasSameKey(_ left: Int, _ l: UInt32, _ right: Int, _ r: UInt32) -> Bool {
    let (a, b) = (results[left].organizations, results[right].organizations)
    return a.parts.bytes[a.range(.key, of: Int(l))] == b.parts.bytes[b.range(.key, of: Int(r))]
  }

  private func rawValue(_ record: Int, _ field: Int) -> UInt32? {
    for column in cells[field] where column.ids[record] != 0 { return column.ids[record] }
    return nil
  }
}
