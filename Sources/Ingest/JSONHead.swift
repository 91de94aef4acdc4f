import Vocabulary

/// Looks into the start of a JSON file.
struct JSONHead {
  /// The number of objects from which the keys are learnt.
  static let objectLimit = 1000
  /// The bytes in which a list of records is looked for.
  private static let headLength = 4 << 20

  let source: SourceOptions
  let knownLabels: Set<String>

  func detect(_ file: ExportFile, layout: FileLayout) throws -> LayoutDetector.Finding {
    var finding = LayoutDetector.Finding(layout: layout)
    finding.recordsPath = try recordsPath(file, layout.encoding)
    if !finding.recordsPath.isEmpty { finding.layout.format = .json }
    var reader = JSONRecordReader(
      try ByteWindow.open(file, encoding: layout.encoding), path: finding.recordsPath)
    var scanner = JSONScanner(JSONKeyPlan(paths: [], tree: finding.tree))
    var count = 0
    while count < Self.objectLimit, let row = try reader.next(&scanner) {
      count += 1
      let bytes = reader.window.bytes.span.extracting(row.bytes)
      if row.defect == nil, firstInvalidByte(bytes) == nil { finding.tree.learn(bytes) }
    }
    if let records = source.records, !finding.recordsPath.isEmpty, !reader.hasMetRecords {
      throw IngestError(.recordsMissing(records), path: file.path)
    }
    finding.layout.labels = finding.tree.labels.map(\.path)
    return finding
  }

  /// The keys that lead to the records: those of the pipeline file, or else those of the first object.
  private func recordsPath(_ file: ExportFile, _ encoding: TextEncoding) throws -> [String] {
    if let records = source.records {
      if records == "none" { return [] }
      return records.replacing("[]", with: "").split(separator: ".").map(String.init)
    }
    var window = try ByteWindow.open(file, encoding: encoding)
    while window.end - window.start < Self.headLength, !window.isAtEnd { try window.fill() }
    let bytes = window.bytes.span.extracting(0..<window.end)
    var line = 1
    var margin = JSONMargin()
    var offset = margin.skip(bytes, from: window.start, line: &line)
    var isInList = false
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "[") {
      isInList = true
      offset = margin.skip(bytes, from: offset + 1, line: &line)
    }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{") else {
      if isInList { return [] }
      throw IngestError(.noRecordsFound, path: file.path)
    }
    let isAlone = !isInList && isLast(bytes, offset, isAtEnd: window.isAtEnd)
    var container = JSONContainer(knownLabels: knownLabels)
    return container.recordsPath(bytes, at: offset, isAlone: isAlone)
  }

  /// Whether nothing follows an object, as far as the head shows.
  private func isLast(_ bytes: Span<UInt8>, _ start: Int, isAtEnd: Bool) -> Bool {
    var end = start
    do throws(JSONScanner.Fault) {
      try skipJSONValue(bytes, &end, depth: 0)
    } catch {
      return true
    }
    skipBlanks(bytes, &end)
    return end == bytes.count && isAtEnd
  }
}
