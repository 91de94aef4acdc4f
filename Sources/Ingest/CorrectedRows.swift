import Vocabulary

/// The rows of a corrections file that go to one source, as a text that its reader takes apart.
///
/// Every row is a record by itself, so a row that is still broken costs no other.
struct CorrectedRows: Sendable {
  /// One row a line; built as the source's files are.
  private(set) var text: [UInt8] = []
  /// By line of the text: where the row stands in the corrections file.
  private(set) var places: [RowPlace] = []
  /// What never comes to the reader.
  private(set) var outcome = FileOutcome()
  private let source: String
  private let name: String

  /// - Parameters:
  ///   - file: The corrections file.
  ///   - source: The source whose rows are taken.
  ///   - sources: The names of all sources; rows for any other are quarantined.
  ///   - finding: How the source's files are built.
  /// - Throws: `IngestError` where a row cannot be scanned.
  init(
    _ file: CorrectionsFile, source: String, sources: Set<String>,
    finding: LayoutDetector.Finding
  ) throws {
    self.source = source
    name = file.file.name
    outcome.sha256 = file.sha256
    if file.blankCount > 0 { skip(.blank, file.blankCount) }
    for row in file.broken { quarantine(row.place, row.defect, row.raw) }
    for row in file.rows {
      if row.source != source {
        if sources.contains(row.source) {
          skip(.otherSource)
        } else {
          quarantine(row.place, .unknownSource, row.raw)
        }
      } else if let defect = try Self.defect(of: row, finding) {
        quarantine(row.place, defect, row.raw)
      } else {
        append(row, isJSON: finding.layout.format != .csv)
      }
    }
  }

  /// How the text is read: as the source's files, but as UTF-8, with a row a line and no header.
  func finding(_ own: LayoutDetector.Finding) -> LayoutDetector.Finding {
    var finding = own
    finding.layout.encoding = .utf8
    finding.layout.encodingConfidence = 1
    finding.layout.headerLine = nil
    finding.recordsPath = []
    if own.layout.format == .json { finding.layout.format = .ndjson }
    return finding
  }

  private mutating func append(_ row: CorrectionsFile.Row, isJSON: Bool) {
    for byte in row.raw.utf8 {
      // A JSON text knows line breaks as blanks alone.
      text.append(isJSON && (byte == .lineFeed || byte == .carriageReturn) ? .blank : byte)
    }
    text.append(.lineFeed)
    places.append(row.place)
  }

  /// Why a row cannot be taken into the text.
  private static func defect(
    of row: CorrectionsFile.Row, _ finding: LayoutDetector.Finding
  ) throws -> RowDefect? {
    let raw = Array(row.raw.utf8)
    if row.code == RowDefect.invalidBytes(.utf8).code, holdsByteMark(raw) {
      return .invalidBytes(finding.layout.encoding)
    }
    if raw.count >= RowLedger.rawLimit { return .tooLong }
    guard finding.layout.format == .csv, !raw.isEmpty else { return nil }
    var reader = RowReader(try ByteWindow.open(ExportFile(text: raw), encoding: .utf8))
    var cells: [CellRange] = []
    guard let first = try reader.nextRecord(delimiter: finding.delimiter, cells: &cells) else {
      return nil
    }
    if first.fault != nil { return .unterminatedQuote }
    let next = try reader.nextRecord(delimiter: finding.delimiter, cells: &cells)
    return next == nil ? nil : .severalRows
  }

  /// Whether a text holds a byte that stands for nothing, as `rawText` writes it.
  private static func holdsByteMark(_ bytes: [UInt8]) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39) ~= byte || (0x41...0x46) ~= byte }
    guard bytes.count >= 4 else { return false }
    return (0...bytes.count - 4).contains { index in
      bytes[index] == 0x5C && bytes[index + 1] == 0x78 && isDigit(bytes[index + 2])
        && isDigit(bytes[index + 3])
    }
  }

  private mutating func skip(_ reason: SkipReason, _ count: Int = 1) {
    outcome.accounting.read += count
    outcome.accounting.skipped[reason.rawValue, default: 0] += count
  }

  private mutating func quarantine(_ place: RowPlace, _ defect: RowDefect, _ raw: String) {
    outcome.accounting.read += 1
    outcome.accounting.quarantined += 1
    outcome.quarantine.append(
      QuarantinedRow(
        source: source, file: name, line: place.line, byteOffset: place.byteOffset,
        code: defect.code, message: defect.message, raw: raw))
  }
}

extension FileReading {
  /// What the reader made of corrected rows, with their places in the corrections file.
  func placed(_ rows: CorrectedRows) -> FileReading {
    var placed = self
    for record in 0..<part.count {
      let place = rows.places[Int(part.line[record]) - 1]
      placed.part.line[record] = UInt32(truncatingIfNeeded: place.line)
      placed.part.rowNumber[record] = UInt32(truncatingIfNeeded: place.number)
    }
    for index in outcome.quarantine.indices {
      let place = rows.places[outcome.quarantine[index].line - 1]
      placed.outcome.quarantine[index].line = place.line
      placed.outcome.quarantine[index].byteOffset = place.byteOffset
    }
    placed.outcome.accounting.add(rows.outcome.accounting)
    placed.outcome.quarantine += rows.outcome.quarantine
    placed.outcome.quarantine.sort { ($0.line, $0.byteOffset) < ($1.line, $1.byteOffset) }
    placed.outcome.sha256 = rows.outcome.sha256
    return placed
  }
}
