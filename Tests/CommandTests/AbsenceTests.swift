import Foundation
import TestSupport
import Testing

/// Nights on which an export, or a part of it, is not there.
@Suite struct AbsenceTests {
  private func night(_ keys: String = "") throws -> PipelineFolder {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv"\#(keys) }"#])
    try night.folder.write("sales.csv", DriftTests.rows(0..<40))
    try night.publish()
    return night
  }

  private func ids(_ night: PipelineFolder) throws -> [String: String] {
    try night.table("crosswalk.csv").pairs("record_key", "golden_id")
  }

  private func remove(_ file: String, of night: PipelineFolder) throws {
    try FileManager.default.removeItem(atPath: night.folder.path + "/" + file)
  }

  @Test func `a night without the export ends before anything is published`() throws {
    let night = try night()
    let before = night.currentRun()
    try remove("sales.csv", of: night)
    let outcome = try night.run()
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.contains("source 'sales': "))
    #expect(outcome.stderr.contains("sales.csv: error: no such file; "))
    #expect(outcome.stderr.contains("onMissing"))
    #expect(night.currentRun() == before)
  }

  @Test(arguments: [true, false])
  func `a night without the export reads the last one again`(isEmpty: Bool) throws {
    let night = try night(#", onMissing: "useLast""#)
    let before = try night.table("crosswalk.csv").rows
    if isEmpty {
      try night.folder.write("sales.csv", "")
    } else {
      try remove("sales.csv", of: night)
    }
    let check = try AssayProcess.run(["check", "pipeline.json"], in: night.folder)
    #expect(check.status == 0, "\(check.stderr)")
    let report = try DriftTests.report(night.publish(["--json"]))
    #expect(report.drift.map(\.change) == ["last_used"])
    #expect(try night.table("crosswalk.csv").rows == before)
    let kept = try FileManager.default.subpathsOfDirectory(
      atPath: night.folder.path + "/out/inputs"
    )
    .first { $0.hasSuffix("/sales.csv") }
    let attributes = try FileManager.default.attributesOfItem(
      atPath: night.folder.path + "/out/inputs/" + (try #require(kept)))
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    try night.folder.write("sales.csv", DriftTests.rows(0..<41))
    #expect(try DriftTests.report(night.publish(["--json"])).drift.isEmpty)
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: night.folder.path + "/out/inputs")
    #expect(files.count { $0.hasSuffix("/sales.csv") } == 2)
  }

  @Test func `the first night cannot use an earlier one`() throws {
    let night = try PipelineFolder([
      #"{ name: "sales", path: "sales.csv", onMissing: "useLast" }"#
    ])
    let outcome = try night.run()
    #expect(outcome.status == 2)
    #expect(outcome.stderr.contains("no export of an earlier run is kept"))
  }

  @Test func `a record is gone only after two complete exports without it`() throws {
    let night = try night()
    let all = try ids(night)
    // The company, and the person whose mobile it is.
    let lost = Set(
      try night.table("crosswalk.csv").columns("record_key", "golden_id")
        .filter { $0[0] == "sales/C107" }.map { $0[1] })
    try night.folder.write("sales.csv", DriftTests.rows(0..<40, without: [7]))
    let first = try DriftTests.report(night.publish(["--json"]))
    #expect(first.drift.contains { $0.change == "records_absent" && $0.now == "1" })
    #expect(try night.table("redirects.csv").rows.isEmpty)

    // The same bytes once more are no new export, and prove nothing.
    let second = try DriftTests.report(night.publish(["--json"]))
    #expect(second.drift.map(\.change) == ["unchanged", "records_absent"])
    #expect(try night.table("redirects.csv").rows.isEmpty)

    try night.folder.write("sales.csv", DriftTests.rows(0..<41, without: [7]))
    let third = try DriftTests.report(night.publish(["--json"]))
    #expect(third.drift.map(\.change) == ["records_gone"])
    let redirects = try night.table("redirects.csv")
    #expect(
      redirects.columns("current_golden_id", "reason") == [["", "retired"], ["", "retired"]])
    #expect(Set(redirects.column("old_golden_id")) == lost)
    let id = try #require(lost.first)
    #expect(
      try night.table("identity_changes.csv").columns("change", "golden_id").contains([
        "retired", id,
      ]))
    let show = try AssayProcess.run(["show", "out", id], in: night.folder)
    #expect(show.status == 2 && show.stderr.contains("retired"))

    try night.folder.write("sales.csv", DriftTests.rows(0..<41))
    try night.publish()
    #expect(try ids(night)["sales/C107"] == all["sales/C107"])
    #expect(try night.table("redirects.csv").rows.isEmpty)
    let changes = try night.table("identity_changes.csv")
    #expect(changes.column("change") == ["revived", "revived"])
    #expect(Set(changes.column("golden_id")) == lost)
  }

  @Test func `a truncated export retires no id, however often it comes`() throws {
    let night = try night()
    for last in 25..<29 {
      try night.folder.write("sales.csv", DriftTests.rows(0..<last))
      try night.publish()
      #expect(try night.table("redirects.csv").rows.isEmpty)
    }
    let all = try ids(night)
    try night.folder.write("sales.csv", DriftTests.rows(0..<40))
    try night.publish()
    #expect(try ids(night).filter { all[$0.key] != nil } == all)
    #expect(try night.table("identity_changes.csv").rows.isEmpty)
  }

  @Test func `absence from an export that only adds means nothing`() throws {
    let night = try night(#", delivery: "append", id: "客户编号""#)
    let first = try ids(night)
    for start in [40, 45] {
      try night.folder.write("sales.csv", DriftTests.rows(start..<start + 5))
      let report = try DriftTests.report(night.publish(["--json"]))
      #expect(report.drift.isEmpty)
      #expect(try ids(night).count == start + 5)
    }
    #expect(try ids(night).filter { first[$0.key] != nil } == first)
    // What comes again takes the place of what was.
    try night.folder.write(
      "sales.csv", "客户编号,客户名称,手机,更新时间\nC100,深圳市第0号贸易有限公司,13712345678,2026-06-29\n")
    let report = try DriftTests.report(night.publish(["--json"]))
    #expect(report.sources.map(\.records) == [50])
    #expect(report.sources[0].skipped["superseded"] == 1)
    let phones = try night.table("golden.csv").pairs("golden_id", "phone")
    #expect(phones[try #require(first["sales/C100"])] == "+8613712345678")
  }
}
