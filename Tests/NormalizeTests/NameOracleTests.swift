import Normalize
import Testing

/// Samples of generated names with known parts; every person, firm and number is invented.
@Suite struct NameOracleTests {
  @Test func `at least 99 of 100 names have all parts right`() throws {
    let normalizer = PersonNameNormalizer()
    let rows = try oracleRows("names.tsv")
    let wrong = rows.filter { row in
      let reading = normalizer.read(Array(row[0].utf8).span)
      let kind = reading.kind == .organization ? "company" : reading.kind.rawValue
      let parts = [
        kind, reading.surname, reading.given, reading.honorific ?? "", reading.qualifier ?? "",
        reading.canonical,
      ]
      return parts != Array(row[1...6])
    }
    #expect(rows.count > 400)
    #expect(wrong.count * 100 <= rows.count, "\(wrong)")
  }

  @Test func `at least 99 of 100 pairs of firms have equal keys if and only if they are one`()
    throws
  {
    let normalizer = OrganizationNameNormalizer()
    let rows = try oracleRows("company.tsv")
    let wrong = rows.filter { row in
      let left = normalizer.read(Array(row[0].utf8).span).key
      let right = normalizer.read(Array(row[1].utf8).span).key
      return (left == right) != (row[2] == "same")
    }
    #expect(rows.count >= 200)
    #expect(wrong.count * 100 <= rows.count, "\(wrong)")
  }

  @Test func `any text is read without a trap, and the same way each time`() {
    var state: UInt64 = 20_260_630
    func next(_ bound: UInt32) -> UInt32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(truncatingIfNeeded: state >> 33) % bound
    }
    let alphabet = Array("张伟欧阳王总先生北京有限公司分科技店某测试(（)）[]-·*/,.&'\"@ 0123Az é\u{200B}김Ж".unicodeScalars)
    let persons = PersonNameNormalizer(expecting: .party)
    let organizations = OrganizationNameNormalizer()
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<next(14) { text.append(alphabet[Int(next(UInt32(alphabet.count)))]) }
      let cell = Array(String(text).utf8)
      let reading = persons.read(cell.span)
      #expect(reading == persons.read(cell.span))
      #expect(reading.kind != .person || reading.canonical != "")
      #expect((0...1).contains(reading.confidence))
      #expect(organizations.read(cell.span) == organizations.read(cell.span))
    }
  }
}
