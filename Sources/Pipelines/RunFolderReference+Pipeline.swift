import Export
import Foundation
import Vocabulary

extension RunFolderReference {
  /// The pipeline file of the run.
  ///
  /// - Parameter options: Get the run's output folder, and its as-of day unless they have one.
  /// - Returns: Its path.
  /// - Throws: `RunError` when the run names no pipeline file.
  package func pipeline(settingOutputOf options: inout RunOptions) throws -> String {
    let manifest = try Manifest(folder: folder)
    guard let file = manifest.pipeline.file else {
      throw RunError(.cannotFinish, "\(folder): error: names no pipeline file; use --pipeline")
    }
    options.output =
      URL(fileURLWithPath: folder).deletingLastPathComponent().deletingLastPathComponent().path
    if options.asOf == nil { options.asOf = CivilDay(iso: manifest.asOf) }
    return file
  }
}
