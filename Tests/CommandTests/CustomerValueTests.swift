import Foundation
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
