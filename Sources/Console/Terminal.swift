import Foundation

/// Where results and messages go: results to stdout, messages to stderr.
struct Terminal: Sendable {
  /// A result that could not be written.
  enum OutputError: Error, Hashable {
    /// The reader went away; nothing is wrong with that.
    case closedPipe
    case failed(reason: String)
  }

  /// Whether notes and progress are left out; errors never are.
  var isQuiet = false
  /// Whether somebody watches stderr on a terminal that can rewrite a line.
  let isInteractive: Bool
  /// Whether messages are coloured.
  let usesColour: Bool

  /// Looks at the process's own streams and environment.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    isInteractive = FileDescriptor.standardError.isTerminal && environment["TERM"] != "dumb"
    usesColour = isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Lets a write to a closed pipe fail instead of ending the process.
  static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Writes a part of the result.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    do {
      try FileDescriptor.standardOutput.write(bytes)
    } catch {
      throw error.isClosedPipe ? .closedPipe : .failed(reason: error.reason)
    }
  }

  /// Writes a part of the result.
  func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Says what went wrong.
  func report(_ text: String) {
    send(usesColour ? "\u{1B}[31m\(text)\u{1B}[0m\n" : text + "\n")
  }

  /// Says something that is good to know.
  func note(_ text: String) {
    if !isQuiet { send(text + "\n") }
  }

  /// Sends text to stderr; one that is closed has nobody to be told about it.
  func send(_ text: String) {
    do { try FileDescriptor.standardError.write(Array(text.utf8)) } catch { return }
  }
}
