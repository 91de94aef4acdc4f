import Foundation
import TestSupport
import Testing

/// Rows of quarantine.csv that a person has corrected.
@Suite struct CorrectionsTests {
  private static let keys = #", profile: "sales-crm", corrections: "corrected/*.csv" }"#

  private func night() throws -> PipelineFolder {
    let night = try PipelineFolder(
      [
        #"{ name: "sales", path: "sales.csv""# + Self.keys,
        #"{ name: "web", path: "web.ndjson", corrections: "corrected/*.csv" }"#,
      ], settings: #"gates: [ { metric: "quarantine_share", atMost: 1 } ],"#)
    try night.folder.write(
      "sales.csv",
      """
      客户编号;客户名称;手机
      C1;深圳市海风贸易有限公司;13912345671
      C2;深圳市山石科技有限公司;多余;13912345672
      =C3;深圳市林木商贸有限公司;多余;13912345673
      C4;深圳市云天实业有限公司;多余;13912345674

      """)
    try night.folder.write(
      "web.ndjson",
      """
      {"id": 1, "姓名": "王伟", "手机": "13912345681"}
      {"id": 2 "姓名": "李娜", "手机": "13912345682"}

      """)
    try night.publish()
    return night
  }

  /// A copy of quarantine.csv, its texts corrected.
  private func correct(_ night: PipelineFolder, _ change: (String) -> String) throws {
    let text = try night.folder.read("out/current/quarantine.csv")
    try night.folder.write("corrected/fixed.csv", change(text))
  }

  @Test func `a corrected row is a record of its source, under its own id`() throws {
    let night = try night()
    #expect(try night.table("quarantine.csv").rows.count == 4)
    try correct(night) { text in
      text.replacing("C2;深圳市山石科技有限公司;多余;", with: "C2;深圳市山石科技有限公司;")
        .replacing("C3;深圳市林木商贸有限公司;多余;", with: "C3;深圳市林木商贸有限公司;")
        .replacing(#"2 ""姓名"""#, with: #"2, ""姓名"""#)
    }
    #expect(try night.folder.read("corrected/fixed.csv").contains("'=C3;"))
    let report = try DriftTests.report(night.publish(["--json"]))
    #expect(report.sources.map(\.records) == [3, 2])
    #expect(report.sources.map { $0.skipped["otherSource"] } == [1, 3])
    let files = try night.table("crosswalk.csv").pairs("record_key", "file")
    #expect(files["sales/C2"] == "fixed.csv")
    #expect(files["sales/=C3"] == "fixed.csv")
    #expect(files["web/2"] == "fixed.csv")
    #expect(files["sales/C1"] == "sales.csv")
    // What is still broken is said twice: where it stands in the export, and in the corrections.
    let broken = try night.table("quarantine.csv").columns("source", "file", "line", "code")
    #expect(broken.count == 5)
    #expect(broken.contains(["sales", "fixed.csv", "4", "fieldCount"]))
  }

  @Test func `the export wins as soon as it has the record itself`() throws {
    let night = try night()
    try correct(night) { $0.replacing("C2;深圳市山石科技有限公司;多余;", with: "C2;深圳市山石科技有限公司;") }
    try night.publish()
    let before = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    let export = try night.folder.read("sales.csv")
    try night.folder.write(
      "sales.csv", export.replacing("C2;深圳市山石科技有限公司;多余;", with: "C2;深圳市山石科技有限公司;"))
    let report = try DriftTests.report(night.publish(["--json"]))
    #expect(report.sources[0].skipped["superseded"] == 1)
    let after = try night.table("crosswalk.csv")
    #expect(after.pairs("record_key", "file")["sales/C2"] == "sales.csv")
    #expect(after.pairs("record_key", "golden_id") == before)
  }

  @Test func `a row of an unknown source, or of no source at all, is said`() throws {
    let night = try night()
    try correct(night) { $0.replacing("\nsales,", with: "\nsaels,") }
    try night.publish()
    let codes = try night.table("quarantine.csv").column("code")
    #expect(codes.contains("unknownSource"))
    try night.folder.write("corrected/fixed.csv", "a,b\n1,2\n")
    let outcome = try night.run()
    #expect(outcome.status == 2)
    #expect(outcome.stderr.contains("fixed.csv: error: has no columns 'source' and 'raw'"))
  }
}
