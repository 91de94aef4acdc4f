import Foundation
import Ingest
import Testing
import Vocabulary

let customerSources = [
  SourceOptions(name: "sales", paths: ["\(customers)/sales_crm.csv"]),
  SourceOptions(name: "finance", paths: ["\(customers)/finance_erp.csv"]),
  SourceOptions(name: "service", paths: ["\(customers)/service_tickets.ndjson"]),
  SourceOptions(name: "hubspot", paths: ["\(customers)/hubspot_contacts.csv"]),
]

private var customers: String {
  ProcessInfo.processInfo.environment["ASSAY_CUSTOMERS"] ?? fixtures + "/customers"
}

@Suite struct TruthTests {
  struct Place: Hashable, Comparable {
    var source: String
    var id: String
    var rowNumber: Int
    var line: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.source, left.line) < (right.source, right.line)
    }
  }

  @Test func `every record and no other is found where the truth says`() async throws {
    let result = try await Ingestor(
      options: IngestOptions(schema: .customer, sources: customerSources, threads: 2)
    ).run()
    let truth = try CSVReader(path: "\(customers)/truth_records.csv")
    let expected = truth.rows.map {
      Place(source: $0[0], id: $0[1], rowNumber: Int($0[2]) ?? 0, line: Int($0[5]) ?? 0)
    }
    let table = result.records
    let found = (0..<table.count).map { record in
      Place(
        source: table.sources[Int(table.source[record])].name,
        id: table.sourceRecordID.string(record), rowNumber: Int(table.rowNumber[record]),
        line: Int(table.line[record]))
    }
    #expect(found.count == expected.count)
    let missing = Set(expected).subtracting(found).sorted()
    let extra = Set(found).subtracting(expected).sorted()
    #expect(missing.prefix(5) == [])
    #expect(extra.prefix(5) == [])
  }

  @Test func `exactly the malformed rows are in quarantine`() async throws {
    let result = try await Ingestor(
      options: IngestOptions(schema: .customer, sources: customerSources, threads: 1)
    ).run()
    let truth = try CSVReader(path: "\(customers)/truth_malformed.csv")
    let expected = truth.rows.map { "\($0[0]):\($0[1])" }
    #expect(result.quarantine.map { "\($0.source):\($0.line)" } == expected)
    for accounting in result.accounting { #expect(accounting.isComplete) }
  }
}
