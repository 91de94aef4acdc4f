import CSQLite
import Glibc

/// An open SQLite database file, closed when its owner goes away.
@safe
package struct Connection: ~Copyable {
  /// What a file is opened for.
  package enum Purpose: Hashable, Sendable {
    /// To last: every transaction is on the disk when it ends, and between transactions the one file is
    /// whole and can be copied, for a rollback journal is used and no write-ahead log.
    case lasting
    /// To be filled once and thrown away when that fails: without journal and without waiting for the
    /// disk.
    case filling
    /// To be read only; the file must be there.
    case reading
  }

  // Safe because the handle is private to the module, set once, and closed only in deinit.
  let handle: OpaquePointer
  package let path: String

  /// Opens a file, and creates it with mode 0600 when there is none and it is to be written.
  package init(path: String, for purpose: Purpose = .lasting) throws(DatabaseError) {
    if purpose != .reading {
      // Safe because the path outlives the calls.
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0, fchmod(descriptor, 0o600) == 0, close(descriptor) == 0 else {
        throw DatabaseError(.notWritable, path: path)
      }
    }
    var opened: OpaquePointer?
    let mode = purpose == .reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    let code = unsafe sqlite3_open_v2(path, &opened, mode | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      _ = unsafe sqlite3_close_v2(opened)
      throw DatabaseError(sqliteCode: code, path: path)
    }
    _ = unsafe sqlite3_busy_timeout(opened, 10_000)
    let settings = unsafe sqlite3_exec(opened, purpose.settings, nil, nil, nil)
    guard settings == SQLITE_OK else {
      _ = unsafe sqlite3_close_v2(opened)
      throw DatabaseError(sqliteCode: settings, path: path, sql: purpose.settings)
    }
    unsafe self.handle = opened
    self.path = path
  }

  deinit { _ = unsafe sqlite3_close_v2(handle) }

  /// Runs statements that bind nothing and return nothing of interest.
  package func execute(_ sql: String) throws(DatabaseError) {
    // Safe because the text outlives the call.
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw DatabaseError(sqliteCode: code, path: path, sql: sql) }
  }

  /// Runs a body as one transaction, all of it or nothing.
  package func transaction(_ body: () throws -> Void) throws {
    try begin(body)
    try commit()
  }

  /// Begins a transaction with a body; `commit` ends it, and it is undone when the body fails.
  package func begin(_ body: () throws -> Void) throws {
    try execute("BEGIN IMMEDIATE")
    try orRollBack(body)
  }

  /// Makes what was done since `begin` last, and what a last body does.
  package func commit(_ body: () throws -> Void = {}) throws {
    try orRollBack {
      try body()
      try execute("COMMIT")
    }
  }

  private func orRollBack(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      // The first error is the one to report; closing the file rolls back too.
      _ = unsafe sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
      throw error
    }
  }
}

extension Connection.Purpose {
  fileprivate var settings: String {
    switch self {
    case .lasting:
      """
      PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
      PRAGMA cache_size = -65536
      """
    // Pages are zeroed before use, so that equal rows give equal files.
    case .filling:
      """
      PRAGMA page_size = 32768; PRAGMA secure_delete = ON; PRAGMA journal_mode = OFF; \
      PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384; \
      PRAGMA temp_store = MEMORY
      """
    case .reading: "PRAGMA query_only = ON"
    }
  }
}
