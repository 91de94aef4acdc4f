package import Foundation

/// The folder of a run that is under way.
///
/// It has a name that nobody takes for a run until it is whole; one rename makes it visible.
package struct RunFolder: Hashable, Sendable {
  static let partialPrefix = ".partial-"

  package let output: OutputFolder
  package let runID: String
  /// Where files are written until the run is finished.
  package var path: String { output.path + "/runs/" + Self.partialPrefix + runID }

  /// Creates the folder for the owner alone.
  package init(output: OutputFolder, runID: String) throws(ExportError) {
    self.output = output
    self.runID = runID
    try makeFolders(path)
  }

  /// The path of a file, such as `worklists/east/li.csv`, whose folders are made when missing.
  package func path(of file: String) throws(ExportError) -> String {
    let full = path + "/" + file
    if file.contains("/") {
      try makeFolders(
        full.split(separator: "/", omittingEmptySubsequences: false).dropLast()
          .joined(separator: "/"))
    }
    return full
  }

  /// Writes a small file of one object.
  package func write(_ text: String, to file: String) throws(ExportError) -> WrittenFile {
    var output = try OutputFile(path: try path(of: file), bufferSize: text.utf8.count)
    output.append(text)
    return try output.finish(rows: 1)
  }

  /// Writes manifest.json, which comes last.
  package func write(_ manifest: Manifest) throws { try manifest.replace(in: path) }

  /// Makes the run visible and current.
  package func publish(at date: Date) throws(ExportError) {
    try finish()
    try output.switchCurrent(to: runID, at: date)
  }

  /// Makes the run visible without making it current, as for a run that a gate stopped.
  package func finish() throws(ExportError) {
    synchronizeAll()
    try move(path, to: output.folder(of: runID))
    try synchronize(output.path + "/runs")
  }
}
