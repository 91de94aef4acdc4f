import Foundation
import Testing

/// A file that has nothing to do with the customer schema, configured with fields and kinds alone.
@Suite struct Febrl3Tests {
  @Test func `kinds alone are enough to find the duplicates`() throws {
    let records = Repository.fixture("febrl3/records.csv")
    let kinds = [
      ("given_name", "givenName"), ("surname", "surname"), ("street_number", "number"),
      ("address_1", "address"), ("address_2", "address"), ("suburb", "place"),
      ("postcode", "postcode"), ("state", "category"), ("date_of_birth", "date"),
      ("soc_sec_id", "identifier"),
    ]
    let fields = kinds.map { #"\#($0): "\#($1)""# }.joined(separator: ", ")
    let map = kinds.map { #"\#($0.0): "\#($0.0)""# }.joined(separator: ", ")
    let night = try PipelineFolder(
      [#"{ name: "a", path: "\#(records)", profile: "none", id: "record_id", map: { \#(map) } }"#],
      settings: #"schema: "none", language: "en", fields: { \#(fields) },"#)
    try night.publish()
    let outcome = try AssayProcess.run(
      ["evaluate", "out", "--truth", Repository.fixture("febrl3/truth.csv"), "--json"],
      in: night.folder)
    struct Report: Decodable {
      struct Party: Decodable {
        struct Scores: Decodable {
          struct Rates: Decodable { var f1: Double }
          var records: Int
          var pairwise: Rates
        }
        var scores: Scores
      }
      var parties: [Party]
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.stdout.utf8))
    let scores = try #require(report.parties.first?.scores)
    #expect(scores.records == 5000)
    #expect(scores.pairwise.f1 >= 0.99)
    let claims = try night.table("claims.csv").columns("field", "value", "raw_value")
    #expect(claims.contains(["date_of_birth", "1977-05-01", "19770501"]))
  }
}
