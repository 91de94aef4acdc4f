import Vocabulary

/// Where a record's parties are, when no column of places says so.
struct RecordPlace {
  private let fields: FieldRoles
  private let cells: [[CellColumn]]

  init(_ fields: FieldRoles, _ cells: [[CellColumn]]) {
    self.fields = fields
    self.cells = cells
  }

  /// The city that the record's address names.
  func addressCity(_ record: Int, _ readings: [FieldResult]) -> String? {
    for field in fields.addresses {
      guard let raw = raw(record, field), let value = readings[field].field[raw].first else {
        continue
      }
      let city = readings[field].addressCities[Int(value) - 1]
      if !city.isEmpty { return city }
    }
    return nil
  }

  /// The place that the name of the record's organization begins with.
  func organizationPlace(_ record: Int, _ readings: [FieldResult]) -> String? {
    for field in [fields.company, fields.partyName].compactMap(\.self) {
      guard let raw = raw(record, field) else { continue }
      let persons = readings[field].persons
      guard persons.isEmpty || persons[Int(raw)].kind == .organization else { continue }
      let place = readings[field].organizations[Int(raw)].place
      if !place.isEmpty { return place }
    }
    return nil
  }

  private func raw(_ record: Int, _ field: Int) -> UInt32? {
    cells[field].lazy.map { $0.ids[record] }.first { $0 != 0 }
  }
}
