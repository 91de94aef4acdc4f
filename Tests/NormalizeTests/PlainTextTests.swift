import Normalize
import Testing
import Vocabulary

@Suite struct PlainTextTests {
  private func isPlaceholder(_ text: String) -> Bool {
    let letters = text.unicodeScalars.map(\.value)
    return Lexicon.shipped.placeholders.isPlaceholder(letters.span)
  }

  @Test(arguments: [
    "", "无", "暂无", "未知", "不详", "待补充", "没有", "test", "TEST", "测试", "测试客户", "aaa", "asdf", "qwe",
    "111",
    "xxx", "n/a", "N/A", "none", "NULL", "某某", "客户", "先生", "女士", "客人", "-", "...", "???",
    "Test User",
  ])
  func `a filler is a placeholder`(_ text: String) {
    #expect(isPlaceholder(text))
  }

  @Test(arguments: ["张伟", "王总", "无锡", "Ann", "Testa", "A", "李", "未央", "某", "华测试验", "1号店"])
  func `a value is no placeholder`(_ text: String) {
    #expect(!isPlaceholder(text))
  }

  struct Text: Sendable {
    let raw: String
    let canonical: String
    var issues: ValueIssues = []
  }

  @Test(arguments: [
    Text(raw: "", canonical: ""), Text(raw: "a  b", canonical: "a b"),
    Text(raw: "a\nb", canonical: "a b"),
    Text(raw: "老师", canonical: "老师"), Text(raw: "无", canonical: "", issues: .placeholder),
    Text(raw: "test", canonical: "", issues: .placeholder),
    Text(raw: "123456", canonical: "", issues: .placeholder),
  ])
  func `text has single blanks`(_ text: Text) {
    let reading = TextNormalizer().read(Array(text.raw.utf8).span)
    #expect(reading.canonical == text.canonical)
    #expect(reading.issues == text.issues)
  }

  @Test(arguments: [
    Text(raw: "vip", canonical: "VIP"), Text(raw: "VIP", canonical: "VIP"),
    Text(raw: "a", canonical: "A"),
    Text(raw: "existing CUSTOMER", canonical: "Existing Customer"),
    Text(raw: "零售", canonical: "零售"),
    Text(raw: "1", canonical: "1"), Text(raw: "未知", canonical: "", issues: .placeholder),
  ])
  func `case does not count in a category`(_ text: Text) {
    let reading = CategoryNormalizer().read(Array(text.raw.utf8).span)
    #expect(reading.canonical == text.canonical)
    #expect(reading.issues == text.issues)
    #expect(
      CategoryNormalizer().read(Array(reading.canonical.utf8).span).canonical == text.canonical)
  }

  @Test(arguments: [
    Text(raw: "325000", canonical: "325000"), Text(raw: "SW1A 1AA", canonical: "SW1A1AA"),
    Text(raw: "sw1a1aa", canonical: "SW1A1AA"), Text(raw: "100-0001", canonical: "1000001"),
    Text(raw: "325000.0", canonical: "325000", issues: .repaired),
    Text(raw: "325000.00", canonical: "325000", issues: .repaired),
    Text(raw: "3250**", canonical: "", issues: .masked),
    Text(raw: "0", canonical: "", issues: .placeholder),
    Text(raw: "2222", canonical: "2222"),
    Text(raw: "000000", canonical: "", issues: .placeholder),
    Text(raw: "123456", canonical: "", issues: .placeholder),
    Text(raw: "无", canonical: "", issues: .placeholder),
    Text(raw: "温州", canonical: "温州", issues: .invalid),
    Text(raw: "12", canonical: "12", issues: .invalid),
  ])
  func `a postcode is compared without blanks and case`(_ text: Text) {
    let reading = PostcodeNormalizer().read(Array(text.raw.utf8).span)
    #expect(reading.canonical == text.canonical)
    #expect(reading.issues == text.issues)
  }
}
