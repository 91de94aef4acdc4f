import Export
import Foundation
import Testing
import Vocabulary

@Suite struct ScorecardTablesTests {
  /// Two records: the first with a short phone, the second a duplicate with a sensitive code.
  private func tables(owners: [String] = ["王/../../芳", ""]) -> ScorecardTables {
    let schema = Schema([
      Field("phone", .phone, isMultiple: true),
      Field("resident_id", .identifier, isExclusive: true, isSensitive: true),
    ])
    let source = SourceInfo(
      name: "sales", system: .sales, files: ["crm.csv"],
      columns: [MappedColumn(header: "手机", field: 0), MappedColumn(header: "证件", field: 1)])
    var records = RecordTable(schema: schema, sources: [source])
    records.count = 2
    records.source = [0, 0]
    records.file = [0, 0]
    records.rowNumber = [1, 2]
    records.line = [2, 3]
    for id in ["C1", "C2"] {
      records.sourceRecordID.append(id)
      records.recordKey.append("sales/" + id)
    }
    records.filled = [1, 2]
    let phone = records.pools[0].intern("+1512")
    let code = records.pools[1].intern("110101199003070000")
    records.columns = [
      CellColumn(field: 0, slot: 0, ids: [phone, 0]),
      CellColumn(field: 1, slot: 0, ids: [0, code]),
    ]
    var phones = FieldReadings()
    phones.endValue(issues: [])
    phones.endValue(issues: .tooShort)
    var codes = FieldReadings()
    codes.endValue(issues: [])
    codes.endValue(issues: .checkCharacter)
    var persons = MentionTable(party: .person)
    persons.record = [0, 1]
    persons.role = [.subject, .subject]
    persons.claimStarts = [0, 0, 0]
    let table = NormalizedTable(
      records: records, readings: [phones, codes], persons: persons,
      organizations: MentionTable(party: .organization), created: [nil, nil], updated: [nil, nil],
      touched: [nil, nil])
    var goldenIDs = TextColumn()
    goldenIDs.append("G1")
    return ScorecardTables(
      table: table, period: "2026-06", language: .chinese, rules: rules, rulesVersion: "1",
      keepers: RecordKeepers(
        keepers: owners.map {
          RecordKeepers.Keeper(source: 0, branch: "东", team: "东-一部", owner: $0)
        }, keeperOf: [0, 1]),
      findings: findings(phone: phone, code: code),
      cells: [
        ScoreCell(
          population: .stock, scopeKind: .source, scopeID: "sales", scope: "sales",
          source: "sales", field: "", dimension: nil, rule: nil, units: 3, passed: 1, excluded: 1,
          bounds: ScoreBounds(lower: 0.25, upper: 0.75))
      ],
      leaderboard: [
        LeaderboardRow(
          population: .stock, peerGroup: "sales", rank: nil, owner: "王", employeeNumber: "",
          team: "东-一部", units: 3, excluded: 1, score: 0.5, bounds: nil, suspectUnits: 0,
          lateUnits: 2, isEligible: false, reason: "样本不足")
      ],
      parties: [
        (EntityClusters(party: .person, roots: [0, 0]), goldenIDs),
        (EntityClusters(party: .organization, roots: []), TextColumn()),
      ])
  }

  private var rules: [QualityRule] {
    let text = Phrase("话", "words")
    return [
      ("conformity.phone", QualityDimension.conformity, DefectClass.wrong),
      ("conformity.identifier", .conformity, .wrong),
      ("uniqueness.in_source", .uniqueness, .duplicate),
    ].map { id, dimension, defect in
      QualityRule(
        id: id, dimension: dimension, defect: defect, unit: .cell, severity: .high,
        definition: text, numerator: text, denominator: text, exclusions: text, message: text,
        suggestion: text)
    }
  }

  private func findings(phone: UInt32, code: UInt32) -> FindingTable {
    var findings = FindingTable()
    findings.rule = [0, 1, 2]
    findings.record = [0, 1, 1]
    findings.fieldNumber = [1, 2, 0]
    findings.slot = [0, 0, 0]
    findings.raw = [phone, code, 0]
    findings.otherNumber = [0, 0, 1]
    findings.correction = [findings.corrections.intern("15120000000"), 0, 0]
    findings.counted = [true, true, true]
    findings.identifier = [0xAB, 0x1234, .max]
    findings.status = [.open, .reopened, .open]
    findings.firstSeen = [CivilDay(number: 0), CivilDay(number: 1), CivilDay(number: 2)]
    return findings
  }

  @Test func `a finding names its row, and a sensitive value stays inside`() async throws {
    let folder = try TemporaryFolder()
    _ = try await tables().write(to: folder.path(""))
    let lines = try folder.text("findings.csv").split(separator: "\n").map(String.init)
    #expect(
      lines[0] == "finding_id,class,dimension,rule,counted,record_key,file,row_number,golden_id,"
        + "other_record_key,field,raw_value,owner,employee_no,team,branch,severity,message,"
        + "suggestion,status,first_seen")
    #expect(
      lines[1]
        == "00000000000000ab,错,conformity,conformity.phone,true,sales/C1,crm.csv,1,G1,,phone,"
        + "+1512,王/../../芳,,东-一部,东,high,话：位数不足,核实是否应为 15120000000,open,1970-01-01")
    #expect(
      lines[2] == "0000000000001234,错,conformity,conformity.identifier,true,sales/C2,crm.csv,2,G1,,"
        + "resident_id,,,,东-一部,东,high,话：校验位不符,话,reopened,1970-01-02")
    #expect(
      lines[3] == "ffffffffffffffff,重,uniqueness,uniqueness.in_source,true,sales/C2,crm.csv,2,G1,"
        + "sales/C1,,,,,东-一部,东,high,话,话,open,1970-01-03")
    #expect(lines.count == 4)
  }

  @Test func `scores, ranks and metrics have their columns`() async throws {
    let folder = try TemporaryFolder()
    _ = try await tables().write(to: folder.path(""))
    #expect(
      try folder.text("scorecard.csv") == """
        period,population,scope_kind,scope_id,scope,source,field,dimension,rule,units,passed,failed,\
        excluded,score,lower,upper,previous
        2026-06,stock,source,sales,sales,sales,,,,3,1,1,1,0.500000,0.250000,0.750000,

        """)
    #expect(
      try folder.text("leaderboard.csv") == """
        period,population,peer_group,rank,owner,employee_no,team,units,excluded,score,lower,upper,\
        suspect_units,late_units,eligible,reason,award,provisional
        2026-06,stock,sales,,王,,东-一部,3,1,0.500000,,,0,2,false,样本不足,,true

        """)
    let metrics = try folder.text("metrics.csv").split(separator: "\n")
    #expect(metrics.count == 4)
    #expect(metrics[1] == "conformity.phone,话,conformity,错,话,话,话,1,1")
  }

  @Test func `a person's list is theirs alone, and its name leads nowhere else`() async throws {
    let folder = try TemporaryFolder()
    let files = try await tables().write(to: folder.path(""))
    let lists = files.map(\.path).filter { $0.contains("worklists") }
      .compactMap { $0.split(separator: "/").suffix(2).joined(separator: "/") }
    #expect(
      lists == [
        "东-一部/(unowned).csv", "东-一部/(unowned).xlsx", "东-一部/王_.._.._芳.csv",
        "东-一部/王_.._.._芳.xlsx",
      ])
    let path = folder.path("worklists/东-一部/王_.._.._芳.csv")
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self) == """
        类别,记录编号,列,当前值,问题,建议,相关记录,文件,行号
        错,C1,手机,+1512,话：位数不足,核实是否应为 15120000000,,crm.csv,1

        """)
  }

  @Test func `two names that a file system may mix up get two files, and nothing to fix is a list`()
    async throws
  {
    let folder = try TemporaryFolder()
    var tables = tables(owners: ["Ann", "ANN"])
    tables.findings = FindingTable()
    let files = try await tables.write(to: folder.path(""))
    let lists = files.filter { $0.path.hasSuffix(".xlsx") }
    #expect(lists.map { $0.path.split(separator: "/").last } == ["ANN-2.xlsx", "Ann.xlsx"])
    #expect(lists.map(\.rows) == [0, 0])
  }
}
