/// What the text of an export comes in.
enum Container: Sendable {
  case plain
  case gzip
  case zip(ZipArchive, ZipArchive.Entry)
  case workbook(WorkbookSheet)

  var packing: FileLayout.Packing? {
    switch self {
    case .plain: nil
    case .gzip: .gz
    case .zip: .zip
    case .workbook: .xlsx
    }
  }

  /// Finds out what a file is.
  ///
  /// - Throws: `IngestError` where it is nothing that can be read.
  static func detect(
    path: String, sheet: SourceOptions.Sheet
  ) throws(IngestError) -> Container {
    let file = try ByteFile(path: path)
    var head = [UInt8](repeating: 0, count: min(FileSignature.headLength, max(1, file.byteCount)))
    guard try file.fill(&head, from: 0) else { return .plain }
    let container: Container =
      switch FileSignature.kind(of: head) {
      case .text: .plain
      case .gzip: .gzip
      case .compound: throw IngestError(.foreign(try CompoundFile.kind(path: path)), path: path)
      case .foreign(let kind): throw IngestError(.foreign(kind), path: path)
      case .zip: try open(ZipArchive(path: path), sheet: sheet)
      }
    if case .workbook = container { return container }
    try container.refuseNested(path: path)
    if sheet != .first { throw IngestError(.noWorkbook, path: path) }
    return container
  }

  /// Refuses packed files that hold no text themselves, such as a .tar.gz.
  private func refuseNested(path: String) throws(IngestError) {
    if case .plain = self { return }
    let source = try open(path: path, isDigested: false)
    var head = [UInt8](repeating: 0, count: FileSignature.headLength)
    var count = 0
    while count < head.count {
      let step = try source.read(into: &head, at: count, limit: head.count - count)
      if step == 0 { break }
      count += step
    }
    switch FileSignature.kind(of: Array(head[..<count])) {
    case .text: return
    case .zip, .gzip, .compound: throw IngestError(.foreign(.nestedArchive), path: path)
    case .foreign(let kind): throw IngestError(.foreign(kind), path: path)
    }
  }

  private static func open(
    _ archive: ZipArchive, sheet: SourceOptions.Sheet
  ) throws(IngestError) -> Container {
    let files = archive.entries.filter {
      !$0.isFolder && !$0.name.hasPrefix("__MACOSX/") && !$0.name.hasSuffix(".DS_Store")
    }
    func foreign(_ kind: ForeignFile) -> IngestError {
      IngestError(.foreign(kind), path: archive.path)
    }
    if archive.entry("[Content_Types].xml") != nil || archive.entry("xl/workbook.xml") != nil {
      guard let main = try Relations.mainPart(of: archive) else { throw foreign(.otherDocument) }
      if main.name.lowercased().hasSuffix(".bin") { throw foreign(.binaryWorkbook) }
      let book = try Workbook(archive, part: main)
      if book.sheets.isEmpty { throw foreign(.otherDocument) }
      return .workbook(WorkbookSheet(book, try book.sheet(sheet)))
    }
    if archive.entry("META-INF/manifest.xml") != nil, archive.entry("content.xml") != nil {
      throw foreign(.openDocument)
    }
    if files.contains(where: { $0.name.hasSuffix(".iwa") }) { throw foreign(.numbers) }
    guard let file = files.first, files.count == 1 else {
      throw foreign(.archiveOfFiles(files.count))
    }
    return .zip(archive, file)
  }

  /// A file's text from its beginning, each time it is called.
  ///
  /// Throws an `IngestError` where it cannot be opened. Without `isDigested` the file is looked into
  /// alone, and its digest is of no use.
  func open(path: String, isDigested: Bool) throws(IngestError) -> any ByteSource {
    switch self {
    case .plain: try PlainSource(path: path, isDigested: isDigested)
    case .gzip: try GzipSource(path: path)
    case .zip(let archive, let file): try ZipSource(archive, file)
    case .workbook(let sheet): try SheetSource(sheet)
    }
  }
}
