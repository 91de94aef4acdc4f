import Scorecard
import Vocabulary

/// Builds a normalized table and its clusters from rows that are written down in a test.
struct HandMadeTable {
  struct Row {
    var source: String
    var id: String
    var entity: String
    var party = Party.person
    var cells: [String: String]
  }

  var sources: [SourceInfo] = []
  var rows: [Row] = []
  /// By field and value.
  var issues: [String: [String: ValueIssues]] = [:]
  /// By value: what was probably meant.
  var proposals: [String: String] = [:]
  let schema = Schema.customer

  mutating func source(_ name: String, _ system: SystemKind?, _ columns: [String]) {
    sources.append(
      SourceInfo(
        name: name, system: system, files: [name + ".csv"],
        columns: columns.compactMap { column in
          schema.index(of: column).map { MappedColumn(header: column, field: $0) }
        }))
  }

  mutating func row(
    _ source: String, _ id: String, entity: String = "", party: Party = .person,
    _ cells: [String: String]
  ) {
    rows.append(
      Row(
        source: source, id: id, entity: entity.isEmpty ? source + "/" + id : entity, party: party,
        cells: cells))
  }

  /// Cells of a field with several columns are written `phone#1`, `phone#2` from the second on.
  func input(asOf: CivilDay) -> ScorecardInput {
    let rows = rows.sorted { ($0.source, $0.id) < ($1.source, $1.id) }
    var records = RecordTable(schema: schema, sources: sources)
    records.count = rows.count
    records.filled = [UInt64](repeating: 0, count: rows.count)
    for (field, name) in schema.fields.map(\.name).enumerated() {
      let slots = sources.map { $0.columns.count { $0.field == field } }.max() ?? 0
      for slot in 0..<slots {
        let key = slot == 0 ? name : "\(name)#\(slot)"
        let ids = rows.map { records.pools[field].intern($0.cells[key] ?? "") }
        records.columns.append(CellColumn(field: field, slot: slot, ids: ids))
      }
    }
    for (number, row) in rows.enumerated() {
      let source = sources.firstIndex { $0.name == row.source } ?? 0
      records.source.append(UInt16(source))
      records.file.append(0)
      records.rowNumber.append(UInt32(number + 1))
      records.line.append(UInt32(number + 2))
      records.sourceRecordID.append(row.id)
      records.recordKey.append(row.source + "/" + row.id)
      var slots: [Int: Int] = [:]
      for (bit, column) in sources[source].columns.enumerated() {
        let slot = slots[column.field, default: 0]
        slots[column.field] = slot + 1
        let name = schema.fields[column.field].name
        let cell = row.cells[slot == 0 ? name : "\(name)#\(slot)"] ?? ""
        if !cell.isEmpty { records.filled[number] |= 1 << UInt64(bit) }
      }
    }
    let readings = schema.fields.enumerated().map { reading($0.element, records.pools[$0.offset]) }
    let (persons, personClusters) = mentions(.person, rows, records, readings)
    let (organizations, organizationClusters) = mentions(.organization, rows, records, readings)
    return ScorecardInput(
      table: NormalizedTable(
        records: records, readings: readings, persons: persons, organizations: organizations,
        created: rows.map { Self.time($0.cells["created_at"]) },
        updated: rows.map { Self.time($0.cells["updated_at"]) },
        touched: rows.map { Self.time($0.cells["touched_at"]) }),
      persons: personClusters, organizations: organizationClusters, asOf: asOf)
  }

  private func reading(_ field: Field, _ pool: ValuePool) -> FieldReadings {
    var readings = FieldReadings()
    for raw in 0..<UInt32(pool.count) {
      let found = issues[field.name]?[pool.string(raw)] ?? []
      if raw > 0, found.isDisjoint(with: .notIdentity) {
        let value = readings.canonical.intern(pool.string(raw))
        readings.ids.append(value)
        readings.proposals[value] = proposals[pool.string(raw)]
      }
      readings.endValue(issues: found)
    }
    return readings
  }

  private func mentions(
    _ party: Party, _ rows: [Row], _ records: RecordTable, _ readings: [FieldReadings]
  ) -> (MentionTable, EntityClusters) {
    var table = MentionTable(party: party)
    var roots: [UInt32] = []
    var firsts: [String: UInt32] = [:]
    for (number, row) in rows.enumerated() where row.party == party {
      let mention = UInt32(table.record.count)
      let root = firsts[row.entity] ?? mention
      firsts[row.entity] = root
      roots.append(root)
      table.record.append(UInt32(number))
      table.role.append(.subject)
      for column in records.columns where schema.fields[column.field].purpose == .content {
        let raw = column.ids[number]
        for value in readings[column.field][raw] {
          table.claims.append(ClaimReference(field: column.field, value: value, raw: raw))
        }
      }
      table.claimStarts.append(UInt32(table.claims.count))
    }
    return (table, EntityClusters(party: party, roots: roots))
  }

  /// Reads `2026-06-30` or `2026-06-30T09`.
  static func time(_ text: String?) -> CivilTime? {
    let parts = (text ?? "").split(whereSeparator: { $0 == "-" || $0 == "T" }).compactMap {
      Int($0)
    }
    guard parts.count >= 3, let day = CivilDay(year: parts[0], month: parts[1], day: parts[2])
    else { return nil }
    return CivilTime(day: day, hour: parts.count > 3 ? parts[3] : 0)
  }
}

extension ScorecardReport {
  /// The row of one score, or nil.
  func cell(
    _ population: ScorePopulation, _ kind: ScopeKind, _ id: String, rule: String
  ) -> ScoreCell? {
    cells.first {
      $0.population == population && $0.scopeKind == kind && $0.scopeID == id && $0.rule == rule
    }
  }

  /// The total of a scope, or of one of its dimensions.
  func total(
    _ population: ScorePopulation, _ kind: ScopeKind, _ id: String,
    _ dimension: QualityDimension? = nil
  ) -> ScoreCell? {
    cells.first {
      $0.population == population && $0.scopeKind == kind && $0.scopeID == id && $0.rule == nil
        && $0.dimension == dimension
    }
  }

  /// The findings of a rule, as the keys of their records.
  func keys(of rule: String, in input: ScorecardInput) -> [String] {
    (0..<findings.count).filter { rules[Int(findings.rule[$0])].id == rule }
      .map { input.table.records.recordKey.string(Int(findings.record[$0])) }
  }
}

func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
  CivilDay(year: year, month: month, day: day) ?? CivilDay(number: 0)
}
