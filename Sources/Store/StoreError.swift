/// The state file is not one that can be used.
package struct StoreError: Error, Hashable, Sendable {
  /// What was wrong.
  package enum Reason: Hashable, Sendable {
    /// The file is a database of something else.
    case notAState
    /// A newer program made the file.
    case newerState(migration: String)
    /// An older program made the file, and no run has brought it up to date yet.
    case olderState
    /// The golden ids contradict each other.
    case damagedIdentities
    /// The log has an entry that this program never writes.
    case damagedLog
    /// Another run was published since the identities were read.
    case publishedMeanwhile
  }

  package let reason: Reason
  package let path: String

  init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch reason {
    case .notAState:
      "\(path): error: not a state file; move it away, or name another output folder"
    case .newerState(let migration):
      """
      \(path): error: the state was written by a newer program (it knows '\(migration)'); \
      update this program, or name another output folder
      """
    case .olderState:
      "\(path): error: an older program wrote the state; run the pipeline once to bring it up to date"
    case .damagedIdentities:
      """
      \(path): error: the state holds golden ids that it never handed out; \
      put a backup of the state file in its place
      """
    case .damagedLog:
      "\(path): error: the log of the state is damaged; put a backup of the state file in its place"
    case .publishedMeanwhile:
      "\(path): error: another run was published meanwhile; start the run again"
    }
  }
}
