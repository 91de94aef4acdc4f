import Export
import Foundation

/// A finished run on disk, named by a person.
package struct RunFolderReference: Hashable, Sendable {
  /// A name that leads to no run.
  package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    package var description: String
  }

  /// The run's folder; absolute, links followed.
  package var folder: String
  /// Whether an output folder was named, and its current run is meant.
  package var isCurrentRun = false

  /// Finds the run that a name means.
  ///
  /// - Parameter name: A run's folder, an output folder (its current run is meant), or
  ///   `OUTPUT/RUN-ID`, a run id under an output folder.
  /// - Throws: `Failure` when there is no run of that name.
  package init(_ name: String) throws(Failure) {
    let url = URL(fileURLWithPath: name)
    let candidates = [
      url, url.appendingPathComponent("current"),
      url.deletingLastPathComponent().appendingPathComponent("runs")
        .appendingPathComponent(url.lastPathComponent),
    ]
    for (place, candidate) in candidates.enumerated() where Self.holdsRun(candidate) {
      folder = candidate.resolvingSymlinksInPath().path
      isCurrentRun = place == 1 || url.lastPathComponent == "current"
      return
    }
    let isOutput = FileManager.default.fileExists(
      atPath: url.appendingPathComponent("runs").path)
    throw Failure(
      description: isOutput
        ? "\(name): error: no run was published here yet; run the pipeline, or name one of its runs/"
        : "\(name): error: no run here; name a run's folder, an output folder, or OUTPUT/RUN-ID")
  }

  private static func holdsRun(_ url: URL) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent("manifest.json").path)
  }

  /// The run's id.
  package var runID: String { URL(fileURLWithPath: folder).lastPathComponent }

  /// The output folder that the run lies in.
  var output: OutputFolder {
    OutputFolder(
      path: URL(fileURLWithPath: folder).deletingLastPathComponent().deletingLastPathComponent()
        .path)
  }

  /// The path of one of the run's files.
  package func path(_ file: String) -> String { folder + "/" + file }
}
