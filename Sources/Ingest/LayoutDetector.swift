import Vocabulary

/// Finds out how a file is built, from its first bytes.
struct LayoutDetector {
  var source: SourceOptions
  var knownLabels: Set<String>

  /// A file's layout and what the reader needs beside it.
  struct Finding {
    var layout: FileLayout
    var delimiter: UInt8 = UInt8(ascii: ",")
    /// The header's cells as they stand.
    var header: [String] = []
    /// The labels that a second table's header may be told by.
    var knownLabels: Set<String> = []
    /// Puts rows with too many cells right.
    var repair: RowRepair?
    /// For JSON: the keys that were met.
    var tree = JSONTree()
    /// For JSON: the keys that lead to the list of records; empty where each object is a record.
    var recordsPath: [String] = []
  }

  func detect(_ file: ExportFile) throws -> Finding {
    if case .workbook(let sheet) = file.container {
      return try detectSheet(file, name: sheet.name)
    }
    let guess = try encoding(of: file)
    let format = try format(of: file, encoding: guess.encoding)
    let layout = FileLayout(
      format: format, encoding: guess.encoding, encodingConfidence: guess.confidence, labels: [],
      container: file.container.packing)
    return switch format {
    case .csv, .auto: try detectCSV(file, layout: layout)
    case .ndjson, .json:
      try JSONHead(source: source, knownLabels: knownLabels).detect(file, layout: layout)
    }
  }

  /// A sheet has rows and cells of its own, so that neither encoding nor delimiter is asked for.
  private func detectSheet(_ file: ExportFile, name: String) throws -> Finding {
    var finding = try detectTable(
      file, HeadSample(file, encoding: .utf8, delimiter: .comma), delimiter: .comma,
      layout: FileLayout(
        format: .csv, encoding: .utf8, encodingConfidence: 1, labels: [],
        container: file.container.packing, sheet: name))
    finding.repair = nil
    return finding
  }

  private func encoding(of file: ExportFile) throws -> EncodingGuess {
    if source.encoding == "auto" {
      return try EncodingDetector(knownLabels: knownLabels).detect(file)
    }
    guard let encoding = TextEncoding(rawValue: source.encoding.lowercased()) else {
      throw IngestError(.unknownEncoding(source.encoding))
    }
    if file.byteCount == 0 { throw IngestError(.empty, path: file.path) }
    return EncodingGuess(encoding: encoding, confidence: 1)
  }

  /// - Throws: `IngestError` where the file holds nothing but blanks.
  private func format(
    of file: ExportFile, encoding: TextEncoding
  ) throws -> SourceOptions.Format {
    var window = try ByteWindow.open(file, encoding: encoding)
    let first = try firstByte(&window)
    guard let first else { throw IngestError(.empty, path: file.path) }
    guard source.format == .auto else { return source.format }
    switch first {
    case UInt8(ascii: "["): return .json
    case UInt8(ascii: "{"): return .ndjson
    default: return .csv
    }
  }

  /// The first byte that is no blank, comma or mark, or nil where there is none.
  private func firstByte(_ window: inout ByteWindow) throws -> UInt8? {
    var line = 1
    var margin = JSONMargin()
    while true {
      let offset = margin.skip(
        window.bytes.span.extracting(0..<window.end), from: window.start, line: &line)
      if offset < window.end { return window.bytes[offset] }
      if window.isAtEnd { return nil }
      window.advance(to: offset)
      try window.fill()
    }
  }

  private func detectCSV(_ file: ExportFile, layout: FileLayout) throws -> Finding {
    let (delimiter, sample) = try delimiter(of: file, encoding: layout.encoding)
    var finding = try detectTable(file, sample, delimiter: delimiter, layout: layout)
    finding.layout.format = .csv
    finding.layout.delimiter = String(decoding: [delimiter], as: UTF8.self)
    return finding
  }

  /// Finds the header of a table.
  private func detectTable(
    _ file: ExportFile, _ sample: HeadSample, delimiter: UInt8, layout: FileLayout
  ) throws -> Finding {
    var finding = Finding(layout: layout, delimiter: delimiter, knownLabels: knownLabels)
    switch source.header {
    case .none:
      let width = sample.mode.width
      finding.header = (1...width).map { String($0) }
      finding.layout.labels = finding.header
      return finding
    case .row(let line):
      guard let row = sample.rows.first(where: { $0.line == line }), !row.isBlank else {
        throw IngestError(.headerNotFound, path: file.path, line: line)
      }
      finding.take(row, of: sample)
    case .auto:
      guard let row = HeaderSearch(knownLabels: knownLabels).find(in: sample) else {
        throw IngestError(.headerNotFound, path: file.path)
      }
      finding.take(row, of: sample)
    }
    finding.learnShapes(from: sample)
    return finding
  }

  private func delimiter(
    of file: ExportFile, encoding: TextEncoding
  ) throws -> (UInt8, HeadSample) {
    if source.delimiter != "auto" {
      let bytes = Array(source.delimiter.utf8)
      guard bytes.count == 1, bytes[0] < 0x80,
        ![.quote, .lineFeed, .carriageReturn].contains(bytes[0])
      else { throw IngestError(.unknownDelimiter(source.delimiter)) }
      return (bytes[0], try HeadSample(file, encoding: encoding, delimiter: bytes[0]))
    }
    return try DelimiterDetector.detect(file, encoding: encoding)
  }
}

extension LayoutDetector.Finding {
  fileprivate mutating func take(_ row: HeadSample.Row, of sample: HeadSample) {
    header = row.cells
    layout.headerLine = row.line
    layout.labels = ColumnNames.of(
      header: row.cells, rows: sample.rows.filter { $0.line > row.line }.map(\.cells))
  }

  /// Learns what the columns look like from the rows below the header.
  fileprivate mutating func learnShapes(from sample: HeadSample) {
    let width = (layout.labels.lastIndex { !$0.isEmpty } ?? 0) + 1
    let rows = sample.rows.filter {
      $0.line > layout.headerLine ?? 0 && $0.cells.count >= width
        && $0.cells[width...].allSatisfy { shown($0).isEmpty }
    }
    repair = RowRepair(rows: rows.map { Array($0.cells[..<width]) }, width: width)
  }
}
