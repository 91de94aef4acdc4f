import Foundation
import TestSupport
import Testing

/// Where customer values may stand, and how.
@Suite struct CustomerValueTests {
  @Test(arguments: [[], ["--dry-run"], ["--json"]])
  func `no value is ever said, however broken its row is`(flags: [String]) throws {
    let night = try PipelineFolder(
      [
        #"{ name: "sales", path: "sales.csv", encoding: "utf-8" }"#,
        #"{ name: "service", path: "service.ndjson" }"#,
      ], settings: #"gates: [{ metric: "quarantine_share", atMost: 0.99 }],"#)
    let whole = ExportLines.person("CANARY1", "CANARY王菲", phone: "15873458421")
    var sales = Data(ExportLines.sales([whole, whole]).utf8)
    sales += Data("CANARY2,CANARY李,a,b\n".utf8)
    sales += Data("CANARY3,CANARY".utf8) + [0xFF, 0xC3, 0x28] + Data(",,,,,,,,,,,,,,,,,,\n".utf8)
    sales += Data("CANARY4,\"CANARY never closed,,,,,,,,,,,,,,,,,,\n".utf8)
    try sales.write(to: URL(filePath: night.folder.path + "/sales.csv"))
    try night.folder.write(
      "service.ndjson",
      ExportLines.ticket("T1", "CANARY赵敏", phone: "13998765412")
        + "{\"ticket_id\": \"CANARY5\", \"customer\": {\"name\": \"CANARY\n"
        + "{\"ticket_id\": CANARY6}\n[\"CANARY\"]\n")
    let outcome = try night.run(flags)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(!outcome.stderr.contains("CANARY"))
    #expect(!outcome.stdout.contains("CANARY"))
    if flags != ["--dry-run"] {
      #expect(try night.table("quarantine.csv").rows.count >= 5)
      #expect(!(try night.folder.read("out/current/manifest.json").contains("CANARY")))
    }
    let check = try AssayProcess.run(["check", "pipeline.json"], in: night.folder)
    #expect(!(check.stderr + check.stdout).contains("CANARY"))
  }

  @Test func `a sensitive value is nowhere but its token, the same in every output`() throws {
    let night = try PipelineFolder([#"{ name: "finance", path: "finance.csv" }"#])
    let account = "6222021234567890128"
    try night.folder.write(
      "finance.csv",
      ExportLines.finance([
        ["客户编码": "K1", "客户全称": "华信科技有限公司", "银行账号": account],
        ["客户编码": "K2", "客户全称": "华信科技有限公司", "银行账号": "6222 0212 3456 7890 128"],
      ]))
    try night.publish()
    try night.publish(["--output", "other"])
    for path in try night.folder.files() where path != "finance.csv" {
      guard let data = FileManager.default.contents(atPath: night.folder.path + "/" + path) else {
        continue
      }
      #expect(data.range(of: Data(account.utf8)) == nil, "\(path)")
    }
    let tokens = Set(try night.table("golden.csv").column("bank_account"))
    #expect(tokens.count == 1 && tokens.allSatisfy { $0.hasPrefix("t_") })
    #expect(try Set(night.table("golden.csv", of: "other").column("bank_account")) == tokens)
  }

  @Test func `no name of an owner or a team leads out of the run's folder`() throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    let names = ["../../evil", "/evil", "..", ".", "evil\u{0}", "CON", "evil.csv"]
    try night.folder.write(
      "sales.csv",
      ExportLines.sales(
        names.enumerated().map { index, name in
          var person = ExportLines.person("C\(index)", "王菲", phone: "1587345842")
          (person["负责人"], person["所属部门"]) = (name, name)
          return person
        }))
    try night.publish()
    let listed = try night.folder.files().filter { $0.contains("evil") || $0.contains("CON") }
    let run = try #require(night.currentRun())
    #expect(!listed.isEmpty)
    #expect(listed.allSatisfy { $0.hasPrefix("out/runs/\(run)/worklists/") })
    #expect(!FileManager.default.fileExists(atPath: night.folder.path + "/../evil.csv"))
  }

  struct Formula: Sendable {
    var text: String
  }

  @Test(arguments: [
    Formula(text: "=1+1"), Formula(text: "@x"), Formula(text: "-2+3"), Formula(text: "+cmd|x"),
  ])
  func `text that a spreadsheet would execute is neutralized in CSV alone`(_ formula: Formula)
    throws
  {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    var person = ExportLines.person("C1", formula.text, phone: "15873458421")
    person["备注"] = formula.text
    try night.folder.write("sales.csv", ExportLines.sales([person]))
    try night.publish()
    let golden = try night.table("golden.csv")
    #expect(golden.columns("note", "phone") == [["'" + formula.text, "+8615873458421"]])
    let line = try night.folder.read("out/current/golden.ndjson")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["note"] as? String == formula.text)
    let id = try #require(golden.column("golden_id").first)
    let shown = try AssayProcess.run(["show", "out", id], in: night.folder)
    #expect(shown.lines.contains { $0.hasPrefix("note") && $0.hasSuffix("  " + formula.text) })
    for path in try night.folder.files() where path.hasPrefix("out/runs") && path.hasSuffix(".csv")
    {
      let cells = try ResultTable(path: night.folder.path + "/" + path).rows.joined()
      let isMarked = cells.allSatisfy { cell in
        guard let first = cell.first, "=@\t\r".contains(first) else { return true }
        return false
      }
      #expect(isMarked, "\(path)")
    }
  }
}
