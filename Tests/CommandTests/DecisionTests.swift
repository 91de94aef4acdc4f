import TestSupport
import Testing

/// A steward's word holds, and can be taken back.
@Suite struct DecisionTests {
  private static let header =
    "decision_id,verb,party,left,right,field,value,by,at,why,revokes\n"
  private static let files = ["golden.csv", "claims.csv", "crosswalk.csv"]

  /// Two sales rows of one person, and a third person.
  private func night() throws -> PipelineFolder {
    let night = try PipelineFolder(
      [#"{ name: "sales", path: "sales.csv" }"#], settings: #"decisions: "decisions/*.csv","#)
    try night.folder.write(
      "sales.csv",
      ExportLines.sales([
        ExportLines.person("C1", "李小龙", phone: "13524689713"),
        ExportLines.person("C2", "李小龙", phone: "13524689713"),
        ExportLines.person("C3", "欧阳娜娜", phone: "18799947966"),
      ]))
    return night
  }

  private func ids(_ night: PipelineFolder) throws -> [String: String] {
    try night.table("crosswalk.csv").pairs("record_key", "golden_id")
  }

  @Test func `different keeps apart what the evidence would merge, until it is revoked`() throws {
    let night = try night()
    try night.publish()
    let before = try Self.files.map { try night.bytes("out/current/" + $0) }
    let first = try ids(night)
    #expect(first["sales/C1"] == first["sales/C2"])

    try night.folder.write(
      "decisions/1.csv",
      Self.header + "d1,different,person,sales/C1,sales/C2,,,zhou,2026-06-29,brothers,\n")
    for _ in 1...2 {
      try night.publish()
      let apart = try ids(night)
      #expect(apart["sales/C1"] != apart["sales/C2"])
      #expect(apart["sales/C3"] == first["sales/C3"])
    }

    try night.folder.write(
      "decisions/2.csv", Self.header + "d2,,,,,,,zhou,2026-06-30,they are not,d1\n")
    try night.publish()
    #expect(try Self.files.map { try night.bytes("out/current/" + $0) } == before)
    let redirect = try #require(try night.table("redirects.csv").columns("reason").first)
    #expect(redirect == ["merged"])
  }

  @Test func `same merges what the evidence would not, until it is revoked`() throws {
    let night = try night()
    try night.publish()
    let before = try Self.files.map { try night.bytes("out/current/" + $0) }
    let first = try ids(night)

    let decision = "d1,same,person,sales/C3,sales/C1,,,zhou,2026-06-29,stage name,\n"
    try night.folder.write("decisions/1.csv", Self.header + decision)
    for _ in 1...2 {
      try night.publish()
      #expect(Set(try ids(night).values) == [try #require(first["sales/C1"])])
      #expect(
        try night.table("crosswalk.csv").pairs("record_key", "decided_by")["sales/C3"] == "steward")
    }
    let former = try #require(first["sales/C3"])
    let shown = try AssayProcess.run(["show", "out", former], in: night.folder)
    #expect(shown.status == 0)
    #expect(shown.stdout.hasPrefix("\(former) → \(try #require(first["sales/C1"])) (merged"))
    let explained = try AssayProcess.run(["explain", "out", former], in: night.folder)
    #expect(explained.status == 0, "\(explained.stderr)")

    try night.folder.write("decisions/2.csv", Self.header + "d2,,,,,,,zhou,2026-06-30,wrong,d1\n")
    try night.publish()
    #expect(try Self.files.map { try night.bytes("out/current/" + $0) } == before)
    #expect(
      try night.table("identity_changes.csv").columns("change", "golden_id") == [
        ["revived", former]
      ])
  }

  @Test func `same against different merges nothing`() throws {
    let night = try night()
    try night.folder.write(
      "decisions/1.csv",
      Self.header + "d1,same,person,sales/C1,sales/C3,,,zhou,2026-06-29,a,\n"
        + "d2,different,person,sales/C3,sales/C1,,,wu,2026-06-29,b,\n")
    try night.publish()
    let ids = try ids(night)
    #expect(ids["sales/C1"] != ids["sales/C3"])
  }

  @Test func `a decision that cannot be followed ends the run with its file and line`() throws {
    let night = try night()
    try night.folder.write(
      "decisions/1.csv", Self.header + "d1,same,person,sales/C1,,,,zhou,2026-06-29,a,\n")
    let outcome = try night.run()
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.contains("decisions/1.csv:2: error: 'same' needs record keys"))
    #expect(night.currentRun() == nil)
  }
}
