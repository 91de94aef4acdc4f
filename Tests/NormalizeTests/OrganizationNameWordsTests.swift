import Normalize
import Testing

/// What stewards add to the word lists of organizations.
@Suite struct OrganizationNameWordsTests {
  private func normalizer(_ list: String, _ text: String) throws -> OrganizationNameNormalizer {
    let file = WordFile(path: list + ".tsv", bytes: Array(text.utf8))
    return try OrganizationNameNormalizer(Lexicon(WordLists(adding: [file])))
  }

  private func keys(_ normalizer: OrganizationNameNormalizer, _ names: String...) -> [String] {
    names.map { normalizer.read(Array($0.utf8).span).key }
  }

  @Test func `a legal form of one's own tells or does not tell`() throws {
    let plain = keys(
      try normalizer("legal_forms", "word\tlanguage\ttells\n甲乙社\tzh\tplain\n"), "华信甲乙社", "华信")
    #expect(plain[0] == plain[1])
    let own = keys(
      try normalizer("legal_forms", "word\tlanguage\ttells\n甲乙社\tzh\town\n"), "华信甲乙社", "华信")
    #expect(own[0] != own[1])
  }

  @Test func `a form that is taken out belongs to the name`() throws {
    let found = keys(
      try normalizer("legal_forms", "word\n-GmbH\n".lowercased()), "Acme GmbH", "Acme")
    #expect(found[0] != found[1])
  }

  @Test func `remarks, abbreviations, branches, businesses and places of one's own are known`()
    throws
  {
    var found = keys(
      try normalizer("company_remarks", "word\tsense\n甲类户\tnote\n"), "华信有限公司(甲类户)", "华信有限公司")
    #expect(found[0] == found[1])
    found = keys(
      try normalizer("company_abbreviations", "word\tfull\tuse\n华科\t华信科技\twhole\n"), "上海华科",
      "上海华信科技有限公司")
    #expect(found[0] == found[1])
    found = keys(
      try normalizer("company_places", "word\tsense\n甲乙岛\tabroad\n"), "甲乙岛华信有限公司", "华信(甲乙岛)有限公司")
    #expect(found[0] == found[1])
    let branch = try normalizer("branches", "word\tsense\n甲乙站\tbranch\n").read(
      Array("华信有限公司北京甲乙站".utf8).span)
    #expect(branch.branch == "北京甲乙站")
    let business = try normalizer("industries", "word\n甲乙业\n").read(Array("华信甲乙业有限公司".utf8).span)
    #expect(business.industry == "甲乙业")
  }

  @Test func `a word of no known sense is an error`() {
    #expect(throws: WordListError.self) {
      try normalizer("company_remarks", "word\tsense\n甲\tnotes\n")
    }
    #expect(throws: WordListError.self) { try normalizer("legal_forms", "word\ttells\n甲\tsome\n") }
  }
}
