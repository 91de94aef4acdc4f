import Ingest
import Testing
import Vocabulary

@Suite struct MappingTests {
  struct Export: Sendable {
    var file: String
    var profile: String
    var system: SystemKind
    var columns: Int
    var headerLine: Int?
  }

  @Test(arguments: [
    Export(
      file: "sales_crm.csv", profile: "sales-crm", system: .sales, columns: 19, headerLine: 1),
    Export(
      file: "finance_erp.csv", profile: "finance-erp", system: .finance, columns: 9, headerLine: 3),
    Export(
      file: "service_tickets.ndjson", profile: "service-tickets", system: .service, columns: 11),
    Export(
      file: "hubspot_contacts.csv", profile: "hubspot-contacts", system: .sales, columns: 12,
      headerLine: 1),
  ])
  func `a known export is told by its columns`(_ export: Export) async throws {
    let source = SourceOptions(name: "s", paths: ["\(fixtures)/customers/\(export.file)"])
    let ingestor = Ingestor(
      options: IngestOptions(schema: .customer, sources: [], threads: 1))
    let inspection = try await ingestor.inspect(source, rowLimit: 50)
    #expect(inspection.profile == export.profile)
    #expect(inspection.source.system == export.system)
    #expect(inspection.source.columns.count == export.columns)
    #expect(inspection.files.map(\.layout.headerLine) == [export.headerLine])
    #expect(inspection.accounting.records == 50)
  }

  @Test func `name parts become one name, in the order of its script`() async throws {
    let source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/name_parts.csv"])
    let table = try await ingest([source]).records
    #expect(
      listing(table, fields: ["name"]) == [
        "1 name=张伟", "2 name=John Smith", "3 name=Lee", "4 name=Mary", "5 name=伟 Zhang",
      ])
    let filled = (0..<5).map { record in
      table.sources[0].columns.indices.count { table.isFilled(record: record, column: $0) }
    }
    #expect(filled == [3, 3, 2, 2, 3])
  }

  @Test func `a map is enough where the schema is one's own`() async throws {
    let schema = Schema([Field("given", .givenName), Field("town", .place)])
    var source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/unknown_shape.csv"])
    source.id = ["rec"]
    source.map = [FieldMapping(field: "given", columns: [ColumnReference(path: "given")])]
    let result = try await ingest([source], schema: schema)
    #expect(
      listing(result.records, fields: ["given", "town"]) == [
        "1 given=michaela", "2 given=courtney",
      ])
    #expect(result.accounting[0].skipped == ["title": 1])
  }

  @Test func `headers that are the names of fields need no map`() async throws {
    let schema = Schema([Field("given", .givenName), Field("town", .place)])
    let source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/unknown_shape.csv"])
    let result = try await ingest([source], schema: schema)
    #expect(result.records.sources[0].columns.map(\.header) == ["given", "town"])
  }

  @Test func `a map wins over the profile and leaves the rest to it`() async throws {
    var source = SourceOptions(
      name: "s", paths: ["\(fixtures)/customers/finance_erp.csv"])
    source.map = [
      FieldMapping(field: "created_by", columns: [ColumnReference(path: "建档人")]),
      FieldMapping(
        field: "phone", columns: [ColumnReference(path: "联系电话", party: .organization)]),
    ]
    let table = try await ingest([source]).records
    let columns = table.sources[0].columns
    let names = columns.map { "\(table.schema.fields[$0.field].name)=\($0.header)" }
    #expect(names.contains("created_by=建档人"))
    #expect(!names.contains("owner=建档人"))
    #expect(names.contains("uscc=统一社会信用代码"))
    #expect(columns.first { $0.header == "联系电话" }?.party == .organization)
  }

  @Test func `a file without a header has numbered columns`() async throws {
    let folder = try Folder()
    var source = SourceOptions(name: "s", paths: [try folder.write("7,Ann\n8,Bob\n", to: "a.csv")])
    source.header = .none
    source.profile = "none"
    source.id = ["1"]
    source.map = [FieldMapping(field: "name", columns: [ColumnReference(path: "2")])]
    #expect(
      listing(try await ingest([source]).records, fields: ["name"]) == ["7 name=Ann", "8 name=Bob"])
  }

  @Test func `the newest file is picked, or all are read with their own column order`() async throws
  {
    let folder = try Folder()
    _ = try folder.write("id,name\n1,Ann\n", to: "x_1.csv")
    _ = try folder.write("phone,name,id\n5,Bob,2\n", to: "x_2.csv")
    var source = SourceOptions(name: "s", paths: [folder.path + "/x_*.csv"])
    let all = try await ingest([source])
    #expect(all.records.recordKey.count == 2)
    #expect(
      listing(all.records, fields: ["name", "phone"]) == ["1 name=Ann", "2 name=Bob phone=5"])
    #expect(all.records.sources[0].files == ["x_1.csv", "x_2.csv"])
    source.pick = .newest
    #expect(listing(try await ingest([source]).records, fields: ["name"]) == ["2 name=Bob"])
  }
}
