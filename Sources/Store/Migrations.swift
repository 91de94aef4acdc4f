import Database

/// One named step from an empty database to the state of today.
///
/// A step that was ever released is never changed: what is wrong with it is put right by a later one.
struct Migration: Sendable {
  let name: String
  let sql: String

  /// All steps, in order.
  static let all: [Migration] = [
    Migration(
      name: "0001 identities, runs, models, findings and metrics",
      sql: """
        CREATE TABLE runs (
          run INTEGER PRIMARY KEY, run_id TEXT NOT NULL UNIQUE, as_of INTEGER NOT NULL,
          pipeline_hash TEXT NOT NULL, published_at TEXT NOT NULL, folder TEXT NOT NULL) STRICT;
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL)
          STRICT, WITHOUT ROWID;
        -- A run hands out consecutive numbers, so that one row holds all of a run and party.
        CREATE TABLE golden_ids (
          party TEXT NOT NULL, first_number INTEGER NOT NULL, last_number INTEGER NOT NULL,
          minted_run INTEGER NOT NULL REFERENCES runs,
          PRIMARY KEY (party, first_number)) STRICT, WITHOUT ROWID;
        CREATE TABLE person_membership (record_key TEXT PRIMARY KEY, number INTEGER NOT NULL)
          STRICT, WITHOUT ROWID;
        CREATE TABLE organization_membership (record_key TEXT PRIMARY KEY, number INTEGER NOT NULL)
          STRICT, WITHOUT ROWID;
        CREATE TABLE redirects (
          party TEXT NOT NULL, old INTEGER NOT NULL, current INTEGER NOT NULL,
          reason TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (party, old))
          STRICT, WITHOUT ROWID;
        -- The records of both ids of a merge, as of the merge; side is lost or survivor.
        CREATE TABLE redirect_records (
          party TEXT NOT NULL, old INTEGER NOT NULL, side TEXT NOT NULL, record_key TEXT NOT NULL,
          PRIMARY KEY (party, old, side, record_key),
          FOREIGN KEY (party, old) REFERENCES redirects ON DELETE CASCADE) STRICT, WITHOUT ROWID;
        -- New ids are not here: golden_ids has them.
        CREATE TABLE identity_events (
          event INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs, party TEXT NOT NULL,
          change TEXT NOT NULL, number INTEGER NOT NULL, moved_from INTEGER, moved_to INTEGER,
          records INTEGER NOT NULL, cause TEXT NOT NULL) STRICT;
        CREATE TABLE models (
          party TEXT PRIMARY KEY, json TEXT NOT NULL, fingerprint TEXT NOT NULL,
          trained_run TEXT NOT NULL) STRICT, WITHOUT ROWID;
        -- finding is the identifier less 2^63, so that both ascend together; record and other are
        -- hashes of record keys, 0 for none; status 0 is open, 1 fixed, 2 reopened, 3 appealed.
        CREATE TABLE findings (
          finding INTEGER PRIMARY KEY, record INTEGER NOT NULL, other INTEGER NOT NULL,
          first_seen INTEGER NOT NULL, status INTEGER NOT NULL) STRICT;
        CREATE TABLE metrics (
          run INTEGER NOT NULL REFERENCES runs, metric TEXT NOT NULL, scope TEXT NOT NULL,
          value REAL NOT NULL, PRIMARY KEY (run, metric, scope)) STRICT, WITHOUT ROWID;
        -- As of the last run in each period.
        CREATE TABLE scores (
          period_start INTEGER NOT NULL, score TEXT NOT NULL, scope TEXT NOT NULL,
          value REAL NOT NULL, PRIMARY KEY (period_start, score, scope)) STRICT, WITHOUT ROWID;
        """),
    Migration(
      name: "0002 shapes of sources, and absent records",
      sql: """
        CREATE TABLE source_shapes (
          run INTEGER NOT NULL REFERENCES runs, source TEXT NOT NULL, records INTEGER NOT NULL,
          newest INTEGER, format TEXT NOT NULL, encoding TEXT NOT NULL, profile TEXT,
          PRIMARY KEY (run, source)) STRICT, WITHOUT ROWID;
        CREATE TABLE source_columns (
          run INTEGER NOT NULL REFERENCES runs, source TEXT NOT NULL, place INTEGER NOT NULL,
          label TEXT NOT NULL, field TEXT, filled INTEGER NOT NULL,
          PRIMARY KEY (run, source, place)) STRICT, WITHOUT ROWID;
        CREATE TABLE source_files (
          run INTEGER NOT NULL REFERENCES runs, source TEXT NOT NULL, place INTEGER NOT NULL,
          name TEXT NOT NULL, sha256 TEXT NOT NULL, row_count INTEGER NOT NULL,
          PRIMARY KEY (run, source, place)) STRICT, WITHOUT ROWID;
        -- Records of before that the last exports lack; gone is the day from which they are held for
        -- deleted.
        CREATE TABLE absences (
          record_key TEXT PRIMARY KEY, exports INTEGER NOT NULL, since INTEGER NOT NULL,
          gone INTEGER) STRICT, WITHOUT ROWID;
        """),
    Migration(
      name: "0003 decisions that were followed",
      sql: """
        -- fingerprint is a hash of the decision; party is empty where the decision decides it.
        CREATE TABLE rulings (
          fingerprint INTEGER PRIMARY KEY, verb TEXT NOT NULL, party TEXT NOT NULL,
          left_key TEXT NOT NULL, right_key TEXT NOT NULL) STRICT;
        """),
    Migration(
      name: "0004 log of what was published, by whom and why",
      sql: """
        -- Each hash covers the one before it.
        CREATE TABLE audit (
          entry INTEGER PRIMARY KEY, action TEXT NOT NULL, run_id TEXT NOT NULL, at TEXT NOT NULL,
          by_whom TEXT NOT NULL, reason TEXT NOT NULL, manifest TEXT NOT NULL,
          previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
        """),
  ]

  /// Brings a database up to date; a database of something else, or of a newer program, is refused.
  static func apply(to connection: borrowing Connection) throws {
    let applied = try applied(on: connection)
    for (step, name) in applied.enumerated() where step >= all.count || all[step].name != name {
      throw StoreError(.newerState(migration: name), path: connection.path)
    }
    guard applied.count < all.count else { return }
    try connection.execute("BEGIN IMMEDIATE")
    if applied.isEmpty {
      try connection.execute("PRAGMA application_id = \(applicationID)")
      try connection.execute(
        "CREATE TABLE migrations (step INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
    }
    let record = try Statement("INSERT INTO migrations (step, name) VALUES (?, ?)", on: connection)
    for step in applied.count..<all.count {
      try connection.execute(all[step].sql)
      try record.bind(step + 1, at: 1)
      try record.bind(all[step].name, at: 2)
      try record.run()
    }
    try connection.execute("COMMIT")
  }

  /// Refuses a database that is not up to date.
  static func requireCurrent(_ connection: borrowing Connection) throws {
    guard try applied(on: connection).count == all.count else {
      throw StoreError(.olderState, path: connection.path)
    }
  }

  /// "Asay" in ASCII; tells a state file from any other database.
  private static let applicationID = 0x4173_6179

  private static func applied(on connection: borrowing Connection) throws -> [String] {
    let header = try Statement(
      "SELECT (SELECT application_id FROM pragma_application_id), count(*) FROM sqlite_schema",
      on: connection)
    _ = try header.step()
    if header.int(1) == 0 { return [] }
    guard header.int(0) == Int64(applicationID) else {
      throw StoreError(.notAState, path: connection.path)
    }
    let names = try Statement("SELECT name FROM migrations ORDER BY step", on: connection)
    var applied: [String] = []
    while try names.step() { applied.append(names.string(0)) }
    return applied
  }
}
