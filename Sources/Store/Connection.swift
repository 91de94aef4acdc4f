import CSQLite
import Glibc

/// An open SQLite database file, closed when its owner goes away.
///
/// The rollback journal is used, not a write-ahead log: between transactions the one file is whole and
/// can be copied. Every transaction is on the disk when it ends.
@safe
struct Connection: ~Copyable {
  // Safe because the handle is private to the module, set once, and closed only in deinit.
  let handle: OpaquePointer
  let path: String

  /// Opens a file, and creates it with mode 0600 when there is none.
  init(path: String) throws(StoreError) {
    // Safe because the path outlives the calls.
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, fchmod(descriptor, 0o600) == 0, close(descriptor) == 0 else {
      throw StoreError(.notWritable, path: path)
    }
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      _ = unsafe sqlite3_close_v2(opened)
      throw StoreError(sqliteCode: code, path: path)
    }
    _ = unsafe sqlite3_busy_timeout(opened, 10_000)
    let settings = unsafe sqlite3_exec(opened, Self.settings, nil, nil, nil)
    guard settings == SQLITE_OK else {
      _ = unsafe sqlite3_close_v2(opened)
      throw StoreError(sqliteCode: settings, path: path, sql: Self.settings)
    }
    unsafe self.handle = opened
    self.path = path
  }

  private static let settings = """
    PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
    PRAGMA cache_size = -65536
    """

  deinit { _ = unsafe sqlite3_close_v2(handle) }

  /// Runs statements that bind nothing and return nothing of interest.
  func execute(_ sql: String) throws(StoreError) {
    // Safe because the text outlives the call.
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw StoreError(sqliteCode: code, path: path, sql: sql) }
  }

  /// Begins a transaction with a body; `commit` ends it, and it is undone when the body fails.
  func begin(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    try execute("BEGIN IMMEDIATE")
    try orRollBack(body)
  }

  /// Makes what was done since `begin` last.
  func commit() throws(StoreError) {
    try orRollBack { () throws(StoreError) in try execute("COMMIT") }
  }

  private func orRollBack(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    do throws(StoreError) {
      try body()
    } catch {
      // The first error is the one to report; closing the file rolls back too.
      _ = unsafe sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
      throw error
    }
  }
}

extension StoreError {
  init(sqliteCode code: Int32, path: String, sql: String? = nil) {
    if code == SQLITE_NOTADB {
      self.init(.notAState, path: path)
      return
    }
    // Safe because SQLite's descriptions are constants.
    let phrase = unsafe sqlite3_errstr(code).map { unsafe String(cString: $0) } ?? "unknown error"
    self.init(.sqlite(code: code, phrase: phrase), path: path, sql: sql)
  }
}
