import Vocabulary

/// Finds the parties that every record mentions, and which of its values belong to which of them.
///
/// A record is filed under a subject: the party in `party_name`, else the person in `name`, else the
/// organization in `company`. A record filed under an organization mentions its `contact` as a
/// person; one filed under a person mentions the `company` as the employer.
struct MentionExtractor: Sendable {
  private let roles: RecordRoles
  private let phones: RecordPhones
  private let columns: [ContentColumn]
  private let source: [UInt16]
  private let results: [FieldResult]

  init(
    _ records: RecordTable, _ options: NormalizeOptions, _ fields: FieldRoles,
    _ places: RecordPlace, _ results: [FieldResult]
  ) {
    roles = RecordRoles(records, fields, results, decided: options.subjects)
    phones = RecordPhones(records, options, fields, places, results)
    columns = ContentColumn.all(of: records, fields)
    source = records.source
    self.results = results
  }

  /// Extracts the mentions of some records.
  ///
  /// Cells are looked at column by column, and their claims put down record by record: few records at
  /// a time, so that what was found stays in the cache.
  func extract(_ records: Range<Int>) -> MentionRun {
    var run = MentionRun()
    var cells: [SettledCell] = []
    for start in stride(from: records.lowerBound, to: records.upperBound, by: Self.blockSize) {
      let block = start..<min(start + Self.blockSize, records.upperBound)
      extract(block, &cells, into: &run)
    }
    return run
  }

  private static let blockSize = 1000

  private func extract(
    _ records: Range<Int>, _ cells: inout [SettledCell], into run: inout MentionRun
  ) {
    let roles = roles.roles(of: records)
    // A source has few of the columns, and its records stand together.
    let filled = columns.filter { $0.holdsValue(records) }
    let fields = filled.map(\.field)
    cells.removeAll(keepingCapacity: true)
    cells.append(
      contentsOf: repeatElement(SettledCell(), count: filled.count * records.count))
    let numbers = filled.indices.map { settle(filled[$0], records, roles, at: $0, &cells) }
    for row in roles.indices {
      for column in filled.indices {
        let cell = cells[column * records.count + row]
        guard cell.owner != .nobody else { continue }
        let field = fields[column]
        switch cell.owner {
        case .nobody: break
        case .person:
          run.add(ClaimReference(field: field, value: cell.value, raw: cell.raw), to: .person)
        case .organization:
          run.add(
            ClaimReference(field: field, value: cell.value, raw: cell.raw), to: .organization)
        case .several:
          let record = records.lowerBound + row
          addSeveral(
            filled[column], record, cell.raw, roles[row], numbers[column][record], to: &run)
        }
      }
      run.endRecord(records.lowerBound + row, roles[row])
    }
  }

  /// A cell of a record, and whose its value is.
  private struct SettledCell {
    enum Owner: UInt8 {
      case nobody
      case person
      case organization
      /// The cell has several values, or its record tells more about it.
      case several

      init(_ party: Party) { self = party == .person ? .person : .organization }
    }

    var raw: UInt32 = 0
    var value: UInt32 = 0
    var owner = Owner.nobody
  }

  /// Settles the cells of a column for some records.
  ///
  /// - Returns: By record, its numbers, where the record tells more about them than the cell.
  private func settle(
    _ column: ContentColumn, _ records: Range<Int>, _ roles: [MentionRoles], at place: Int,
    _ cells: inout [SettledCell]
  ) -> [Int: [PhoneNumber]] {
    let field = column.field
    let numbers =
      column.content == .phone ? phones.numbers(records, field: field, ids: column.ids) : [:]
    let reading = results[field].field
    let (ids, starts, values) = (column.ids.span, reading.starts.span, reading.ids.span)
    let types = results[field].phoneTypes
    var output = cells.mutableSpan
    for record in records where ids[record] != 0 {
      let raw = ids[record]
      let (start, end) = (Int(starts[Int(raw)]), Int(starts[Int(raw) + 1]))
      let row = record - records.lowerBound
      let cell = place * records.count + row
      if end - start != 1 || !numbers.isEmpty && numbers[record] != nil {
        if end > start || !numbers.isEmpty {
          output[cell] = SettledCell(raw: raw, owner: .several)
        }
        continue
      }
      let declared = column.declared[Int(source[record])]
      let owner =
        switch column.content {
        case .partyName: roles[row].subject
        case .other(let owner): roles[row].owner(owner, declared: declared)
        case .phone: roles[row].phoneOwner(types[Int(values[start])], declared: declared)
        }
      output[cell] = SettledCell(raw: raw, value: values[start], owner: SettledCell.Owner(owner))
    }
    return numbers
  }

  private func addSeveral(
    _ column: ContentColumn, _ record: Int, _ raw: UInt32, _ roles: MentionRoles,
    _ numbers: [PhoneNumber]?, to run: inout MentionRun
  ) {
    let field = column.field
    let values = results[field].field[raw]
    let declared = column.declared[Int(source[record])]
    switch column.content {
    case .partyName:
      guard let form = roles.subject == .person ? values.first : values.last else { return }
      run.add(ClaimReference(field: field, value: form, raw: raw), to: roles.subject)
    case .other(let owner):
      let party = roles.owner(owner, declared: declared)
      for value in values {
        run.add(ClaimReference(field: field, value: value, raw: raw), to: party)
      }
    case .phone:
      if let numbers {
        for number in numbers {
          let party = roles.phoneOwner(number.type, declared: declared)
          run.add(number, field: field, raw: raw, to: party)
        }
        return
      }
      for value in values {
        let party = roles.phoneOwner(results[field].phoneTypes[Int(value)], declared: declared)
        run.add(ClaimReference(field: field, value: value, raw: raw), to: party)
      }
    }
  }
}

extension MentionExtractor {
  /// Puts the mentions of all runs, in the order of their records, together.
  ///
  /// Numbers that only a record could tell get their places in the readings of their field.
  static func joined(_ runs: consuming [MentionRun], _ results: inout [FieldResult]) async -> (
    persons: MentionTable, organizations: MentionTable
  ) {
    for index in runs.indices { runs[index].settle(&results) }
    let runs = runs
    async let persons = joined(runs.map(\.persons), of: .person)
    async let organizations = joined(runs.map(\.organizations), of: .organization)
    return await (persons, organizations)
  }

  @concurrent
  private static func joined(_ tables: [MentionTable], of party: Party) async -> MentionTable {
    var joined = MentionTable(party: party)
    joined.reserve(
      mentions: tables.reduce(0) { $0 + $1.count },
      claims: tables.reduce(0) { $0 + $1.claims.count })
    for table in tables { joined.append(table) }
    return joined
  }
}
