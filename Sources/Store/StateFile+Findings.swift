package import Vocabulary

/// The findings of all runs, each with the day on which it was first made.
///
/// Shape: `ids`, `firstSeen` and `statuses` have one element per finding; ids ascend by their bytes,
/// each once.
package struct FindingHistory: Sendable {
  /// Where a finding stands.
  package enum Status: String, Codable, Hashable, Sendable, CaseIterable {
    case open
    case fixed
    case reopened
    case appealed
  }

  package private(set) var ids = TextColumn()
  package private(set) var firstSeen: [CivilDay] = []
  package private(set) var statuses: [Status] = []

  package init() {}

  package var count: Int { statuses.count }

  /// Adds a finding whose id is greater than all before.
  package mutating func append(_ id: String, firstSeen day: CivilDay, status: Status) {
    ids.append(id)
    firstSeen.append(day)
    statuses.append(status)
  }
}

extension StateFile {
  /// Reads the findings of all runs.
  package func findings() throws(StoreError) -> FindingHistory {
    let rows = try Statement(
      "SELECT finding_id, first_seen, status FROM findings ORDER BY finding_id", on: connection)
    var history = FindingHistory()
    while try rows.step() {
      history.append(
        rows.string(0), firstSeen: CivilDay(number: Int32(clamping: rows.int(1))),
        status: FindingHistory.Status(rawValue: rows.string(2)) ?? .open)
    }
    return history
  }

  /// Writes what differs from the findings that the file holds, and forgets none.
  func write(_ next: FindingHistory) throws(StoreError) {
    let old = try findings()
    let upsert = try Statement(
      "INSERT OR REPLACE INTO findings (first_seen, status, finding_id) VALUES (?, ?, ?)",
      on: connection)
    let (newBytes, oldBytes) = (next.ids.bytes, old.ids.bytes)
    let (new, known) = (newBytes.span, oldBytes.span)
    var row = 0
    for index in 0..<next.count {
      let id = new.extracting(next.ids.range(of: index))
      while row < old.count, precedes(known.extracting(old.ids.range(of: row)), id) { row += 1 }
      if row < old.count, !precedes(id, known.extracting(old.ids.range(of: row))),
        old.statuses[row] == next.statuses[index], old.firstSeen[row] == next.firstSeen[index]
      {
        continue
      }
      try upsert.bind(Int(next.firstSeen[index].number), at: 1)
      try upsert.bind(next.statuses[index].rawValue, at: 2)
      try upsert.run(text: id, at: 3)
    }
  }
}
