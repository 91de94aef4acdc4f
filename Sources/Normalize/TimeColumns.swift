import Vocabulary

/// When each record was created, changed and last touched.
struct TimeColumns {
  let created: [CivilTime?]
  let updated: [CivilTime?]
  let touched: [CivilTime?]

  init(_ records: RecordTable, _ results: [FieldResult]) {
    // Columns without times are one and the same.
    let none = [CivilTime?](repeating: nil, count: records.count)
    func column(_ name: String) -> [CivilTime?] {
      guard let field = records.schema.index(of: name),
        let cells = records.columns(of: field).first
      else { return none }
      var times = none
      for record in 0..<records.count where cells.ids[record] != 0 {
        times[record] = results[field].times[Int(cells.ids[record])]
      }
      return times
    }
    created = column("created_at")
    updated = column("updated_at")
    touched = column("touched_at")
  }
}
