import Export
import Foundation
import TestSupport
import Testing
import Vocabulary

/// The files as users hold on to them: columns, order, and what never gets out.
@Suite struct ResultTablesTests {
  typealias Record = MentionFixture.Record
  typealias Value = MentionFixture.Value

  static let schema = Schema([
    Field("party_name", .partyName), Field("name", .personName),
    Field("company", .organizationName), Field("title", .text),
    Field("phone", .phone, isMultiple: true),
    Field("resident_id", .identifier, isExclusive: true, isSensitive: true),
    Field("receivable", .number, golden: .sum), Field("owner", .text, purpose: .governance),
  ])

  @Test func `golden records stand in the order of their ids, with all their columns`() async throws
  {
    let folder = try TemporaryFolder()
    let files = try await results().write(to: folder.url.path)
    #expect(
      try folder.text("golden.csv") == """
        golden_id,party,party_name,name,company,title,resident_id,receivable,phone,phones,owners,\
        owner_count,record_count,source_count,first_seen,last_seen,confidence
        A1,organization,'=甲,,'=甲,,,-3.50,,,,0,1,1,,,1.000000
        B1,person,张伟,张伟,,"CTO, 北京",token,,+8613912345678,+8613912345678;+8613700000001,\
        crm:'李;erp:王,2,2,2,2026-01-02,2026-05-01,0.800000

        """)
    #expect(files.first { $0.path.hasSuffix("golden.csv") }?.rows == 2)
  }

  @Test func `golden records in JSON are verbatim`() async throws {
    let folder = try TemporaryFolder()
    _ = try await results().write(to: folder.url.path)
    #expect(
      try folder.text("golden.ndjson") == """
        {"golden_id":"A1","party":"organization","party_name":"=甲","name":null,"company":"=甲",\
        "title":null,"resident_id":null,"receivable":-3.50,"phone":null,"phones":[],"owners":[],\
        "owner_count":0,"record_count":1,"source_count":1,"first_seen":null,"last_seen":null,\
        "confidence":1.000000}
        {"golden_id":"B1","party":"person","party_name":"张伟","name":"张伟","company":null,\
        "title":"CTO, 北京","resident_id":"token","receivable":null,"phone":"+8613912345678",\
        "phones":["+8613912345678","+8613700000001"],"owners":["crm:'李","erp:王"],\
        "owner_count":2,"record_count":2,"source_count":2,"first_seen":"2026-01-02",\
        "last_seen":"2026-05-01","confidence":0.800000}

        """)
  }

  @Test func `claims tell every value of a shared party, and no raw sensitive one`() async throws {
    let folder = try TemporaryFolder()
    _ = try await results().write(to: folder.url.path)
    #expect(
      try folder.text("claims.csv") == """
        golden_id,party,field,value,raw_value,record_key,first_seen,last_seen,current,survives,rule
        B1,person,name,张伟,张伟,crm/1,2026-01-02,2026-01-02,true,true,onlyValue
        B1,person,phone,+8613912345678,+8613912345678,crm/1,2026-01-02,2026-01-02,true,true,mostRecent
        B1,person,resident_id,token,token,erp/1,2026-05-01,2026-05-01,false,false,

        """)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
      #expect(!(try folder.text(name)).contains("110101190001011009"), "\(name)")
    }
  }

  @Test func `crosswalk, affiliations and links name records by key`() async throws {
    let folder = try TemporaryFolder()
    _ = try await results().write(to: folder.url.path)
    #expect(
      try folder.text("crosswalk.csv") == """
        record_key,source,source_record_id,file,row_number,party,role,golden_id,match_probability,decided_by
        crm/1,crm,1,crm.csv,1,person,subject,B1,0.800000,model
        erp/1,erp,1,erp.csv,2,organization,subject,A1,,single
        erp/1,erp,1,erp.csv,2,person,contact,B1,0.800000,model

        """)
    #expect(
      try folder.text("affiliations.csv") == """
        person_golden_id,organization_golden_id,title,first_seen,last_seen,current
        B1,A1,"CTO, 北京",2026-05-01,2026-05-01,true

        """)
    #expect(
      try folder.text("links.csv") == """
        party,left,right,match_weight,match_probability,blocking_rule,outcome
        person,crm/1,erp/1,2.000,0.800000,name+phone,merged

        """)
  }

  @Test func `a file without rows has its header`() async throws {
    let folder = try TemporaryFolder()
    let files = try await Self.empty.write(to: folder.url.path)
    #expect(files.count == 11)
    #expect(files.allSatisfy { $0.rows == 0 })
    #expect(try folder.text("golden.ndjson") == "")
    #expect(
      try folder.text("review.csv")
        == "question_id,party,left,right,left_golden_id,right_golden_id,match_probability,stake,"
        + "reasons\n")
    #expect(
      try folder.text("quarantine.csv") == "source,file,line,byte,column,code,message,raw\n")
    #expect(try folder.text("redirects.csv") == "old_golden_id,current_golden_id,reason,since\n")
    #expect(
      try folder.text("identity_changes.csv")
        == "change,golden_id,from,to,records_moved,cause\n")
  }

  @Test func `questions keep their ids whichever side comes first`() {
    let id = ReviewQuestion.id(.person, ["P1", "P2"])
    #expect(id == ReviewQuestion.id(.person, ["P2", "P1"]))
    #expect(id != ReviewQuestion.id(.organization, ["P1", "P2"]))
    #expect(id != ReviewQuestion.id(.person, ["P1", "P3"]))
    #expect(id.utf8.count == 17)
  }

  @Test func `rows for stewards stand in the order of their keys`() async throws {
    let folder = try TemporaryFolder()
    var tables = Self.empty
    tables.quarantine = [
      QuarantinedRow(
        source: "erp", file: "b.csv", line: 9, byteOffset: 80, code: "fieldCount",
        message: "row has 3 fields", raw: "=1,\"x\"\ny"),
      QuarantinedRow(
        source: "crm", file: "a.csv", line: 2, byteOffset: 10, column: 3, code: "invalidBytes",
        message: "m", raw: "\\xFF"),
    ]
    tables.redirects = [
      Redirect(
        oldGoldenID: "B", currentGoldenID: nil, reason: "retired", since: CivilDay(number: 0)),
      Redirect(
        oldGoldenID: "A", currentGoldenID: "C", reason: "merged", since: CivilDay(number: 1)),
    ]
    let (lost, kept) = (
      GoldenID(party: .person, number: 2), GoldenID(party: .person, number: 1)
    )
    tables.identityChanges = [
      IdentityChange(
        .merged, lost, from: lost, to: kept, recordsMoved: 2, cause: .evidence),
      IdentityChange(.new, kept, to: kept, recordsMoved: 1, cause: .records),
    ]
    _ = try await tables.write(to: folder.url.path)
    #expect(
      try folder.text("quarantine.csv").dropFirst(46) == """
        crm,a.csv,2,10,3,invalidBytes,m,\\xFF
        erp,b.csv,9,80,,fieldCount,row has 3 fields,"'=1,""x""
        y"

        """)
    #expect(
      try folder.text("redirects.csv").hasSuffix(
        "A,C,merged,1970-01-02\nB,,retired,1970-01-01\n"))
    let rows = [
      (
        lost.description,
        "merged,\(lost.description),\(lost.description),\(kept.description),2,evidence"
      ),
      (kept.description, "new,\(kept.description),,\(kept.description),1,records"),
    ].sorted { $0.0 < $1.0 }.map(\.1)
    #expect(
      try folder.text("identity_changes.csv").hasSuffix(rows.joined(separator: "\n") + "\n"))
  }

  private static let empty: ResultTables = {
    let table = MentionFixture(schema: schema, sources: []).table([])
    let none = { (party: Party) in
      GoldenTable(party: party, goldenIDs: [], shownFields: Array(schema.fields.indices))
    }
    return ResultTables(
      table: table, persons: none(.person), organizations: none(.organization),
      crosswalk: Crosswalk(
        table: table, persons: EntityClusters(party: .person, roots: []),
        organizations: EntityClusters(party: .organization, roots: [])),
      affiliations: [])
  }()

  /// A person in two records, one of which is about an organization.
  private func results() -> ResultTables {
    let fixture = MentionFixture(
      schema: Self.schema,
      sources: [
        SourceInfo(name: "crm", files: ["crm.csv"]), SourceInfo(name: "erp", files: ["erp.csv"]),
      ])
    var table = fixture.table([
      Record(
        "crm", "1", created: "2026-01-02", owner: "'李",
        person: [Value("name", "张伟"), Value("phone", "+8613912345678")]),
      Record(
        "erp", "1", updated: "2026-05-01", owner: "王",
        person: [
          Value("phone", "+8613700000001"), Value("title", "CTO, 北京"),
          Value("resident_id", "110101190001011009"),
        ],
        organization: [Value("company", "=甲")]),
    ])
    // What normalization does with a sensitive field: its canonical value is a token.
    table.readings[5].canonical = ValuePool()
    _ = table.readings[5].canonical.intern("token")

    var personClusters = EntityClusters(party: .person, roots: [0, 0])
    personClusters.weakestLink = [2, 2]
    let organizationClusters = EntityClusters(party: .organization, roots: [0])
    var tables = ResultTables(
      table: table, persons: persons(), organizations: organizations(),
      crosswalk: Crosswalk(
        table: table, persons: personClusters, organizations: organizationClusters),
      affiliations: [
        Affiliation(
          person: 0, organization: 0, titleClaim: 3,
          firstSeen: CivilDay(year: 2026, month: 5, day: 1),
          lastSeen: CivilDay(year: 2026, month: 5, day: 1), isCurrent: true)
      ])
    tables.links = [
      PartyLinks(
        party: .person,
        pairs: [ScoredPair(left: 0, right: 1, weight: 2, rule: 0, outcome: .merged)],
        ruleNames: ["name+phone"])
    ]
    return tables
  }

  private func persons() -> GoldenTable {
    var golden = GoldenTable(
      party: .person, goldenIDs: ["B1"], shownFields: [1, 1, 2, 3, 4, 5, 6, 7])
    golden.survivors = [
      Survivor(field: 1, reason: .onlyValue, number: 0),
      Survivor(field: 3, reason: .onlyValue, number: 3),
      Survivor(field: 4, reason: .rule(.mostRecent), number: 1),
      Survivor(field: 4, reason: .distinctValue, number: 2),
      Survivor(field: 5, reason: .onlyValue, number: 4),
    ]
    golden.survivorStarts = [0, 5]
    golden.claims = [
      GoldenClaim(claim: 0, mention: 0, field: 1, reason: .onlyValue, isCurrent: true),
      GoldenClaim(claim: 1, mention: 0, field: 4, reason: .rule(.mostRecent), isCurrent: true),
      GoldenClaim(claim: 4, mention: 1, field: 5, reason: nil, isCurrent: false),
    ]
    golden.claimStarts = [0, 3]
    golden.owners = [OwnerReference(source: 0, owner: 1), OwnerReference(source: 1, owner: 2)]
    golden.ownerStarts = [0, 2]
    golden.recordCount = [2]
    golden.sourceCount = [2]
    golden.firstSeen = [CivilDay(year: 2026, month: 1, day: 2)]
    golden.lastSeen = [CivilDay(year: 2026, month: 5, day: 1)]
    golden.confidence = [Probability(0.8)]
    return golden
  }

  private func organizations() -> GoldenTable {
    var golden = GoldenTable(
      party: .organization, goldenIDs: ["A1"], shownFields: [2, 1, 2, 3, 4, 5, 6, 7])
    golden.survivors = [
      Survivor(field: 2, reason: .onlyValue, number: 0),
      Survivor(field: 6, reason: .sum, number: 0),
    ]
    golden.survivorStarts = [0, 2]
    golden.computed.append("-3.50")
    golden.claimStarts = [0, 0]
    golden.ownerStarts = [0, 0]
    golden.recordCount = [1]
    golden.sourceCount = [1]
    golden.firstSeen = [nil]
    golden.lastSeen = [nil]
    golden.confidence = [Probability(1)]
    return golden
  }
}
