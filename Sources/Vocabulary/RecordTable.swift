/// One mapped column of a source: where its cells come from and go to.
package struct MappedColumn: Hashable, Sendable {
  /// The part of a person's name that a column holds on its own.
  package enum NamePart: String, Codable, CaseIterable, Hashable, Sendable {
    case given
    case surname
  }

  /// The header or JSON path as the source writes it.
  package var header: String
  /// The field's index in the schema.
  package var field: Int
  /// The party that the values belong to, where the pipeline file or the profile says so.
  package var party: Party?
  package var namePart: NamePart?
  /// Whether the column only counts where those before it in its field are empty.
  package var isAlternative = false

  package init(header: String, field: Int, party: Party? = nil, namePart: NamePart? = nil) {
    self.header = header
    self.field = field
    self.party = party
    self.namePart = namePart
  }
}

/// One declared source, as the stages after ingestion see it.
package struct SourceInfo: Hashable, Sendable {
  package var name: String
  package var system: SystemKind?
  /// 0...100; the higher survives.
  package var trust: Int
  /// The files that were read, as written in reports.
  package var files: [String]
  /// The mapped columns, in the order of their bits in `RecordTable.filled`.
  package var columns: [MappedColumn]

  package init(
    name: String, system: SystemKind? = nil, trust: Int = 50, files: [String] = [],
    columns: [MappedColumn] = []
  ) {
    self.name = name
    self.system = system
    self.trust = trust
    self.files = files
    self.columns = columns
  }
}

/// The cells of one field, one per record.
///
/// A field that a source maps from several columns has several cell columns, told apart by `slot`.
/// Shape: `ids.count` is the table's record count; each is a number in the field's pool, 0 if empty.
package struct CellColumn: Sendable {
  package var field: Int
  /// 0 for the first column that a source maps to the field, 1 for the second, and so on.
  package var slot: Int
  package var ids: [UInt32]

  package init(field: Int, slot: Int, ids: [UInt32]) {
    self.field = field
    self.slot = slot
    self.ids = ids
  }
}

/// The records of all sources, as columns.
///
/// Every array that is named by a record has `count` elements. Records stand in the order of their
/// keys and value numbers in the order of their first use, so nothing here depends on the order of
/// files or rows but `file`, `rowNumber` and `line`.
package struct RecordTable: Sendable {
  package var schema: Schema
  package var sources: [SourceInfo]
  package var count = 0

  /// Index into `sources`.
  package var source: [UInt16] = []
  /// Index into the source's `files`.
  package var file: [UInt16] = []
  /// 1 is the first record after the header; broken rows count.
  package var rowNumber: [UInt32] = []
  /// The physical line on which the record begins; 1 is the first.
  package var line: [UInt32] = []
  /// The id as the system wrote it, or the surrogate key that was minted for it.
  package var sourceRecordID: TextColumn = TextColumn()
  /// `source/id`, made unique; ascending by bytes.
  package var recordKey: TextColumn = TextColumn()

  /// The cells, by field and slot.
  package var columns: [CellColumn] = []
  /// The distinct raw values, by field, with dirt such as stray spaces still in them.
  package var pools: [ValuePool]

  /// One bit per mapped column of the record's source: whether its cell held a value.
  ///
  /// Shape: `filledWords` words per record; bit *b* of word *w* is column `w * 64 + b`.
  package var filled: [UInt64] = []
  package var filledWords = 1

  package init(schema: Schema, sources: [SourceInfo]) {
    self.schema = schema
    self.sources = sources
    self.pools = [ValuePool](repeating: ValuePool(), count: schema.fields.count)
  }

  /// Whether the cell of a source's column held a value in a record.
  package func isFilled(record: Int, column: Int) -> Bool {
    (filled[record * filledWords + (column >> 6)] >> UInt64(column & 63)) & 1 == 1
  }

  /// The cell columns of a field, by slot.
  package func columns(of field: Int) -> [CellColumn] {
    columns.filter { $0.field == field }.sorted { $0.slot < $1.slot }
  }
}

/// One text per row.
///
/// Shape: text *i* is `bytes[ends[i - 1]..<ends[i]]`.
package struct TextColumn: Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var ends: [Int] = []

  package init() {}

  package var count: Int { ends.count }

  package func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  package subscript(row: Int) -> ArraySlice<UInt8> { bytes[range(of: row)] }

  package func string(_ row: Int) -> String { String(decoding: self[row], as: UTF8.self) }

  /// Makes room for so many texts of so many bytes in all.
  package mutating func reserve(texts: Int, bytes more: Int) {
    ends.reserveCapacity(texts)
    bytes.reserveCapacity(more)
  }

  package mutating func append(_ value: some Sequence<UInt8>) {
    bytes.append(contentsOf: value)
    ends.append(bytes.count)
  }

  package mutating func append(_ value: String) { append(value.utf8) }

  package mutating func append(_ value: Span<UInt8>) {
    extend(value)
    close()
  }

  /// Adds bytes to the text that is open: the one behind the last.
  package mutating func extend(_ more: Span<UInt8>) {
    // Safe because the buffer is that of the span and copied before the call returns.
    unsafe more.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Takes back what was added to the text that is open.
  package mutating func dropOpen() { bytes.removeLast(bytes.count - (ends.last ?? 0)) }

  /// Ends the text that is open.
  package mutating func close() { ends.append(bytes.count) }
}
