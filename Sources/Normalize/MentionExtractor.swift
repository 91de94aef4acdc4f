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
    roles = RecordRoles(records, fields, results)
    phones = RecordPhones(records, options, fields, places, results)
    columns = ContentColumn.all(of: records, fields)
    source = records.source
    self.results = results
  }

  /// Extracts the mentions of some records.
  func extract(_ records: Range<Int>) -> MentionRun {
    var run = MentionRun(records, roles.roles(of: records))
    let numbers = columns.map { column -> [Int: [PhoneNumber]] in
      guard column.content == .phone else { return [:] }
      return phones.numbers(records, field: column.field, ids: column.ids)
    }
    // Claims are counted first, so that those of a mention stand together, column by column.
    for column in columns.indices { addClaims(columns[column], numbers[column], records, &run) }
    run.beginFilling()
    for column in columns.indices { addClaims(columns[column], numbers[column], records, &run) }
    return run
  }

  private func addClaims(
    _ column: ContentColumn, _ numbers: [Int: [PhoneNumber]], _ records: Range<Int>,
    _ run: inout MentionRun
  ) {
    let reading = results[column.field].field
    let (ids, starts, values) = (column.ids.span, reading.starts.span, reading.ids.span)
    let types = results[column.field].phoneTypes
    let field = column.field
    for record in records where ids[record] != 0 {
      let raw = ids[record]
      let range = Int(starts[Int(raw)])..<Int(starts[Int(raw) + 1])
      let roles = run.roles(of: record)
      switch column.content {
      case .partyName:
        guard !range.isEmpty else { continue }
        let form = roles.subject == .person ? range.lowerBound : range.upperBound - 1
        run.add(ClaimReference(field: field, value: values[form], raw: raw), record, roles.subject)
      case .other(let owner):
        let party = roles.owner(owner, declared: column.declared[Int(source[record])])
        for index in range {
          run.add(ClaimReference(field: field, value: values[index], raw: raw), record, party)
        }
      case .phone:
        let said = column.declared[Int(source[record])]
        let declared = said.flatMap { roles.has($0) ? $0 : nil }
        if !numbers.isEmpty, let own = numbers[record] {
          for number in own {
            let party = declared ?? roles.owner(of: number.type)
            run.add(number, ClaimReference(field: field, value: 0, raw: raw), record, party)
          }
          continue
        }
        for index in range {
          let party = declared ?? roles.owner(of: types[Int(values[index])])
          run.add(ClaimReference(field: field, value: values[index], raw: raw), record, party)
        }
      }
    }
  }
}

extension MentionExtractor {
  /// Puts the mentions of all runs, in the order of their records, together.
  ///
  /// Numbers that only a record could tell get their places in the readings of their field.
  static func joined(_ runs: [MentionRun], _ results: inout [FieldResult]) -> (
    persons: MentionTable, organizations: MentionTable
  ) {
    var persons = MentionTable(party: .person)
    var organizations = MentionTable(party: .organization)
    for var run in runs {
      run.settleNumbers(&results)
      persons.append(run.persons)
      organizations.append(run.organizations)
    }
    return (persons, organizations)
  }
}

/// A column of cells whose values belong to a party.
struct ContentColumn: Sendable {
  enum Content: Hashable, Sendable {
    case partyName
    case phone
    case other(FieldRoles.Owner)
  }

  let field: Int
  let ids: [UInt32]
  let content: Content
  /// By source: the party that the pipeline file or the profile gives the column's values to.
  let declared: [Party?]

  /// The columns of all fields with content, by field and slot.
  static func all(of records: RecordTable, _ fields: FieldRoles) -> [ContentColumn] {
    records.schema.fields.indices.flatMap { field -> [ContentColumn] in
      guard records.schema.fields[field].purpose == .content else { return [] }
      let content: Content =
        if field == fields.partyName {
          .partyName
        } else if records.schema.fields[field].kind == .phone {
          .phone
        } else {
          .other(fields.owner(of: field))
        }
      return records.columns(of: field).map { column in
        let declared = records.sources.map { source in
          let own = source.columns.filter { $0.field == field }
          return column.slot < own.count ? own[column.slot].party : nil
        }
        return ContentColumn(field: field, ids: column.ids, content: content, declared: declared)
      }
    }
  }
}
