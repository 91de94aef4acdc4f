/// Looks into the start of a JSON file.
enum JSONHead {
  /// The number of objects from which the paths are learnt.
  static let objectLimit = 1000

  static func detect(_ file: ExportFile, layout: FileLayout) throws -> LayoutDetector.Finding {
    var finding = LayoutDetector.Finding(layout: layout)
    var reader = RowReader(try ByteWindow.open(file, encoding: layout.encoding))
    var scanner = JSONScanner(isLearning: true)
    if layout.format == .json {
      guard
        let offset = recordsOffset(
          reader.window.bytes.span.extracting(reader.window.start..<reader.window.end))
      else { throw IngestError(.noRecordsFound, path: file.path) }
      finding.recordsOffset = offset
      reader.skip(offset)
    }
    var count = 0
    while count < objectLimit,
      let row = try layout.format == .json ? reader.nextElement() : reader.nextLine()
    {
      count += 1
      let bytes = reader.window.bytes.span.extracting(row.bytes)
      if firstInvalidByte(bytes) == nil { learn(bytes, &scanner) }
    }
    finding.paths = scanner.paths
    finding.layout.labels = scanner.paths.labels.map(\.label)
    return finding
  }

  /// Whether an object is a document around records rather than a record.
  static func holdsRecords(_ bytes: Span<UInt8>) -> Bool {
    recordsOffset(bytes).map { $0 > 0 } ?? false
  }

  /// Where the records of a document begin: behind the bracket of its array, at 0 where the document
  /// is itself a record; nil where it holds no objects.
  ///
  /// The array is the first one of objects that stands at most three keys deep.
  static func recordsOffset(_ bytes: Span<UInt8>) -> Int? {
    var offset = 0
    skipBlanks(bytes, &offset)
    guard offset < bytes.count else { return nil }
    if bytes[offset] == UInt8(ascii: "[") { return offset + 1 }
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case .quote:
        offset += 1
        while offset < bytes.count, bytes[offset] != .quote {
          offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        offset += 1
      case UInt8(ascii: "["):
        var inside = offset + 1
        skipBlanks(bytes, &inside)
        let isOfObjects = inside < bytes.count && bytes[inside] == UInt8(ascii: "{")
        if isOfObjects, depth <= 3 { return offset + 1 }
        depth += 1
        offset += 1
      case UInt8(ascii: "{"):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        offset += 1
      default: offset += 1
      }
    }
    return 0
  }

  private static func learn(_ bytes: Span<UInt8>, _ scanner: inout JSONScanner) {
    do {
      try scanner.read(bytes)
    } catch {
      return  // the row goes to quarantine when it is read
    }
  }
}
