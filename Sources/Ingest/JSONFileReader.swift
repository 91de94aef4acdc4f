import Vocabulary

/// Takes the objects of one JSON file apart.
struct JSONFileReader: BatchReader, ~Copyable {
  private let task: FileTask
  /// By column of the plan, then by id column: the target of its path.
  private let targets: [Int]
  private let readings: [ListReading]
  private var scanner: JSONScanner
  private var reader: JSONRecordReader
  private var pulse: MeterPulse
  private var ledger: RowLedger
  /// By column: its value in the row that is being taken.
  private var slices: [CellSlice]
  private var blankLines = 0
  private var isDone = false

  init(_ task: FileTask, meter: ProgressMeter) throws {
    self.task = task
    let index = LabelIndex(task.finding.layout.labels)
    let headers = task.plan.labels
    var paths: [String] = []
    targets = headers.map { header in
      let path = index.find(header).map { task.finding.layout.labels[$0] } ?? header
      if let known = paths.firstIndex(of: path) { return known + 1 }
      paths.append(path)
      return paths.count
    }
    let merges = task.plan.mergeColumns
    readings =
      task.plan.listReadings
      + (task.plan.columns.count..<headers.count).map { merges.contains($0) ? .joined : .first }
    slices = [CellSlice](repeating: CellSlice(), count: targets.count)
    scanner = JSONScanner(JSONKeyPlan(paths: paths, tree: task.finding.tree))
    reader = JSONRecordReader(
      try ByteWindow.open(
        task.file, encoding: task.finding.layout.encoding, isWhole: true),
      path: task.finding.recordsPath)
    pulse = MeterPulse(meter)
    ledger = RowLedger(task)
  }

  mutating func fill(_ batch: inout RowBatch) throws {
    while !isDone, !batch.isFull {
      guard !hasReachedLimit, let row = try reader.next(&scanner) else {
        isDone = true
        skipBlankLines()
        break
      }
      skipBlankLines()
      try pulse.beat(bytesRead: reader.window.bytesRead, rows: ledger.accounting.read)
      take(row, into: &batch)
    }
  }

  var byteCount: Int? {
    task.recordLimit == nil && task.finding.layout.container == nil ? task.file.byteCount : nil
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

  private mutating func skipBlankLines() {
    while blankLines < reader.blankLines {
      blankLines += 1
      ledger.skip(.blank)
    }
  }

  private mutating func take(_ row: JSONRow, into batch: inout RowBatch) {
    if row.isEmptyPage { return ledger.skip(.emptyPage) }
    if let defect = row.defect { return quarantine(row, defect) }
    if !reader.isText(row) {
      return quarantine(row, .invalidBytes(task.finding.layout.encoding))
    }
    let text = reader.window.bytes  // a second owner, for a span may not overlap a change of self
    for column in targets.indices {
      slices[column] = scanner.value(of: targets[column], readings[column], in: text.span)
    }
    let inRow = batch.add(text.span.extracting(row.bytes)) - row.bytes.lowerBound
    let inScratch = scanner.scratch.isEmpty ? 0 : batch.add(scanner.scratch.span)
    for column in slices.indices {
      let slice = slices[column]
      let shift = slice.isInScratch ? inScratch : inRow
      batch.set(
        column,
        slice.isEmpty ? .none : ValueRange(slice.start &+ shift, slice.end &+ shift))
    }
    if task.plan.passesOver(batch) {
      batch.dropOpenRow()
      return ledger.skip(.deleted)
    }
    batch.closeRow(number: ledger.addRecord(), line: row.line)
  }

  private mutating func quarantine(_ row: JSONRow, _ defect: RowDefect) {
    if defect == .noRecords {
      let page = reader.lastPage
      return ledger.quarantine(
        line: page.line, byteOffset: page.byteOffset, defect,
        raw: rawText(page.head.span, isDecoded: reader.window.isDecoded))
    }
    ledger.quarantine(
      line: row.line, byteOffset: reader.window.fileOffset(of: row.bytes.lowerBound), defect,
      raw: rawText(
        reader.window.bytes.span.extracting(row.bytes), isDecoded: reader.window.isDecoded))
  }
}
