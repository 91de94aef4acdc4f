package import Vocabulary

/// Writes one CSV file: UTF-8, a header, line feeds, quoting by RFC 4180.
///
/// An empty cell means that there is no value. Text that a spreadsheet would execute is neutralized
/// by a leading `'`; phones and numbers go through `appendDigits`, which leaves them as they are.
package struct CSVWriter: ~Copyable {
  package let columnCount: Int
  /// The rows so far, the header not counted.
  package private(set) var rowCount = 0
  private var file: OutputFile
  private var column = 0

  /// Creates the file with its header.
  package init(path: String, header: [String]) throws(ExportError) {
    precondition(!header.isEmpty, "a CSV file has a column")
    file = try OutputFile(path: path)
    columnCount = header.count
    for name in header { append(name) }
    endRow()
    rowCount = 0
  }

  /// Appends a cell of text.
  @inline(__always)
  package mutating func append(_ value: Span<UInt8>) {
    beginCell()
    if value.isEmpty { return }
    if Self.mayBeMarked(first: value[0]) || !file.append(value, unless: needsQuotes) {
      appendWithCare(value)
    }
  }

  /// Appends a text of a column as a cell.
  @inline(__always)
  mutating func append(_ texts: borrowing TextColumn, _ row: Int) {
    texts.read(row) { append($0) }
  }

  /// Appends a cell of text.
  package mutating func append(_ value: ArraySlice<UInt8>) { append(value.span) }

  /// Appends a cell of text.
  package mutating func append(_ value: String) { append(value.utf8.span) }

  /// Appends a cell of text, empty when there is none.
  package mutating func append(_ value: String?) {
    guard let value else { return appendEmpty() }
    append(value)
  }

  /// Appends a phone or a number that is at hand as text.
  ///
  /// It stays as it is, a leading + or - included, as long as it holds nothing but digits and the
  /// punctuation of phones; anything else is treated as text.
  package mutating func appendDigits(_ value: Span<UInt8>) {
    for offset in value.indices where !isPhoneCharacter(value[offset]) { return append(value) }
    beginCell()
    file.append(value)
  }

  /// Appends a phone or a number that is at hand as text.
  package mutating func appendDigits(_ value: String) { appendDigits(value.utf8.span) }

  /// Appends a value of a field as its kind asks for.
  @inline(__always)
  mutating func append(_ value: Span<UInt8>, inDigits: Bool) {
    if inDigits { appendDigits(value) } else { append(value) }
  }

  /// Appends a cell without a value.
  @inline(__always)
  package mutating func appendEmpty() { beginCell() }

  /// Appends a whole number.
  package mutating func append(_ number: Int) {
    beginCell()
    file.append(number: number)
  }

  /// Appends a whole number, or an empty cell.
  package mutating func append(_ number: Int?) {
    guard let number else { return appendEmpty() }
    append(number)
  }

  /// Appends sixteen hexadecimal digits.
  mutating func append(hexadecimal number: UInt64) {
    beginCell()
    file.append(hexadecimal: number)
  }

  /// Appends a number with a fixed count of decimals, rounded to the nearest.
  package mutating func append(_ number: Double, decimals: Int) {
    beginCell()
    file.append(number: number, decimals: decimals)
  }

  /// Appends a number with a fixed count of decimals, or an empty cell.
  package mutating func append(_ number: Double?, decimals: Int) {
    guard let number else { return appendEmpty() }
    append(number, decimals: decimals)
  }

  /// Appends `true` or `false`.
  package mutating func append(_ flag: Bool) {
    beginCell()
    if flag { file.append("true" as StaticString) } else { file.append("false" as StaticString) }
  }

  /// Appends a day such as 2026-06-30, or an empty cell.
  package mutating func append(_ day: CivilDay?) {
    beginCell()
    if let day { file.append(day: day) }
  }

  /// Ends the row, which must have a cell for every column.
  package mutating func endRow() {
    precondition(column == columnCount, "a row has a cell for every column")
    file.append(0x0A)
    column = 0
    rowCount += 1
  }

  /// Writes out what is left and closes the file.
  package consuming func finish() throws(ExportError) -> WrittenFile {
    precondition(column == 0, "the last row is ended")
    return try file.finish(rows: rowCount)
  }

  @inline(__always)
  private mutating func beginCell() {
    if column > 0 { file.append(0x2C) }
    column &+= 1
  }

  /// Whether a text that begins with a byte may be one that a spreadsheet would execute.
  @inline(__always)
  private static func mayBeMarked(first byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xEE: false
    default: true
    }
  }

  /// Appends a value that must be quoted or marked, or may have to be.
  @inline(never)
  private mutating func appendWithCare(_ value: Span<UInt8>) {
    let isQuoted = value.indices.contains {
      value[$0] == 0x22 || value[$0] == 0x2C || value[$0] < 0x20
    }
    if isQuoted { file.append(0x22) }
    if SpreadsheetMark.isNeeded(value) { file.append(SpreadsheetMark.byte) }
    for offset in value.indices {
      let byte = value[offset]
      if byte == 0x22 { file.append(byte) }
      file.append(byte)
    }
    if isQuoted { file.append(0x22) }
  }
}

/// Whether one of eight bytes makes a cell one that must be quoted, as bits.
@inline(__always)
private func needsQuotes(_ word: UInt64) -> UInt64 {
  controlBytes(of: word) | bytes(of: word, equalTo: 0x22) | bytes(of: word, equalTo: 0x2C)
}

private func isPhoneCharacter(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x28, 0x29, 0x20, 0x3B: true
  default: false
  }
}
