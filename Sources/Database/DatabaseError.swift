import CSQLite

/// A database file cannot be read or written.
package struct DatabaseError: Error, Hashable, Sendable {
  /// What was wrong.
  package enum Reason: Hashable, Sendable {
    /// SQLite refused; `phrase` is its description of the result code.
    case sqlite(code: Int32, phrase: String)
    /// The file cannot be made or opened for writing.
    case notWritable
    /// The file is no database.
    case notADatabase
  }

  package let reason: Reason
  package let path: String
  /// The statement with its placeholders; never the bound values.
  package let sql: String?

  init(_ reason: Reason, path: String, sql: String? = nil) {
    self.reason = reason
    self.path = path
    self.sql = sql
  }

  init(sqliteCode code: Int32, path: String, sql: String? = nil) {
    if code == SQLITE_NOTADB {
      self.init(.notADatabase, path: path)
      return
    }
    // Safe because SQLite's descriptions are constants.
    let phrase = unsafe sqlite3_errstr(code).map { unsafe String(cString: $0) } ?? "unknown error"
    self.init(.sqlite(code: code, phrase: phrase), path: path, sql: sql)
  }
}

extension DatabaseError: CustomStringConvertible {
  package var description: String {
    switch reason {
    case .sqlite(let code, let phrase):
      "\(path): error: \(phrase) (SQLite code \(code))" + (sql.map { " in '\($0)'" } ?? "")
    case .notWritable:
      "\(path): error: the file cannot be written; check the folder's permissions and space"
    case .notADatabase:
      "\(path): error: not a database; put the file back from a backup, or make it anew"
    }
  }
}
