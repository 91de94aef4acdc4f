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
    check(amount)
  }

  @Test(arguments: [
    Amount(raw: "1 234,56", canonical: "1234.56", hundredths: 123_456),
    Amount(raw: "1'234.56", canonical: "1234.56", hundredths: 123_456),
    Amount(
      raw: "1\u{A0}234\u{202F}567,8", canonical: "1234567.8", hundredths: 123_456_780,
      issues: .repaired),
    Amount(raw: "(1,234.56)", canonical: "-1234.56", hundredths: -123_456),
    Amount(raw: "-¥1,234", canonical: "-1234", hundredths: -123_400),
    Amount(raw: "¥(1,234.5)", canonical: "-1234.5", hundredths: -123_450),
    Amount(raw: "1234.5万", canonical: "12345000", hundredths: 1_234_500_000),
    Amount(raw: "3.2亿", canonical: "320000000", hundredths: 32_000_000_000),
    Amount(raw: "12.5万元", canonical: "125000", hundredths: 12_500_000),
    Amount(raw: "人民币 5百万元整", canonical: "5000000", hundredths: 500_000_000),
    Amount(raw: "usd 1,200.50", canonical: "1200.5", hundredths: 120_050),
    Amount(raw: "HK$ 12", canonical: "12", hundredths: 1200),
    Amount(raw: "12.5%", canonical: "0.125", hundredths: 13),
    Amount(raw: "负12", canonical: "-12", hundredths: -1200),
    Amount(raw: "△1,234", canonical: "-1234", hundredths: -123_400),
    Amount(raw: "0,125", canonical: "0.125", hundredths: 13),
    Amount(raw: "1,5E+5", canonical: "150000", hundredths: 15_000_000),
    Amount(raw: "1.23457E+12", canonical: "", hundredths: nil, issues: .precisionLost),
    Amount(raw: "1.23456789012E+12", canonical: "1234567890120", hundredths: 123_456_789_012_000),
    Amount(raw: "壹万贰仟叁佰元伍角整", canonical: "12300.5", hundredths: 1_230_050),
    Amount(raw: "三千二百", canonical: "3200", hundredths: 320_000),
    Amount(raw: "十二亿零五万", canonical: "1200050000", hundredths: 120_005_000_000),
    Amount(raw: "零元", canonical: "0", hundredths: 0),
    Amount(raw: "='1234", canonical: "='1234", hundredths: nil, issues: .invalid),
    Amount(raw: "=1234.5", canonical: "1234.5", hundredths: 123_450, issues: .repaired),
    Amount(raw: "=SUM(H5:H12)", canonical: "", hundredths: nil, issues: .formula),
    Amount(raw: "***", canonical: "", hundredths: nil, issues: .masked),
    Amount(raw: "12**.00", canonical: "", hundredths: nil, issues: .masked),
    Amount(raw: "#####", canonical: "", hundredths: nil, issues: .precisionLost),
    Amount(raw: "#DIV/0!", canonical: "", hundredths: nil, issues: .placeholder),
    Amount(raw: "--5", canonical: "--5", hundredths: nil, issues: .invalid),
    Amount(raw: "1,234.567,89", canonical: "1,234.567,89", hundredths: nil, issues: .invalid),
  ])
  func `an amount of a ledger, a country or a spreadsheet is found in its form`(_ amount: Amount) {
    check(amount)
  }

  struct Column: Sendable {
    let raw: String
    let point: String
    let comma: String
  }

  @Test(arguments: [
    Column(raw: "1.234", point: "1.234", comma: "1234"),
    Column(raw: "1,234", point: "1234", comma: "1.234"),
    Column(raw: "-123,456 €", point: "-123456", comma: "-123.456"),
    Column(raw: "1,5", point: "1.5", comma: "1.5"), Column(raw: "1.5", point: "1.5", comma: "1.5"),
    Column(raw: "1.234,5", point: "1234.5", comma: "1234.5"),
    Column(raw: "1,234,567", point: "1234567", comma: "1234567"),
    Column(raw: "12345,678", point: "12345.678", comma: "12345.678"),
  ])
  func `the convention of the column decides what a mark leaves open`(_ column: Column) {
    let raw = Array(column.raw.utf8)
    let amounts = AmountNormalizer()
    #expect(
      amounts.read(raw.span, convention: .init(decimalMark: .point)).canonical == column.point)
    #expect(
      amounts.read(raw.span, convention: .init(decimalMark: .comma)).canonical == column.comma)
    #expect(amounts.read(raw.span).canonical == column.point)
  }

  private func check(_ amount: Amount) {
    let reading = AmountNormalizer().read(Array(amount.raw.utf8).span)
    #expect(reading.canonical == amount.canonical)
    #expect(reading.hundredths == amount.hundredths)
    #expect(reading.issues == amount.issues)
    let again = AmountNormalizer().read(Array(reading.canonical.utf8).span)
    #expect(again.canonical == reading.canonical)
  }
}
