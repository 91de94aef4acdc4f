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

  /// The name of the profile of common labels, which is used where no other fits.
  package static let generalName = "labels"

  var isGeneral: Bool { name == Self.generalName }

  /// Every label of the profile, comparable.
  var allLabels: [String] {
    (id + columns.flatMap(\.allLabels) + unmapped).map(comparable)
  }

  /// How well the profile fits: 1 when it knows every label of the file and the file has them all.
  ///
  /// That it knows the file's labels weighs more, for people leave columns out of their exports.
  func score(_ fileLabels: [String]) -> Double {
    let present = Set(fileLabels)
    let own = id.map { [comparable($0)] } + columns.map { $0.allLabels.map(comparable) }
    let met = own.filter { !present.isDisjoint(with: $0) }.count
    let known = present.intersection(allLabels).count
    guard known >= 3, !own.isEmpty else { return 0 }
    return 0.7 * Double(known) / Double(present.count) + 0.3 * Double(met) / Double(own.count)
  }
}
