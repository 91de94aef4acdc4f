import Foundation
import TestSupport
import Testing

/// Which run is the published one is a person's word, and the state goes with it.
@Suite struct PublicationTests {
  private static let names = ["李小龙", "欧阳娜娜", "王菲", "赵敏", "周芷若", "杨过", "郭襄", "黄蓉"]

  private static func people(_ count: Int) -> [[String: String]] {
    names.prefix(count).enumerated().map { place, name in
      ExportLines.person("C\(place)", name, phone: "1352468971\(place)")
    }
  }

  private func night(_ count: Int = 8) throws -> PipelineFolder {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try export(count, night)
    return night
  }

  private func export(_ count: Int, _ night: PipelineFolder) throws {
    try night.folder.write("sales.csv", ExportLines.sales(Self.people(count)))
  }

  /// Publishes a night and a gated one; returns the gated run.
  private func gate(_ night: PipelineFolder) throws -> String {
    try night.publish()
    try export(2, night)
    #expect(try night.run().status == 1)
    return try #require(try night.runs().last)
  }

  private func ids(_ night: PipelineFolder) throws -> [String: String] {
    try night.table("crosswalk.csv").pairs("record_key", "golden_id")
  }

  private func assay(_ words: [String], _ night: PipelineFolder) throws -> Outcome {
    try AssayProcess.run(words, in: night.folder)
  }

  private func release(_ run: String, _ night: PipelineFolder) throws -> Outcome {
    try assay(["publish", "out/" + run, "--by", "zhou", "--reason", "branch sold"], night)
  }

  @Test func `a gated run is released with the state that it would have left`() throws {
    let night = try night()
    let gated = try gate(night)
    let state = try night.bytes("out/state.sqlite")
    let rehearsed = try assay(
      ["publish", "out/" + gated, "--by", "zhou", "--reason", "r", "--dry-run"], night)
    #expect(rehearsed.status == 0)
    #expect(try night.bytes("out/state.sqlite") == state)

    let outcome = try release(gated, night)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(night.currentRun() == gated)
    #expect(try night.manifest().status == "published")
    #expect(try night.folder.read("out/current/manifest.json").contains("branch sold"))
    #expect(try assay(["audit", "out"], night).status == 0)
    let history = try assay(["history", "out", "--json"], night)
    #expect(history.stdout.contains(#""reason" : "branch sold""#))
    #expect(try release(gated, night).status == 64)

    let before = try ids(night)
    try night.publish()
    #expect(try ids(night) == before)
  }

  @Test func `a gated run cannot be released after another was published`() throws {
    let night = try night()
    let gated = try gate(night)
    try export(8, night)
    try night.publish()
    let current = night.currentRun()
    let outcome = try release(gated, night)
    #expect(outcome.status == 2)
    #expect(
      outcome.stderr
        == "\(gated): error: another run was published since; run the pipeline again\n")
    #expect(night.currentRun() == current)
  }

  @Test func `going back takes the state along, and the next night mints nothing`() throws {
    let night = try night()
    try night.publish()
    let first = try #require(night.currentRun())
    let before = try ids(night)
    // Another night under keys of its own: every record is new.
    try night.folder.write(
      "sales.csv",
      ExportLines.sales(
        Self.people(8).map { row in
          row.merging([
            "客户编号": "X" + (row["客户编号"] ?? ""), "手机": "", "客户名称": "", "联系人": "", "公司名称": "甲乙丙贸易有限公司",
          ]) { $1 }
        }))
    try night.publish()
    let minted = Set(try ids(night).values).subtracting(before.values)
    #expect(!minted.isEmpty)

    let outcome = try assay(["rollback", "out", "--json"], night)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(outcome.stdout.contains(#""action" : "rolled_back""#))
    #expect(night.currentRun() == first)
    #expect(try assay(["audit", "out"], night).status == 0)
    try export(8, night)
    try night.publish()
    #expect(try ids(night) == before)
    #expect(try night.table("identity_changes.csv").rows.isEmpty)

    // What the undone night handed out is never given to others.
    try night.folder.write(
      "sales.csv",
      ExportLines.sales(Self.people(8) + [ExportLines.person("N1", "张无忌", phone: "18799947966")]))
    try night.publish()
    let new = try #require(try ids(night)["sales/N1"])
    #expect(!minted.contains(new))
  }

  @Test func `a change that is cut off behind the state is completed by the next run`() throws {
    let night = try night()
    let gated = try gate(night)
    #expect(try release(gated, night).status == 0)
    let link = night.folder.path + "/out/current"
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "runs/" + (try night.runs()[0]))
    let rolled = try assay(["rollback", "out/" + (try night.runs()[0]), "--dry-run"], night)
    #expect(rolled.status == 0)
    #expect(night.currentRun() == gated)
  }

  @Test func `wrong words are told`() throws {
    let night = try night()
    #expect(try assay(["rollback", "out"], night).status == 2)
    try night.publish()
    let run = try #require(night.currentRun())
    let none = try assay(["rollback", "out"], night)
    #expect(none.status == 2)
    #expect(none.stderr.contains("there is no earlier run to go back to"))
    #expect(try assay(["rollback", "out/" + run], night).status == 64)
    #expect(try assay(["publish", "out/" + run], night).status == 64)
    #expect(try assay(["publish", "out/" + run, "--by", " ", "--reason", "x"], night).status == 64)
    #expect(try release(run, night).stderr.contains("no gate stopped this run"))
  }
}

/// What was published can be proved not to have changed.
@Suite struct AuditTests {
  private func night() throws -> PipelineFolder {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write(
      "sales.csv",
      ExportLines.sales([ExportLines.person("C1", "李小龙", phone: "13524689713")]))
    try night.publish()
    return night
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    var script: String
    var message: String

    var testDescription: String { message }
  }

  @Test(arguments: [
    Damage(script: "printf x >> out/current/golden.csv", message: "golden.csv was changed"),
    Damage(script: "rm out/current/links.csv", message: "links.csv is missing"),
    Damage(script: "touch out/current/extra.csv", message: "extra.csv is not the run's"),
    Damage(
      script: "printf ' ' >> out/current/manifest.json",
      message: "manifest.json is not the one that the log names"),
    Damage(script: "printf junk > out/current/assay.sqlite", message: "assay.sqlite is damaged"),
    Damage(script: "rm out/state.sqlite", message: "and the log with it"),
  ])
  func `damage is found and named`(damage: Damage) throws {
    let night = try night()
    let sound = try AssayProcess.run(["audit", "out"], in: night.folder)
    #expect(sound.status == 0, "\(sound.stdout)")
    #expect(try AssayProcess.shell(damage.script, in: night.folder).status == 0)
    let outcome = try AssayProcess.run(["audit", "out"], in: night.folder)
    #expect(outcome.status == 1)
    #expect(outcome.stdout.contains(damage.message), "\(outcome.stdout)")
  }
}
