import Foundation
import TestSupport
import Testing

/// A night after a night.
@Suite struct RerunTests {
  private static let people = [
    ExportLines.person("C1", "李小龙", phone: "13524689713", email: "xiaolong.li@qq.com"),
    ExportLines.person("C2", "李小龙", phone: "135 2468 9713"),
    ExportLines.person("C3", "欧阳娜娜", phone: "18799947966"),
    ExportLines.person("C4", "王菲", phone: "15873458421"),
    ExportLines.person("C5", "Robert Smith", phone: "+44 7911 123456"),
  ]

  private func night(_ people: [[String: String]] = people) throws -> PipelineFolder {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    try night.folder.write("sales.csv", ExportLines.sales(people))
    return night
  }

  @Test func `a handful of records is enough, and prior parameters decide`() throws {
    let night = try night()
    let outcome = try night.publish()
    #expect(outcome.stdout.contains("prior"))
    let ids = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    #expect(ids.count == 5)
    #expect(ids["sales/C1"] == ids["sales/C2"])
    #expect(Set(ids.values).count == 4)
  }

  @Test func `the same inputs again change no id and publish a new run`() throws {
    let night = try night()
    try night.publish()
    let first = try #require(night.currentRun())
    try night.publish()
    let second = try #require(night.currentRun())
    #expect(first < second)
    #expect(try night.runs() == [first, second])
    #expect(try night.folder.read("out/current.json").contains(second))
    #expect(try night.table("identity_changes.csv").rows.isEmpty)
    for file in ["golden.csv", "golden.ndjson", "crosswalk.csv", "claims.csv", "links.csv"] {
      #expect(
        try night.bytes("out/runs/\(first)/\(file)") == night.bytes("out/runs/\(second)/\(file)"),
        "\(file)")
    }
  }

  @Test func `new rows leave the ids of the others alone`() throws {
    let night = try night()
    try night.publish()
    let before = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    let added = [
      ExportLines.person("A1", "赵敏", phone: "13998765412"),
      ExportLines.person("C3b", "欧阳娜娜", phone: "18799947966"),
    ]
    try night.folder.write("sales.csv", ExportLines.sales(added + Self.people))
    try night.publish()
    let after = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    for (record, id) in before { #expect(after[record] == id, "\(record)") }
    #expect(after["sales/C3b"] == before["sales/C3"])
    let new = try #require(after["sales/A1"])
    #expect(!before.values.contains(new))
    #expect(
      try night.table("identity_changes.csv").columns("change", "golden_id") == [["new", new]])
  }

  @Test func `a failed gate ends with 1 and leaves what was published`() throws {
    let night = try night()
    try night.publish()
    let published = try #require(night.currentRun())
    let before = try night.bytes("out/current/crosswalk.csv")
    let full = try night.folder.read("sales.csv")
    try night.folder.write("sales.csv", ExportLines.sales([]))
    let gated = try night.run()
    #expect(gated.status == 1)
    #expect(gated.stderr.contains("gate failed: row_drop of 'sales'"), "\(gated.stderr)")
    #expect(night.currentRun() == published)
    #expect(try night.folder.read("out/current.json").contains(published))
    let left = try #require(try night.runs().last { $0 != published })
    let manifest = try night.manifest(of: "out/runs/" + left)
    #expect(manifest.status == "gated")
    #expect(manifest.gates.contains { $0.metric == "row_drop" && !$0.passed })

    try night.folder.write("sales.csv", full)
    try night.publish()
    #expect(try night.table("identity_changes.csv").rows.isEmpty)
    #expect(try night.bytes("out/current/crosswalk.csv") == before)
    #expect(try night.runs().contains(left))
  }

  @Test func `published runs whose state is lost are not run over`() throws {
    let night = try night()
    try night.publish()
    let published = night.currentRun()
    try FileManager.default.removeItem(atPath: night.folder.path + "/out/state.sqlite")
    let outcome = try night.run(["--quiet"])
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(
      outcome.stderr == """
        \(night.folder.path)/out/state.sqlite: error: missing, though runs were published here; \
        restore it, or choose another 'output'

        """)
    #expect(night.currentRun() == published)
    #expect(try night.runs() == [published])
  }

  @Test func `a dry run says what it would find and writes nothing`() throws {
    let night = try night()
    let before = try night.folder.files()
    let outcome = try night.run(["--dry-run", "--json"])
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains(#""status" : "dry_run""#), "\(outcome.stdout)")
    #expect(try night.folder.files() == before)

    try night.publish()
    let files = try night.folder.files()
    #expect(try night.run(["--dry-run"]).status == 0)
    #expect(try night.folder.files() == files)
  }

  @Test func `a run that is killed leaves nothing behind, and the next one works`() throws {
    let night = try PipelineFolder(SampleNight.sources)
    for file in SampleNight.files {
      try SampleNight.lines(of: file, count: 60).data
        .write(to: URL(filePath: night.folder.path + "/" + file))
    }
    try night.publish()
    let published = try #require(night.currentRun())
    let killed = try AssayProcess.shell(
      #"""
      "$ASSAY" run pipeline.json 2> killed.log &
      run=$!
      until grep -q "match organizations: started" killed.log || ! kill -0 $run; do sleep 0.01; done
      kill -9 $run
      wait $run
      echo $?
      mkdir -p out/runs/.partial-20260630T000000Z
      echo half > out/runs/.partial-20260630T000000Z/golden.csv
      """#, in: night.folder)
    #expect(killed.lines.last == "137")
    #expect(night.currentRun() == published)
    try night.publish()
    let next = try #require(night.currentRun())
    #expect(try night.runs() == [published, next])
    #expect(try night.table("identity_changes.csv").rows.isEmpty)
  }

  @Test func `while another run holds the output, a run ends with 75`() throws {
    let night = try night()
    try night.publish()
    let files = try night.folder.files()
    let lock = try #require(FileHandle(forUpdatingAtPath: night.folder.path + "/out/.lock"))
    #expect(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    let outcome = try night.run()
    #expect(outcome.status == 75)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.hasSuffix("another run holds this output; wait until it has ended\n"))
    #expect(try night.folder.files() == files)
    try lock.close()
    #expect(try night.run().status == 0)
  }
}
