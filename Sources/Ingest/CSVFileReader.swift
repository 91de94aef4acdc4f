import Vocabulary

/// Reads one CSV file into records.
struct CSVFileReader {
  private let task: FileTask
  private let meter: ProgressMeter
  private let classifier: RowClassifier
  private let binding: SourcePlan.Binding
  /// The cells that a row has: those of the header, unnamed ones at its end left out.
  private let width: Int
  private var builder: PartBuilder
  private var ledger: RowLedger
  private var cells: [CellRange] = []
  private var values: [CellSlice]
  private var ids: [CellSlice]
  private var scratch: [UInt8] = []
  /// Lone lines after a blank one: the report's footer if nothing but such lines follows.
  private var pending: [PendingRow] = []
  private var isAfterBlank = false
  private var hasHeader: Bool

  private struct PendingRow {
    var line: Int
    var byteOffset: Int
    var raw: String
  }

  init(_ task: FileTask, meter: ProgressMeter) {
    self.task = task
    self.meter = meter
    let labels = task.finding.layout.labels
    hasHeader = task.finding.layout.headerLine == nil
    classifier = RowClassifier(header: hasHeader ? [] : task.finding.header.map(shown))
    width = (labels.lastIndex { !$0.isEmpty } ?? 0) + 1
    binding = task.plan.binding(labels: labels)
    builder = PartBuilder(task.plan)
    ledger = RowLedger(task)
    values = [CellSlice](repeating: CellSlice(), count: task.plan.columns.count)
    ids = [CellSlice](repeating: CellSlice(), count: task.plan.idLabels.count)
  }

  mutating func read() throws -> FileReading {
    let layout = task.finding.layout
    var reader = RowReader(try ByteWindow.open(path: task.path, encoding: layout.encoding))
    var transcoder = try Transcoder(layout.encoding)
    var pulse = MeterPulse(meter)
    while let row = try reader.nextRecord(delimiter: task.finding.delimiter, cells: &cells) {
      try pulse.beat(bytesRead: reader.window.bytesRead, rows: ledger.accounting.read)
      if !hasHeader, row.line >= layout.headerLine ?? 0 {
        hasHeader = true
        continue
      }
      take(row, reader.window.bytes.span, &transcoder)
      if let limit = task.recordLimit, ledger.accounting.records >= limit { break }
    }
    for _ in pending { ledger.skip(.footer) }
    pending = []
    var reading = FileReading(part: builder.part)
    if task.recordLimit == nil { (reading.sha256, reading.byteCount) = try reader.finish() }
    pulse.finish(bytesRead: reader.window.bytesRead, rows: ledger.accounting.read)
    reading.accounting = ledger.accounting
    reading.quarantine = ledger.quarantine
    return reading
  }

  private mutating func take(
    _ row: RawRow, _ window: Span<UInt8>, _ transcoder: inout Transcoder
  ) {
    let content = window.extracting(row.bytes)
    if let fault = row.fault {
      flushPending()
      let defect: RowDefect = fault == .tooLong ? .tooLong : .unterminatedQuote
      quarantine(row, content, defect, column: nil, &transcoder)
      return
    }
    guard transcoder.isNeeded else {
      if let invalid = firstInvalidByte(content) {
        let column = cells.firstIndex { row.bytes.lowerBound + invalid < $0.end }
        flushPending()
        quarantine(
          row, content, .invalidBytes(task.finding.layout.encoding), column: column.map { $0 + 1 },
          &transcoder)
        return
      }
      takeDecoded(row, window, content, &transcoder)
      return
    }
    if transcoder.decode(content) != nil {
      flushPending()
      quarantine(
        row, content, .invalidBytes(task.finding.layout.encoding), column: nil, &transcoder)
      return
    }
    let text = transcoder.bytes
    let decoded = text.span.extracting(0..<transcoder.count)
    _ = scanRecord(
      decoded, from: 0, delimiter: task.finding.delimiter, isLast: true, cells: &cells)
    takeDecoded(row, decoded, content, &transcoder)
  }

  /// Takes a row of UTF-8 `bytes`, which `cells` are ranges of; `raw` is how it stands in the file.
  private mutating func takeDecoded(
    _ row: RawRow, _ bytes: Span<UInt8>, _ raw: Span<UInt8>, _ transcoder: inout Transcoder
  ) {
    if let reason = classifier.skipReason(bytes, cells) {
      if !hasHeader {
        ledger.skip(reason == .blank ? .blank : .title)
      } else {
        isAfterBlank = isAfterBlank || reason == .blank
        ledger.skip(reason)
      }
      return
    }
    if !hasHeader {
      ledger.skip(.title)
      return
    }
    if isAfterBlank, classifier.isLoneCell(cells) {
      pending.append(
        PendingRow(
          line: row.line, byteOffset: row.byteOffset,
          raw: rawText(raw, transcoder: &transcoder)))
      return
    }
    flushPending()
    isAfterBlank = false
    guard fits(bytes) else {
      quarantine(
        row, raw, .fieldCount(expected: width, found: cells.count), column: nil, &transcoder)
      return
    }
    fill(bytes)
    let number = ledger.addRecord()
    let beside = scratch  // a second owner, for a span may not overlap a change of self
    builder.append(
      row: bytes, scratch: beside.span, values: values, ids: ids, number: number, line: row.line)
  }

  /// Whether the row has a cell for each column; empty ones beyond are an export's slip.
  private func fits(_ bytes: Span<UInt8>) -> Bool {
    if cells.count == width { return true }
    guard cells.count > width else { return false }
    for cell in cells[width...] where !trimmed(bytes, cell.start..<cell.end).isEmpty {
      return cells.count <= task.finding.layout.labels.count
    }
    return true
  }

  private mutating func fill(_ bytes: Span<UInt8>) {
    scratch.removeAll(keepingCapacity: true)
    for (index, place) in binding.columns.enumerated() { values[index] = slice(place, bytes) }
    for (index, place) in binding.ids.enumerated() { ids[index] = slice(place, bytes) }
  }

  private mutating func slice(_ place: Int?, _ bytes: Span<UInt8>) -> CellSlice {
    guard let place, place < cells.count else { return CellSlice() }
    let cell = cells[place]
    guard cell.hasEscapes else { return CellSlice(start: cell.start, end: cell.end) }
    let start = scratch.count
    appendUnescaped(bytes.extracting(cell.start..<cell.end), to: &scratch)
    return CellSlice(start: start, end: scratch.count, isInScratch: true)
  }

  private mutating func flushPending() {
    for row in pending {
      ledger.quarantine(
        line: row.line, byteOffset: row.byteOffset, .fieldCount(expected: width, found: 1),
        raw: row.raw)
    }
    pending = []
  }

  private mutating func quarantine(
    _ row: RawRow, _ content: Span<UInt8>, _ defect: RowDefect, column: Int?,
    _ transcoder: inout Transcoder
  ) {
    ledger.quarantine(
      line: row.line, byteOffset: row.byteOffset, column: column, defect,
      raw: rawText(content, transcoder: &transcoder))
  }
}
