import Foundation
import TestSupport
import Testing

/// What a run does with inputs and places that do not fit.
@Suite struct BadInputTests {
  struct Unusable: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Nil: there is no such file.
    var content: Data?
    var file = "sales.csv"
    var message: String
    var wayOut: String
  }

  @Test(arguments: [
    Unusable(
      testDescription: "missing", message: "no such file", wayOut: "put the export there"),
    Unusable(
      testDescription: "empty", content: Data(), message: "the export is empty",
      wayOut: "export it again"),
    Unusable(
      testDescription: "empty NDJSON", content: Data(), file: "sales.ndjson",
      message: "the export is empty", wayOut: "export it again"),
    Unusable(
      testDescription: "in no encoding",
      content: Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 251) }),
      message: "no encoding makes text of it", wayOut: "set 'encoding'"),
  ])
  func `an export that cannot be read ends the run with 2, the file and the way out`(
    _ unusable: Unusable
  ) throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "\#(unusable.file)" }"#])
    if let content = unusable.content {
      try content.write(to: URL(filePath: night.folder.path + "/" + unusable.file))
    }
    let outcome = try night.run(["--quiet"])
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.hasPrefix("source 'sales': "))
    #expect(outcome.stderr.contains("/\(unusable.file): error: \(unusable.message)"))
    #expect(outcome.stderr.contains("; ") && outcome.stderr.contains(unusable.wayOut))
    #expect(outcome.stderr.split(separator: "\n").count == 1)
    #expect(night.currentRun() == nil)
  }

  @Test func `a night whose export is missing leaves the last one current`() throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write(
      "sales.csv", ExportLines.sales([ExportLines.person("C1", "王菲", phone: "15873458421")]))
    try night.publish()
    let published = night.currentRun()
    try FileManager.default.removeItem(atPath: night.folder.path + "/sales.csv")
    #expect(try night.run().status == 2)
    #expect(night.currentRun() == published)
    #expect(try night.runs() == [published])
  }

  @Test func `a file with only a header is an export of no records`() throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write("sales.csv", ExportLines.sales([]))
    try night.publish()
    for file in ["golden.csv", "crosswalk.csv", "claims.csv", "links.csv", "findings.csv"] {
      let text = try night.folder.read("out/current/" + file)
      #expect(text.split(separator: "\n").count == 1, "\(file)")
    }
    #expect(try night.folder.read("out/current/golden.ndjson").isEmpty)
    #expect(try night.manifest().accounting.map(\.read) == [0])
  }

  @Test func `records without any value are records`() throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write(
      "sales.csv", ExportLines.sales([["客户编号": "C1"], ["客户编号": "C2"], ["客户名称": "无", "手机": "-"]]))
    try night.publish()
    let accounting = try #require(try night.manifest().accounting.first)
    #expect(accounting.read == 3 && accounting.balanced)
    #expect(accounting.quarantined == 0)
    let ids = try night.table("crosswalk.csv").column("golden_id")
    #expect(ids.count == Set(ids).count)
  }

  @Test func `an output that cannot be written ends with 2 and says where`() throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write("sales.csv", ExportLines.sales([]))
    try night.folder.write("file", "not a folder")
    let outcome = try night.run(["--output", "file/out"])
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(
      outcome.stderr == """
        \(night.folder.path)/file/out: error: cannot be created: Not a directory; \
        make the folder writable or choose another 'output'

        """)
    #expect(try night.folder.files() == ["file", "pipeline.json", "sales.csv"])
  }

  @Test func `explain and show say which names they do not know`() throws {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write(
      "sales.csv",
      ExportLines.sales([
        ExportLines.person("C1", "王菲", phone: "15873458421"),
        ExportLines.person("C2", "赵敏", phone: "13998765412"),
      ]))
    try night.publish()
    let id = try #require(try night.table("golden.csv").column("golden_id").first)
    struct Case {
      var words: [String]
      var message: String
    }
    for unknown in [
      Case(words: ["show", "out", "P9999999X"], message: "P9999999X: error: no golden record"),
      Case(words: ["explain", "out", "P9999999X"], message: "no golden record 'P9999999X'"),
      Case(words: ["explain", "out", id], message: "'\(id)' has one record"),
      Case(words: ["explain", "out", "sales/C1", "sales/C9"], message: "no two such records"),
    ] {
      let outcome = try AssayProcess.run(unknown.words, in: night.folder)
      #expect(outcome.status == 2)
      #expect(outcome.stdout.isEmpty)
      #expect(outcome.stderr.contains(unknown.message), "\(outcome.stderr)")
      #expect(outcome.stderr.contains("; "))
    }
    let elsewhere = try AssayProcess.run(
      ["explain", night.folder.path + "/out", "sales/C1", "sales/C2"], in: TemporaryFolder())
    #expect(elsewhere.status == 0, "\(elsewhere.stderr)")
    #expect(elsewhere.stdout.contains("15873458421"))

    try night.folder.write("sales.csv", night.folder.read("sales.csv") + "C3,李四\n")
    let changed = try AssayProcess.run(
      ["explain", "out", "sales/C1", "sales/C2"], in: night.folder)
    #expect(changed.status == 2)
    #expect(changed.stderr.contains("the exports have changed since this run"))
  }
}
