import Normalize
import Testing

/// The invented rows of `Fixtures/oracles`, whose answers are known.
@Suite struct OracleTests {
  @Test func `phones agree with the reference in at least 99 of 100 rows`() throws {
    let rows = try oracleRows("phones_oracle.tsv")
    var wrong: [String] = []
    for row in rows {
      let normalizer = PhoneNormalizer(region: row[1].isEmpty ? nil : row[1])
      let value = normalizer.read(Array(row[0].utf8).span).values.first
      let found = [value?.e164, value?.type.rawValue, value?.region, value?.ext].map { $0 ?? "" }
      if found != Array(row[2...5]) { wrong.append(row[0]) }
    }
    #expect(rows.count == 400)
    #expect(wrong.count <= 4, "\(wrong)")
  }

  @Test func `every credit code is judged as the standard does`() throws {
    let rows = try oracleRows("uscc_oracle.tsv")
    #expect(rows.count == 120)
    for row in rows {
      let reading = CreditCodeNormalizer().read(Array(row[0].utf8).span)
      #expect(reading.isValid == (row[1] == "1"), "\(row)")
    }
  }

  @Test func `every resident identity number is judged as the standard does`() throws {
    let rows = try oracleRows("resident_id_oracle.tsv")
    #expect(rows.count == 120)
    for row in rows {
      let reading = ResidentIDNormalizer().read(Array(row[0].utf8).span)
      #expect(reading.isValid == (row[1] == "1"), "\(row)")
    }
  }
}
