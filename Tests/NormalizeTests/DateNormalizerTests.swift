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
    Form(raw: "0000-00-00", canonical: "0000-00-00", issues: .impossibleDate),
    Form(raw: "1900-01-00", canonical: "1900-01-00", issues: .impossibleDate),
    Form(raw: "2024-13-01", canonical: "2024-13-01", issues: .impossibleDate),
    Form(raw: "19561349", canonical: "19561349", issues: .impossibleDate),
    Form(raw: "2099-12-31", canonical: "2099-12-31", issues: .futureDate),
    Form(raw: "2026-07-01", canonical: "2026-07-01"),
    Form(raw: "2026-07-02", canonical: "2026-07-02", issues: .futureDate),
    Form(raw: "#N/A", canonical: "", issues: .placeholder),
    Form(raw: "yesterday", canonical: "yesterday", issues: .invalid),
    Form(raw: "2024-03", canonical: "2024-03", issues: .invalid),
    Form(raw: "2024-03-05 25:00", canonical: "2024-03-05 25:00", issues: .invalid),
  ])
  func `a date is found in its form`(_ form: Form) {
    let reading = dates.read(Array(form.raw.utf8).span)
    #expect(reading.canonical == form.canonical)
    #expect(reading.issues == form.issues)
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
    for raw in ["2024/3/5 9:07", "民国113年3月5日", "2024-03-05T01:07:33Z", "45356.5", "0000-00-00"] {
      let canonical = dates.read(Array(raw.utf8).span).canonical
      #expect(dates.read(Array(canonical.utf8).span).canonical == canonical)
    }
  }
}
