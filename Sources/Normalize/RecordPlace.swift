import Vocabulary

/// Where the parties of records are, when no column of places says so.
struct RecordPlace: Sendable {
  /// The cities and places that addresses and names imply.
  private(set) var names = ValuePool()
  private let addresses: [ColumnPlaces]
  private let organizations: [ColumnPlaces]

  /// The places that the values of one column imply.
  private struct ColumnPlaces: Sendable {
    var ids: [UInt32]
    /// By raw value: a number in `names`, 0 where it implies none.
    var places: [UInt32]
  }

  init(_ records: RecordTable, _ fields: FieldRoles, _ results: [FieldResult]) {
    var names = ValuePool()
    func columns(_ places: [UInt32], of field: Int) -> [ColumnPlaces] {
      records.columns(of: field).map { ColumnPlaces(ids: $0.ids, places: places) }
    }
    addresses = fields.addresses.flatMap { field in
      columns(Self.cities(results[field], &names), of: field)
    }
    organizations = [fields.company, fields.partyName].compactMap(\.self).flatMap { field in
      columns(Self.places(results[field], &names), of: field)
    }
    self.names = names
  }

  /// By raw value: the city of its address.
  private static func cities(_ result: FieldResult, _ names: inout ValuePool) -> [UInt32] {
    let cities = result.cities
    let numbers = (0..<UInt32(cities.count)).map { names.intern(cities[$0].span) }
    return (0..<UInt32(result.field.issues.count)).map { raw in
      guard let value = result.field[raw].first, !result.cityOf.isEmpty else { return 0 }
      return numbers[Int(result.cityOf[Int(value)])]
    }
  }

  /// By raw value: the place that the organization's name says.
  private static func places(_ result: FieldResult, _ names: inout ValuePool) -> [UInt32] {
    let column = result.organizations
    let bytes = column.parts.bytes.span
    return column.facts.indices.map { raw in
      guard result.persons.isEmpty || result.persons.facts[raw].kind == .organization else {
        return 0
      }
      return names.intern(bytes.extracting(column.range(.place, of: raw)))
    }
  }

  /// The city that the record's address names, 0 where it names none.
  private func addressCity(_ record: Int) -> UInt32 { Self.first(record, addresses) }

  /// The place that the name of the record's organization says, 0 where it says none.
  private func organizationPlace(_ record: Int) -> UInt32 { Self.first(record, organizations) }

  /// Where a record's party is, a number in `names`; 0 where nothing says so.
  func place(of party: Party, _ record: Int) -> UInt32 {
    let city = addressCity(record)
    return city != 0 || party == .person ? city : organizationPlace(record)
  }

  private static func first(_ record: Int, _ columns: [ColumnPlaces]) -> UInt32 {
    for column in columns {
      let place = column.places[Int(column.ids[record])]
      if place != 0 { return place }
    }
    return 0
  }
}
