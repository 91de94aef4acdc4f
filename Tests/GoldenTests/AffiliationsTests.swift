import Golden
import TestSupport
import Testing
import Vocabulary

@Suite struct AffiliationsTests {
  typealias Record = MentionFixture.Record
  typealias Value = MentionFixture.Value

  private let fixture = MentionFixture(sources: [SourceInfo(name: "crm")])
  private let day = CivilDay(number: 20_600)  // 2026-05-27

  @Test func `a person's newest organization is the current one, with its last title`() throws {
    let table = fixture.table([
      record("1", "2024-01-01", person: "张伟", title: "工程师", company: "甲"),
      record("2", "2025-01-01", person: "张伟", title: "经理", company: "乙"),
      record("3", "2025-06-01", person: "张伟", title: nil, company: "乙"),
      Record("crm", "4", person: [Value("name", "李雷")]),
      Record("crm", "5", organization: [Value("company", "乙")]),
    ])
    let rows = affiliations(in: table, persons: ["P1", "P2"], organizations: ["O2", "O1"])
    #expect(rows.map(\.organization) == [1, 0])
    #expect(rows.map(\.isCurrent) == [true, false])
    #expect(rows.map { title($0, table) } == ["经理", "工程师"])
    #expect(rows[0].firstSeen == CivilDay(year: 2025, month: 1, day: 1))
    #expect(rows[0].lastSeen == CivilDay(year: 2025, month: 6, day: 1))
  }

  @Test func `a tie in time goes to more records, then to the smaller golden id`() throws {
    let table = fixture.table([
      record("1", nil, person: "张伟", title: nil, company: "甲"),
      record("2", nil, person: "张伟", title: nil, company: "乙"),
      record("3", nil, person: "李雷", title: nil, company: "甲"),
      record("4", nil, person: "李雷", title: nil, company: "乙"),
      record("5", nil, person: "李雷", title: nil, company: "乙"),
    ])
    let rows = affiliations(in: table, persons: ["P1", "P2"], organizations: ["O1", "O2"])
    #expect(rows.map(\.person) == [0, 0, 1, 1])
    #expect(rows.map(\.isCurrent) == [true, false, false, true])
  }

  @Test func `records about one party alone tie nothing`() {
    let table = fixture.table([
      Record("crm", "1", person: [Value("name", "李雷")]),
      Record("crm", "2", organization: [Value("company", "乙")]),
    ])
    #expect(affiliations(in: table, persons: ["P1"], organizations: ["O1"]).isEmpty)
  }

  @Test func `the crosswalk has a row for each record and party`() {
    let table = fixture.table([
      record("1", nil, person: "张伟", title: nil, company: "甲"),
      record("2", nil, person: "张伟", title: nil, company: "乙"),
      Record("crm", "3", person: [Value("name", "李雷")]),
    ])
    var persons = clusters(.person, "name", in: table)
    persons.weakestLink = [3, 3, nil]
    persons.decidedBySteward = [false, true, false]
    let organizations = clusters(.organization, "company", in: table)
    let rows = Crosswalk(table: table, persons: persons, organizations: organizations).rows
    #expect(rows.map(\.record) == [0, 0, 1, 1, 2])
    #expect(
      rows.map(\.party) == [.organization, .person, .organization, .person, .person])
    #expect(rows.map(\.decidedBy) == [.single, .model, .single, .steward, .single])
    #expect(rows.map(\.weakestLink) == [nil, 3, nil, 3, nil])
    #expect(rows.map(\.cluster) == [0, 0, 1, 0, 1])
    #expect(rows[1].role == .contact)
  }

  private func record(
    _ id: String, _ updated: String?, person: String, title: String?, company: String
  ) -> Record {
    Record(
      "crm", id, updated: updated,
      person: [Value("name", person)] + (title.map { [Value("title", $0)] } ?? []),
      organization: [Value("company", company)])
  }

  private func affiliations(
    in table: NormalizedTable, persons: [String], organizations: [String]
  ) -> [Affiliation] {
    Golden.affiliations(
      in: table, persons: (clusters(.person, "name", in: table), column(persons)),
      organizations: (clusters(.organization, "company", in: table), column(organizations)),
      asOf: day)
  }

  private func column(_ texts: [String]) -> TextColumn {
    var column = TextColumn()
    for text in texts { column.append(text) }
    return column
  }

  /// Mentions with the same first value of a field are one party.
  private func clusters(
    _ party: Party, _ field: String, in table: NormalizedTable
  ) -> EntityClusters {
    let mentions = table.mentions(of: party)
    var first: [UInt32: UInt32] = [:]
    let roots = (0..<mentions.count).map { mention in
      let value = mentions.claims(of: mention).first?.value ?? 0
      let root = first[value] ?? UInt32(mention)
      first[value] = root
      return root
    }
    return EntityClusters(party: party, roots: roots)
  }

  private func title(_ row: Affiliation, _ table: NormalizedTable) -> String? {
    row.titleClaim.map { number in
      let claim = table.persons.claims[Int(number)]
      return table.readings[Int(claim.field)].canonical.string(claim.value)
    }
  }
}
