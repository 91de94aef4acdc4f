import Foundation
import TestSupport
import Testing

/// `assay decide` says what decisions would change, and changes nothing.
@Suite struct DecideCommandTests {
  private static let header =
    "decision_id,verb,party,left,right,field,value,by,at,why,revokes\n"

  private struct Preview: Decodable {
    struct Line: Decodable {
      var decision_id, status: String
      var conflicts_with: [String]
    }
    struct Move: Decodable, Equatable {
      var party, from, to: String
      var record_keys: [String]
    }
    struct FieldChange: Decodable, Equatable {
      var golden_id, field, before, after: String
    }
    var decisions: [Line]
    var moves: [Move]
    var fields: [FieldChange]
    var questions_before, questions_after: Int
  }

  private func night() throws -> PipelineFolder {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write(
      "sales.csv",
      ExportLines.sales([
        ExportLines.person("C1", "李小龙", phone: "13524689713"),
        ExportLines.person("C2", "李小龙", phone: "13524689713"),
        ExportLines.person("C3", "欧阳娜娜", phone: "18799947966"),
      ]))
    return night
  }

  private func preview(_ night: PipelineFolder, _ words: [String]) throws -> Preview {
    let outcome = try AssayProcess.run(
      ["decide"] + words + ["--json", "--as-of", PipelineFolder.asOf], in: night.folder)
    try #require(outcome.status == 0, "\(outcome.stderr)")
    return try JSONDecoder().decode(Preview.self, from: Data(outcome.stdout.utf8))
  }

  @Test func `what it says comes true, and nothing is written before`() throws {
    let night = try night()
    try night.publish()
    let ids = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    let (first, other) = (try #require(ids["sales/C1"]), try #require(ids["sales/C3"]))
    try night.folder.write(
      "answers.csv",
      Self.header + "d1,detach,person,sales/C2,,,,zhou,,,\n"
        + "d2,same,person,sales/C1,sales/C3,,,zhou,,,\n"
        + "d3,value,person,sales/C1,,title,总监,zhou,,,\n")
    let state = try night.bytes("out/state.sqlite")
    let preview = try preview(night, ["answers.csv"])
    #expect(preview.decisions.map(\.status) == ["followed", "followed", "followed"])
    #expect(
      preview.moves == [
        .init(party: "person", from: first, to: "new", record_keys: ["sales/C2"]),
        .init(party: "person", from: other, to: first, record_keys: ["sales/C3"]),
      ])
    #expect(
      preview.fields.contains(
        .init(golden_id: first, field: "title", before: "", after: "总监")))
    #expect(try night.runs().count == 1)
    #expect(try night.bytes("out/state.sqlite") == state)

    try night.folder.write("decisions/1.csv", try night.folder.read("answers.csv"))
    try night.publish()
    let after = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    #expect(after["sales/C3"] == first)
    #expect(![first, other].contains(after["sales/C2"]))
  }

  @Test func `a file that the pipeline follows already is compared with its absence`() throws {
    let night = try night()
    try night.folder.write(
      "decisions/1.csv", Self.header + "d1,detach,person,sales/C2,,,,zhou,,,\n")
    try night.publish()
    let id = try #require(
      try night.table("crosswalk.csv").pairs("record_key", "golden_id")["sales/C2"])
    let preview = try preview(night, ["decisions/1.csv", "--run", "out"])
    #expect(preview.moves.map(\.to) == [id])
    #expect(preview.moves.map(\.record_keys) == [["sales/C2"]])
  }

  @Test func `a faulty file is refused by its line, and a missing one by its name`() throws {
    let night = try night()
    try night.folder.write("answers.csv", Self.header + "d1,merge,person,a,b,,,,,,\n")
    let faulty = try AssayProcess.run(["decide", "answers.csv"], in: night.folder)
    #expect(faulty.status == 2)
    #expect(faulty.stderr.contains("answers.csv:2: error: the verb"))
    let missing = try AssayProcess.run(["decide", "no.csv"], in: night.folder)
    #expect(missing.status == 2)
    #expect(missing.stderr.contains("no.csv: error: no such file"))
    #expect(!FileManager.default.fileExists(atPath: night.folder.path + "/out"))
  }
}
