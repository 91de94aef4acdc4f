/// What the process tells its caller.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Done.
  case success = 0
  /// Done, but a gate failed and nothing was published.
  case gateFailed = 1
  /// Could not finish.
  case failure = 2
  /// The command line or the pipeline file is wrong (`EX_USAGE`).
  case usage = 64
  /// Another run holds the lock (`EX_TEMPFAIL`).
  case locked = 75

  /// What `--help` says about it.
  var meaning: String {
    switch self {
    case .success: "done"
    case .gateFailed: "done, but a gate failed and nothing was published"
    case .failure: "could not finish"
    case .usage: "wrong command line or pipeline file"
    case .locked: "another run holds the lock"
    }
  }
}
