import Foundation
import TestSupport
import Testing

/// Exports of more than one file.
@Suite struct FileSetTests {
  @Test func `parts are read by their own headers, delimiters and encodings`() throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales_*.csv", profile: "labels" }"#])
    try night.folder.write("sales_1.csv", "客户编号,客户名称,手机\nC1,方海燕,13912345671\n")
    try night.folder.write("sales_2.csv", "手机;客户编号;客户名称\n13912345672;C2;罗文博\n")
    try night.folder.write("sales_3.csv", "客户名称\t客户编号\n郭志强\tC3\n")
    let text = "客户编号,客户名称,手机\nC4,唐雪梅,13912345674\nC5,韩立新,13912345675\n"
    let data = try #require(text.data(using: .utf16))
    try data.write(to: URL(fileURLWithPath: night.folder.path + "/sales_4.csv"))
    try night.publish()
    let golden = try night.table("golden.csv").columns("party_name", "phone")
    #expect(
      Set(golden) == [
        ["方海燕", "+8613912345671"], ["罗文博", "+8613912345672"], ["郭志强", ""],
        ["唐雪梅", "+8613912345674"], ["韩立新", "+8613912345675"],
      ])
  }

  @Test func `a part that is there twice is said and read once`() throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales_*.csv", profile: "labels" }"#])
    for part in ["1", "1 (copy)"] {
      try night.folder.write("sales_\(part).csv", "客户编号,客户名称,手机\nC1,方海燕,13912345671\n")
    }
    let report = try DriftTests.report(night.publish(["--json"]))
    #expect(report.sources.map(\.records) == [1])
    #expect(report.sources[0].skipped == ["duplicateFile": 1])
    #expect(report.drift.map(\.change) == ["duplicate_file"])
    #expect(try night.table("crosswalk.csv").column("record_key") == ["sales/C1"])
  }

  @Test func `the newest is told by the dates in the names, and by time where they have none`()
    throws
  {
    let night = try PipelineFolder([
      #"{ name: "sales", path: "sales_*.csv", pick: "newest", profile: "labels" }"#
    ])
    for (name, id) in [("2026-06-30_1", "C1"), ("2026-06-30_2", "C2"), ("2026-06-29", "C3")] {
      try night.folder.write("sales_\(name).csv", "客户编号,客户名称,手机\n\(id),方海燕,13912345671\n")
    }
    try night.publish()
    #expect(try night.table("crosswalk.csv").column("record_key") == ["sales/C1", "sales/C2"])
    try night.folder.write("sales_last.csv", "客户编号,客户名称,手机\nC1,方海燕,13912345671\nC2,罗文博,\n")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 3600)],
      ofItemAtPath: night.folder.path + "/sales_last.csv")
    try night.publish()
    #expect(Set(try night.table("crosswalk.csv").column("file")) == ["sales_last.csv"])
  }
}
