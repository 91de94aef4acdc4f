/// What one source looked like in a run, for the next run to be held against.
package struct SourceShape: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    /// The header or JSON path as the source writes it.
    package var label: String
    /// The field that it fills; nil where it fills none.
    package var field: String?
    /// The records that have a value in it; 0 where it fills no field, for then it is not read.
    package var filled: Int

    package init(label: String, field: String? = nil, filled: Int = 0) {
      self.label = label
      self.field = field
      self.filled = filled
    }
  }

  package struct File: Hashable, Sendable {
    /// The last part of its path.
    package var name: String
    /// Hexadecimal.
    package var sha256: String
    package var rows: Int

    package init(name: String, sha256: String, rows: Int) {
      self.name = name
      self.sha256 = sha256
      self.rows = rows
    }
  }

  package var source: String
  package var records: Int
  /// The newest change of a record that is not in the future; nil where the source has no times.
  package var newest: CivilDay?
  package var format: String
  package var encoding: String
  package var profile: String?
  /// In the order in which the files name them.
  package var columns: [Column]
  package var files: [File]

  package init(
    source: String, records: Int, newest: CivilDay? = nil, format: String, encoding: String,
    profile: String? = nil, columns: [Column] = [], files: [File] = []
  ) {
    self.source = source
    self.records = records
    self.newest = newest
    self.format = format
    self.encoding = encoding
    self.profile = profile
    self.columns = columns
    self.files = files
  }

  /// The share of records that have a value in a column.
  package func fillRate(of column: Column) -> Double {
    records > 0 ? Double(column.filled) / Double(records) : 0
  }

  /// Whether both hold the same bytes, whatever the files are called.
  package func holdsSameBytes(as other: SourceShape) -> Bool {
    !files.isEmpty && Set(files.map(\.sha256)) == Set(other.files.map(\.sha256))
  }

  /// By how much the fill rate of its most impaired field fell; nil where there is nothing to compare.
  ///
  /// A field is as full as its fullest column, and empty where all of them are gone. One that the
  /// pipeline file no longer maps is left out, and so are sources of less than `fewRecords`, where one
  /// cell more or less tells nothing.
  package func fillDrop(since last: SourceShape) -> Double? {
    guard min(last.records, records) >= Self.fewRecords else { return nil }
    let present = Set(columns.map(\.label))
    let now = fillRates
    return last.fillRates.compactMap { field, before in
      let isUnmapped = last.columns.contains { $0.field == field && present.contains($0.label) }
      if now[field] == nil, isUnmapped { return nil }
      return max(0, before - (now[field] ?? 0))
    }.max()
  }

  /// By field: the fill rate of its fullest column.
  private var fillRates: [String: Double] {
    Dictionary(
      columns.compactMap { column in column.field.map { ($0, fillRate(of: column)) } },
      uniquingKeysWith: max)
  }

  /// The number of records below which fill rates are not compared.
  package static let fewRecords = 20

  /// 0 for a label that is gone, nil for one that fills no field.
  func fillRate(ofLabel label: String) -> Double? {
    guard columns.contains(where: { $0.label == label }) else { return 0 }
    return columns.first { $0.label == label && $0.field != nil }.map(fillRate)
  }
}
