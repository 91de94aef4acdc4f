import TestSupport
import Testing

/// Sources without duplicates are linked one to one.
@Suite struct LinkModeTests {
  private func night(_ sources: [String], settings: String = "") throws -> PipelineFolder {
    let night = try PipelineFolder(sources, settings: settings)
    try night.folder.write(
      "a.csv",
      ExportLines.sales([
        ExportLines.person("A1", "李小龙", phone: "13524689713"),
        ExportLines.person("A2", "李小龙", phone: "13524689713", email: "lixl@yunfan-keji.cn"),
        ExportLines.person("A3", "欧阳娜娜", phone: "18799947966"),
      ]))
    try night.folder.write(
      "b.csv",
      ExportLines.sales([
        ExportLines.person("B1", "李小龙", phone: "13524689713", email: "lixl@yunfan-keji.cn"),
        ExportLines.person("B2", "欧阳娜娜", phone: "18799947966"),
      ]))
    return night
  }

  private let two = [#"{ name: "a", path: "a.csv" }"#, #"{ name: "b", path: "b.csv" }"#]

  private func parties(_ night: PipelineFolder) throws -> [[String]] {
    let rows = try night.table("crosswalk.csv").columns("golden_id", "record_key")
    return Dictionary(grouping: rows) { $0[0] }.values.map { $0.map { $0[1] } }
      .sorted { $0[0] < $1[0] }
  }

  @Test func `link takes the better of two records, and lists the other`() throws {
    let night = try night(two, settings: #"match: { mode: "link" },"#)
    try night.publish()
    #expect(try parties(night) == [["a/A1"], ["a/A2", "b/B1"], ["a/A3", "b/B2"]])
    let links = try night.table("links.csv").columns("left", "right", "outcome")
    #expect(
      links == [
        ["a/A1", "b/B1", "outranked"], ["a/A2", "b/B1", "merged"], ["a/A3", "b/B2", "merged"],
      ])
    #expect(try night.table("review.csv").rows.isEmpty)
    let explained = try AssayProcess.run(["explain", "out", "a/A1", "b/B1"], in: night.folder)
    #expect(explained.status == 0, "\(explained.stderr)")
  }

  @Test func `dedupe joins all three`() throws {
    let night = try night(two)
    try night.publish()
    #expect(try parties(night) == [["a/A1", "a/A2", "b/B1"], ["a/A3", "b/B2"]])
  }

  @Test func `one source alone may be free of duplicates, or not`() throws {
    let free = try night([#"{ name: "a", path: "a.csv", duplicateFree: true }"#, two[1]])
    try free.publish()
    #expect(try parties(free) == [["a/A1"], ["a/A2", "b/B1"], ["a/A3", "b/B2"]])
    let not = try night(
      [#"{ name: "a", path: "a.csv", duplicateFree: false }"#, two[1]],
      settings: #"match: { mode: "link" },"#)
    try not.publish()
    #expect(try parties(not) == [["a/A1", "a/A2", "b/B1"], ["a/A3", "b/B2"]])
  }

  @Test func `a steward's same goes before it and is noted`() throws {
    let night = try night(two, settings: #"match: { mode: "link" },"#)
    try night.folder.write(
      "decisions/1.csv",
      "decision_id,verb,party,left,right\nd1,same,person,a/A1,a/A2\n")
    try night.publish()
    #expect(try parties(night) == [["a/A1", "a/A2", "b/B1"], ["a/A3", "b/B2"]])
    #expect(
      try night.table("decisions.csv").columns("status", "note") == [
        ["followed", "压过了来源无重复的声明"]
      ])
    let found = try night.table("findings.csv").columns("rule", "record_key", "other_record_key")
    #expect(found.contains(["uniqueness.in_source", "a/A2", "a/A1"]))
  }

  @Test func `many contacts may name one employer`() throws {
    let night = try night(two, settings: #"match: { mode: "link" },"#)
    var rows = [
      ExportLines.person("A1", "李小龙", phone: "13524689713"),
      ExportLines.person("A3", "欧阳娜娜", phone: "18799947966"),
    ]
    for index in rows.indices { rows[index]["公司名称"] = "杭州云帆科技有限公司" }
    try night.folder.write("a.csv", ExportLines.sales(rows))
    try night.publish()
    let links = try night.table("links.csv").columns("party", "left", "right", "outcome")
    #expect(links.contains(["organization", "a/A1", "a/A3", "review"]))
  }
}
