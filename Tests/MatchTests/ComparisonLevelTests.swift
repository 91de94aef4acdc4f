import Testing

@testable import Match

@Suite struct ComparisonLevelTests {
  @Test(arguments: ComparisonLevel.grammar)
  func `every form of the grammar is a level and reads back`(text: String) throws {
    let level = try #require(ComparisonLevel(text))
    #expect(level.description == text)
  }

  @Test(arguments: [
    "", "exact>=1", "jaroWinkler", "jaroWinkler>0.9", "jaroWinkler>=1.1", "levenshtein<=0",
    "levenshtein<=4", "levenshtein<=1.5", "differences<=-1", "differences<=1e30",
  ])
  func `what has another form or bound is no level`(text: String) {
    #expect(ComparisonLevel(text) == nil)
  }
}
