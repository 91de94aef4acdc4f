/// The state file cannot be read or written.
package struct StoreError: Error, Hashable, Sendable {
  /// What was wrong.
  package enum Reason: Hashable, Sendable {
    /// SQLite refused; `phrase` is its description of the result code.
    case sqlite(code: Int32, phrase: String)
    /// The file cannot be made or opened for writing.
    case notWritable
    /// The file is a database of something else.
    case notAState
    /// A newer program made the file.
    case newerState(migration: String)
    /// The golden ids contradict each other.
    case damagedIdentities
    /// Another run was published since the identities were read.
    case publishedMeanwhile
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
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch reason {
    case .sqlite(let code, let phrase):
      "\(path): error: \(phrase) (SQLite code \(code))" + (sql.map { " in '\($0)'" } ?? "")
    case .notWritable:
      "\(path): error: the state file cannot be written; check the folder's permissions and space"
    case .notAState:
      "\(path): error: not a state file; move it away, or name another output folder"
    case .newerState(let migration):
      """
      \(path): error: the state was written by a newer program (it knows '\(migration)'); \
      update this program, or name another output folder
      """
    case .damagedIdentities:
      """
      \(path): error: the state holds golden ids that it never handed out; \
      put a backup of the state file in its place
      """
    case .publishedMeanwhile:
      "\(path): error: another run was published meanwhile; start the run again"
    }
  }
}
