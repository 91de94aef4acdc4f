import Foundation
import TestSupport
import Testing

/// Before entry: whether a customer exists, whose it is, and why; nothing else.
@Suite struct LookupTests {
  private func night() throws -> PipelineFolder {
    let night = try PipelineFolder([
      #"{ name: "sales", path: "sales.csv" }"#, #"{ name: "finance", path: "finance.csv" }"#,
    ])
    var employee = ExportLines.person(
      "C1", "李小龙", phone: "13524689713", email: "xiaolong.li@qq.com")
    employee["公司名称"] = "深圳市华信科技有限公司"
    try night.folder.write(
      "sales.csv",
      ExportLines.sales([
        employee, ExportLines.person("C2", "欧阳娜娜", phone: "18799947966"),
        ExportLines.person("C3", "王菲", phone: "15873458421"),
      ]))
    try night.folder.write(
      "finance.csv",
      ExportLines.finance([
        ["客户编码": "K1", "客户全称": "广州蓝海贸易有限责任公司", "联系电话": "020-83456789", "建档人": "赵强"]
      ]))
    try night.publish()
    return night
  }

  struct Question: Sendable, CustomTestStringConvertible {
    var line: String
    var verdict: String
    var reasons: [String]
    var owner = "sales:王芳"

    var testDescription: String { line }
  }

  private struct Answer: Decodable {
    struct Match: Decodable {
      var owners: [String]
      var reasons: [String]
    }

    var line: Int
    var verdict: String
    var matches: [Match]
  }

  private static let questions = [
    Question(line: "135-2468-9713", verdict: "exists", reasons: ["phone"]),
    Question(line: "XIAOLONG.LI@QQ.COM", verdict: "exists", reasons: ["email"]),
    Question(
      line: "name=欧阳娜娜;phone=+86 187 9994 7966", verdict: "exists", reasons: ["phone", "name"]),
    Question(
      line: "姓名=王菲\t手机=15873458422", verdict: "similar", reasons: ["name", "similar_phone"]),
    Question(
      line: #"{"name": "李小龙", "company": "深圳华信科技"}"#, verdict: "exists",
      reasons: ["name", "company"]),
    Question(line: "ouyang nana", verdict: "similar", reasons: ["similar_name"]),
    Question(
      line: "广州蓝海贸易", verdict: "exists", reasons: ["similar_name"], owner: "finance:赵强"),
    Question(
      line: "company=广州蓝海贸易有限责任公司", verdict: "exists", reasons: ["name"], owner: "finance:赵强"),
    Question(line: "name=张三丰;phone=13000000001", verdict: "new", reasons: []),
    Question(line: "13524689714", verdict: "new", reasons: []),
  ]

  @Test func `exact and similar customers are found, each with its reason and owner`() throws {
    let night = try night()
    let input = Self.questions.map { $0.line + "\n" }.joined()
    let outcome = try AssayProcess.run(["lookup", "out", "--json"], input: input, in: night.folder)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(outcome.lines.count == Self.questions.count)
    for (line, question) in zip(outcome.lines, Self.questions) {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(line.utf8))
      #expect(answer.verdict == question.verdict, "\(question.line): \(line)")
      #expect(answer.matches.first?.reasons ?? [] == question.reasons, "\(question.line): \(line)")
      if let match = answer.matches.first { #expect(match.owners == [question.owner]) }
    }
  }

  @Test func `nothing of a customer is shown but the owners`() throws {
    let night = try night()
    let outcome = try AssayProcess.run(
      ["lookup", "out"], input: "欧阳娜娜\n13524689713\n", in: night.folder)
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("sales:王芳"))
    for secret in ["18799947966", "李小龙", "xiaolong", "P0000", "sales/C"] {
      #expect(!outcome.stdout.contains(secret))
    }
  }

  @Test func `a line that cannot be read is told without its text, and the others are answered`()
    throws
  {
    let night = try night()
    let outcome = try AssayProcess.run(
      ["lookup", "out", "--json"], input: "{canary\n\ncanry=1;phone=2\n欧阳娜娜", in: night.folder)
    #expect(outcome.status == 2)
    #expect(outcome.lines.count == 4)
    #expect(outcome.lines[0] == #"{"line":1,"error":"the line is no JSON object"}"#)
    #expect(outcome.lines[3].contains("similar"))
    #expect(outcome.stderr.contains("stdin:2: error: the line holds no value"))
    #expect(outcome.stderr.contains("stdin:3: error: unknown field"))
    #expect(!(outcome.stdout + outcome.stderr).contains("canary"))
  }

  @Test func `without a line there is no answer, and without a run an error`() throws {
    let night = try night()
    let empty = try AssayProcess.run(["lookup", "out"], in: night.folder)
    #expect(empty.status == 0)
    #expect(empty.stdout.isEmpty)
    #expect(try AssayProcess.run(["lookup", "nowhere"], in: night.folder).status == 2)
    try FileManager.default.removeItem(atPath: night.folder.path + "/out/current/assay.sqlite")
    let missing = try AssayProcess.run(["lookup", "out"], input: "x\n", in: night.folder)
    #expect(missing.status == 2)
    #expect(missing.stderr.contains("assay.sqlite: error: missing; run the pipeline again"))
  }
}
