import Foundation
import Pipelines
import Testing
import Vocabulary

/// The guide to the files, held against the folder of a run that the test makes.
@Suite struct FilesDocumentationTests {
  @Test func `every file and column of a run stands there`() async throws {
    let guide = try DocumentationGuide("Files")
    let fields = Set(Schema.customer.fields.flatMap { [$0.name, $0.name + "s"] })
    try await withFinishedRun { folder in
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
        !$0.hasPrefix("worklists") && $0 != "report"
      }
      #expect(files.count >= 12)
      for file in files {
        #expect(guide.text.contains("**\(file)**"), "\(file) is not described")
        guard file.hasSuffix(".csv") else { continue }
        let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
        let header = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
        #expect(header.count > 1)
        #expect(guide.missing(header.filter { !fields.contains($0) }) == [], "in \(file)")
      }
    }
  }

  @Test func `every member of the manifest stands there`() async throws {
    let guide = try DocumentationGuide("Files")
    try await withFinishedRun { folder in
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json"))
      let manifest = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(manifest["run_id"] != nil)
      #expect(guide.missing(manifest.keys.sorted()) == [])
    }
  }

  @Test func `every file of the output folder stands there`() async throws {
    let guide = try DocumentationGuide("Files")
    try await withFinishedRun { folder in
      let output = URL(fileURLWithPath: folder).deletingLastPathComponent()
        .deletingLastPathComponent().path
      let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
      #expect(names.contains("state.sqlite"))
      #expect(guide.missing(names.filter { $0 != "runs" }) == [])
      #expect(guide.text.contains("runs/"))
    }
  }

  /// Runs two records in a folder that is gone afterwards.
  ///
  /// - Parameter body: Called with the run's folder.
  /// - Throws: What the run or the body throws.
  private func withFinishedRun(_ body: (String) throws -> Void) async throws {
    let home = FileManager.default.temporaryDirectory
      .appendingPathComponent("assay-guide-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(atPath: home) } catch {
        Issue.record("\(home) stays: \(error)")
      }
    }
    try Data("name,phone,company\nA B,13524689713,C\nA B,13524689713,C\n".utf8)
      .write(to: URL(fileURLWithPath: home + "/a.csv"))
    let pipeline = try PipelineFile(
      text: """
        { version: 1, name: "guide", output: "out", sources: [ { name: "a", path: "a.csv" } ] }
        """, file: home + "/pipeline.json", directory: home)
    var options = RunOptions()
    options.asOf = CivilDay(iso: "2026-06-30")
    let report = try await Run(pipeline: pipeline, options: options).execute { _ in }
    try body(#require(report.folder))
  }
}
