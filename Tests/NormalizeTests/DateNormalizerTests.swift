import Normalize
import Testing
import Vocabulary

@Suite struct DateNormalizerTests {
  private let dates: DateNormalizer

  init() throws {
    let asOf = try #require(CivilDay(year: 2026, month: 6, day: 30))
    dates = DateNormalizer(asOf: asOf, timeZone: "Asia/Shanghai")
  }

  struct Form: Sendable {
    let raw: String
    let canonical: String
    var issues: ValueIssues = []
  }

  @Test(arguments: [
    Form(raw: "", canonical: ""),
    Form(raw: "2024-03-05", canonical: "2024-03-05"),
    Form(raw: "2024-3-5", canonical: "2024-03-05"),
    Form(raw: "2024/3/5", canonical: "2024-03-05"),
    Form(raw: "2024.3.5", canonical: "2024-03-05"),
    Form(raw: "2024/3/5 9:07", canonical: "2024-03-05T09:07:00"),
    Form(raw: "2024-03-05 09:07:33", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024-03-05 00:00:00", canonical: "2024-03-05T00:00:00"),
    Form(raw: "20240305", canonical: "2024-03-05"),
    Form(raw: "20240305090733", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024年3月5日", canonical: "2024-03-05"),
    Form(raw: "2024年3月5日 9时7分33秒", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024年3月5日 下午2:30", canonical: "2024-03-05T14:30:00"),
    Form(raw: "2024年3月5日星期二", canonical: "2024-03-05"),
    Form(raw: "民国113年3月5日", canonical: "2024-03-05"),
    Form(raw: "5.3.2024", canonical: "2024-03-05"), Form(raw: "05.03.24", canonical: "2024-03-05"),
    Form(raw: "3/15/2024", canonical: "2024-03-15"),
    Form(raw: "15/3/2024", canonical: "2024-03-15"),
    Form(raw: "3/15/2024 2:30 PM", canonical: "2024-03-15T14:30:00"),
    Form(raw: "3/15/2024 12:30 AM", canonical: "2024-03-15T00:30:00"),
    Form(raw: "24-03-05", canonical: "2024-03-05"), Form(raw: "88-03-05", canonical: "1988-03-05"),
    Form(raw: "5 Mar 2024", canonical: "2024-03-05"),
    Form(raw: "5-Mar-24", canonical: "2024-03-05"),
    Form(raw: "March 5, 2024", canonical: "2024-03-05"),
    Form(raw: "Tue, 5 March 2024 14:30:00", canonical: "2024-03-05T14:30:00"),
    Form(raw: "2024-03-05T09:07:33+08:00", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024-03-05T01:07:33Z", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024-03-05T01:07:33.123Z", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024-03-04T20:07:33-0500", canonical: "2024-03-05T09:07:33"),
    Form(raw: "1709600853", canonical: "2024-03-05T09:07:33"),
    Form(raw: "1709600853123", canonical: "2024-03-05T09:07:33"),
    Form(raw: "45356", canonical: "2024-03-05"),
    Form(raw: "45356.5", canonical: "2024-03-05T12:00:00"),
    Form(raw: "19560409", canonical: "1956-04-09"),
    Form(raw: "２０２４－０３－０５", canonical: "2024-03-05", issues: .repaired),
    Form(raw: "2023-02-30", canonical: "2023-02-30", issues: .impossibleDate),
    Form(raw: "2024-13-01", canonical: "2024-13-01", issues: .impossibleDate),
    Form(raw: "19561349", canonical: "19561349", issues: .impossibleDate),
    Form(raw: "2099-12-31", canonical: "2099-12-31", issues: .futureDate),
    Form(raw: "2026-07-01", canonical: "2026-07-01"),
    Form(raw: "2026-07-02", canonical: "2026-07-02", issues: .futureDate),
    Form(raw: "#N/A", canonical: "", issues: .placeholder),
    Form(raw: "yesterday", canonical: "yesterday", issues: .invalid),
    Form(raw: "2024-03", canonical: "2024-03", issues: [.invalid, .incomplete]),
    Form(raw: "2024-03-05 25:00", canonical: "2024-03-05 25:00", issues: .invalid),
  ])
  func `a date is found in its form`(_ form: Form) {
    let reading = dates.read(Array(form.raw.utf8).span)
    #expect(reading.canonical == form.canonical)
    #expect(reading.issues == form.issues)
  }

  @Test(arguments: [
    Form(raw: "2024-03-05 24:00", canonical: "2024-03-06T00:00:00"),
    Form(raw: "20240305090733123", canonical: "2024-03-05T09:07:33"),
    Form(raw: "20240305T010733Z", canonical: "2024-03-05T09:07:33"),
    Form(raw: "31122024", canonical: "2024-12-31"),
    Form(raw: "19122012", canonical: "19122012", issues: .impossibleDate),
    Form(raw: "2024-03-05 14.30", canonical: "2024-03-05T14:30:00"),
    Form(raw: "2024-03-05 上午 9:07", canonical: "2024-03-05T09:07:00"),
    Form(raw: "2024年3月5日 晚上11点半", canonical: "2024-03-05T23:30:00"),
    Form(raw: "2024年3月5日 中午12:30", canonical: "2024-03-05T12:30:00"),
    Form(raw: "2024-03-05（周二）09:07", canonical: "2024-03-05T09:07:00", issues: .repaired),
    Form(raw: "二〇二四年三月五日", canonical: "2024-03-05"),
    Form(raw: "二零二四年十二月二十三日", canonical: "2024-12-23"),
    Form(raw: "公元2024年3月5日", canonical: "2024-03-05"),
    Form(raw: "民國113/03/05", canonical: "2024-03-05"),
    Form(raw: "民國 113 年 3 月 5 日 14:30", canonical: "2024-03-05T14:30:00"),
    Form(raw: "中華民國一百一十三年三月五日", canonical: "2024-03-05"),
    Form(raw: "民國元年1月1日", canonical: "1912-01-01"),
    Form(raw: "民國1130305", canonical: "2024-03-05"),
    Form(raw: "ROC 113.03.05", canonical: "2024-03-05"),
    Form(raw: "113年3月5日", canonical: "2024-03-05"), Form(raw: "113/03/05", canonical: "2024-03-05"),
    Form(raw: "113.03.05 14:30:00", canonical: "2024-03-05T14:30:00"),
    Form(raw: "099-12-31", canonical: "2010-12-31"), Form(raw: "1130305", canonical: "2024-03-05"),
    Form(raw: "0113/03/05", canonical: "2024-03-05"),
    Form(raw: "990305", canonical: "990305", issues: .invalid),
    Form(raw: "令和6年3月5日", canonical: "2024-03-05"), Form(raw: "令和元年5月1日", canonical: "2019-05-01"),
    Form(raw: "平成31年4月30日", canonical: "2019-04-30"), Form(raw: "S60.1.2", canonical: "1985-01-02"),
    Form(raw: "R6/3/5", canonical: "2024-03-05"),
    Form(raw: "Tue, 05 Mar 2024 09:07:00 +0800", canonical: "2024-03-05T09:07:00"),
    Form(raw: "Tue Mar 05 09:07:33 CST 2024", canonical: "2024-03-05T09:07:33"),
    Form(
      raw: "Tue Mar 05 2024 09:07:33 GMT+0800 (中国标准时间)", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024-03-05 01:07:33 UTC", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024-03-05T09:07:33+08:00[Asia/Shanghai]", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024-03-05T01:07:33.000+0000", canonical: "2024-03-05T09:07:33"),
    Form(raw: "March 5th 2024 2:30 PM", canonical: "2024-03-05T14:30:00"),
    Form(raw: "05-Mar-24", canonical: "2024-03-05"),
    Form(raw: "Mar 5, 2024", canonical: "2024-03-05"),
    Form(raw: "/Date(1709600853123)/", canonical: "2024-03-05T09:07:33"),
    Form(raw: "/Date(1709600853123+0800)/", canonical: "2024-03-05T09:07:33"),
    Form(raw: "1709600853.123", canonical: "2024-03-05T09:07:33"),
    Form(raw: "1709600853123456", canonical: "2024-03-05T09:07:33"),
    Form(raw: "1.709600853123E+12", canonical: "2024-03-05T09:07:33", issues: .repaired),
    Form(raw: "1.7096E+12", canonical: "", issues: .precisionLost),
    Form(raw: "20240305.0", canonical: "2024-03-05", issues: .repaired),
    Form(raw: "2.0240305E7", canonical: "2024-03-05", issues: .repaired),
    Form(raw: "45356,5", canonical: "2024-03-05T12:00:00"),
    Form(raw: "44562.38", canonical: "2022-01-01T09:07:12"),
    Form(raw: "'45356", canonical: "2024-03-05", issues: .repaired),
    Form(raw: "76/03/05", canonical: "1976-03-05"),
    Form(raw: "03/05/76", canonical: "1976-03-05", issues: .ambiguous),
    Form(raw: "3/5/2024", canonical: "2024-03-05", issues: .ambiguous),
    Form(raw: "5-3-2024", canonical: "2024-03-05", issues: .ambiguous),
    Form(raw: "5/5/2024", canonical: "2024-05-05"),
    Form(raw: "1900-01-01 00:00:00", canonical: "", issues: .placeholder),
    Form(raw: "1900-01-01", canonical: "", issues: .placeholder),
    Form(raw: "1970-01-01 00:00:00", canonical: "", issues: .placeholder),
    Form(raw: "1970-01-01 08:00:00", canonical: "", issues: .placeholder),
    Form(raw: "1970-01-01", canonical: "1970-01-01"),
    Form(raw: "0001-01-01T00:00:00", canonical: "", issues: .placeholder),
    Form(raw: "9999-12-31", canonical: "", issues: .placeholder),
    Form(raw: "0000-00-00 00:00:00", canonical: "", issues: .placeholder),
    Form(raw: "1900-01-00", canonical: "", issues: .placeholder),
    Form(raw: "0", canonical: "", issues: .placeholder),
    Form(raw: "#REF!", canonical: "", issues: .placeholder),
    Form(raw: "########", canonical: "", issues: .precisionLost),
    Form(raw: "199*-**-**", canonical: "", issues: .masked),
    Form(raw: "1990-xx-xx", canonical: "", issues: .masked),
    Form(raw: "=TODAY()", canonical: "", issues: .formula),
    Form(raw: "昨天", canonical: "昨天", issues: .invalid),
    Form(raw: "3天前", canonical: "3天前", issues: .invalid),
    Form(raw: "09:07", canonical: "09:07", issues: .invalid),
  ])
  func `a date of a program, a calendar or a spreadsheet is found in its form`(_ form: Form) {
    let reading = dates.read(Array(form.raw.utf8).span)
    #expect(reading.canonical == form.canonical)
    #expect(reading.issues == form.issues)
  }

  @Test(arguments: [
    Form(raw: "2024.3.5.", canonical: "2024-03-05"),
    Form(raw: "2024년 3월 5일", canonical: "2024-03-05"),
    Form(raw: "2024. 3. 5. 오후 2:30", canonical: "2024-03-05T14:30:00"),
    Form(raw: "2024-W10-2", canonical: "2024-03-05"),
    Form(raw: "2024W102", canonical: "2024-03-05"),
    Form(raw: "2020-W53-7", canonical: "2021-01-03"),
    Form(raw: "2024-065", canonical: "2024-03-05"), Form(raw: "2024065", canonical: "2024-03-05"),
    Form(raw: "2024-366", canonical: "2024-12-31"),
    Form(raw: "2023-366", canonical: "2023-366", issues: .impossibleDate),
    Form(raw: "5th of March 2024", canonical: "2024-03-05"),
    Form(raw: "Tuesday the 5th of March, 2024", canonical: "2024-03-05"),
    Form(raw: "05/Mar/2024:09:07:33 +0800", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024-03-05-09.07.33.123456", canonical: "2024-03-05T09:07:33"),
    Form(raw: "05-MAR-24 09.07.33.000000 AM", canonical: "2024-03-05T09:07:33"),
    Form(raw: "Mar  5 2024 09:07:33:123AM", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024:03:05 09:07:33", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024_03_05", canonical: "2024-03-05"),
    Form(raw: "2024/03/05-09:07:33", canonical: "2024-03-05T09:07:33"),
    Form(raw: "05.03.2024, 09:07 Uhr", canonical: "2024-03-05T09:07:00"),
    Form(raw: "5.03.2024 9h07", canonical: "2024-03-05T09:07:00"),
    Form(raw: "1709600853123456789", canonical: "2024-03-05T09:07:33"),
    Form(raw: "\\/Date(1709600853123)\\/", canonical: "2024-03-05T09:07:33"),
    Form(raw: "日期：2024-03-05", canonical: "2024-03-05", issues: .repaired),
    Form(raw: "生于2024年3月5日", canonical: "2024-03-05", issues: .extraContent),
    Form(raw: "农历2024年3月5日", canonical: "农历2024年3月5日", issues: .invalid),
    Form(raw: "2024-03-05 09:07:33 Asia/Shanghai", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024-03-05 01:07:33 +0000 UTC", canonical: "2024-03-05T09:07:33"),
    Form(raw: "2024年03月05日(火)", canonical: "2024-03-05"),
    Form(raw: "le 5 mars 2024", canonical: "2024-03-05"),
    Form(raw: "1er août 2024", canonical: "2024-08-01"),
    Form(raw: "mardi 5 mars 2024", canonical: "2024-03-05"),
    Form(raw: "Dienstag, 5. März 2024", canonical: "2024-03-05"),
    Form(raw: "martes, 5 de marzo de 2024", canonical: "2024-03-05"),
    Form(raw: "5 maggio 2024", canonical: "2024-05-05"),
    Form(raw: "5 de MARÇO de 2024", canonical: "2024-03-05"),
    Form(raw: "5 mrt. 2024", canonical: "2024-03-05"),
    Form(raw: "30 février 2024", canonical: "30 février 2024", issues: .impossibleDate),
  ])
  func `a date of another country or program is found in its form`(_ form: Form) {
    let reading = dates.read(Array(form.raw.utf8).span)
    #expect(reading.canonical == form.canonical)
    #expect(reading.issues == form.issues)
  }

  @Test(arguments: [
    "3月5日", "3月", "2024年", "2024年3月", "二〇二四年三月", "2024-03", "03/2024", "2024", "Q1 2024", "2024Q1",
    "2024年第一季度", "2024年上半年", "March 2024", "Mar-24", "March 5", "5 mars", "3/5",
  ])
  func `a part of a date is not completed by a guess`(_ raw: String) {
    let reading = dates.read(Array(raw.utf8).span)
    #expect(reading.day == nil)
    #expect(reading.issues == [.invalid, .incomplete])
    #expect(reading.canonical == raw)
  }

  @Test func `the common forms are read to the same end as by the scanner`() {
    for text in [
      "2024-03-05", "2024/3/5 9:07", "20240305", "2024-03-05T01:07:33.123Z", "2024.12.31",
    ] {
      // A blank in front keeps the cell from the kernel.
      var spaced = dates.read(Array((" " + text).utf8).span)
      spaced.issues.remove(.repaired)
      #expect(spaced == dates.read(Array(text.utf8).span))
    }
  }

  @Test func `a steward's list adds empty dates and month names`() throws {
    let own = [
      WordFile(path: "dates.tsv", bytes: Array("word\n2000-01-01\n".utf8)),
      WordFile(
        path: "calendar.tsv", bytes: Array("word\tsense\tnumber\nmaaliskuu\tmonth\t3\n".utf8)),
    ]
    let asOf = try #require(CivilDay(year: 2026, month: 6, day: 30))
    let dates = try DateNormalizer(
      asOf: asOf, timeZone: "Asia/Shanghai", lexicon: Lexicon(WordLists(adding: own)))
    #expect(dates.read(Array("2000-01-01 10:00".utf8).span).issues == .placeholder)
    #expect(dates.read(Array("5 maaliskuu 2024".utf8).span).canonical == "2024-03-05")
  }

  struct Column: Sendable {
    let raw: String
    let convention: ColumnConvention
    let canonical: String
  }

  @Test(arguments: [
    Column(raw: "3/5/2024", convention: .init(dateOrder: .dayFirst), canonical: "2024-05-03"),
    Column(raw: "3/5/2024", convention: .init(dateOrder: .monthFirst), canonical: "2024-03-05"),
    Column(raw: "5-3-2024", convention: .init(dateOrder: .monthFirst), canonical: "2024-05-03"),
    Column(raw: "13/5/2024", convention: .init(dateOrder: .monthFirst), canonical: "2024-05-13"),
    Column(raw: "03/05/24", convention: .init(dateOrder: .yearFirst), canonical: "2003-05-24"),
    Column(raw: "99/12/31", convention: .init(isMinguo: true), canonical: "2010-12-31"),
    Column(raw: "75.3.5", convention: .init(isMinguo: true), canonical: "1986-03-05"),
    Column(raw: "99年12月31日", convention: .init(isMinguo: true), canonical: "2010-12-31"),
    Column(raw: "990305", convention: .init(isMinguo: true), canonical: "2010-03-05"),
    Column(raw: "2024/3/5", convention: .init(isMinguo: true), canonical: "2024-03-05"),
  ])
  func `the convention of the column decides what a date leaves open`(_ column: Column) {
    let reading = dates.read(Array(column.raw.utf8).span, convention: column.convention)
    #expect(reading.canonical == column.canonical)
    #expect(reading.issues == [])
  }

  @Test func `where the day comes first in a region it does so between slashes`() throws {
    let asOf = try #require(CivilDay(year: 2026, month: 6, day: 30))
    for (region, canonical) in [("US", "2024-03-05"), ("GB", "2024-05-03"), ("CN", "2024-03-05")] {
      let dates = DateNormalizer(asOf: asOf, timeZone: "UTC", region: region)
      let reading = dates.read(Array("3/5/2024".utf8).span)
      #expect(reading.canonical == canonical)
      #expect(reading.issues == .ambiguous)
    }
  }

  @Test func `a day without a time of day has none`() {
    let reading = dates.read(Array("2024-03-05".utf8).span)
    #expect(reading.day == CivilDay(year: 2024, month: 3, day: 5))
    #expect(reading.time == nil)
  }

  @Test func `summer time counts in a zone that has it`() throws {
    let asOf = try #require(CivilDay(year: 2026, month: 6, day: 30))
    let york = DateNormalizer(asOf: asOf, timeZone: "America/New_York")
    #expect(york.read(Array("2024-01-05T12:00:00Z".utf8).span).canonical == "2024-01-05T07:00:00")
    #expect(york.read(Array("2024-07-05T12:00:00Z".utf8).span).canonical == "2024-07-05T08:00:00")
  }

  @Test func `a canonical date is read as itself`() {
    for raw in ["2024/3/5 9:07", "民国113年3月5日", "2024-03-05T01:07:33Z", "45356.5", "令和6年3月5日"] {
      let canonical = dates.read(Array(raw.utf8).span).canonical
      #expect(dates.read(Array(canonical.utf8).span).canonical == canonical)
    }
  }
}
