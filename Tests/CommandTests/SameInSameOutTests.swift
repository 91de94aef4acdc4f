import Foundation
import TestSupport
import Testing

/// The same inputs give the same files, for any thread count and any order of the rows.
@Suite struct SameInSameOutTests {
  /// Runs a sample of the fixtures in order with one thread, and again in other ways.
  @Test func `threads and the order of rows change nothing but positions`() throws {
    let night = try PipelineFolder(SampleNight.sources)
    try FileManager.default.createDirectory(
      atPath: night.folder.path + "/shuffled", withIntermediateDirectories: true)
    for file in SampleNight.files {
      let lines = try SampleNight.lines(of: file, count: 120)
      try lines.data.write(to: URL(filePath: night.folder.path + "/" + file))
      try lines.shuffled().data.write(to: URL(filePath: night.folder.path + "/shuffled/" + file))
    }
    try night.publish(["--threads", "1"])
    try night.publish(["--threads", "2", "--output", "two"])
    try night.write(SampleNight.sources(in: "shuffled"))
    try night.publish(["--output", "other"])
    #expect(try night.table("crosswalk.csv").rows.count > 400)
    let files = try files(of: night, "out")
    #expect(try files == self.files(of: night, "two"))
    #expect(try files == self.files(of: night, "other"))
    for file in files where file != "manifest.json" {
      let first = try night.bytes("out/current/" + file)
      #expect(try first == night.bytes("two/current/" + file), "\(file)")
      guard !file.hasSuffix(".xlsx"), !file.hasSuffix(".sqlite") else { continue }
      if file.hasSuffix(".csv") {
        let positions = ["file", "row_number", "line", "byte", "文件", "行号"]
        #expect(
          try night.table(file).sortedRows(without: positions)
            == night.table(file, of: "other").sortedRows(without: positions), "\(file)")
      } else {
        #expect(try first == night.bytes("other/current/" + file), "\(file)")
      }
      if ["golden.csv", "claims.csv", "links.csv", "review.csv", "affiliations.csv"].contains(file)
      {
        #expect(try first == night.bytes("other/current/" + file), "\(file) in the same order")
      }
    }
  }

  private func files(of night: PipelineFolder, _ output: String) throws -> [String] {
    let run = try #require(night.currentRun(of: output))
    let root = night.folder.path + "/\(output)/runs/\(run)"
    return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().filter { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: root + "/" + name)
      return attributes[.type] as? FileAttributeType == .typeRegular
    }
  }
}
