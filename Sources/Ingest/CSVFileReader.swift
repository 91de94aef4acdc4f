import Vocabulary

/// Takes the rows of one CSV file apart.
struct CSVFileReader: BatchReader, ~Copyable {
  private let task: FileTask
  private let classifier: RowClassifier
  /// By column of the plan, then by id column, then of the plan's rule for rows that are passed over:
  /// its place in a row, or nil where the file lacks it.
  private let places: [Int?]
  /// The cells that a row has: those of the header, unnamed ones at its end left out.
  private let width: Int
  private var reader: RowReader
  private var pulse: MeterPulse
  private var ledger: RowLedger
  private var cells: [CellRange] = []
  private var secondTable: SecondTable
  /// Rows after a blank one that are a report's footer or another table's head, if what follows
  /// agrees.
  private var pending: [PendingRow] = []
  private var isAfterBlank = false
  private var hasHeader: Bool
  private var isDone = false

  private struct PendingRow {
    var line: Int
    var byteOffset: Int
    var cellCount: Int
    var raw: String
  }

  init(_ task: FileTask, meter: ProgressMeter) throws {
    self.task = task
    let labels = task.finding.layout.labels
    hasHeader = task.finding.layout.headerLine == nil
    classifier = RowClassifier(header: hasHeader ? [] : task.finding.header.map(shown))
    secondTable = SecondTable(header: labels, knownLabels: task.finding.knownLabels)
    width = (labels.lastIndex { !$0.isEmpty } ?? 0) + 1
    places = task.plan.binding(labels: labels).all
    reader = RowReader(
      try ByteWindow.open(
        task.file, encoding: task.finding.layout.encoding, isWhole: true))
    pulse = MeterPulse(meter)
    ledger = RowLedger(task)
  }

  mutating func fill(_ batch: inout RowBatch) throws {
    while !isDone, !batch.isFull {
      guard !hasReachedLimit,
        let row = try reader.nextRecord(delimiter: task.finding.delimiter, cells: &cells)
      else {
        isDone = true
        endPending()
        break
      }
      try pulse.beat(bytesRead: reader.window.bytesRead, rows: ledger.accounting.read)
      if !hasHeader, row.line >= task.finding.layout.headerLine ?? 0 {
        hasHeader = true
      } else {
        take(row, into: &batch)
      }
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

  private mutating func take(_ row: RawRow, into batch: inout RowBatch) {
    if let fault = row.fault {
      return quarantine(row, fault == .tooLong ? .tooLong : .unterminatedQuote)
    }
    if let invalid = reader.firstInvalidByte(of: row) {
      let column = cells.firstIndex { row.bytes.lowerBound + invalid < $0.end }
      return quarantine(
        row, .invalidBytes(task.finding.layout.encoding), column: column.map { $0 + 1 })
    }
    let window = reader.window.bytes  // a second owner, for a span may not overlap a change of self
    let bytes = window.span
    if let reason = classifier.skipReason(bytes, cells) {
      if hasHeader { isAfterBlank = isAfterBlank || reason == .blank }
      return ledger.skip(hasHeader || reason == .blank ? reason : .title)
    }
    if !hasHeader { return ledger.skip(.title) }
    if isOfSecondTable(bytes) { return ledger.skip(.secondTable) }
    if isAfterBlank, isPending(bytes) {
      pending.append(
        PendingRow(
          line: row.line, byteOffset: byteOffset(of: row), cellCount: cells.count,
          raw: rawText(of: row)))
      return
    }
    isAfterBlank = false
    guard fits(bytes) || repair(bytes) else {
      return quarantine(row, .fieldCount(expected: width, found: cells.count))
    }
    if !pending.isEmpty { flushPending() }
    fill(row, bytes, into: &batch)
  }

  /// Whether the row belongs to another table below the records, which it may begin.
  private mutating func isOfSecondTable(_ bytes: Span<UInt8>) -> Bool {
    if let width = secondTable.width {
      if cells.count == width { return true }
      secondTable.end()
    }
    guard isAfterBlank else { return false }
    if let head = pending.last, head.cellCount > 1, head.cellCount == cells.count {
      for row in pending { ledger.skip(row.cellCount == 1 ? .title : .secondTable) }
      pending = []
      secondTable.begin(width: cells.count)
      return true
    }
    guard cells.count == width, secondTable.begins(texts(bytes)) else { return false }
    secondTable.begin(width: width)
    return true
  }

  /// Whether only what follows tells what the row is.
  private func isPending(_ bytes: Span<UInt8>) -> Bool {
    if classifier.isLoneCell(cells) { return true }
    return cells.count != width && classifier.hasHeader && !fits(bytes)
      && secondTable.mayBegin(texts(bytes))
  }

  /// Joins the cells of a row that holds the delimiter unquoted, where there is one way alone.
  private mutating func repair(_ bytes: Span<UInt8>) -> Bool {
    guard cells.count > width, let repair = task.finding.repair,
      let join = repair.join(texts(bytes))
    else { return false }
    let last = join.first + join.count - 1
    let joined = CellRange(start: cells[join.first].start, end: cells[last].end)
    cells.replaceSubrange(join.first...last, with: [joined])
    ledger.noteRepair()
    return true
  }

  private func texts(_ bytes: Span<UInt8>) -> [String] {
    var texts: [String] = []
    for cell in cells { texts.append(text(of: cell, in: bytes)) }
    return texts
  }

  /// Whether the row has a cell for each column; empty ones beyond are an export's slip.
  ///
  /// The cells of a sheet stand in their columns, whatever stands beside the table.
  private func fits(_ bytes: Span<UInt8>) -> Bool {
    if cells.count == width || task.finding.layout.sheet != nil { return true }
    guard cells.count > width else { return false }
    for cell in cells[width...] where !trimmed(bytes, cell.start..<cell.end).isEmpty {
      return cells.count <= task.finding.layout.labels.count
    }
    return true
  }

  private mutating func fill(
    _ row: RawRow, _ window: Span<UInt8>, into batch: inout RowBatch
  ) {
    let shift = batch.add(window.extracting(row.bytes)) - row.bytes.lowerBound
    for (column, place) in places.enumerated() {
      guard let place, place < cells.count else {
        batch.set(column, .none)
        continue
      }
      let cell = cells[place]
      batch.set(
        column,
        cell.hasEscapes
          ? batch.addUnescaped(window.extracting(cell.start..<cell.end))
          : ValueRange(cell.start + shift, cell.end + shift))
    }
    if task.plan.passesOver(batch) {
      batch.dropOpenRow()
      return ledger.skip(.deleted)
    }
    batch.closeRow(number: ledger.addRecord(), line: row.line)
  }

  // MARK: - Broken rows

  private func byteOffset(of row: RawRow) -> Int {
    reader.window.fileOffset(of: row.bytes.lowerBound)
  }

  private func rawText(of row: RawRow) -> String {
    Ingest.rawText(
      reader.window.bytes.span.extracting(row.bytes), isDecoded: reader.window.isDecoded)
  }

  /// At the end of the file, lone lines are its footer.
  private mutating func endPending() {
    for row in pending where row.cellCount == 1 { ledger.skip(.footer) }
    pending.removeAll { $0.cellCount == 1 }
    flushPending()
  }

  private mutating func flushPending() {
    for row in pending {
      ledger.quarantine(
        line: row.line, byteOffset: row.byteOffset,
        .fieldCount(expected: width, found: row.cellCount), raw: row.raw)
    }
    pending = []
  }

  private mutating func quarantine(_ row: RawRow, _ defect: RowDefect, column: Int? = nil) {
    flushPending()
    ledger.quarantine(
      line: row.line, byteOffset: byteOffset(of: row), column: column, defect,
      raw: rawText(of: row))
  }
}
