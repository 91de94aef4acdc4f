import Foundation

/// One golden record of a finished run, with everything that speaks for it.
package struct GoldenRecordView: Hashable, Sendable, Codable {
  /// One record's value for a field.
  package struct Claim: Hashable, Sendable, Codable {
    package var field: String
    package var value: String
    package var rawValue: String
    package var recordKey: String
    package var firstSeen: String
    package var lastSeen: String
    package var isCurrent: Bool
    package var survives: Bool
    /// The survivorship rule that decided; empty for a claim that did not survive.
    package var rule: String

    private enum CodingKeys: String, CodingKey {
      case field, value, rawValue, recordKey, firstSeen, lastSeen
      case isCurrent = "current"
      case survives, rule
    }
  }

  /// One record of the party.
  package struct Member: Hashable, Sendable, Codable {
    package var recordKey: String
    package var source: String
    package var file: String
    package var rowNumber: String
    package var role: String
    /// Of the weakest link that the record needs; empty when it is alone.
    package var matchProbability: String
    package var decidedBy: String
  }

  /// A step from a former golden id to the next.
  package struct Redirect: Hashable, Sendable, Codable {
    package var from: String
    package var to: String
    package var reason: String
    package var since: String
  }

  /// A field of the golden record with its surviving value.
  package struct Survivor: Hashable, Sendable, Codable {
    package var field: String
    package var value: String
  }

  /// What a steward decided about one of its records.
  package struct Ruling: Hashable, Sendable, Codable {
    package var decisionID: String
    package var verb: String
    package var left: String
    package var right: String
    package var field: String
    package var value: String
    package var by: String
    package var at: String
    package var why: String
    /// As in decisions.csv.
    package var status: String

    private enum CodingKeys: String, CodingKey {
      case decisionID = "decisionId"
      case verb, left, right, field, value, by, at, why, status
    }
  }

  package var goldenID: String
  package var party: String
  /// The surviving values, in the order of golden.csv; empty ones are left out.
  package var fields: [Survivor]
  package var members: [Member]
  /// For a party of one record, whose values are those of the record, only what a steward fixed.
  package var claims: [Claim]
  /// The decisions that name one of its records, those that were taken back left out.
  package var decisions: [Ruling]
  /// The redirects that led here, first to last.
  package var redirects: [Redirect]
  /// What else the run knows about the party; nil for a run without assay.sqlite.
  package var surroundings: GoldenRecordSurroundings?

  private enum CodingKeys: String, CodingKey {
    case goldenID = "goldenId"
    case party, fields, members, claims, decisions, redirects, surroundings
  }
}

extension GoldenRecordView {
  /// Reads one golden record of a run.
  ///
  /// - Parameters:
  ///   - id: A golden id; a former one leads to the current.
  ///   - run: A run's folder.
  /// - Throws: `RunError` when the run does not know the id, or a file cannot be read.
  package init(id: String, run: RunFolderReference) throws {
    redirects = try Self.redirects(from: id, run)
    let current = redirects.last?.to ?? id
    guard !current.isEmpty else {
      throw RunError(
        .cannotFinish, "\(id): error: this golden id is retired; no current record carries it on")
    }
    goldenID = current
    (party, fields, members, claims, decisions) = ("", [], [], [], [])
    let header = try CSVTable.header(of: run.path("golden.csv"))
    try CSVTable.forEachRow(of: run.path("golden.csv"), columns: header) { row in
      guard let place = header.firstIndex(of: "golden_id"), row[place] == current else { return }
      fields = zip(header, row).compactMap {
        $1.isEmpty || $0 == "golden_id" || $0 == "party" ? nil : Survivor(field: $0, value: $1)
      }
      party = zip(header, row).first { $0.0 == "party" }?.1 ?? ""
    }
    guard !party.isEmpty else {
      throw RunError(
        .cannotFinish,
        "\(id): error: no golden record of this run has this id; "
          + "look it up in \(run.path("crosswalk.csv"))")
    }
    members = try Self.members(of: current, run)
    claims = try Self.claims(of: current, run)
    decisions = try Self.decisions(on: Set(members.map(\.recordKey)), party, run)
    surroundings = try GoldenRecordSurroundings(
      of: current, formerly: redirects.map(\.from), party: party, run: run)
  }

  /// The steps from a former golden id to the current one; none for an id that holds.
  static func redirects(from id: String, _ run: RunFolderReference) throws -> [Redirect] {
    let path = run.path("redirects.csv")
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    var next: [String: Redirect] = [:]
    try CSVTable.forEachRow(
      of: path, columns: ["old_golden_id", "current_golden_id"], optional: ["reason", "since"]
    ) { row in
      next[row[0]] = Redirect(from: row[0], to: row[1], reason: row[2], since: row[3])
    }
    var chain: [Redirect] = []
    var seen: Set<String> = [id]
    while let redirect = next[chain.last?.to ?? id] {
      chain.append(redirect)
      guard seen.insert(redirect.to).inserted else { break }
    }
    return chain
  }

  private static func members(of id: String, _ run: RunFolderReference) throws -> [Member] {
    var members: [Member] = []
    try CSVTable.forEachRow(
      of: run.path("crosswalk.csv"),
      columns: [
        "golden_id", "record_key", "source", "file", "row_number", "role", "match_probability",
        "decided_by",
      ]
    ) { row in
      guard row[0] == id else { return }
      members.append(
        Member(
          recordKey: row[1], source: row[2], file: row[3], rowNumber: row[4], role: row[5],
          matchProbability: row[6], decidedBy: row[7]))
    }
    return members
  }

  private static func claims(of id: String, _ run: RunFolderReference) throws -> [Claim] {
    var claims: [Claim] = []
    try CSVTable.forEachRow(
      of: run.path("claims.csv"),
      columns: [
        "golden_id", "field", "value", "raw_value", "record_key", "first_seen", "last_seen",
        "current", "survives", "rule",
      ]
    ) { row in
      guard row[0] == id else { return }
      claims.append(
        Claim(
          field: row[1], value: row[2], rawValue: row[3], recordKey: row[4], firstSeen: row[5],
          lastSeen: row[6], isCurrent: row[7] == "true", survives: row[8] == "true", rule: row[9]))
    }
    return claims
  }

  private static func decisions(
    on records: Set<String>, _ party: String, _ run: RunFolderReference
  ) throws -> [Ruling] {
    let path = run.path("decisions.csv")
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    var decisions: [Ruling] = []
    try CSVTable.forEachRow(
      of: path,
      columns: [
        "decision_id", "verb", "party", "left", "right", "field", "value", "by", "at", "why",
        "status",
      ]
    ) { row in
      guard records.contains(row[3]) || records.contains(row[4]), row[10] != "revoked",
        row[2].isEmpty || row[2] == party || row[1] == Decision.Verb.kind.rawValue
      else { return }
      decisions.append(
        Ruling(
          decisionID: row[0], verb: row[1], left: row[3], right: row[4], field: row[5],
          value: row[6], by: row[7], at: row[8], why: row[9], status: row[10]))
    }
    return decisions
  }
}
