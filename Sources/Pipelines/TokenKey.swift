import Foundation

/// The secret that sensitive values become tokens with.
///
/// It stands beside the pipeline file, so that the tokens are the same in every output of the
/// pipeline, and apart from the outputs, so that who is given one cannot try out values. Where that
/// folder cannot be written, it stands in the output folder.
enum TokenKey {
  /// Reads the key, or makes one and keeps it.
  ///
  /// - Throws: `RunError` when there is no readable key and none can be written.
  static func load(pipeline: PipelineFile, output: String) throws(RunError) -> [UInt8] {
    if let key = try find(pipeline: pipeline, output: output) { return key }
    let key = new()
    let places = places(pipeline: pipeline, output: output)
    for place in places
    where FileManager.default.createFile(
      atPath: place, contents: Data(key), attributes: [.posixPermissions: 0o600])
    {
      return key
    }
    throw RunError(
      .cannotFinish,
      "\(places[0]): error: the key for sensitive values cannot be written; "
        + "make the folder writable")
  }

  /// Reads the key; nil when there is none yet.
  ///
  /// - Throws: `RunError` when there is one that cannot be used.
  static func find(pipeline: PipelineFile, output: String) throws(RunError) -> [UInt8]? {
    for place in places(pipeline: pipeline, output: output)
    where FileManager.default.fileExists(atPath: place) {
      guard let data = FileManager.default.contents(atPath: place), data.count >= 32 else {
        throw RunError(
          .cannotFinish,
          "\(place): error: not a readable key of at least 32 bytes; restore it, "
            + "or remove it to begin with new tokens")
      }
      return Array(data)
    }
    return nil
  }

  /// A key that is kept nowhere, for what writes nothing.
  static func new() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Where a key may stand, the preferred place first.
  private static func places(pipeline: PipelineFile, output: String) -> [String] {
    [pipeline.directory, output].map { $0 + "/." + pipeline.name + ".key" }
  }
}
