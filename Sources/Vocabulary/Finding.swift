/// Where a finding stands in its life.
package enum FindingStatus: UInt8, CaseIterable, Hashable, Sendable {
  case open
  case fixed
  case reopened
  case appealed
  /// A record that it is about was deleted in its source; nobody fixed it.
  case gone

  /// The word that reports use.
  package var name: String {
    switch self {
    case .open: "open"
    case .fixed: "fixed"
    case .reopened: "reopened"
    case .appealed: "appealed"
    case .gone: "gone"
    }
  }
}

/// Observations on records and fields, as columns.
///
/// Findings stand in the order of their records, then of their rules, fields and slots. Texts are derived on
/// writing, so that millions of findings fit in memory.
package struct FindingTable: Sendable {
  /// Index into the report's rules.
  package var rule: [UInt8] = []
  package var record: [UInt32] = []
  /// The field's index plus one; 0 is the record as a whole.
  package var fieldNumber: [UInt16] = []
  /// The slot of the cell column, 0 for the first.
  package var slot: [UInt8] = []
  /// Number in the raw pool of the field; 0 where there is no value.
  package var raw: [UInt32] = []
  /// The other record's index plus one; 0 where there is none.
  package var otherNumber: [UInt32] = []
  /// Number in `corrections`; 0 where none is proposed.
  package var correction: [UInt32] = []
  /// Whether the finding enters a score.
  package var counted: [Bool] = []
  /// Stable over nights: made from the rule, the record's key, the field and the other record's key.
  package var identifier: [UInt64] = []
  package var status: [FindingStatus] = []
  package var firstSeen: [CivilDay] = []
  /// Proposed values.
  package var corrections = ValuePool()

  package init() {}

  package var count: Int { rule.count }

  /// The field of a finding, or nil where it is about the record as a whole.
  package func field(of finding: Int) -> Int? {
    fieldNumber[finding] == 0 ? nil : Int(fieldNumber[finding]) - 1
  }

  /// The other record of a finding, such as the first one that a duplicate repeats.
  package func otherRecord(of finding: Int) -> Int? {
    otherNumber[finding] == 0 ? nil : Int(otherNumber[finding]) - 1
  }
}

/// Who keeps each record: person, team, branch and source.
///
/// With a roster a person is an employee. Without one a person is known by source and name, so two people
/// of one name in one source are held for one.
package struct RecordKeepers: Sendable {
  /// What the roster says of a keeper's name.
  package enum Standing: UInt8, Hashable, Sendable {
    /// There is no roster; the name serves.
    case byName
    case employee
    /// A name of the roster that stands for nobody, such as 公海.
    case notPerson
    /// The roster does not know the name.
    case unlisted
    /// Several employees go by the name.
    case ambiguous
  }

  /// One person in one team of one source; empty names are kept empty.
  package struct Keeper: Hashable, Sendable {
    package var source: Int
    package var branch: String
    package var team: String
    package var owner: String
    /// The employee's number; empty where it is not known.
    package var employee: String
    package var standing: Standing

    package init(
      source: Int, branch: String, team: String, owner: String, employee: String = "",
      standing: Standing = .byName
    ) {
      self.source = source
      self.branch = branch
      self.team = team
      self.owner = owner
      self.employee = employee
      self.standing = standing
    }

    /// What tells the person from all others of the source.
    package var identity: String { employee.isEmpty ? owner : employee }
  }

  /// In the order of source, branch, team, owner and employee.
  package var keepers: [Keeper]
  /// By record: index into `keepers`.
  package var keeperOf: [UInt32]

  package init(keepers: [Keeper], keeperOf: [UInt32]) {
    self.keepers = keepers
    self.keeperOf = keeperOf
  }

  /// The keeper of a record.
  package subscript(record: Int) -> Keeper { keepers[Int(keeperOf[record])] }
}
