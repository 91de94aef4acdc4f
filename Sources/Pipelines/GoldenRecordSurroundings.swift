import Export
import Foundation

/// What a run knows about a party beside its values: who keeps it, where it works, what is wrong with it
/// and what became of its golden id.
package struct GoldenRecordSurroundings: Hashable, Sendable, Codable {
  /// One person who keeps records of the party.
  package struct Owner: Hashable, Sendable, Codable {
    package var source: String
    package var team: String
    package var owner: String
    package var records: Int
  }

  /// A person's work, seen from either side.
  package struct Affiliation: Hashable, Sendable, Codable {
    /// Of the other party.
    package var goldenID: String
    package var title: String
    package var firstSeen: String
    package var lastSeen: String
    package var isCurrent: Bool

    private enum CodingKeys: String, CodingKey {
      case goldenID = "goldenId"
      case title, firstSeen, lastSeen
      case isCurrent = "current"
    }
  }

  /// What is wrong with one of its records.
  package struct Finding: Hashable, Sendable, Codable {
    package var rule: String
    package var recordKey: String
    package var field: String
    package var message: String
    package var status: String
    package var firstSeen: String
  }

  /// A value that its sources disagree about.
  package struct Disagreement: Hashable, Sendable, Codable {
    package var field: String
    package var value: String
    package var source: String
    package var recordKey: String
    package var survives: Bool
  }

  /// What became of its golden id, or a former one, in a kept run.
  package struct Event: Hashable, Sendable, Codable {
    package var runID: String
    package var change: String
    package var goldenID: String
    package var from: String
    package var to: String
    package var cause: String

    private enum CodingKeys: String, CodingKey {
      case runID = "runId"
      case change
      case goldenID = "goldenId"
      case from, to, cause
    }
  }

  /// Several of them in one system are a customer that two people work on (撞单).
  package var owners: [Owner] = []
  package var affiliations: [Affiliation] = []
  package var findings: [Finding] = []
  package var disagreements: [Disagreement] = []
  /// In the order of the runs.
  package var events: [Event] = []

  /// The sources in which more than one person keeps the party.
  package var contestedSources: [String] {
    Dictionary(grouping: owners.filter { !$0.owner.isEmpty }, by: \.source)
      .filter { Set($0.value.map(\.owner)).count > 1 }.keys.sorted()
  }

  /// Reads what surrounds a golden record; nil when the run has no assay.sqlite.
  ///
  /// - Parameters:
  ///   - id: The golden id.
  ///   - formerly: Ids that lead to it.
  ///   - party: Its kind of party.
  ///   - run: The run.
  /// - Throws: `DatabaseError` or `RunError` when a file is damaged.
  init?(of id: String, formerly: [String], party: String, run: RunFolderReference) throws {
    guard FileManager.default.fileExists(atPath: run.path("assay.sqlite")) else { return nil }
    let reader = try RunDatabaseReader(folder: run.folder)
    owners = try Self.owners(of: id, reader)
    let isPerson = party == "person"
    let (own, other) =
      isPerson
      ? ("person_golden_id", "organization_golden_id")
      : ("organization_golden_id", "person_golden_id")
    affiliations = try reader.rows(
      [other, "title", "first_seen", "last_seen", "current"], of: "affiliations",
      where: "\(own) = ?", [id]
    ).map { row in
      Affiliation(
        goldenID: row[other] ?? "", title: row["title"] ?? "", firstSeen: row["first_seen"] ?? "",
        lastSeen: row["last_seen"] ?? "", isCurrent: row["current"] == "1")
    }
    findings = try Self.findings(of: id, reader)
    disagreements = try reader.rows(
      ["field", "value", "source", "record_key", "survives"], of: "disagreements",
      where: "golden_id = ?", [id]
    ).map { row in
      Disagreement(
        field: row["field"] ?? "", value: row["value"] ?? "", source: row["source"] ?? "",
        recordKey: row["record_key"] ?? "", survives: row["survives"] == "1")
    }
    events = try Self.events(of: [id] + formerly, run)
  }

  private static func owners(of id: String, _ reader: RunDatabaseReader) throws -> [Owner] {
    var owners: [Owner] = []
    for row in try reader.rows(
      ["source", "team", "owner"], of: "holdings", where: "golden_id = ?", [id])
    {
      let owner = Owner(
        source: row["source"] ?? "", team: row["team"] ?? "", owner: row["owner"] ?? "", records: 1)
      if let place = owners.firstIndex(where: {
        $0.source == owner.source && $0.team == owner.team && $0.owner == owner.owner
      }) {
        owners[place].records += 1
      } else {
        owners.append(owner)
      }
    }
    return owners
  }

  private static func findings(of id: String, _ reader: RunDatabaseReader) throws -> [Finding] {
    try reader.rows(
      ["rule", "record_key", "field", "message", "status", "first_seen"], of: "findings",
      where:
        "golden_id = ?1 AND record_key IN (SELECT record_key FROM holdings WHERE golden_id = ?1)",
      [id]
    ).map { row in
      Finding(
        rule: row["rule"] ?? "", recordKey: row["record_key"] ?? "", field: row["field"] ?? "",
        message: row["message"] ?? "", status: row["status"] ?? "",
        firstSeen: row["first_seen"] ?? "")
    }
  }

  private static func events(of ids: [String], _ run: RunFolderReference) throws -> [Event] {
    var events: [Event] = []
    for runID in try run.output.runIDs() where runID <= run.runID {
      let folder = run.output.folder(of: runID)
      guard FileManager.default.fileExists(atPath: folder + "/assay.sqlite"),
        try Manifest(folder: folder).status == .published
      else { continue }
      let places = Array(repeating: "?", count: ids.count).joined(separator: ", ")
      let rows = try RunDatabaseReader(folder: folder).rows(
        ["change", "golden_id", "from", "to", "cause"], of: "identity_changes",
        where: "golden_id IN (\(places)) OR \"to\" IN (\(places))", ids + ids)
      events += rows.map { row in
        Event(
          runID: runID, change: row["change"] ?? "", goldenID: row["golden_id"] ?? "",
          from: row["from"] ?? "", to: row["to"] ?? "", cause: row["cause"] ?? "")
      }
    }
    return events
  }
}
