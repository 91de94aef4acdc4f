/// One file of a source, whatever container it came in.
struct ExportFile: Sendable {
  let path: String
  let byteCount: Int
  /// Nanoseconds since 1970.
  let modified: Int
  let container: Container

  init(path: String, sheet: SourceOptions.Sheet) throws(IngestError) {
    let file = try ByteFile(path: path)
    self.path = path
    byteCount = file.byteCount
    modified = file.modified
    container = try Container.detect(path: path, sheet: sheet)
  }

  /// The file's text from its beginning, each time it is called.
  func open() throws(IngestError) -> any ByteSource { try container.open(path: path) }
}
