import Foundation
import TestSupport
import Testing

/// What a run says about its sources against the run before.
@Suite struct DriftTests {
  struct Report: Decodable {
    struct Source: Decodable {
      var source: String
      var records: Int
      var skipped: [String: Int]
    }

    struct Drift: Decodable {
      var source, change: String
      var column, before, now: String?
      var message: String
    }

    struct Gate: Decodable {
      var metric: String
      var passed: Bool
    }

    var status: String
    var sources: [Source]
    var drift: [Drift]
    var gates: [Gate]
  }

  static let source = #"{ name: "sales", path: "sales.csv", map: { phone: "手机" } }"#

  /// Customers with the numbers of a range, but for those that are left out.
  static func rows(
    _ numbers: Range<Int>, without: Set<Int> = [], header: String = "客户编号,客户名称,手机,更新时间",
    hasPhones: Bool = true
  ) -> String {
    header + "\n"
      + numbers.filter { !without.contains($0) }.map { number in
        let phone = hasPhones ? String(13_912_340_000 + number * 37) : ""
        return "C\(100 + number),深圳市第\(number)号贸易有限公司,\(phone),2026-06-\(10 + number % 20)\n"
      }.joined()
  }

  static func report(_ outcome: Outcome) throws -> Report {
    let decoder = JSONDecoder()
    return try decoder.decode(Report.self, from: Data(outcome.stdout.utf8))
  }

  @Test func `columns, rows, encoding and bytes that differ are told by run and check`() throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write("sales.csv", Self.rows(0..<40))
    #expect(try Self.report(night.publish(["--json"])).drift.isEmpty)

    let same = try Self.report(night.publish(["--json"]))
    #expect(same.drift.map(\.change) == ["unchanged"])

    let text = Self.rows(0..<30, header: "客户编号,客户名称,手机,更新时间").replacing("手机", with: "微信")
    let data = try #require(text.data(using: .utf16))
    try data.write(to: URL(fileURLWithPath: night.folder.path + "/sales.csv"))
    let check = try AssayProcess.run(["check", "pipeline.json"], in: night.folder)
    let run = try night.run(["--json"])
    let changed = try Self.report(run)
    #expect(
      Set(changed.drift.map(\.change)).isSuperset(of: [
        "column_gone", "column_new", "rows_dropped", "encoding_changed",
      ]))
    let gone = try #require(changed.drift.first { $0.change == "column_gone" })
    #expect(gone.column == "手机" && gone.before == "100.0 %")
    let rows = try #require(changed.drift.first { $0.change == "rows_dropped" })
    #expect(rows.before == "40" && rows.now == "30")
    #expect(run.status == 1)
    #expect(changed.gates.contains { $0.metric == "fill_drop" && !$0.passed })
    for drift in changed.drift where !drift.change.hasPrefix("records") {
      #expect(check.stdout.contains(drift.message), "\(drift.message)")
    }
    #expect(check.stdout.contains("would not be published: fill_drop of 'sales' is 1"))
    #expect(check.status == 0)
    #expect(
      try String(contentsOfFile: night.folder.path + "/" + night.lastManifest, encoding: .utf8)
        .contains("\"change\" : \"column_gone\""))
  }

  @Test func `a column that lost its values is told and stops publishing`() throws {
    let night = try PipelineFolder([Self.source])
    try night.folder.write("sales.csv", Self.rows(0..<40))
    try night.publish()
    try night.folder.write("sales.csv", Self.rows(0..<40, hasPhones: false))
    let run = try night.run(["--json"])
    let report = try Self.report(run)
    #expect(run.status == 1)
    #expect(report.drift.first { $0.change == "column_emptied" }?.column == "手机")
    try night.write([Self.source], settings: #"gates: [ { metric: "fill_drop", atMost: 1 } ],"#)
    #expect(try night.run().status == 0)
  }

  @Test func `an export with older records than last time is told`() throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write("sales.csv", Self.rows(0..<40))
    try night.publish()
    try night.folder.write("sales.csv", Self.rows(0..<5))
    try night.write(
      [#"{ name: "sales", path: "sales.csv" }"#],
      settings: #"gates: [ { metric: "row_drop", atMost: 1 } ],"#)
    let report = try Self.report(night.publish(["--json"]))
    #expect(Set(report.drift.map(\.change)) == ["rows_dropped", "older", "records_absent"])
  }
}

extension PipelineFolder {
  /// The manifest of the last run that was finished, published or not.
  var lastManifest: String {
    get throws { "out/runs/" + (try runs().last ?? "") + "/manifest.json" }
  }
}
