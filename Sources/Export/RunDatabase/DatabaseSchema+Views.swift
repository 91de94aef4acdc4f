import Vocabulary

extension DatabaseSchema {
  /// The views: one for each file of the run folder, under its name and with its columns, and four more.
  ///
  /// The rows of a golden record are found by their numbers, which begin with its own.
  var views: String {
    """

    CREATE VIEW golden AS SELECT golden_id, \(Self.party("party")), \(shownFields), owners,
      owner_count, record_count, source_count, \(Self.day("first_seen")), \(Self.day("last_seen")),
      confidence FROM golden_record;
    CREATE VIEW crosswalk AS SELECT r.record_key, s.name AS source,
      coalesce(r.source_record_id, substr(r.record_key, length(s.name) + 2)) AS source_record_id,
      f.name AS file, r.row_number, \(Self.party("m.id & 1")), \(Self.word("m.role", "role")),
      g.golden_id, m.match_probability, \(Self.word("m.decided_by", "decided_by"))
      FROM golden_record g
      JOIN golden_member gm ON gm.id >= g.id << 24 AND gm.id < g.id + 1 << 24
      JOIN member m ON m.id = gm.member AND m.golden = g.id
      JOIN record r ON r.id = m.id >> 1 AND m.id >= r.id * 2 AND m.id <= r.id * 2 + 1
      JOIN source s ON s.id = r.source LEFT JOIN file f ON f.id = r.file;
    CREATE VIEW claims AS SELECT g.golden_id, \(Self.party("g.party")), f.name AS field, c.value,
      coalesce(c.raw_value, c.value) AS raw_value, r.record_key,
      \(Self.day("coalesce(r.created, r.updated)", "first_seen")),
      \(Self.day("coalesce(r.updated, r.created)", "last_seen")), c.current,
      c.rule IS NOT NULL AS survives, \(Self.word("c.rule", "rule"))
      FROM golden_record g
      JOIN claim c ON c.id >= g.id << 24 AND c.id < g.id + 1 << 24
      JOIN field f ON f.id = c.field JOIN record r ON r.id = c.record
      UNION ALL SELECT g.golden_id, \(Self.party("g.party")), f.name, c.value, c.raw_value, c.key,
      \(Self.day("c.decided", "first_seen")), \(Self.day("c.decided", "last_seen")), 1, 1,
      '\(SurvivorReason.rule(.steward).name)'
      FROM golden_record g JOIN steward_claim c ON c.id >= g.id << 24 AND c.id < g.id + 1 << 24
      JOIN field f ON f.id = c.field;
    CREATE VIEW affiliations AS SELECT p.golden_id AS person_golden_id,
      o.golden_id AS organization_golden_id, a.title, \(Self.day("a.first_seen", "first_seen")),
      \(Self.day("a.last_seen", "last_seen")), a.current
      FROM golden_record p
      JOIN affiliation a ON a.id >= p.id << 24 AND a.id < p.id + 1 << 24
      JOIN golden_record o ON o.id = a.organization;
    CREATE VIEW links AS SELECT \(Self.party("l.party")), a.record_key AS "left",
      b.record_key AS "right", l.match_weight, l.match_probability,
      \(Self.word("l.blocking_rule", "blocking_rule")), \(Self.word("l.outcome", "outcome"))
      FROM link l JOIN record a ON a.id = l.left_record JOIN record b ON b.id = l.right_record;
    CREATE VIEW findings AS SELECT printf('%016x', n.identifier) AS finding_id, q.class, q.dimension,
      q.rule, n.counted, r.record_key, f.name AS file, r.row_number, g.golden_id,
      o.record_key AS other_record_key, d.name AS field, n.raw_value, k.owner, k.employee_no,
      k.team, k.branch, q.severity, p.message, p.suggestion, \(Self.word("n.status", "status")),
      \(Self.day("n.first_seen", "first_seen"))
      FROM record r
      JOIN finding n ON n.id >= r.id << 24 AND n.id < r.id + 1 << 24
      JOIN metrics q ON q.rowid = n.rule JOIN phrase p ON p.id = n.phrase
      LEFT JOIN file f ON f.id = r.file LEFT JOIN golden_record g ON g.id = n.golden
      LEFT JOIN record o ON o.id = n.other_record LEFT JOIN field d ON d.id = n.field
      LEFT JOIN keeper k ON k.id = r.keeper;
    \(overviews)
    """
  }

  /// What a steward asks first.
  private var overviews: String {
    """
    CREATE VIEW customer_360 AS SELECT g.golden_id, \(Self.party("g.party")), \(shownFields), g.owners,
      g.owner_count, g.record_count, g.source_count, \(Self.day("g.first_seen", "first_seen")),
      \(Self.day("g.last_seen", "last_seen")), g.confidence,
      (SELECT group_concat(r.record_key, ';') FROM golden_member gm
        JOIN record r ON r.id = gm.member >> 1
        WHERE gm.id >= g.id << 24 AND gm.id < g.id + 1 << 24) AS record_keys,
      (SELECT group_concat(o.golden_id, ';') FROM affiliation a
        JOIN golden_record o ON o.id = a.organization
        WHERE a.id >= g.id << 24 AND a.id < g.id + 1 << 24) AS organizations,
      (SELECT count(*) FROM golden_member gm
        JOIN finding n ON n.id >= gm.member >> 1 << 24 AND n.id < (gm.member >> 1) + 1 << 24
        WHERE gm.id >= g.id << 24 AND gm.id < g.id + 1 << 24 AND +n.golden = g.id) AS findings
      FROM golden_record g;
    CREATE VIEW holdings AS SELECT g.golden_id, r.record_key, s.name AS source, k.branch, k.team,
      k.owner, k.employee_no
      FROM golden_record g
      JOIN golden_member gm ON gm.id >= g.id << 24 AND gm.id < g.id + 1 << 24
      JOIN record r ON r.id = gm.member >> 1
      JOIN source s ON s.id = r.source LEFT JOIN keeper k ON k.id = r.keeper;
    CREATE VIEW duplicates AS SELECT g.golden_id, \(Self.party("g.party")), g.record_count, g.owners,
      r.record_key, s.name AS source, k.team, k.owner, m.match_probability,
      \(Self.word("m.decided_by", "decided_by"))
      FROM golden_record g
      JOIN golden_member gm ON gm.id >= g.id << 24 AND gm.id < g.id + 1 << 24
      JOIN member m ON m.id = gm.member JOIN record r ON r.id = gm.member >> 1
      JOIN source s ON s.id = r.source LEFT JOIN keeper k ON k.id = r.keeper
      WHERE g.record_count > 1;
    CREATE VIEW disagreements AS SELECT g.golden_id, \(Self.party("g.party")), f.name AS field, c.value,
      r.record_key, s.name AS source, k.owner,
      \(Self.day("coalesce(r.updated, r.created)", "last_seen")),
      c.rule IS NOT NULL AS survives, \(Self.word("c.rule", "rule"))
      FROM golden_record g
      JOIN claim c ON c.id >= g.id << 24 AND c.id < g.id + 1 << 24 AND c.current
      JOIN field f ON f.id = c.field AND NOT f.is_multiple
      JOIN record r ON r.id = c.record JOIN source s ON s.id = r.source
      LEFT JOIN keeper k ON k.id = r.keeper
      WHERE EXISTS (SELECT 1 FROM claim d WHERE d.id >= g.id << 24 AND d.id < g.id + 1 << 24
        AND d.field = c.field AND d.current AND d.value <> c.value);
    """
  }

  private var shownFields: String { fieldNames.map { "\"\($0)\"" }.joined(separator: ", ") }

  /// A day number as text.
  private static func day(_ column: String, _ name: String? = nil) -> String {
    "date((\(column)) * 86400, 'unixepoch') AS \(name ?? column)"
  }

  private static func word(_ column: String, _ name: String) -> String {
    "(SELECT word FROM word WHERE id = \(column)) AS \(name)"
  }

  private static func party(_ column: String) -> String {
    "CASE \(column) WHEN 1 THEN 'person' ELSE 'organization' END AS party"
  }
}
