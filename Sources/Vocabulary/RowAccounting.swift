/// What became of the rows of one source.
///
/// The first guarantee: `read == records + quarantined + skipped.values.reduce(0, +)`.
package struct RowAccounting: Hashable, Sendable, Codable {
  /// Rows or objects met in the source's files, titles, blanks and broken ones included; the header
  /// is not a row.
  package var read = 0
  package var records = 0
  /// Of the records: those whose row had to be put right first.
  package var repaired = 0
  package var quarantined = 0
  /// Rows that are no records, by reason: title, note, blank, total, footer, repeatedHeader,
  /// secondTable, deleted, duplicateFile, otherSource, superseded, erased.
  package var skipped: [String: Int] = [:]

  package init() {}

  package var isComplete: Bool {
    read == records + quarantined + skipped.values.reduce(0, +)
  }
}

/// A row that could not be read.
package struct QuarantinedRow: Hashable, Sendable {
  package var source: String
  package var file: String
  /// The physical line on which the row begins; 1 is the first.
  package var line: Int
  /// The offset of the row's first byte in the file.
  package var byteOffset: Int
  /// 1 is the first; nil where the row as a whole is at fault.
  package var column: Int?
  /// A word for programs, such as `fieldCount` or `invalidBytes`.
  package var code: String
  /// A phrase for people, with the way out; never a value.
  package var message: String
  /// The row as it stands in the file; bytes that do not decode are written as \xNN.
  package var raw: String

  package init(
    source: String, file: String, line: Int, byteOffset: Int, column: Int? = nil, code: String,
    message: String, raw: String
  ) {
    self.source = source
    self.file = file
    self.line = line
    self.byteOffset = byteOffset
    self.column = column
    self.code = code
    self.message = message
    self.raw = raw
  }
}
