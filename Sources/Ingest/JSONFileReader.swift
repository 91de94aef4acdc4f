import Vocabulary

/// Reads one JSON file, of a line or an array element per record, into records.
struct JSONFileReader {
  private let task: FileTask
  private let encoding: TextEncoding
  private let meter: ProgressMeter
  /// By column of the plan and id column: the node of its path.
  private let columnNodes: [Int?]
  private let idNodes: [Int?]
  private var scanner: JSONScanner
  private var builder: PartBuilder
  private var ledger: RowLedger
  private var values: [CellSlice]
  private var ids: [CellSlice]

  init(_ task: FileTask, meter: ProgressMeter) {
    self.task = task
    self.meter = meter
    encoding = task.finding.layout.encoding
    var paths = task.finding.paths
    for label in task.plan.columns.map(\.header) + task.plan.idLabels { paths.learn(label) }
    let labels = paths.labels
    let binding = task.plan.binding(labels: labels.map(\.label))
    columnNodes = binding.columns.map { $0.map { labels[$0].node } }
    idNodes = binding.ids.map { $0.map { labels[$0].node } }
    scanner = JSONScanner(paths: paths, isLearning: false)
    builder = PartBuilder(task.plan)
    ledger = RowLedger(task)
    values = [CellSlice](repeating: CellSlice(), count: columnNodes.count)
    ids = [CellSlice](repeating: CellSlice(), count: idNodes.count)
  }

  mutating func read() throws -> FileReading {
    let layout = task.finding.layout
    let isDocument = layout.format == .json
    var reader = RowReader(try ByteWindow.open(path: task.path, encoding: layout.encoding))
    if isDocument { reader.skip(task.finding.recordsOffset) }
    var transcoder = try Transcoder(layout.encoding)
    var pulse = MeterPulse(meter)
    while let row = try isDocument ? reader.nextElement() : reader.nextLine() {
      try pulse.beat(bytesRead: reader.window.bytesRead, rows: ledger.accounting.read)
      take(row, reader.window.bytes.span.extracting(row.bytes), &transcoder)
      if let limit = task.recordLimit, ledger.accounting.records >= limit { break }
    }
    var reading = FileReading(part: builder.part)
    if task.recordLimit == nil { (reading.sha256, reading.byteCount) = try reader.finish() }
    pulse.finish(bytesRead: reader.window.bytesRead, rows: ledger.accounting.read)
    reading.accounting = ledger.accounting
    reading.quarantine = ledger.quarantine
    return reading
  }

  private mutating func take(
    _ row: RawRow, _ content: Span<UInt8>, _ transcoder: inout Transcoder
  ) {
    if row.fault != nil { return quarantine(row, content, .tooLong, &transcoder) }
    guard transcoder.isNeeded else {
      if firstInvalidByte(content) != nil {
        return quarantine(row, content, .invalidBytes(encoding), &transcoder)
      }
      return takeDecoded(row, content, content, &transcoder)
    }
    if transcoder.decode(content) != nil {
      return quarantine(row, content, .invalidBytes(encoding), &transcoder)
    }
    let text = transcoder.bytes
    takeDecoded(row, text.span.extracting(0..<transcoder.count), content, &transcoder)
  }

  private mutating func takeDecoded(
    _ row: RawRow, _ bytes: Span<UInt8>, _ raw: Span<UInt8>, _ transcoder: inout Transcoder
  ) {
    var offset = 0
    skipBlanks(bytes, &offset)
    if offset == bytes.count { return ledger.skip(.blank) }
    do throws(JSONScanner.Fault) {
      try scanner.read(bytes)
    } catch {
      return quarantine(row, raw, .json(error), &transcoder)
    }
    for (index, node) in columnNodes.enumerated() { values[index] = value(node) }
    for (index, node) in idNodes.enumerated() { ids[index] = value(node) }
    let number = ledger.addRecord()
    let beside = scanner.scratch  // a second owner, for a span may not overlap a change of self
    builder.append(
      row: bytes, scratch: beside.span, values: values, ids: ids, number: number,
      line: row.line)
  }

  private func value(_ node: Int?) -> CellSlice {
    guard let node, node < scanner.values.count else { return CellSlice() }
    return scanner.values[node]
  }

  private mutating func quarantine(
    _ row: RawRow, _ content: Span<UInt8>, _ defect: RowDefect, _ transcoder: inout Transcoder
  ) {
    ledger.quarantine(
      line: row.line, byteOffset: row.byteOffset, defect,
      raw: rawText(content, transcoder: &transcoder))
  }
}
