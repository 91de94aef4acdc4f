import Normalize
import Testing
import Vocabulary

@Suite struct AmountNormalizerTests {
  struct Amount: Sendable {
    let raw: String
    let canonical: String
    let hundredths: Int64?
    var issues: ValueIssues = []
  }

  @Test(arguments: [
    Amount(raw: "", canonical: "", hundredths: nil),
    Amount(raw: "0", canonical: "0", hundredths: 0),
    Amount(raw: "0.00", canonical: "0", hundredths: 0),
    Amount(raw: "-0.00", canonical: "0", hundredths: 0),
    Amount(raw: "159,603.29", canonical: "159603.29", hundredths: 15_960_329),
    Amount(raw: "1,234,567", canonical: "1234567", hundredths: 123_456_700),
    Amount(raw: "(123.00)", canonical: "-123", hundredths: -12_300),
    Amount(raw: "-1,234.5", canonical: "-1234.5", hundredths: -123_450),
    Amount(raw: "123-", canonical: "-123", hundredths: -12_300),
    Amount(raw: "¥1,234.50", canonical: "1234.5", hundredths: 123_450),
    Amount(raw: "￥-12", canonical: "-12", hundredths: -1200),
    Amount(raw: "1234元", canonical: "1234", hundredths: 123_400),
    Amount(raw: "USD 1,234.56", canonical: "1234.56", hundredths: 123_456),
    Amount(raw: "12.5万", canonical: "125000", hundredths: 12_500_000),
    Amount(raw: "1.234,56", canonical: "1234.56", hundredths: 123_456),
    Amount(raw: "1234,56", canonical: "1234.56", hundredths: 123_456),
    Amount(raw: "1.234.567", canonical: "1234567", hundredths: 123_456_700),
    Amount(raw: "1.5E+5", canonical: "150000", hundredths: 15_000_000),
    Amount(raw: "0.005", canonical: "0.005", hundredths: 1),
    Amount(raw: "0.004", canonical: "0.004", hundredths: 0),
    Amount(raw: "１２３", canonical: "123", hundredths: 12_300, issues: .repaired),
    Amount(raw: "12,34", canonical: "12.34", hundredths: 1234),
    Amount(raw: "1,23,456", canonical: "1,23,456", hundredths: nil, issues: .invalid),
    Amount(raw: "abc", canonical: "abc", hundredths: nil, issues: .invalid),
    Amount(raw: "12abc", canonical: "12abc", hundredths: nil, issues: .invalid),
    Amount(raw: "N/A", canonical: "", hundredths: nil, issues: .placeholder),
    Amount(
      raw: "99999999999999999999", canonical: "99999999999999999999", hundredths: nil),
  ])
  func `an amount is found in its form`(_ amount: Amount) {
    let reading = AmountNormalizer().read(Array(amount.raw.utf8).span)
    #expect(reading.canonical == amount.canonical)
    #expect(reading.hundredths == amount.hundredths)
    #expect(reading.issues == amount.issues)
    let again = AmountNormalizer().read(Array(reading.canonical.utf8).span)
    #expect(again.canonical == reading.canonical)
  }
}
