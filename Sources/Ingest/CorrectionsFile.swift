import Vocabulary

/// Rows of quarantine.csv that a person has corrected, for the sources that they came from.
///
/// Its columns `source` and `raw` say whose row it is and how it reads now; `file` and `code` say how
/// the row was built, and what was wrong with it. Other columns are for people. It may have gone
/// through a spreadsheet, so its encoding and delimiter are found like those of any export.
struct CorrectionsFile: Sendable {
  struct Row: Sendable {
    var source: String
    /// The file that the row came from.
    var file: String
    var code: String
    var raw: String
    /// Where the row stands in the corrections file.
    var place: RowPlace
  }

  let file: ExportFile
  private(set) var rows: [Row] = []
  /// Rows of the corrections file itself that cannot be read.
  private(set) var broken: [(place: RowPlace, defect: RowDefect, raw: String)] = []
  private(set) var blankCount = 0
  private(set) var sha256 = ""

  private static let columns = ["source", "file", "code", "raw"]

  /// - Throws: `IngestError` where the file cannot be read or is no corrections file.
  init(path: String) throws {
    file = try ExportFile(path: path)
    let known = Set((Self.columns + ["line", "byte", "column", "message"]).map(comparable))
    let detector = LayoutDetector(
      source: SourceOptions(name: "", paths: [path]), knownLabels: known)
    let finding = try detector.detect(file)
    let index = LabelIndex(finding.layout.labels)
    let places = Self.columns.map { index.find($0) }
    guard finding.layout.format == .csv, let source = places[0], let raw = places[3] else {
      throw IngestError(.noCorrections, path: path)
    }
    let width = max(source, raw) + 1
    var reader = RowReader(try ByteWindow.open(file, encoding: finding.layout.encoding))
    var cells: [CellRange] = []
    var hasHeader = false
    var number = 0
    while let row = try reader.nextRecord(delimiter: finding.delimiter, cells: &cells) {
      if !hasHeader {
        hasHeader = row.line >= finding.layout.headerLine ?? 0
        continue
      }
      number += 1
      let place = RowPlace(
        number: number, line: row.line,
        byteOffset: reader.window.fileOffset(of: row.bytes.lowerBound))
      let isValid = reader.firstInvalidByte(of: row) == nil
      let window = reader.window.bytes  // a second owner, for the reader goes on beside it
      let bytes = window.span
      if row.fault == nil, isValid, trimmed(bytes, row.bytes).isEmpty {
        blankCount += 1
      } else if row.fault == nil, isValid, cells.count >= width {
        let texts = places.map { $0.map { Self.text(bytes, $0, cells) } ?? "" }
        rows.append(
          Row(source: texts[0], file: texts[1], code: texts[2], raw: texts[3], place: place))
      } else {
        let defect: RowDefect =
          switch row.fault {
          case .tooLong: .tooLong
          case .unterminatedQuote: .unterminatedQuote
          case nil:
            isValid
              ? .fieldCount(expected: width, found: cells.count)
              : .invalidBytes(finding.layout.encoding)
          }
        let isDecoded = reader.window.isDecoded
        broken.append((place, defect, rawText(bytes.extracting(row.bytes), isDecoded: isDecoded)))
      }
    }
    sha256 = try reader.window.finish().sha256
  }

  /// A cell without its quotes, and without the mark that kept spreadsheets from executing it.
  private static func text(_ bytes: Span<UInt8>, _ place: Int, _ cells: [CellRange]) -> String {
    guard place < cells.count else { return "" }
    let cell = cells[place]
    var text: [UInt8] = []
    if cell.hasEscapes {
      appendUnescaped(bytes.extracting(cell.start..<cell.end), to: &text)
    } else {
      for offset in cell.start..<cell.end { text.append(bytes[offset]) }
    }
    return SpreadsheetMark.removed(from: String(decoding: text, as: UTF8.self))
  }
}

/// Where a row stands in a file.
struct RowPlace: Hashable, Sendable {
  /// 1 is the first row behind the header.
  var number: Int
  var line: Int
  var byteOffset: Int
}
