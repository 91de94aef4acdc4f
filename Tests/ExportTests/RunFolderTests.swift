import Export
import Foundation
import Testing
import Vocabulary

@Suite struct RunFolderTests {
  private let date = Date(timeIntervalSince1970: 1_782_785_700)  // 2026-06-30T02:15:00Z

  @Test func `a run is invisible until it is published, and current comes last`() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path("out"))
    let run = try RunFolder(output: output, runID: try output.newRunID(at: date))
    #expect(run.runID == "20260630T021500Z")
    let nested = try run.path(of: "worklists/east/li.csv")
    _ = try CSVWriter(path: nested, header: ["a"]).finish()
    #expect(try output.runIDs() == [])
    #expect(output.currentRunID == nil)
    try run.finish()
    #expect(try output.runIDs() == [run.runID])
    #expect(output.currentRunID == nil)
    try output.switchCurrent(to: run.runID, at: date)
    #expect(output.currentRunID == run.runID)
    #expect(try folder.text("out/current/worklists/east/li.csv") == "a\n")
    #expect(
      try folder.text("out/current.json") == """
        {
          "published_at" : "2026-06-30T02:15:00Z",
          "run_id" : "20260630T021500Z"
        }

        """)
    #expect(try output.newRunID(at: date) == "20260630T021500Z-2")
  }

  @Test func `publishing again moves current on and back`() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path("out"))
    for name in ["1", "2"] {
      try RunFolder(output: output, runID: name).publish(at: date)
      #expect(output.currentRunID == name)
    }
    try output.switchCurrent(to: "1", at: date)
    #expect(output.currentRunID == "1")
  }

  @Test func `only the owner may look into a run`() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path("out"))
    try RunFolder(output: output, runID: "1").publish(at: date)
    let mode = try FileManager.default.attributesOfItem(atPath: output.folder(of: "1"))
    #expect(mode[.posixPermissions] as? Int == 0o700)
  }

  @Test func `what a killed run left is removed, and finished runs stay`() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path("out"))
    try RunFolder(output: output, runID: "1").publish(at: date)
    let killed = try RunFolder(output: output, runID: "2")
    _ = try CSVWriter(path: try killed.path(of: "golden.csv"), header: ["a"]).finish()
    try output.removePartialRuns()
    #expect(!FileManager.default.fileExists(atPath: killed.path))
    #expect(try output.runIDs() == ["1"])
  }

  @Test func `the lock is held by one and given back`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("out")
    do {
      let first = try OutputLock(output: path)
      let error = #expect(throws: ExportError.self) { _ = try OutputLock(output: path) }
      #expect(error?.reason == .locked)
      _ = consume first
    }
    _ = try OutputLock(output: path)
  }

  @Test func `an output that cannot be a folder is an error`() throws {
    let folder = try TemporaryFolder()
    _ = try CSVWriter(path: folder.path("out"), header: ["a"]).finish()
    let error = #expect(throws: ExportError.self) { _ = try OutputLock(output: folder.path("out")) }
    #expect(error?.reason == .cannotCreate)
  }

  @Test func `the newest runs, the month ends and the current run stay`() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path("out"))
    let days = ["2026-03-30", "2026-03-31", "2026-04-29", "2026-04-30", "2026-05-01", "2026-05-02"]
    for (number, day) in days.enumerated() {
      let status: Manifest.Status = number == 3 || number == 4 ? .gated : .published
      try finishRun(day, status, in: output)
    }
    try output.switchCurrent(to: "2026-03-30", at: date)
    #expect(
      try output.removeOldRuns(keep: KeepOptions(runs: 2, monthEnds: 3)) == ["2026-04-30"])
    #expect(
      try output.runIDs() == ["2026-03-30", "2026-03-31", "2026-04-29", "2026-05-01", "2026-05-02"])
    #expect(
      try output.removeOldRuns(keep: KeepOptions(runs: 0, monthEnds: 1)) == [
        "2026-03-31", "2026-04-29", "2026-05-01",
      ])
    #expect(output.currentRunID == "2026-03-30")
  }

  @Test func `a manifest comes back as it was, with members in order`() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path("out"))
    var manifest = manifest("2026-06-30", .gated)
    var rows = RowAccounting()
    rows.read = 5
    rows.records = 3
    rows.quarantined = 1
    rows.skipped = ["total": 1]
    manifest.accounting = [Manifest.SourceAccounting(source: "erp", rows)]
    manifest.gates = [
      GateResult(
        metric: "row_drop", scope: "erp", value: 0.5, bound: "at most 0.2", passed: false,
        message: "")
    ]
    let run = try RunFolder(output: output, runID: "1")
    try run.write(manifest)
    try run.finish()
    #expect(try Manifest(folder: output.folder(of: "1")) == manifest)
    let text = try folder.text("out/runs/1/manifest.json")
    #expect(text.contains("\"balanced\" : true"))
    #expect(text.hasSuffix("}\n"))
    let places = ["\"accounting\"", "\"as_of\"", "\"run_id\"", "\"status\""].map {
      text.range(of: $0)?.lowerBound
    }
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(places.allSatisfy { $0 != nil })
  }

  private func manifest(_ day: String, _ status: Manifest.Status) -> Manifest {
    Manifest(
      runID: day, status: status,
      pipeline: Manifest.Pipeline(name: "p", sha256: "00"), asOf: day,
      startedAt: day + "T02:15:00Z", finishedAt: day + "T02:16:00Z")
  }

  private func finishRun(
    _ day: String, _ status: Manifest.Status, in output: OutputFolder
  ) throws {
    let run = try RunFolder(output: output, runID: day)
    try run.write(manifest(day, status))
    try run.finish()
  }
}
