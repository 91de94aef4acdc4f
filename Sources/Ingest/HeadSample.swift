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

  init(path: String, encoding: TextEncoding, delimiter: UInt8) throws {
    var reader = RowReader(try ByteWindow.open(path: path, encoding: encoding))
    var transcoder = try Transcoder(encoding)
    var cells: [CellRange] = []
    while rows.count < Self.rowLimit,
      let row = try reader.nextRecord(delimiter: delimiter, cells: &cells)
    {
      let text =
        row.fault == nil
        ? decodeCells(
          reader.window.bytes.span, row: row, delimiter: delimiter, cells: &cells,
          transcoder: &transcoder)
        : nil
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

/// The cells of a row as text, or nil where its bytes do not decode.
func decodeCells(
  _ bytes: Span<UInt8>, row: RawRow, delimiter: UInt8, cells: inout [CellRange],
  transcoder: inout Transcoder
) -> [String]? {
  let content = bytes.extracting(row.bytes)
  guard transcoder.isNeeded else {
    if firstInvalidByte(content) != nil { return nil }
    return cells.map { text(of: $0, in: bytes) }
  }
  if transcoder.decode(content) != nil { return nil }
  let decoded = transcoder.bytes.span.extracting(0..<transcoder.count)
  _ = scanRecord(decoded, from: 0, delimiter: delimiter, isLast: true, cells: &cells)
  var texts: [String] = []
  for cell in cells { texts.append(text(of: cell, in: decoded)) }
  return texts
}

private func text(of cell: CellRange, in bytes: Span<UInt8>) -> String {
  var text: [UInt8] = []
  let content = bytes.extracting(cell.start..<cell.end)
  if cell.hasEscapes {
    appendUnescaped(content, to: &text)
  } else {
    for index in content.indices { text.append(content[index]) }
  }
  return String(decoding: text, as: UTF8.self)
}
