import Foundation
import Pipelines
import Testing
import Vocabulary

@testable import Console

@Suite struct TextTableTests {
  @Test func `Han characters take two columns`() {
    var table = TextTable(["名称", "n"], [.left, .right])
    table.add(["张三丰", "1"])
    table.add(["ab", "1,000"])
    #expect(
      table.text == "名称        n\n张三丰      1\nab      1,000\n")
    #expect(TextTable.width(of: "张a（）") == 7)
  }

  @Test func `a table of a heading alone has one line`() {
    #expect(TextTable(["a", "b"], [.left, .left]).text == "a  b\n")
  }
}

@Suite struct JSONLineTests {
  @Test func `keys keep their order and texts are escaped`() throws {
    var line = JSONLine()
    line.beginObject()
    line.key("b")
    line.value("\"\\\n\u{1}张")
    line.key("a")
    line.value([String]())
    line.key("n")
    line.value(String?.none)
    line.key("f")
    line.value(true)
    line.key("l")
    line.value(["x", "y"])
    line.endObject()
    line.endLine()
    let text = String(decoding: line.bytes, as: UTF8.self)
    #expect(
      text == #"{"b":"\"\\\u000a\u0001张","a":[],"n":null,"f":true,"l":["x","y"]}"# + "\n")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.bytes)) }
  }
}

@Suite struct ProgressDisplayTests {
  @Test func `a line names stage, rate and time left, and no value`() {
    let progress = RunProgress(stage: "match", done: 1_200_000, total: 4_000_000, unit: "pairs")
    #expect(
      ProgressDisplay.line(progress, secondsElapsed: 0.5)
        == "match: 1,200,000 of 4,000,000 pairs, 2,400,000 a second, 1.2 s left")
  }

  @Test func `the end of a stage says what was done and how long it took`() {
    let progress = RunProgress(
      stage: "ingest", done: 3101, total: 3101, unit: "rows", isFinished: true)
    #expect(ProgressDisplay.line(progress, secondsElapsed: 12.4) == "ingest: 3,101 rows in 12 s")
  }

  @Test func `the start of a stage has no rate yet`() {
    let progress = RunProgress(stage: "ingest", done: 0, total: nil, unit: "rows")
    #expect(ProgressDisplay.line(progress, secondsElapsed: 0) == "ingest: 0 rows")
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func `thousands are parted`(number: Int, text: String) {
    #expect(grouped(number) == text)
  }
}

@Suite struct RunReportTextTests {
  private func report(_ status: RunReport.Status) throws -> RunReport {
    let day = try #require(CivilDay(year: 2026, month: 6, day: 30))
    var report = RunReport(
      runID: "r1", pipeline: "customers", status: status, folder: "/out/runs/r1", asOf: day)
    var rows = RowAccounting()
    rows.read = 1000
    rows.records = 990
    rows.quarantined = 4
    rows.skipped = ["title": 5, "total": 1]
    report.sources = [
      .init(name: "sales", rows: rows, completeness: 0.8125, conformity: 1),
      .init(name: "finance", rows: rows),
    ]
    report.persons = .init(mentions: 1500, parties: 900)
    report.findings = [.init(class: "错", count: 12)]
    report.gates = [
      GateResult(
        metric: "row_drop", scope: "sales", value: 0.8, bound: "at most 0.5",
        passed: status != .gated,
        message: "row_drop of 'sales' is 0.8, the gate asks for at most 0.5")
    ]
    return report
  }

  @Test func `the summary counts rows and parties and ends with the place`() throws {
    let text = try report(.published).text
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("rows in") && $0.contains("quarantined") })
    #expect(
      lines.contains { $0.hasPrefix("sales") && $0.contains("81.2%") && $0.contains("100.0%") })
    #expect(lines.contains { $0.contains("total") && $0.contains("2,000") && $0.contains("12") })
    #expect(lines.contains { $0.contains("persons") && $0.contains("1,500") && $0.contains("600") })
    #expect(lines.last?.hasSuffix("/out/runs/r1") == true)
  }

  @Test func `a gated run says that nothing was published`() throws {
    #expect(try report(.gated).text.contains("not published"))
    #expect(try report(.gated).failedGates.count == 1)
  }

  @Test func `an English report has no Chinese headings`() throws {
    var report = try report(.dryRun)
    report.language = .english
    report.findings = []
    #expect(report.text.unicodeScalars.allSatisfy { $0.isASCII || $0 == "·" })
  }

  @Test func `JSON has the documented keys`() throws {
    let text = try JSONResult.text(of: report(.published))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "as_of", "decisions", "drift", "findings", "folder", "forecast", "gates", "models",
        "organizations", "peak_memory_bytes", "persons", "pipeline", "review_questions", "run_id",
        "seconds_elapsed", "sources", "status", "targets",
      ])
    let source = try #require((object["sources"] as? [[String: Any]])?.first)
    #expect(source["quarantined"] as? Int == 4)
    #expect((source["skipped"] as? [String: Int]) == ["title": 5, "total": 1])
    #expect((object["persons"] as? [String: Int])?["duplicates"] == 600)
  }
}

@Suite struct ExplanationTextTests {
  private let explanation = Explanation(
    party: .person, leftKey: "a/1", rightKey: "b/2", prior: MatchWeight(bits: -10),
    steps: [
      .init(
        field: "phone", level: "same", left: "+86135", right: "+86135",
        weight: MatchWeight(bits: 14)),
      .init(field: "city", level: "other", left: nil, right: "北京", weight: MatchWeight(bits: -1.5)),
    ],
    total: MatchWeight(bits: 2.5), accept: Probability(0.99), review: Probability(0.5),
    decision: "a steward is asked")

  @Test func `the waterfall adds up`() {
    let lines = explanation.text.split(separator: "\n").map(String.init)
    #expect(lines[1].contains("-10.00"))
    #expect(lines[2].contains("+14.00") && lines[2].contains("+4.00"))
    #expect(lines[3].contains("-1.50") && lines[3].contains("+2.50") && lines[3].contains("–"))
    #expect(explanation.text.contains("0.8498"))
    #expect(explanation.text.contains("a steward is asked"))
  }

  @Test func `JSON carries bits and probability`() throws {
    let text = try JSONResult.text(of: explanation)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["prior_bits"] as? Double == -10)
    #expect((object["steps"] as? [[String: Any]])?.count == 2)
    #expect(object["accept"] as? Double == 0.99)
  }
}
