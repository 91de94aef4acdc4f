/// One file of a source, whatever container it came in.
struct ExportFile: Sendable {
  let path: String
  /// Of the file itself.
  let byteCount: Int
  let container: Container
  /// The text itself where it was made of other rows; nil where it lies on the disk.
  private var text: [UInt8]?

  /// A text that was made of other rows, under the path of where these lie.
  init(text: [UInt8], path: String = "") {
    self.text = text
    self.path = path
    byteCount = text.count
    container = .plain
  }

  /// - Throws: `IngestError` where the file is missing, cannot be read or is no export.
  init(path: String, sheet: SourceOptions.Sheet = .first) throws(IngestError) {
    self.path = path
    byteCount = try ByteFile(path: path).byteCount
    container = try Container.detect(path: path, sheet: sheet)
  }

  /// The last part of the path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Its text from the first byte on; each call begins anew.
  ///
  /// Throws an `IngestError` where it cannot be opened. The source knows the file's digest in the end
  /// where `isDigested` says so.
  func open(isDigested: Bool = false) throws(IngestError) -> any ByteSource {
    if let text { return MemorySource(text) }
    return try container.open(path: path, isDigested: isDigested)
  }
}
