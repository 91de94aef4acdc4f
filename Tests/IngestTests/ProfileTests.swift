import Foundation
import Testing
import Vocabulary

@testable import Ingest

@Suite struct ProfileTests {
  struct Export: Sendable, CustomTestStringConvertible {
    var file: String
    var profile: String
    var records = 6
    var skipped: [String: Int] = [:]
    /// The second record: id, then the fields that are filled.
    var second: String

    var testDescription: String { file }
  }

  static let exports = [
    Export(
      file: "csv/wukong_v9_customer.csv", profile: "wukong-customer",
      second: "宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|陈晓|2024-03-02 09:07:00"),
    Export(
      file: "csv/wukong_v11_customer.csv", profile: "wukong-customer",
      second: "宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|陈晓|2024/3/2 9:07"),
    Export(
      file: "csv/wukong_v11_customer_masked.csv", profile: "wukong-customer",
      second: "宁波海恒贸易有限公司|138****8001|0571-88001201|wu****haiheng.example|陈晓|2024/3/2 9:07"),
    Export(
      file: "csv/wukong_v11_pool.csv", profile: "wukong-customer",
      second: "宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|2024/3/2 9:07"),
    Export(
      file: "csv/wukong_v11_contact.csv", profile: "wukong-contact",
      second:
        "吴敏|宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|陈晓|2024-03-02 09:07:00"),
    Export(
      file: "csv/wukong_v11_lead.csv", profile: "wukong-lead",
      second: "宁波海恒贸易有限公司|13800138001|wumin@haiheng.example|陈晓|2024-03-02 09:07:00"),
    Export(
      file: "csv/wukong_v11_template.csv", profile: "wukong-customer", skipped: ["title": 1],
      second: "宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|陈晓|2024-03-02 09:07:00"),
    Export(
      file: "csv/wukong_v9_errors.csv", profile: "wukong-customer", records: 3,
      second: "宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|陈晓|2024-03-02 09:07:00"),
    Export(
      file: "csv/wukong_accounting_customer.csv", profile: "wukong-accounting-customer",
      second: "KH002|宁波海恒贸易有限公司"),
    Export(
      file: "csv/salesforce_account.csv", profile: "salesforce-account", records: 5,
      skipped: ["deleted": 1],
      second:
        "0015g00000A1b2CAAX|Bluewater Logistics LLC|(303) 555-0101|0055g000001Abc1AAA|2023-11-02T08:15:00.000+0000"
    ),
    Export(
      file: "csv/salesforce_account_report.csv", profile: "salesforce-account",
      skipped: ["blank": 1, "footer": 4],
      second: "0015g00000A1b2C|Bluewater Logistics LLC|(303) 555-0101|Tom Baker|11/2/2023"),
    Export(
      file: "csv/salesforce_contact.csv", profile: "salesforce-contact", records: 5,
      skipped: ["deleted": 1],
      second:
        "0035g00000A1b2CAAX|Mary Ann Lee|(720) 555-0141|(303) 555-0101|mary@acme1.example|0055g000001Abc1AAA|2023-11-02T08:15:00.000+0000"
    ),
    Export(
      file: "csv/salesforce_contact_report.csv", profile: "salesforce-contact",
      skipped: ["blank": 1, "footer": 4],
      second: "Mary Ann Lee|Bluewater Logistics LLC|(303) 555-0101|mary@acme1.example|Tom Baker"),
    Export(
      file: "csv/salesforce_lead.csv", profile: "salesforce-lead",
      second:
        "00Q5g00000A1b2CAAX|Mary Ann Lee|Bluewater Logistics LLC|(720) 555-0141|(303) 555-0101|mary@acme1.example|0055g000001Abc1AAA|2023-11-02T08:15:00.000+0000"
    ),
    Export(
      file: "csv/hubspot_contacts_export.csv", profile: "hubspot-contacts",
      second:
        "51000001|Mary Ann Lee|Bluewater Logistics LLC|+1 303-555-0101|mary@acme1.example|Tom Baker|2024-03-11 09:14"
    ),
    Export(
      file: "csv/hubspot_companies.csv", profile: "hubspot-companies",
      second: "9001|Bluewater Logistics LLC|+1 303-555-0101|Tom Baker|2024-03-11 09:14"),
    Export(
      file: "json/hubspot_contacts_v3.json", profile: "hubspot-contacts", records: 5,
      skipped: ["deleted": 1],
      second:
        "51000001|Mary Ann Lee|Bluewater Logistics LLC|+1 303-555-0101|mary@acme1.example|old@acme.example;older@acme.example|7001|2024-03-11T09:14:05.123Z"
    ),
    Export(
      file: "json/hubspot_companies_v3.json", profile: "hubspot-companies",
      second: "9001|Bluewater Logistics LLC|+1 303-555-0101|7001|2024-03-11T09:14:05.123Z"),
    Export(
      file: "csv/zoho_contacts.csv", profile: "zoho-contacts",
      second:
        "zcrm_554412000001011|Mary Ann Lee|Bluewater Logistics LLC|+1 720-555-0141|+1 303-555-0101|mary@acme1.example|Jane Miller|2024-03-11 09:14:00"
    ),
    Export(
      file: "csv/zoho_contacts_renamed.csv", profile: "zoho-contacts",
      second:
        "5544120000010011|Mary Ann Lee|Bluewater Logistics LLC|+1 720-555-0141|mary@acme1.example|Jane Miller|2024-03-11 09:14:00"
    ),
    Export(
      file: "csv/zoho_accounts.csv", profile: "zoho-accounts",
      second:
        "zcrm_554412000002011|Bluewater Logistics LLC|+1 303-555-0101|Jane Miller|2024-03-11 09:14:00"
    ),
    Export(
      file: "csv/zoho_leads.csv", profile: "zoho-leads",
      second:
        "zcrm_554412000003011|Mary Ann Lee|Bluewater Logistics LLC|+1 720-555-0141|+1 303-555-0101|mary@acme1.example|Jane Miller|2024-03-11 09:14:00"
    ),
    Export(
      file: "json/fxiaoke_account.json", profile: "fxiaoke-account", records: 5,
      skipped: ["deleted": 1],
      second: "64f0c1a2b3d4e5f607182931|宁波海恒贸易有限公司|0571-88001201|陈晓|1709687220000"),
    Export(
      file: "json/fxiaoke_contact.json", profile: "fxiaoke-contact", records: 5,
      skipped: ["deleted": 1],
      second:
        "64f0c1a2b3d4e5f607182931|吴敏|宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|陈晓|1709687220000"
    ),
    Export(
      file: "json/fxiaoke_lead.json", profile: "fxiaoke-lead", records: 5,
      skipped: ["deleted": 1],
      second:
        "64f0c1a2b3d4e5f607182931|吴敏|宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|陈晓|1709687220000"
    ),
    Export(
      file: "csv/u8_customer.csv", profile: "u8-customer",
      second: "01001|宁波海恒贸易有限公司|吴敏|0571-88001201|91330100MA2ABC11X9|2020-01-02 10:00:00"),
    Export(
      file: "csv/u8_customer_fields.csv", profile: "u8-customer",
      second: "01001|宁波海恒贸易有限公司|吴敏|13800138001|0571-88001201|91330100MA2ABC11X9|陈晓"),
    Export(
      file: "csv/u8_customer_labels.csv", profile: "u8-customer",
      skipped: ["title": 1, "total": 1],
      second: "01001|宁波海恒贸易有限公司|吴敏|13800138001|陈晓"),
    Export(
      file: "json/yonbip_merchant.json", profile: "yonbip-merchant",
      second:
        "1678530000000000001|宁波海恒贸易有限公司|吴敏|13800138001|2794391|13800138001|wumin@haiheng.example|91330100MA2ABC11X9|陈晓;刘洋|2023-09-02 13:22:34"
    ),
    Export(
      file: "json/kingdee_customer.ndjson", profile: "kingdee-customer",
      second: "100201|杭州云杉软件有限公司|0571-88001201|91330100MA2ABC10X9|XS001|2023-09-02T13:22:34"),
    Export(
      file: "csv/kingdee_customer.csv", profile: "kingdee-customer",
      second: "CUST0000|杭州云杉软件有限公司|0571-88001201|91330100MA2ABC10X9|陈晓|2023-09-02"),
    Export(
      file: "json/wecom_external_contact.ndjson", profile: "wecom-external-contact",
      second: "woAJ2GCAAAXtWyujaWJHDDGi0mACAAA1|吴部长|小吴|宁波海恒贸易有限公司|13800138001|rocky|1709600821"),
    Export(
      file: "json/wecom_batch.json", profile: "wecom-external-contact",
      second: "woAJ2GCAAAXtWyujaWJHDDGi0mACAAA1|吴敏|小吴|13800138001|rocky|1709600821"),
    Export(
      file: "csv/wecom_customers.csv", profile: "wecom-customers",
      second: "吴敏|宁波海恒贸易有限公司|13800138001|wumin@haiheng.example|刘洋|2024-03-02 09:07"),
    Export(
      file: "json/feishu_bitable.json", profile: "feishu-bitable",
      second: "recuA1b2C1|宁波海恒贸易有限公司|吴敏|13800138001|wumin@haiheng.example|陈晓|1709600820001"),
    Export(
      file: "json/zendesk_users.ndjson", profile: "zendesk-users",
      second: "360000000001|Mary Ann Lee|+13035550101|mary@acme1.example|2024-03-11T09:14:00Z"),
    Export(
      file: "json/zendesk_tickets.ndjson", profile: "zendesk-tickets",
      second: "70001|Mary Ann Lee|mary@acme1.example|360000000900|2024-03-11T09:14:00Z"),
    Export(
      file: "json/zendesk_organizations.ndjson", profile: "zendesk-organizations",
      second: "4501|Bluewater Logistics LLC|2024-03-11T09:14:00Z"),
    Export(
      file: "xlsx/fxiaoke_account.xlsx", profile: "fxiaoke-account",
      second: "宁波海恒贸易有限公司|0571-88001201|陈晓|2024-03-02 09:07:00"),
    Export(
      file: "xlsx/fxiaoke_contact.xlsx", profile: "fxiaoke-contact",
      second:
        "吴敏|宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|陈晓|2024-03-02 09:07:00"),
    Export(
      file: "xlsx/fxiaoke_lead.xlsx", profile: "fxiaoke-lead",
      second:
        "吴敏|宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|陈晓|2024-03-02 09:07:00"),
    Export(
      file: "xlsx/wukong_v11_customer.xlsx", profile: "wukong-customer", skipped: ["title": 1],
      second: "宁波海恒贸易有限公司|13800138001|0571-88001201|wumin@haiheng.example|陈晓|2024-03-02 09:07:00"),
    Export(
      file: "csv/hand_kept_traditional.csv", profile: "labels", records: 3,
      second: "C001|高雄海產行|黃國華|0912-345-671|(02)2712-3451|04595251|王小姐|113/05/02"),
    Export(
      file: "csv/hand_kept_japanese.csv", profile: "labels", records: 3,
      second: "2|鈴木 花子|株式会社山田製作所|090-1234-5671|03-1234-5671|sato1@example.jp"),
    Export(
      file: "csv/hand_kept_two_rows.csv", profile: "labels", records: 2,
      skipped: ["title": 2, "total": 1], second: "成都锦江物流有限公司|王芳|13800138004"),
    Export(
      file: "csv/hand_kept_english.csv", profile: "labels", records: 2,
      second: "Cedar Ltd|Mary Ann|(303) 555-0102|mary@cedar.example"),
  ]

  @Test(arguments: exports)
  func `an export is told by its header and read whole`(_ export: Export) async throws {
    let source = SourceOptions(name: "s", paths: ["\(fixtures)/\(export.file)"])
    let ingestor = Ingestor(
      options: IngestOptions(schema: .customer, sources: [source], threads: 1))
    let inspection = try await ingestor.inspect(source)
    #expect(inspection.profile == export.profile)
    let result = try await ingestor.run()
    #expect(result.accounting[0].records == export.records)
    #expect(result.accounting[0].skipped == export.skipped)
    #expect(result.quarantine.isEmpty)
    #expect(result.accounting[0].isComplete)
    let row = result.records.rowNumber.firstIndex(of: 2)
    #expect(row.map { Self.summary(result.records, $0) } == export.second)
  }

  /// The record's id, unless it is a surrogate, and what is filled of the fields that matter most.
  private static func summary(_ table: RecordTable, _ record: Int) -> String {
    let id = table.sourceRecordID.string(record)
    var parts = id.hasPrefix("x") && id.count == 17 ? [] : [id]
    let fields = [
      "party_name", "contact", "name", "company", "phone", "email", "uscc", "owner", "created_at",
    ]
    for field in fields.compactMap(table.schema.index) {
      for column in table.columns(of: field) where column.ids[record] != 0 {
        let value = table.pools[field].string(column.ids[record])
        parts.append(value.trimmingCharacters(in: .whitespaces))
      }
    }
    return parts.joined(separator: "|")
  }

  // MARK: - The profiles themselves

  @Test func `a shipped profile names fields of the schema and is called like its file`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ProfileCatalog.folder).sorted()
    let profiles = try ProfileCatalog.read(folder: ProfileCatalog.folder)
    #expect(files == profiles.map { $0.name + ".json" })
    for profile in profiles {
      for column in profile.columns {
        #expect(Schema.customer.index(of: column.field) != nil, "\(profile.name) \(column.field)")
      }
    }
  }

  @Test func `every shipped profile has an export among the fixtures`() throws {
    let shipped = Set(try ProfileCatalog.read(folder: ProfileCatalog.folder).map(\.name))
    let customers: Set = ["sales-crm", "finance-erp", "service-tickets"]
    #expect(shipped.subtracting(Self.exports.map(\.profile)) == customers)
  }

  @Test func `the guide names every shipped profile, and which are not confirmed`() throws {
    let guide = try String(
      contentsOfFile: "\(fixtures)/../Sources/Console/Assay.docc/Profiles.md", encoding: .utf8)
    for profile in try ProfileCatalog.read(folder: ProfileCatalog.folder) where !profile.isGeneral {
      let line = guide.split(separator: "\n").first { $0.hasPrefix("| `\(profile.name)` |") }
      let guessed = profile.columns.contains { !$0.unconfirmed.isEmpty }
      let word = !profile.isConfirmed ? "no" : guessed ? "mostly" : "yes"
      #expect(line?.hasSuffix("| \(word) |") == true, "\(profile.name)")
    }
  }

  // MARK: - Headers that are not as they should be

  /// The labels of a fixture.
  private static func labels(_ export: Export) async throws -> [String] {
    let source = SourceOptions(name: "s", paths: ["\(fixtures)/\(export.file)"])
    let ingestor = Ingestor(
      options: IngestOptions(schema: .customer, sources: [source], threads: 1))
    return try await ingestor.inspect(source, rowLimit: 10).files[0].layout.labels
  }

  private static let strangers = [
    "自定义字段1", "Custom A", "合同金额", "QQ群", "VIP", "产品线", "Churn risk", "LTV", "会员积分", "渠道经理",
  ]

  /// 30 % of the labels gone, five strangers among the rest, in another order and dress.
  private static func perturbed(_ labels: [String], seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    var result = labels.filter { _ in Int.random(in: 0..<10, using: &random) >= 3 }
    result += strangers.shuffled(using: &random).prefix(5)
    result.shuffle(using: &random)
    return result.map { label in
      switch Int.random(in: 0..<6, using: &random) {
      case 0: "*" + label
      case 1: label.uppercased() + "（必填）"
      case 2: " " + label + "："
      default: label
      }
    }
  }

  @Test(arguments: exports)
  func `a header that lost columns is never taken for another system's`(
    _ export: Export
  ) async throws {
    let labels = try await Self.labels(export)
    let index = try ProfileIndex.load(own: [])
    for seed in UInt64(1)...12 {
      switch index.choice(among: index.fits(Self.perturbed(labels, seed: seed))) {
      case .profile(let number):
        let name = index.catalog.profiles[number].name
        let system = export.profile.prefix { $0 != "-" }
        #expect(name.prefix { $0 != "-" } == system, "seed \(seed): \(name)")
      case .tie, .none: break
      }
    }
  }

  @Test(arguments: exports.filter { $0.profile != "labels" })
  func `a header that nothing happened to is nobody else's`(_ export: Export) async throws {
    let index = try ProfileIndex.load(own: [])
    let fits = index.fits(try await Self.labels(export))
    #expect(fits.first.map { index.catalog.profiles[$0.profile].name } == export.profile)
  }

  @Test(arguments: [
    "姓名,手机,邮箱,备注,负责人",
    "客户名称,手机,电话,邮箱,备注",
    "First Name,Last Name,Email,Phone,Company",
    "First Name,Last Name,Email,Phone,Title,Account Name,Lead Source",
    "客户名称,联系人,手机,地址,备注,负责人,创建时间",
    "客户编码,客户名称,联系人,电话,地址,备注",
    "id,name,email,phone,created_at,updated_at",
    "Name,Email,Phone,City,State,Zip Code,Country,Notes",
    "编码,名称,备注,电话,地址",
    "客户编号,客户名称,联系人,手机,公司名称,负责人,创建时间",
  ])
  func `a hand-kept list is no system's export`(_ header: String) async throws {
    let folder = try Folder()
    let row = header.split(separator: ",").map { "v" + $0 }.joined(separator: ",")
    let path = try folder.write(header + "\n" + row + "\n", to: "list.csv")
    let source = SourceOptions(name: "s", paths: [path])
    let ingestor = Ingestor(
      options: IngestOptions(schema: .customer, sources: [source], threads: 1))
    #expect(try await ingestor.inspect(source).profile == "labels")
  }

  @Test func `a tie says who ties and the way out`() async throws {
    let folder = try Folder()
    let header = "name,owner__r,life_status,lock_status,record_type,create_time,version,tel"
    let path = try folder.write(header + "\na,b,c,d,e,f,g,h\n", to: "tie.csv")
    let source = SourceOptions(name: "s", paths: [path])
    let error = await #expect(throws: IngestError.self) { try await ingest([source]) }
    #expect(error?.description.contains("fxiaoke-account") == true)
    #expect(error?.description.contains("fxiaoke-lead") == true)
    #expect(error?.description.hasSuffix("set 'profile' to one of them") == true)
  }

  @Test func `of two labels for one field the first that is filled counts`() async throws {
    let folder = try Folder()
    let path = try folder.write(
      """
      FCUSTID,FNumber,FName,FTEL,FSOCIALCRECODE,FTAXREGISTERCODE,FCreateDate
      1,A,甲公司,,91330100MA2ABC10X9,123,
      2,B,乙公司,,,91330100MA2ABC11X9,

      """, to: "kingdee.csv")
    let table = try await ingest([SourceOptions(name: "s", paths: [path])]).records
    #expect(
      listing(table, fields: ["uscc"]) == [
        "1 uscc=91330100MA2ABC10X9", "2 uscc=91330100MA2ABC11X9",
      ]
    )
  }
}
