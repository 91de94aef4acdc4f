package import Foundation

/// The folder that a pipeline's runs are published in.
///
/// Shape: `runs/<run id>/` for each finished run, `current` a link to the published one,
/// `current.json` its name. Run ids sort by time. Whoever writes holds the `OutputLock`.
package struct OutputFolder: Hashable, Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// What `current.json` says.
  package struct Current: Codable, Hashable, Sendable {
    package var runID: String
    /// ISO 8601 with an offset.
    package var publishedAt: String

    private enum CodingKeys: String, CodingKey {
      case runID = "run_id"
      case publishedAt = "published_at"
    }
  }

  /// The folder of a finished run.
  package func folder(of runID: String) -> String { path + "/runs/" + runID }

  /// The finished runs, the oldest first; half-made folders are not among them.
  package func runIDs() throws(ExportError) -> [String] {
    try names(in: path + "/runs").filter { !$0.hasPrefix(".") }
  }

  /// The published run that `current` leads to; nil before the first.
  package var currentRunID: String? {
    guard
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path + "/current")
    else { return nil }
    return target.split(separator: "/").last.map(String.init)
  }

  /// A run id for a moment, such as 20260630T021500Z, that no run has yet.
  package func newRunID(at date: Date) throws(ExportError) -> String {
    let digits = timestamp(date).filter { $0 != "-" && $0 != ":" }
    let taken = try runIDs()
    var runID = digits
    var number = 2
    while taken.contains(runID) {
      runID = digits + "-" + String(number)
      number += 1
    }
    return runID
  }

  /// Makes a finished run the current one: its name first, the link last.
  package func switchCurrent(to runID: String, at date: Date) throws(ExportError) {
    let current = Current(runID: runID, publishedAt: timestamp(date))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      let json = Array(try encoder.encode(current)) + [0x0A]
      try replaceFile(path + "/current.json", with: json)
    } catch let error as ExportError {
      throw error
    } catch {
      throw ExportError(.cannotPublish, path: path + "/current.json")
    }
    let temporary = path + "/.current.tmp"
    unlinkIfPresent(temporary)
    // Safe because both paths are C strings for the length of the call.
    guard unsafe symlink("runs/" + runID, temporary) == 0 else {
      throw ExportError(.cannotPublish, path: temporary, code: errno)
    }
    try move(temporary, to: path + "/current")
    try synchronize(path)
  }

  /// Removes what runs left behind that did not come to their end.
  package func removePartialRuns() throws(ExportError) {
    for name in try names(in: path + "/runs") where name.hasPrefix(RunFolder.partialPrefix) {
      try removeTree(path + "/runs/" + name)
    }
  }

  private func unlinkIfPresent(_ path: String) {
    // Safe because the path is a C string for the length of the call. That there is no such file is
    // the usual case, and whatever else is wrong shows when the link is made.
    _ = unsafe unlink(path)
  }
}

/// A moment such as 2026-06-30T02:15:00Z.
func timestamp(_ date: Date) -> String {
  date.formatted(.iso8601)
}
