import Vocabulary

/// One file to read, and how.
struct FileTask: Sendable {
  var source: SourceOptions
  var file: ExportFile
  var finding: LayoutDetector.Finding
  var plan: SourcePlan
  /// The number of records after which reading stops; nil reads all.
  var recordLimit: Int?
  /// Where the rows come from, when a person has corrected them.
  var corrections: CorrectedRows?
}

/// One file's records, and what became of its other rows.
struct FileReading: Sendable {
  var part: FilePart
  var outcome: FileOutcome
}

/// Counts rows and puts broken ones into quarantine.
struct RowLedger {
  /// The number of bytes of a broken row that are kept.
  static let rawLimit = 1 << 16

  private(set) var accounting = RowAccounting()
  private(set) var quarantine: [QuarantinedRow] = []
  /// Records and broken rows so far.
  private(set) var rowNumber = 0
  private let source: String
  private let file: String

  init(_ task: FileTask) {
    source = task.source.name
    file = task.file.name
  }

  /// Counts a record and returns its number.
  mutating func addRecord() -> Int {
    accounting.read += 1
    accounting.records += 1
    rowNumber += 1
    return rowNumber
  }

  /// Counts a row that was put right before it became a record.
  mutating func noteRepair() { accounting.repaired += 1 }

  mutating func skip(_ reason: SkipReason) {
    accounting.read += 1
    accounting.skipped[reason.rawValue, default: 0] += 1
  }

  mutating func quarantine(
    line: Int, byteOffset: Int, column: Int? = nil, _ defect: RowDefect, raw: String
  ) {
    accounting.read += 1
    accounting.quarantined += 1
    rowNumber += 1
    quarantine.append(
      QuarantinedRow(
        source: source, file: file, line: line, byteOffset: byteOffset, column: column,
        code: defect.code, message: defect.message, raw: raw))
  }
}

/// Why a row is no record and yet not broken.
enum SkipReason: String {
  case title
  case blank
  case emptyPage
  case total
  case footer
  case repeatedHeader
  /// A row of another table below the records.
  case secondTable
  /// The system's own mark says that the record is no more.
  case deleted
  /// The file holds the same bytes as another of its source.
  case duplicateFile
  /// A row of a corrections file that is another source's affair.
  case otherSource
  /// A record that a later file has again, or a corrected row of which the export has the record.
  case superseded
}

/// Why a row cannot be read.
enum RowDefect: Hashable {
  case fieldCount(expected: Int, found: Int)
  case invalidBytes(TextEncoding)
  case unterminatedQuote
  case tooLong
  case json(JSONScanner.Fault)
  case noRecords
  /// A corrected row that is more than one.
  case severalRows
  /// A corrected row for a source that there is not.
  case unknownSource

  var code: String {
    switch self {
    case .fieldCount: "fieldCount"
    case .invalidBytes: "invalidBytes"
    case .unterminatedQuote: "unterminatedQuote"
    case .tooLong: "rowTooLong"
    case .json(.syntax), .json(.cutOff): "brokenJSON"
    case .severalRows: "severalRows"
    case .unknownSource: "unknownSource"
    case .json(.notAnObject): "notAnObject"
    case .json(.tooDeep): "tooDeep"
    case .json(.loneSurrogate): "loneSurrogate"
    case .noRecords: "noRecords"
    }
  }

  var message: String {
    switch self {
    case .fieldCount(let expected, let found):
      "the row has \(found) cells, the header \(expected); quote cells that hold the delimiter"
    case .invalidBytes(let encoding):
      "bytes that are not \(encoding.rawValue); correct them, or set 'encoding'"
    case .unterminatedQuote: "a quoted cell never closes; add the closing quote"
    case .tooLong:
      "the row is longer than \(RowReader.longestRow >> 20) MiB; look for an open quote"
    case .json(.syntax), .json(.cutOff): "not a whole JSON object; export the row again"
    case .severalRows: "the corrected text is more than one row; give each a line of its own"
    case .unknownSource: "no source is called so; correct the column 'source'"
    case .json(.notAnObject): "a JSON value that is no object; export one object for each record"
    case .json(.tooDeep): "objects nested deeper than \(JSONScanner.deepest)"
    case .json(.loneSurrogate): "half of a \\u surrogate pair, which is no character"
    case .noRecords:
      "an object without the list of records that others have; export it again, or set 'records'"
    }
  }
}

/// A broken row for people: as text, bytes that stand for nothing as \xNN.
///
/// - Parameters:
///   - bytes: The row, of which no more than `RowLedger.rawLimit` bytes are kept.
///   - isDecoded: Whether the bytes come out of a `TextDecoder`, where 0xFF stands before such a byte.
/// - Returns: The text.
func rawText(_ bytes: Span<UInt8>, isDecoded: Bool) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  let end = min(bytes.count, RowLedger.rawLimit)
  var text: [UInt8] = []
  var offset = 0
  while offset < end {
    let rest = bytes.extracting(offset..<end)
    let valid = firstInvalidByte(rest) ?? rest.count
    for index in 0..<valid { text.append(rest[index]) }
    offset += valid
    if offset < end, isDecoded, bytes[offset] == 0xFF { offset += 1 }
    guard offset < end else { break }
    let byte = bytes[offset]
    text.append(contentsOf: [0x5C, 0x78, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    offset += 1
  }
  return String(decoding: text, as: UTF8.self)
}
