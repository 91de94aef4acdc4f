import Ingest
import Testing
import Vocabulary

@Suite struct RefusalTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    var file: String
    var reason: IngestError.Reason

    var testDescription: String { file }
  }

  @Test(arguments: [
    Refusal(file: "empty.csv", reason: .empty),
    Refusal(file: "only_blanks.csv", reason: .empty),
    Refusal(file: "workbook.csv", reason: .foreign(.legacyWorkbook)),
    Refusal(file: "archive.csv", reason: .damaged("its end is cut off")),
    Refusal(file: "noise.csv", reason: .undetectableEncoding),
    Refusal(file: "crm_tie.csv", reason: .profileUndecided([])),
    Refusal(file: "absent.csv", reason: .fileMissing),
    Refusal(file: "absent_*.csv", reason: .nothingMatches),
    Refusal(file: "", reason: .notAFile),
  ])
  func `a file that cannot be read ends the work with its path`(_ refusal: Refusal) async throws {
    let path = "\(fixtures)/csv/\(refusal.file)"
    let error = await #expect(throws: IngestError.self) {
      try await ingest([SourceOptions(name: "s", paths: [path])])
    }
    #expect(error?.reason == refusal.reason)
    #expect(error?.source == "s")
    if case .profileUndecided = refusal.reason { return }
    #expect(error?.path == path)
    #expect(error?.description.hasPrefix("source 's': \(path): error: ") == true)
  }

  @Test func `wrong settings are named`() async throws {
    var source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/plain.csv"])
    func reason() async -> IngestError.Reason? {
      await #expect(throws: IngestError.self) { try await ingest([source]) }?.reason
    }
    source.encoding = "latin"
    #expect(await reason() == .unknownEncoding("latin"))
    source.encoding = "auto"
    source.delimiter = "ab"
    #expect(await reason() == .unknownDelimiter("ab"))
    source.delimiter = "auto"
    source.header = .row(9)
    #expect(await reason() == .headerNotFound)
    source.header = .auto
    source.map = [FieldMapping(field: "nme", columns: [ColumnReference(path: "姓名")])]
    #expect(await reason() == .unknownField("nme"))
    source.map = [FieldMapping(field: "name", columns: [ColumnReference(path: "名")])]
    #expect(await reason() == .columnMissing("名", known: ["编号", "姓名", "手机", "城市"]))
    source.map = []
    source.profile = "none"
    #expect(await reason() == .nothingMapped)
    source.profile = "sap"
    guard case .unknownProfile("sap", _) = await reason() else {
      Issue.record("the profile was not refused")
      return
    }
  }

  @Test func `an encoding that is named is read`() async throws {
    var source = SourceOptions(name: "s", paths: ["\(fixtures)/csv/latin1.csv"])
    source.encoding = "windows-1252"
    let table = try await ingest([source]).records
    let field = try #require(table.schema.index(of: "name"))
    #expect(
      (1..<table.pools[field].count).map { table.pools[field].string(UInt32($0)) }.sorted() == [
        "Grün", "Müller",
      ])
  }

  @Test func `an empty array has no records`() async throws {
    let result = try await ingest(
      [JSONFileTests.source("empty_array.json")].map { source in
        var source = source
        source.map = []
        source.id = []
        source.profile = "service-tickets"
        return source
      })
    #expect(result.records.count == 0)
  }
}
