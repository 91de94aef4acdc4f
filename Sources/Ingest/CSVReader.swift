/// A whole small CSV file as text: a roster, decisions, truth or an output of our own.
///
/// The encoding and delimiter are told from the bytes; the first row that is not blank names the
/// columns. Blank rows are left out.
package struct CSVReader: Sendable {
  /// The columns' names, blanks around them left out.
  package let header: [String]
  /// The rows, each with a cell for each column.
  package let rows: [[String]]
  /// By row: the physical line on which it begins.
  package let lines: [Int]

  /// - Throws: `IngestError` where the file cannot be read, or a row of it.
  package init(path: String) throws {
    let file = try ExportFile(path: path)
    let encoding = try EncodingDetector(knownLabels: []).detect(file).encoding
    let delimiter = try DelimiterDetector.detect(file, encoding: encoding).delimiter
    var reader = RowReader(try ByteWindow.open(file, encoding: encoding))
    var cells: [CellRange] = []
    var header: [String] = []
    var rows: [[String]] = []
    var lines: [Int] = []
    while let row = try reader.nextRecord(delimiter: delimiter, cells: &cells) {
      guard row.fault == nil else {
        throw IngestError(.malformedRow("a quoted cell never closes"), path: path, line: row.line)
      }
      guard let texts = reader.texts(of: row, cells: cells) else {
        throw IngestError(
          .malformedRow("bytes that are not \(encoding.rawValue)"), path: path, line: row.line)
      }
      if texts.allSatisfy({ shown($0).isEmpty }) { continue }
      if header.isEmpty {
        header = texts.map(shown)
        continue
      }
      guard texts.count == header.count else {
        throw IngestError(
          .malformedRow("the row has \(texts.count) cells, the header \(header.count)"),
          path: path, line: row.line)
      }
      rows.append(texts)
      lines.append(row.line)
    }
    if header.isEmpty { throw IngestError(.empty, path: path) }
    self.header = header
    self.rows = rows
    self.lines = lines
  }

  /// The index of a column, its name compared without blanks and letter case.
  package func index(of name: String) -> Int? {
    let key = comparable(name)
    return header.firstIndex { comparable($0) == key }
  }

  /// The cells of a column from top to bottom, or nil when the file has no such column.
  package subscript(column name: String) -> [String]? {
    index(of: name).map { index in rows.map { $0[index] } }
  }
}
