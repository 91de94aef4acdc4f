package import Vocabulary

/// A member's name as it stands in JSON, made once per file.
package struct JSONKey: Hashable, Sendable {
  let bytes: [UInt8]

  package init(_ name: String) {
    var bytes: [UInt8] = [0x22]
    appendEscaped(name.utf8.span) { bytes.append($0) }
    self.bytes = bytes + [0x22, 0x3A]
  }
}

/// Writes one file of JSON objects, one to a line; values stand as they are, in UTF-8.
package struct NDJSONWriter: ~Copyable {
  /// The objects so far.
  package private(set) var rowCount = 0
  private var file: OutputFile
  private var isFirst = true
  private var isListEmpty = true

  /// Creates the file.
  package init(path: String) throws(ExportError) {
    file = try OutputFile(path: path)
  }

  /// Appends a member with text.
  @inline(__always)
  package mutating func append(_ key: JSONKey, _ value: Span<UInt8>) {
    begin(key)
    file.append(json: value)
  }

  /// Appends a member with a text of a column.
  @inline(__always)
  mutating func append(_ key: JSONKey, _ texts: borrowing TextColumn, _ row: Int) {
    texts.read(row) { append(key, $0) }
  }

  /// Appends a member with text.
  package mutating func append(_ key: JSONKey, _ value: String) {
    begin(key)
    file.append(json: value.utf8.span)
  }

  /// Appends a member with a decimal number at hand as text, or with the text if it is none.
  package mutating func append(_ key: JSONKey, decimal value: Span<UInt8>) {
    begin(key)
    if isJSONNumber(value) { file.append(value) } else { file.append(json: value) }
  }

  /// Begins a member with a list of texts.
  package mutating func beginList(_ key: JSONKey) {
    begin(key)
    file.append(0x5B)
    isListEmpty = true
  }

  /// Appends a text to the list.
  package mutating func append(element value: Span<UInt8>) {
    if !isListEmpty { file.append(0x2C) }
    isListEmpty = false
    file.append(json: value)
  }

  /// Ends the list.
  package mutating func endList() { file.append(0x5D) }

  /// Appends a member with a whole number.
  package mutating func append(_ key: JSONKey, _ number: Int) {
    begin(key)
    file.append(number: number)
  }

  /// Appends a member with a number of a fixed count of decimals.
  package mutating func append(_ key: JSONKey, _ number: Double, decimals: Int) {
    begin(key)
    file.append(number: number, decimals: decimals)
  }

  /// Appends a member with a day such as "2026-06-30", or null.
  package mutating func append(_ key: JSONKey, _ day: CivilDay?) {
    guard let day else { return appendNull(key) }
    begin(key)
    file.append(0x22)
    file.append(day: day)
    file.append(0x22)
  }

  /// Appends a member without a value.
  package mutating func appendNull(_ key: JSONKey) {
    begin(key)
    file.append("null" as StaticString)
  }

  /// Ends the object and its line.
  package mutating func endObject() {
    if isFirst { file.append(0x7B) }
    file.append("}\n" as StaticString)
    isFirst = true
    rowCount += 1
  }

  /// Writes out what is left and closes the file.
  package consuming func finish() throws(ExportError) -> WrittenFile {
    precondition(isFirst, "the last object is ended")
    return try file.finish(rows: rowCount)
  }

  @inline(__always)
  private mutating func begin(_ key: JSONKey) {
    file.append(isFirst ? 0x7B : 0x2C)
    isFirst = false
    file.append(key.bytes.span)
  }
}

extension OutputFile {
  /// Appends a JSON string.
  @inline(__always)
  fileprivate mutating func append(json value: Span<UInt8>) {
    append(0x22)
    if !append(value, unless: needsEscape) { appendEscaped(value) { append($0) } }
    append(0x22)
  }
}

private func needsEscape(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

/// Whether one of eight bytes must be escaped, as bits.
@inline(__always)
private func needsEscape(_ word: UInt64) -> UInt64 {
  controlBytes(of: word) | bytes(of: word, equalTo: 0x22) | bytes(of: word, equalTo: 0x5C)
}

/// Gives the bytes of a JSON string's content (RFC 8259, section 7).
private func appendEscaped(_ value: Span<UInt8>, to append: (UInt8) -> Void) {
  for offset in value.indices {
    let byte = value[offset]
    guard needsEscape(byte) else {
      append(byte)
      continue
    }
    append(0x5C)
    switch byte {
    case 0x08: append(0x62)
    case 0x09: append(0x74)
    case 0x0A: append(0x6E)
    case 0x0C: append(0x66)
    case 0x0D: append(0x72)
    case 0x22, 0x5C: append(byte)
    default:
      for digit in "u00".utf8 { append(digit) }
      append(0x30 + byte >> 4)
      append(hexDigit(byte & 0x0F))
    }
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

/// Whether the text is a number as JSON writes it, without an exponent.
private func isJSONNumber(_ text: Span<UInt8>) -> Bool {
  var offset = !text.isEmpty && text[0] == 0x2D ? 1 : 0
  let start = offset
  while offset < text.count, isDigit(text[offset]) { offset += 1 }
  guard offset > start, offset == start + 1 || text[start] != 0x30 else { return false }
  guard offset < text.count else { return true }
  let point = offset
  guard text[point] == 0x2E else { return false }
  offset += 1
  while offset < text.count, isDigit(text[offset]) { offset += 1 }
  return offset == text.count && offset > point + 1
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
