import Database
package import Vocabulary

extension StateFile {
  /// Reads the findings of all runs.
  package func findings() throws -> FindingHistory {
    let rows = try Statement(
      "SELECT finding, record, other, first_seen, status FROM findings ORDER BY finding",
      on: connection)
    var history = FindingHistory()
    while try rows.step() {
      history.append(
        FindingHistory.Entry(
          identifier: Self.identifier(ofRow: rows.int(0)),
          record: UInt64(bitPattern: rows.int(1)), other: UInt64(bitPattern: rows.int(2)),
          firstSeen: CivilDay(number: Int32(clamping: rows.int(3))),
          status: UInt8(exactly: rows.int(4)).flatMap(FindingStatus.init) ?? .open))
    }
    return history
  }

  /// Writes what differs between two histories, and forgets none.
  ///
  /// - Parameters:
  ///   - next: The history after a run.
  ///   - previous: The history as the file holds it.
  /// - Throws: `StoreError` when the file cannot be written.
  func write(_ next: FindingHistory, over previous: FindingHistory) throws {
    let upsert = try Statement(
      """
      INSERT OR REPLACE INTO findings (finding, record, other, first_seen, status) \
      VALUES (?, ?, ?, ?, ?)
      """, on: connection)
    var row = 0
    for index in 0..<next.count {
      let entry = next[index]
      while row < previous.count, previous.identifiers[row] < entry.identifier { row += 1 }
      if row < previous.count, previous[row] == entry { continue }
      try upsert.bind(Self.row(ofIdentifier: entry.identifier), at: 1)
      try upsert.bind(Int64(bitPattern: entry.record), at: 2)
      try upsert.bind(Int64(bitPattern: entry.other), at: 3)
      try upsert.bind(Int64(entry.firstSeen.number), at: 4)
      try upsert.bind(Int64(entry.status.rawValue), at: 5)
      try upsert.run()
    }
  }

  /// SQLite's integers are signed; with the highest bit turned over their order is the identifiers'.
  private static func row(ofIdentifier identifier: UInt64) -> Int64 {
    Int64(bitPattern: identifier ^ (1 << 63))
  }

  private static func identifier(ofRow row: Int64) -> UInt64 { UInt64(bitPattern: row) ^ (1 << 63) }
}
