import Foundation
import Vocabulary

/// What is known of one system's exports: how they name their columns.
struct SourceProfile: Codable, Hashable, Sendable {
  /// One column of the export.
  struct Column: Codable, Hashable, Sendable {
    var field: String
    /// What the column is called, in one version of the system or another.
    var labels: [String]
    var party: Party?
    var part: MappedColumn.NamePart?
  }

  var name: String
  /// The system, for people.
  var title: String
  var system: SystemKind?
  var trust: Int?
  /// The columns that may hold the record's id, best first.
  var id: [String]
  var columns: [Column]
  /// Columns that the export has and no field takes.
  var unmapped: [String]?

  /// The profiles that ship with the product.
  static let shipped: [SourceProfile] = [
    salesCRMProfile, financeERPProfile, serviceTicketsProfile, hubSpotContactsProfile,
  ].map(decode)

  /// Labels that many exports share; used where no profile fits.
  static let labels = decode(commonLabelsProfile)

  private static func decode(_ text: String) -> SourceProfile {
    do {
      return try JSONDecoder().decode(SourceProfile.self, from: Data(text.utf8))
    } catch {
      fatalError("a shipped profile is no valid JSON: \(error)")
    }
  }

  /// Every label of the profile, comparable.
  var allLabels: [String] {
    (id + columns.flatMap(\.labels) + (unmapped ?? [])).map(comparable)
  }

  /// How well the profile fits: 1 when it knows every label of the file and the file has them all.
  ///
  /// That it knows the file's labels weighs more, for people leave columns out of their exports.
  func score(_ fileLabels: [String]) -> Double {
    let present = Set(fileLabels)
    let own = id.map { [comparable($0)] } + columns.map { $0.labels.map(comparable) }
    let met = own.filter { !present.isDisjoint(with: $0) }.count
    let known = present.intersection(allLabels).count
    guard known >= 3, !own.isEmpty else { return 0 }
    return 0.7 * Double(known) / Double(present.count) + 0.3 * Double(met) / Double(own.count)
  }
}
