import Testing
import Vocabulary

@testable import Ingest

@Suite struct ColumnSurveyTests {
  private func survey(_ text: String, limit: Int = 100) async throws -> SourceSurvey {
    let folder = try Folder()
    let path = try folder.write(text, to: "a.csv")
    let ingestor = Ingestor(
      options: IngestOptions(schema: .customer, sources: [], threads: 2))
    return try await ingestor.columnSurvey(
      of: SourceOptions(name: "a", paths: [path]), recordLimit: limit)
  }

  @Test func `every column is counted, mapped or not`() async throws {
    let survey = try await survey("x1,y1,z1\na,b,\na,c,NULL\nd,,\n")
    #expect(survey.columns.map(\.label) == ["x1", "y1", "z1"])
    #expect(survey.columns.map(\.filled) == [3, 2, 0])
    #expect(survey.columns.map(\.distinct) == [2, 2, 0])
    #expect(survey.profile == nil && survey.mapped.isEmpty)
    #expect(survey.recordLimit == nil)
    #expect(survey.accounting.records == 3)
  }

  @Test func `a long file is read up to a limit, which is said`() async throws {
    let rows = (0..<50).map { "r\($0),v\($0 % 3)\n" }.joined()
    let survey = try await survey("x1,y1\n" + rows, limit: 20)
    #expect(survey.recordLimit == 20)
    #expect(survey.columns.map(\.filled) == [20, 20])
    #expect(survey.columns.map(\.distinct) == [20, 3])
  }

  struct Shape: Sendable {
    var value: String
    var shape: String
  }

  @Test(arguments: [
    Shape(value: "张三（北京）", shape: "某某（某某）"),
    Shape(value: "Ann-Marie O'Neil", shape: "Xxx-Xxxxx X'Xxxx"),
    Shape(value: "+86 139-1234", shape: "+99 999-9999"),
    Shape(value: "a.b@c.cn", shape: "x.x@x.xx"),
    Shape(value: "１２３😀", shape: "999·"), Shape(value: "", shape: ""),
    Shape(
      value: String(repeating: "a", count: 40), shape: String(repeating: "x", count: 32) + "…"),
  ])
  func `a shape holds no character of the value`(shape: Shape) {
    #expect(ValueShape.text(of: shape.value) == shape.shape)
  }
}
