import Vocabulary

/// Reads one JSON file into records.
struct JSONFileReader {
  private let task: FileTask
  private let meter: ProgressMeter
  /// By column of the plan, then by id column: the target of its path.
  private let targets: [Int]
  private let readings: [ListReading]
  private var scanner: JSONScanner
  private var builder: PartBuilder
  private var ledger: RowLedger
  private var values: [CellSlice]
  private var ids: [CellSlice]

  init(_ task: FileTask, meter: ProgressMeter) {
    self.task = task
    self.meter = meter
    let headers = task.plan.columns.map(\.header)
    let index = LabelIndex(task.finding.layout.labels)
    let paths = (headers + task.plan.idLabels).map { header in
      index.find(header).map { task.finding.layout.labels[$0] } ?? header
    }
    var distinct: [String] = []
    targets = paths.map { path in
      if let known = distinct.firstIndex(of: path) { return known + 1 }
      distinct.append(path)
      return distinct.count
    }
    readings =
      task.plan.listReadings + [ListReading](repeating: .first, count: task.plan.idLabels.count)
    scanner = JSONScanner(JSONKeyPlan(paths: distinct, tree: task.finding.tree))
    builder = PartBuilder(task.plan)
    ledger = RowLedger(task)
    values = [CellSlice](repeating: CellSlice(), count: headers.count)
    ids = [CellSlice](repeating: CellSlice(), count: task.plan.idLabels.count)
  }

  mutating func read() throws -> FileReading {
    var reader = JSONRecordReader(
      try ByteWindow.open(path: task.path, encoding: task.finding.layout.encoding),
      path: task.finding.recordsPath)
    var pulse = MeterPulse(meter)
    while let row = try reader.next(&scanner) {
      try pulse.beat(bytesRead: reader.window.bytesRead, rows: ledger.accounting.read)
      take(row, reader)
      if let limit = task.recordLimit, ledger.accounting.records >= limit { break }
    }
    var reading = FileReading(part: builder.part)
    if task.recordLimit == nil { (reading.sha256, reading.byteCount) = try reader.finish() }
    pulse.finish(bytesRead: reader.window.bytesRead, rows: ledger.accounting.read)
    reading.accounting = ledger.accounting
    reading.quarantine = ledger.quarantine
    return reading
  }

  private mutating func take(_ row: JSONRow, _ reader: borrowing JSONRecordReader) {
    if row.isEmptyPage { return ledger.skip(.emptyPage) }
    let window = reader.window.bytes.span
    let content = window.extracting(row.bytes)
    if let defect = row.defect {
      if defect == .noRecords { return quarantine(row, reader.pageHead.span, defect) }
      return quarantine(row, content, defect)
    }
    if firstInvalidByte(content) != nil {
      return quarantine(row, content, .invalidBytes(task.finding.layout.encoding))
    }
    for column in values.indices {
      values[column] = scanner.value(of: targets[column], readings[column], in: window)
    }
    for id in ids.indices {
      ids[id] = scanner.value(
        of: targets[values.count + id], readings[values.count + id], in: window)
    }
    let number = ledger.addRecord()
    let beside = scanner.scratch  // a second owner, for a span may not overlap a change of self
    builder.append(
      row: window, scratch: beside.span, values: values, ids: ids, number: number,
      line: row.line)
  }

  private mutating func quarantine(
    _ row: JSONRow, _ content: Span<UInt8>, _ defect: RowDefect
  ) {
    ledger.quarantine(
      line: row.line, byteOffset: row.byteOffset, defect, raw: rawText(content))
  }
}
