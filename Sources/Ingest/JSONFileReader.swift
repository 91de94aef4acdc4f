import Vocabulary

/// Takes the objects of one JSON file apart, of a line or an array element per record.
struct JSONFileReader: BatchReader, ~Copyable {
  private let task: FileTask
  /// By column of the plan, then by id column: the node of its path.
  private let nodes: [Int?]
  private var scanner: JSONScanner
  private var reader: RowReader
  private var pulse: MeterPulse
  private var ledger: RowLedger
  private var isDone = false

  init(_ task: FileTask, meter: ProgressMeter) throws {
    self.task = task
    var paths = task.finding.paths
    for label in task.plan.labels { paths.learn(label) }
    let labels = paths.labels
    let binding = task.plan.binding(labels: labels.map(\.label))
    nodes = binding.all.map { $0.map { labels[$0].node } }
    scanner = JSONScanner(paths: paths, isLearning: false)
    reader = RowReader(
      try ByteWindow.open(task.file, encoding: task.finding.layout.encoding))
    if task.finding.layout.format == .json { reader.skip(task.finding.recordsOffset) }
    pulse = MeterPulse(meter)
    ledger = RowLedger(task)
  }

  mutating func nextBatch() throws -> RowBatch? {
    if isDone { return nil }
    var batch = RowBatch(columnCount: nodes.count)
    while !batch.isFull {
      guard !hasReachedLimit, let row = try nextRow() else {
        isDone = true
        break
      }
      try pulse.beat(bytesRead: reader.window.bytesRead, rows: ledger.accounting.read)
      take(row, into: &batch)
    }
    return batch.count > 0 ? batch : nil
  }

  mutating func finish() throws -> FileOutcome {
    var outcome = FileOutcome(accounting: ledger.accounting, quarantine: ledger.quarantine)
    if task.recordLimit == nil { outcome.sha256 = try reader.window.finish().sha256 }
    pulse.finish(bytesRead: reader.window.bytesRead, rows: ledger.accounting.read)
    return outcome
  }

  private var hasReachedLimit: Bool {
    task.recordLimit.map { ledger.accounting.records >= $0 } ?? false
  }

  private mutating func nextRow() throws -> RawRow? {
    try task.finding.layout.format == .json ? reader.nextElement() : reader.nextLine()
  }

  private mutating func take(_ row: RawRow, into batch: inout RowBatch) {
    if row.fault != nil { return quarantine(row, .tooLong) }
    if reader.firstInvalidByte(of: row) != nil {
      return quarantine(row, .invalidBytes(task.finding.layout.encoding))
    }
    let window = reader.window.bytes  // a second owner, for a span may not overlap a change of self
    let bytes = window.span.extracting(row.bytes)
    var offset = 0
    skipBlanks(bytes, &offset)
    if offset == bytes.count { return ledger.skip(.blank) }
    do throws(JSONScanner.Fault) {
      try scanner.read(bytes)
    } catch {
      return quarantine(row, .json(error))
    }
    let inRow = batch.add(bytes)
    let inScratch = batch.add(scanner.scratch.span)
    for (column, node) in nodes.enumerated() {
      let slice = node.map { $0 < scanner.values.count ? scanner.values[$0] : CellSlice() }
      guard let slice, !slice.isEmpty else {
        batch.set(column, .none)
        continue
      }
      let shift = slice.isInScratch ? inScratch : inRow
      batch.set(column, ValueRange(slice.start + shift, slice.end + shift))
    }
    if let skip = task.plan.skip, skip.holds(in: batch) { return ledger.skip(.deleted) }
    batch.closeRow(number: ledger.addRecord(), line: row.line)
  }

  private mutating func quarantine(_ row: RawRow, _ defect: RowDefect) {
    ledger.quarantine(
      line: row.line, byteOffset: reader.window.fileOffset(of: row.bytes.lowerBound), defect,
      raw: rawText(
        reader.window.bytes.span.extracting(row.bytes), isDecoded: reader.window.isDecoded))
  }
}
