/// The first rows of a CSV file as text.
struct HeadSample {
  struct Row {
    var line: Int
    /// Empty where the row is broken.
    var cells: [String]

    var isBlank: Bool { cells.allSatisfy { shown($0).isEmpty } }
  }

  static let rowLimit = 200

  var rows: [Row] = []

  init(_ file: ExportFile, encoding: TextEncoding, delimiter: UInt8) throws {
    var reader = RowReader(try ByteWindow.open(file, encoding: encoding))
    var cells: [CellRange] = []
    while rows.count < Self.rowLimit,
      let row = try reader.nextRecord(delimiter: delimiter, cells: &cells)
    {
      let text = row.fault == nil ? reader.texts(of: row, cells: cells) : nil
      rows.append(Row(line: row.line, cells: text ?? []))
    }
  }

  /// The number of cells that most rows have, among those that have more than one; and their share.
  var mode: (width: Int, share: Double) {
    var counts: [Int: Int] = [:]
    for row in rows where row.cells.count > 1 && !row.isBlank {
      counts[row.cells.count, default: 0] += 1
    }
    let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    let total = rows.count { !$0.isBlank }
    guard let best else { return (1, 0) }
    return (best.key, Double(best.value) / Double(max(1, total)))
  }
}

extension RowReader {
  /// The cells of a row as text, or nil where its bytes are none.
  mutating func texts(of row: RawRow, cells: [CellRange]) -> [String]? {
    if firstInvalidByte(of: row) != nil { return nil }
    var texts: [String] = []
    for cell in cells { texts.append(text(of: cell, in: window.bytes.span)) }
    return texts
  }
}

/// A cell as text, doubled quotes made single.
func text(of cell: CellRange, in bytes: Span<UInt8>) -> String {
  var text: [UInt8] = []
  let content = bytes.extracting(cell.start..<cell.end)
  if cell.hasEscapes {
    appendUnescaped(content, to: &text)
  } else {
    for index in content.indices { text.append(content[index]) }
  }
  return String(decoding: text, as: UTF8.self)
}
