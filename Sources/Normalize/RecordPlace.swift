import Vocabulary

/// Where a record's party is, when no column of places says so.
enum RecordPlace {
  /// The city that the record's address names, else the one in its organization's name.
  static func city(
    of record: Int, _ fields: FieldRoles, _ cells: [[CellColumn]], _ readings: [FieldResult]
  ) -> String? {
    func raw(_ field: Int) -> UInt32? {
      cells[field].lazy.map { $0.ids[record] }.first { $0 != 0 }
    }
    for field in fields.addresses {
      guard let raw = raw(field), let value = readings[field].field[raw].first else { continue }
      let city = readings[field].addressCities[Int(value) - 1]
      if !city.isEmpty { return city }
    }
    for field in [fields.company, fields.partyName].compactMap(\.self) {
      guard let raw = raw(field), readings[field].persons.isEmpty
          || readings[field].persons[Int(raw)].kind == .organization
      else { continue }
      let place = readings[field].organizations[Int(raw)].place
      if !place.isEmpty { return place }
    }
    return nil
  }
}
