import Database
package import Vocabulary

extension StateFile {
  /// Reads the records that the latest exports lack.
  package func absences() throws -> AbsenceTable {
    let rows = try Statement(
      "SELECT record_key, exports, since, gone FROM absences ORDER BY record_key", on: connection)
    var entries: [AbsenceTable.Entry] = []
    while try rows.step() {
      entries.append(
        AbsenceTable.Entry(
          key: rows.string(0), exports: Int(rows.int(1)),
          since: CivilDay(number: Int32(clamping: rows.int(2))),
          gone: rows.isNull(3) ? nil : CivilDay(number: Int32(clamping: rows.int(3)))))
    }
    return AbsenceTable(entries)
  }

  /// Writes what differs between two tables.
  func write(_ next: AbsenceTable, over previous: AbsenceTable) throws {
    let kept = Set(next.entries)
    let known = Set(previous.entries)
    let delete = try Statement("DELETE FROM absences WHERE record_key = ?", on: connection)
    for entry in previous.entries where !kept.contains(entry) {
      try delete.bind(entry.key, at: 1)
      try delete.run()
    }
    let insert = try Statement("INSERT INTO absences VALUES (?, ?, ?, ?)", on: connection)
    for entry in next.entries where !known.contains(entry) {
      try insert.bind(entry.key, at: 1)
      try insert.bind(entry.exports, at: 2)
      try insert.bind(entry.since.number, at: 3)
      try insert.bind(entry.gone?.number, at: 4)
      try insert.run()
    }
  }
}
