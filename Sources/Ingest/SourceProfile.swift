package import Vocabulary

/// What is known of one system's exports: how they name their columns.
///
/// It is read from a JSON file; `ProfileFile` says how.
package struct SourceProfile: Codable, Hashable, Sendable {
  /// One column of the export.
  package struct Column: Codable, Hashable, Sendable {
    package var field: String
    /// What the column is called, in one version of the system or another.
    package var labels: [String]
    /// Further labels, which no source confirmed.
    package var unconfirmed: [String]
    package var party: Party?
    package var part: MappedColumn.NamePart?

    var allLabels: [String] { labels + unconfirmed }
  }

  /// Rows that are no records of the system any more.
  package struct Skip: Codable, Hashable, Sendable {
    package var column: String
    /// The values, compared without letter case, that mark such a row.
    package var values: [String]
  }

  package var name: String
  /// The system, for people.
  package var title: String
  package var system: SystemKind?
  /// 0...100.
  package var trust: Int?
  /// Whether a source confirmed the header; the labels in `unconfirmed` excepted.
  ///
  /// The default is true.
  package var isConfirmed = true
  /// The columns that may hold the record's id, best first.
  package var id: [String]
  package var columns: [Column]
  /// Columns that the export has and no field takes.
  ///
  /// A `*` at the beginning or the end stands for any text.
  package var unmapped: [String]
  package var skipWhen: Skip?
  /// Columns that hold the id of the record that this one was merged into.
  package var mergedInto: [String]
  /// Columns that hold the ids of the records that were merged into this one.
  package var mergedFrom: [String]
  /// JSON paths below which the common labels stand.
  ///
  /// What people call their own columns, no profile can know.
  package var within: [String]

  /// The name of the profile of common labels, which is used where no other fits.
  package static let generalName = "labels"

  var isGeneral: Bool { name == Self.generalName }

  var patterns: [LabelPattern] { unmapped.compactMap(LabelPattern.init) }
}
