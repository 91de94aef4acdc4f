package import Vocabulary

/// Builds small normalized tables from values that are canonical already.
///
/// Each value is its own raw value. Records are sorted by their keys at the end, so a fixture whose
/// records are added in another order gives the same table but for its value numbers.
package struct MentionFixture: Sendable {
  package struct Value: Hashable, Sendable {
    package var field: String
    package var text: String
    package var issues: ValueIssues

    package init(_ field: String, _ text: String, issues: ValueIssues = []) {
      self.field = field
      self.text = text
      self.issues = issues
    }
  }

  package struct Record: Hashable, Sendable {
    package var source: String
    package var id: String
    package var created: CivilTime?
    package var updated: CivilTime?
    package var owner: String?
    package var person: [Value]
    package var organization: [Value]

    package init(
      _ source: String, _ id: String, created: String? = nil, updated: String? = nil,
      owner: String? = nil, person: [Value] = [], organization: [Value] = []
    ) {
      self.source = source
      self.id = id
      self.created = created.flatMap(Self.time)
      self.updated = updated.flatMap(Self.time)
      self.owner = owner
      self.person = person
      self.organization = organization
    }

    package var key: String { source + "/" + id }

    private static func time(_ text: String) -> CivilTime? {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 3 else { return nil }
      return CivilDay(year: parts[0], month: parts[1], day: parts[2]).map { CivilTime(day: $0) }
    }
  }

  package var schema: Schema
  package var sources: [SourceInfo]

  package init(schema: Schema = .customer, sources: [SourceInfo]) {
    self.schema = schema
    self.sources = sources
  }

  /// The table of the records; a record without values of a party does not mention it.
  package func table(_ unsorted: [Record]) -> NormalizedTable {
    let sorted = unsorted.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var records = RecordTable(schema: schema, sources: sources)
    var issues = [[UInt32: ValueIssues]](repeating: [:], count: schema.fields.count)
    // Values are numbered in the order given, to show that numbers decide nothing.
    for value in unsorted.flatMap({ $0.person + $0.organization }) {
      guard let field = schema.index(of: value.field) else { continue }
      issues[field][records.pools[field].intern(value.text), default: []].formUnion(value.issues)
    }
    var persons = MentionTable(party: .person)
    var organizations = MentionTable(party: .organization)
    var owners: [UInt32] = []
    for (index, record) in sorted.enumerated() {
      records.count += 1
      records.source.append(UInt16(sources.firstIndex { $0.name == record.source } ?? 0))
      records.file.append(0)
      records.rowNumber.append(UInt32(index + 1))
      records.line.append(UInt32(index + 2))
      records.sourceRecordID.append(record.id)
      records.recordKey.append(record.key)
      records.filled.append(0)
      let isSubject = record.organization.isEmpty
      add(record.person, of: index, isSubject ? .subject : .contact, to: &persons, records)
      add(record.organization, of: index, .subject, to: &organizations, records)
      if let field = schema.index(of: "owner") {
        owners.append(records.pools[field].intern(record.owner ?? ""))
      }
    }
    if let field = schema.index(of: "owner") {
      records.columns.append(CellColumn(field: field, slot: 0, ids: owners))
    }
    return NormalizedTable(
      records: records, readings: readings(of: records.pools, issues), persons: persons,
      organizations: organizations, created: sorted.map(\.created), updated: sorted.map(\.updated),
      touched: sorted.map { _ in nil })
  }

  /// Clusters of one kind of party: the mentions of records with equal labels are one.
  package func clusters(
    _ party: Party, in table: NormalizedTable, by label: (String) -> String
  ) -> EntityClusters {
    let mentions = table.mentions(of: party)
    var first: [String: UInt32] = [:]
    let roots = mentions.record.enumerated().map { mention, record in
      let name = label(table.records.recordKey.string(Int(record)))
      let root = first[name] ?? UInt32(mention)
      first[name] = root
      return root
    }
    return EntityClusters(party: party, roots: roots)
  }

  private func add(
    _ values: [Value], of record: Int, _ role: MentionRole, to mentions: inout MentionTable,
    _ records: RecordTable
  ) {
    guard !values.isEmpty else { return }
    mentions.record.append(UInt32(record))
    mentions.role.append(role)
    for value in values {
      guard let field = schema.index(of: value.field),
        let number = records.pools[field].find(value.text.utf8.span)
      else { continue }
      mentions.claims.append(ClaimReference(field: field, value: number, raw: number))
    }
    mentions.claimStarts.append(UInt32(mentions.claims.count))
  }

  private func readings(
    of pools: [ValuePool], _ issues: [[UInt32: ValueIssues]]
  ) -> [FieldReadings] {
    zip(pools, issues).map { pool, issues in
      var readings = FieldReadings()
      readings.canonical = pool
      for value in 0..<UInt32(pool.count) {
        if value > 0 { readings.ids.append(value) }
        readings.endValue(issues: issues[value] ?? [])
      }
      return readings
    }
  }
}
