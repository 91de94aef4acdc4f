import Vocabulary

/// A table of assay.sqlite.
struct DatabaseTable: Sendable {
  let name: String
  /// Each with its type and constraints.
  let columns: [String]

  var columnCount: Int { columns.count }

  var sql: String { "CREATE TABLE \(name) (\(columns.joined(separator: ", ")));" }
}

/// The tables and views of assay.sqlite.
struct DatabaseSchema: Sendable {
  /// The fields that a golden record shows.
  let fields: GoldenColumns

  init(_ schema: Schema) { fields = GoldenColumns(schema: schema) }

  let source = DatabaseTable(
    name: "source",
    columns: ["id INTEGER PRIMARY KEY", "name TEXT", "system TEXT", "trust INTEGER"])
  let file = DatabaseTable(name: "file", columns: ["id INTEGER PRIMARY KEY", "name TEXT"])
  let field = DatabaseTable(
    name: "field",
    columns: ["id INTEGER PRIMARY KEY", "name TEXT", "kind TEXT", "is_multiple INTEGER"])
  let word = DatabaseTable(name: "word", columns: ["id INTEGER PRIMARY KEY", "word TEXT"])
  let keeper = DatabaseTable(
    name: "keeper",
    columns: [
      "id INTEGER PRIMARY KEY", "source INTEGER", "branch TEXT", "team TEXT", "owner TEXT",
      "employee_no TEXT",
    ])
  /// The records.
  ///
  /// Days count from 1970-01-01. `source_record_id` is null where it is the key without its source.
  let record = DatabaseTable(
    name: "record",
    columns: [
      "id INTEGER PRIMARY KEY", "record_key TEXT NOT NULL UNIQUE", "source INTEGER",
      "source_record_id TEXT", "file INTEGER", "row_number INTEGER", "created INTEGER",
      "updated INTEGER", "keeper INTEGER",
    ])
  /// The number is twice the record's, and one more for a person.
  let member = DatabaseTable(
    name: "member",
    columns: [
      "id INTEGER PRIMARY KEY", "golden INTEGER", "role INTEGER", "match_probability REAL",
      "decided_by INTEGER",
    ])
  let goldenMember = DatabaseTable(
    name: "golden_member", columns: ["id INTEGER PRIMARY KEY", "member INTEGER"])
  let claim = DatabaseTable(
    name: "claim",
    columns: [
      "id INTEGER PRIMARY KEY", "field INTEGER", "value TEXT", "raw_value TEXT", "record INTEGER",
      "current INTEGER", "rule INTEGER",
    ])
  /// The values that stewards fixed, which no record says.
  let stewardClaim = DatabaseTable(
    name: "steward_claim",
    columns: [
      "id INTEGER PRIMARY KEY", "field INTEGER", "value TEXT", "raw_value TEXT", "key TEXT",
      "decided INTEGER",
    ])
  let affiliation = DatabaseTable(
    name: "affiliation",
    columns: [
      "id INTEGER PRIMARY KEY", "organization INTEGER", "title TEXT", "first_seen INTEGER",
      "last_seen INTEGER", "current INTEGER",
    ])
  let link = DatabaseTable(
    name: "link",
    columns: [
      "party INTEGER", "left_record INTEGER", "right_record INTEGER", "match_weight REAL",
      "match_probability REAL", "blocking_rule INTEGER", "outcome INTEGER",
    ])
  let finding = DatabaseTable(
    name: "finding",
    columns: [
      "id INTEGER PRIMARY KEY", "identifier INTEGER", "rule INTEGER", "counted INTEGER",
      "golden INTEGER", "other_record INTEGER", "field INTEGER", "raw_value TEXT",
      "phrase INTEGER", "status INTEGER", "first_seen INTEGER",
    ])
  let phrase = DatabaseTable(
    name: "phrase", columns: ["id INTEGER PRIMARY KEY", "message TEXT", "suggestion TEXT"])

  /// What `assay lookup` asks; no table for people.
  let lookup = DatabaseTable(
    name: "lookup", columns: ["bucket INTEGER PRIMARY KEY", "entries BLOB"])

  var golden: DatabaseTable {
    DatabaseTable(
      name: "golden_record",
      columns: ["id INTEGER PRIMARY KEY", "golden_id TEXT NOT NULL UNIQUE", "party INTEGER"]
        + fieldNames.map { "\"\($0)\" TEXT" } + [
          "owners TEXT", "owner_count INTEGER", "record_count INTEGER", "source_count INTEGER",
          "first_seen INTEGER", "last_seen INTEGER", "confidence REAL",
        ])
  }

  /// The names of the columns that show fields.
  var fieldNames: [String] {
    fields.singleNames + fields.multipleNames.flatMap { [$0.primary, $0.all] }
  }

  /// The tables whose columns are those of a file.
  static let plain: [DatabaseTable] = [
    plain("decisions", DecisionRow.columns), plain("review", SmallTables.reviewColumns),
    plain("redirects", SmallTables.redirectColumns),
    plain("identity_changes", SmallTables.changeColumns),
    plain("quarantine", SmallTables.quarantineColumns),
    plain("scorecard", SmallTables.scoreColumns),
    plain("leaderboard", SmallTables.leaderboardColumns),
    plain("metrics", SmallTables.metricColumns),
  ]

  private static func plain(_ name: String, _ columns: [String]) -> DatabaseTable {
    DatabaseTable(name: name, columns: columns.map { "\"\($0)\"" })
  }

  static func plain(_ name: String) -> DatabaseTable {
    plain.first { $0.name == name } ?? DatabaseTable(name: name, columns: [])
  }

  /// What makes the empty database.
  var sql: String {
    let tables = [
      source, file, field, word, keeper, record, member, goldenMember, golden, claim, stewardClaim,
      affiliation, link, finding, phrase, lookup,
    ]
    return "PRAGMA application_id = \(0x4173_6172); PRAGMA user_version = 1;\n"
      + (tables + Self.plain).map(\.sql).joined(separator: "\n") + views
  }
}
