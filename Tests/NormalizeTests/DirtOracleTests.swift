import Normalize
import Testing
import Vocabulary

/// Invented values with dirt that the rules were not made from; see `Fixtures/oracles/README.md`.
@Suite struct DirtOracleTests {
  /// Whether what was found is what is right; `~` is not judged.
  private func agrees(_ right: String, _ found: String) -> Bool { right == "~" || right == found }

  @Test func `at least 95 of 100 dirty names have all parts right`() throws {
    let normalizer = PersonNameNormalizer(expecting: .party)
    let rows = try oracleRows("names_dirt.tsv")
    let wrong = rows.filter { row in
      let reading = normalizer.read(Array(row[0].utf8).span)
      let kind = reading.kind == .organization ? "company" : reading.kind.rawValue
      guard row[1] == "person" else { return kind != row[1] }
      let honorific = reading.honorific ?? reading.title ?? ""
      let found = [
        kind, reading.surname, reading.given, honorific, reading.qualifier ?? "",
        reading.canonical,
      ]
      return !zip(row[1...6], found).allSatisfy { agrees($0, $1) }
    }
    #expect(rows.count == 600)
    #expect(wrong.count * 100 <= rows.count * 5, "\(wrong.map { $0[0] })")
  }

  @Test func `at least 97 of 100 dirty pairs of firms are told right`() throws {
    let normalizer = OrganizationNameNormalizer()
    let rows = try oracleRows("company_dirt.tsv")
    let wrong = rows.filter { row in
      let left = normalizer.read(Array(row[0].utf8).span).key
      let right = normalizer.read(Array(row[1].utf8).span).key
      return (left == right) != (row[2] == "same")
    }
    #expect(rows.count == 500)
    #expect(wrong.count * 100 <= rows.count * 3, "\(wrong.map { $0[0] + " / " + $0[1] })")
  }

  @Test(arguments: [("ref", 1), ("built", 5)])
  func `dirty phones are read as the reference, and as they were built`(
    how: String, wrongInHundred: Int
  ) throws {
    let rows = try oracleRows("phones_dirt.tsv").filter { $0[6] == how }
    let wrong = rows.filter { row in
      let normalizer = PhoneNormalizer(region: row[1].isEmpty ? nil : row[1])
      let value = normalizer.read(Array(row[0].utf8).span).values.first
      let found = [value?.e164, value?.type.rawValue, value?.region, value?.ext].map { $0 ?? "" }
      return !zip(row[2...5], found).allSatisfy { agrees($0, $1) }
    }
    #expect(rows.count > 100)
    #expect(wrong.count * 100 <= rows.count * wrongInHundred, "\(wrong.map { $0[0] })")
  }

  @Test func `at least 98 of 100 dirty addresses fall into the right divisions`() throws {
    let normalizer = AddressNormalizer()
    let rows = try oracleRows("addresses_dirt.tsv")
    let wrong = rows.filter { row in
      let reading = normalizer.read(Array(row[0].utf8).span)
      let found = [reading.province, reading.city, reading.district]
      return !zip(row[1...3], found).allSatisfy { agrees($0, $1) }
    }
    #expect(rows.count == 300)
    #expect(wrong.count * 100 <= rows.count * 2, "\(wrong.map { $0[0] })")
  }

  @Test func `at least 98 of 100 dirty mail addresses are judged and repaired right`() throws {
    let normalizer = EmailNormalizer()
    let rows = try oracleRows("emails_dirt.tsv")
    let wrong = rows.filter { row in
      let value = normalizer.read(Array(row[0].utf8).span).values.first
      return !agrees(row[2], value == nil ? "0" : "1")
        || value != nil && !agrees(row[1], value?.canonical ?? "")
    }
    #expect(rows.count == 300)
    #expect(wrong.count * 100 <= rows.count * 2, "\(wrong.map { $0[0] })")
  }

  @Test func `at least 98 of 100 dirty dates give their day, or none`() throws {
    let asOf = try #require(CivilDay(iso: "2026-06-30"))
    let normalizer = DateNormalizer(asOf: asOf, timeZone: "Asia/Shanghai")
    let rows = try oracleRows("dates_dirt.tsv")
    let wrong = rows.filter { row in
      let day = normalizer.read(Array(row[0].utf8).span).day
      return !agrees(row[1], day?.description ?? "")
    }
    #expect(rows.count == 300)
    #expect(wrong.count * 100 <= rows.count * 2, "\(wrong.map { $0[0] })")
  }
}
