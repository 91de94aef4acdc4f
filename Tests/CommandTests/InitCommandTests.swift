import Foundation
import TestSupport
import Testing

@Suite struct InitCommandTests {
  private static let asOf = ["--as-of", "2026-06-30"]

  struct Unknown: Sendable, CustomTestStringConvertible {
    var file: String
    var records: Int

    var testDescription: String { file }
  }

  @Test(arguments: [
    Unknown(file: "customers/sales_crm.csv", records: 816),
    Unknown(file: "customers/hubspot_contacts.csv", records: 448),
    Unknown(file: "csv/titles_and_totals.csv", records: 2),
    Unknown(file: "csv/unknown_shape.csv", records: 2),
    Unknown(file: "csv/utf16le.csv", records: 2),
    Unknown(file: "json/one_element_lists.json", records: 2),
  ])
  func `an unknown file gets a scorecard without an edit`(unknown: Unknown) throws {
    let folder = try TemporaryFolder()
    let outcome = try AssayProcess.run(
      ["init", Repository.fixture(unknown.file)] + Self.asOf, in: folder)
    try #require(outcome.status == 0, "\(outcome.stderr)")
    let output = folder.path + "/assay-out"
    #expect(outcome.stdout.contains("assay-out/pipeline.json"))
    let crosswalk = try ResultTable(path: output + "/current/crosswalk.csv")
    #expect(Set(crosswalk.column("record_key")).count == unknown.records)
    #expect(try !ResultTable(path: output + "/current/scorecard.csv").rows.isEmpty)
    let attributes = try FileManager.default.attributesOfItem(atPath: output + "/pipeline.json")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let again = try AssayProcess.run(["run", "assay-out/pipeline.json"] + Self.asOf, in: folder)
    #expect(again.status == 0, "\(again.stderr)")
  }

  @Test func `duplicates are found in a file that nothing is known of`() throws {
    let folder = try TemporaryFolder()
    let outcome = try AssayProcess.run(
      ["init", Repository.fixture("febrl3/records.csv"), "--output", "first"] + Self.asOf,
      in: folder)
    try #require(outcome.status == 0, "\(outcome.stderr)")
    let pipeline = try folder.read("first/pipeline.json")
    #expect(pipeline.contains("schema: \"none\""))
    #expect(pipeline.contains("id: \"record_id\""))
    struct Report: Decodable {
      struct Party: Decodable {
        struct Scores: Decodable {
          struct Rates: Decodable { var f1: Double }
          var pairwise: Rates
        }
        var scores: Scores
      }
      var parties: [Party]
    }
    let evaluation = try AssayProcess.run(
      ["evaluate", "first", "--truth", Repository.fixture("febrl3/truth.csv"), "--json"],
      in: folder)
    let report = try JSONDecoder().decode(Report.self, from: Data(evaluation.stdout.utf8))
    #expect(try #require(report.parties.first).scores.pairwise.f1 >= 0.99)
  }

  @Test func `parts and days of one export become one source`() throws {
    let folder = try TemporaryFolder()
    for part in 1...3 {
      try folder.write(
        "customers_\(part).csv", "客户编号,客户名称,手机\nC\(part),张\(part),1391234567\(part)\n")
    }
    try folder.write("members_2026-06-29.csv", "编号,姓名,手机\n1,王伟,13912345601\n")
    try folder.write(
      "members_2026-06-30.csv", "编号,姓名,手机\n1,王伟,13912345601\n2,李娜,13912345602\n")
    let outcome = try AssayProcess.shell(
      "\"$ASSAY\" init *.csv --output o --as-of 2026-06-30 --json", in: folder)
    try #require(outcome.status == 0, "\(outcome.stderr)")
    let pipeline = try folder.read("o/pipeline.json")
    #expect(pipeline.contains("name: \"customers\", path: \"../customers_*.csv\""))
    #expect(pipeline.contains("name: \"members\", path: \"../members_*.csv\""))
    #expect(pipeline.contains("pick: \"newest\""))
    let crosswalk = try ResultTable(path: folder.path + "/o/current/crosswalk.csv")
    #expect(
      Set(crosswalk.column("record_key")) == [
        "customers/C1", "customers/C2", "customers/C3", "members/1", "members/2",
      ])
  }

  @Test func `a pipeline file that is there is not written over`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", "编号,姓名,手机\n1,王伟,13912345601\n")
    try folder.write("assay-out/pipeline.json", "mine")
    let refused = try AssayProcess.run(["init", "a.csv"] + Self.asOf, in: folder)
    #expect(refused.status == 2)
    #expect(refused.stdout.isEmpty)
    #expect(refused.stderr.contains("assay-out/pipeline.json: error: a pipeline file is there"))
    #expect(try folder.read("assay-out/pipeline.json") == "mine")
    let told = try AssayProcess.run(["init", "a.csv", "--force"] + Self.asOf, in: folder)
    #expect(told.status == 0, "\(told.stderr)")
    #expect(try folder.read("assay-out/pipeline.json") != "mine")
  }
}
