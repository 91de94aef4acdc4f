import Database
import Vocabulary

extension StateFile {
  /// All entries of the log, the oldest first.
  package func auditEntries() throws -> [AuditEntry] {
    let rows = try Statement(
      """
      SELECT action, run_id, at, by_whom, reason, manifest, previous, hash FROM audit \
      ORDER BY entry
      """, on: connection)
    var entries: [AuditEntry] = []
    while try rows.step() {
      guard let action = AuditEntry.Action(rawValue: rows.string(0)) else {
        throw StoreError(.damagedLog, path: connection.path)
      }
      entries.append(
        AuditEntry(
          action: action, runID: rows.string(1), at: rows.string(2), by: rows.string(3),
          reason: rows.string(4), manifest: rows.string(5), previous: rows.string(6),
          hash: rows.string(7)))
    }
    return entries
  }

  /// Adds an entry behind the last one.
  func append(_ entry: AuditEntry) throws {
    try insert(entry.following(try auditEntries().last))
  }

  private func insert(_ entry: AuditEntry) throws {
    let insert = try Statement(
      """
      INSERT INTO audit (action, run_id, at, by_whom, reason, manifest, previous, hash) \
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, on: connection)
    let texts = [
      entry.action.rawValue, entry.runID, entry.at, entry.by, entry.reason, entry.manifest,
      entry.previous, entry.hash,
    ]
    for (place, text) in texts.enumerated() { try insert.bind(text, at: Int32(place + 1)) }
    try insert.run()
  }

  /// Makes this copy of an earlier state the successor of a later one, in one transaction.
  ///
  /// What must never go back goes on: the log, and the numbers of golden ids that were handed out.
  ///
  /// - Parameters:
  ///   - later: The state that this one takes the place of.
  ///   - entry: Why it does.
  /// - Throws: `StoreError` or `DatabaseError`; nothing is changed then.
  package func succeed(_ later: StateFile, recording entry: AuditEntry) throws {
    let log = try later.auditEntries()
    let numbers = try later.identities()
    try connection.transaction {
      try connection.execute("DELETE FROM audit")
      for entry in log { try insert(entry) }
      try append(entry)
      for party in Party.allCases { try raiseNextNumber(of: party, to: numbers[party].nextNumber) }
    }
  }
}
