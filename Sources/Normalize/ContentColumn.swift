import Vocabulary

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

  /// Whether some of the records have a value.
  func holdsValue(_ records: Range<Int>) -> Bool {
    let ids = ids.span
    for record in records where ids[record] != 0 { return true }
    return false
  }

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
