import Ingest
import Testing
import Vocabulary

/// What exports tell of the records that the users of a system merged.
@Suite struct RecordMergeTests {
  struct Export: Sendable, CustomTestStringConvertible {
    var file: String
    var text: String
    var records: [String]
    var merges: [String]

    var testDescription: String { file }
  }

  private static let salesforce =
    "Id,IsDeleted,MasterRecordId,AccountId,ReportsToId,LastName,FirstName,MobilePhone,Email,OwnerId,CreatedDate,"
    + "LastModifiedDate,SystemModstamp\n"

  @Test(arguments: [
    Export(
      file: "salesforce.csv",
      text: salesforce
        + "003A,false,,001,,Lee,Mary,7205550141,mary@a.example,005,2023-11-02,2024-02-02,2024-02-02\n"
        + "003B,true,003A,001,,Lee,M,7205550141,,005,2023-11-02,2024-02-02,2024-02-02\n"
        + "003C,true,,001,,Low,Tom,7205550142,,005,2023-11-02,2024-02-02,2024-02-02\n",
      records: ["003A", "003B"], merges: ["003B 003A given up"]),
    Export(
      file: "hubspot.csv",
      text: "Record ID,First Name,Last Name,Email,Contact owner,Create Date,Merged record IDs\n"
        + "51,Mary,Lee,mary@a.example,Tom,2024-03-11 09:14,31;32:1661707291575\n"
        + "31,M,Lee,,Tom,2024-03-11 09:14,\n",
      records: ["51", "31"], merges: ["51 31", "51 32"]),
    Export(
      file: "zendesk.ndjson",
      text: #"""
        {"id": 7, "subject": "a", "requester_id": 1, "assignee_id": 2, "merged_ticket_ids": [], "via": {"channel": "email", "source": {"from": {"name": "Mary Lee", "address": "mary@a.example"}}}, "created_at": "2024-03-10T09:14:00Z", "updated_at": "2024-03-10T09:14:00Z", "brand_id": 1, "ticket_form_id": 1}
        {"id": 8, "subject": "a", "requester_id": 1, "assignee_id": 2, "merged_ticket_ids": [7, 6], "via": {"channel": "email", "source": {"from": {"name": "Mary Lee", "address": "mary@a.example"}}}, "created_at": "2024-03-10T09:14:00Z", "updated_at": "2024-03-10T09:14:00Z", "brand_id": 1, "ticket_form_id": 1}

        """#,
      records: ["7", "8"], merges: ["8 6", "8 7"]),
  ])
  func `are read where they are asked for`(export: Export) async throws {
    let folder = try Folder()
    let path = try folder.write(export.text, to: export.file)
    let source = SourceOptions(name: "crm", paths: [path])
    var options = IngestOptions(schema: .customer, sources: [source], threads: 1)
    options.readsMerges = true
    let told = try await Ingestor(options: options).run()
    #expect(
      told.merges.map { "\($0.id) \($0.other)" + ($0.isGivenUp ? " given up" : "") }
        == export.merges)
    let ids = (0..<told.records.count).map { told.records.sourceRecordID.string($0) }
    #expect(Set(ids) == Set(export.records))
    #expect(told.accounting.allSatisfy { $0.isComplete })

    let plain = try await ingest([source])
    #expect(plain.merges.isEmpty)
    let givenUp = told.merges.count { $0.isGivenUp }
    #expect(plain.records.count == export.records.count - givenUp)
  }

  @Test func `a label that is a field's and tells of merges is refused`() throws {
    let folder = try Folder()
    let path = try folder.write(
      #"{"name": "x", "columns": [{"field": "name", "labels": ["Name"]}], "mergedInto": ["name"]}"#,
      to: "x.json")
    let error = #expect(throws: ProfileError.self) { _ = try ProfileFile.read(path: path) }
    #expect(error?.place == "mergedInto[0]")
  }
}
