/// One file of a source, whatever container it came in.
struct ExportFile: Sendable {
  let path: String
  /// Of the file itself.
  let byteCount: Int
  let container: Container

  /// - Throws: `IngestError` where the file is missing, cannot be read or is no export.
  init(path: String, sheet: SourceOptions.Sheet = .first) throws(IngestError) {
    self.path = path
    byteCount = try ByteFile(path: path).byteCount
    container = try Container.detect(path: path, sheet: sheet)
  }

  /// The last part of the path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Its text from the first byte on; each call begins anew.
  func open() throws(IngestError) -> any ByteSource { try container.open(path: path) }
}
