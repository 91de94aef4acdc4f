import Foundation
import Scorecard
import Testing
import Vocabulary

@Suite struct ScorecardOptionsTests {
  private func decode(_ json: String) throws -> ScorecardOptions {
    try JSONDecoder().decode(ScorecardOptions.self, from: Data(json.utf8))
  }

  @Test func `a missing key keeps its default`() throws {
    #expect(try decode("{}") == ScorecardOptions())
    var expected = ScorecardOptions()
    expected.period = .quarter
    expected.minimumRecords = 5
    expected.required["sales"] = ["name"]
    let text = #"{"period": "quarter", "minimumRecords": 5, "required": {"sales": ["name"]}}"#
    #expect(try decode(text) == expected)
  }

  @Test func `encoding and decoding give the same settings`() throws {
    var options = ScorecardOptions()
    options.weights = ["timeliness.entry": 2]
    options.lateEntryDays = 1
    let data = try JSONEncoder().encode(options)
    #expect(try JSONDecoder().decode(ScorecardOptions.self, from: data) == options)
  }

  @Test func `every problem is named at once`() {
    var options = ScorecardOptions()
    options.weights = ["conformity.fone": 1, "conformity.phone": 101]
    options.required = ["sales": ["phone|fax"]]
    options.minimumUnits = -1
    options.maximumExcludedShare = 2
    #expect(
      options.problems(schema: .customer) == [
        "weights: there is no rule 'conformity.fone'",
        "weights: 'conformity.phone' is 101, a weight is within 0...100",
        "required: 'sales' names the field 'fax', which the schema lacks",
        "minimumUnits: is -1, it cannot be negative",
        "maximumExcludedShare: is 2.0, a share is within 0...1",
      ])
    #expect(ScorecardOptions().problems(schema: Schema()).isEmpty)
  }
}
