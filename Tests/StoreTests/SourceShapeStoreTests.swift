import TestSupport
import Testing
import Vocabulary

@testable import Store

@Suite struct SourceShapeStoreTests {
  private let shape = SourceShape(
    source: "销售", records: 3, newest: CivilDay(number: -1), format: "csv", encoding: "gb18030",
    profile: "sales-crm",
    columns: [
      SourceShape.Column(label: "手机", field: "phone", filled: 2), SourceShape.Column(label: "备用"),
    ],
    files: [
      SourceShape.File(name: "b.csv", sha256: "ff", rows: 2),
      SourceShape.File(name: "a.csv", sha256: "00", rows: 1),
    ])

  private func commit(_ run: String, after previous: String?) -> RunCommit {
    RunCommit(
      run: PublishedRun(
        runID: run, asOf: CivilDay(number: 1), pipelineHash: "h", publishedAt: "t", folder: "f"),
      previousRunID: previous, previous: IdentityState(), next: IdentityState())
  }

  @Test func `shapes are kept by run, columns and files in their order`() throws {
    let folder = try TemporaryFolder()
    let file = try StateFile(path: folder.path + "/state.sqlite")
    var bare = SourceShape(source: "a", records: 0, format: "json", encoding: "utf-8")
    var first = commit("r1", after: nil)
    first.sources = [shape, bare]
    try file.commit(first)
    bare.records = 7
    var second = commit("r2", after: "r1")
    second.sources = [bare]
    try file.commit(second)
    let again = try StateFile(path: folder.path + "/state.sqlite")
    #expect(Set(try again.sourceShapes(ofRun: "r1")).contains(shape))
    #expect(try again.sourceShapes(ofRun: "r1").count == 2)
    #expect(try again.sourceShapes(ofRun: "r2") == [bare])
    #expect(try again.sourceShapes(ofRun: "r3").isEmpty)
  }

  @Test func `absences are added, changed and dropped`() throws {
    let folder = try TemporaryFolder()
    let file = try StateFile(path: folder.path + "/state.sqlite")
    #expect(try file.absences() == AbsenceTable())
    let day = CivilDay(number: 5)
    let first = AbsenceTable([
      AbsenceTable.Entry(key: "s/b", exports: 1, since: day),
      AbsenceTable.Entry(key: "s/a", exports: 1, since: day),
    ])
    let second = AbsenceTable([
      AbsenceTable.Entry(key: "s/b", exports: 2, since: day, gone: CivilDay(number: 6)),
      AbsenceTable.Entry(key: "s/c", exports: 1, since: day),
    ])
    try file.write(first, over: AbsenceTable())
    #expect(try file.absences() == first)
    try file.write(second, over: first)
    #expect(try file.absences() == second)
    #expect(try file.absences().goneKeys == ["s/b"])
  }
}
