import Foundation
import TestSupport
import Testing

/// The review queue, from the run to the terminal.
@Suite struct ReviewCommandTests {
  private static let header =
    "decision_id,verb,party,left,right,field,value,by,at,why,revokes\n"

  /// What tests read of `assay review --json`.
  private struct Queue: Decodable {
    struct Question: Decodable {
      struct Field: Decodable { var verdict: String }

      var question_id, kind, party, left, right, left_golden_id, right_golden_id: String
      var stake, match_probability: Double
      var fields: [Field]
    }

    struct Agreement: Decodable { var questions, agreed: Int }

    var review_questions: Int
    var agreement: Agreement?
    var questions: [Question]
  }

  private func queue(_ night: PipelineFolder, _ flags: [String] = []) throws -> Queue {
    let outcome = try AssayProcess.run(["review", "out", "--json"] + flags, in: night.folder)
    try #require(outcome.status == 0, "\(outcome.stderr)")
    return try JSONDecoder().decode(Queue.self, from: Data(outcome.stdout.utf8))
  }

  /// Two systems of the fixture, which leave doubts.
  private func doubtfulNight(_ settings: String = "") throws -> PipelineFolder {
    try PipelineFolder(
      ["sales_crm.csv", "finance_erp.csv"].map {
        #"{ name: "\#($0.prefix(5))", path: "\#(Repository.fixture("customers/" + $0))" }"#
      }, settings: #"decisions: "decisions/*.csv","# + settings)
  }

  @Test func `the best question comes first, and one answer settles two parties`() throws {
    let night = try doubtfulNight()
    try night.publish()
    let all = try queue(night, ["--limit", "1000"])
    #expect(all.questions.count == all.review_questions)
    #expect(try night.table("review.csv").rows.count == all.review_questions)
    #expect(Set(all.questions.map(\.question_id)).count == all.review_questions)
    let pairs = all.questions.map { Set([$0.left_golden_id, $0.right_golden_id]) }
    #expect(Set(pairs).count == pairs.count)
    let best = try #require(all.questions.first)
    #expect(best.fields.contains { $0.verdict != "same" })

    let told = try AssayProcess.run(["review", "out", "--limit", "1"], in: night.folder)
    #expect(told.status == 0)
    #expect(told.stdout.contains(best.question_id) && told.stdout.contains(best.left))
    #expect(!told.stdout.contains(all.questions[1].question_id))

    // The same questions tomorrow, in the same order, but for the one that was answered.
    try night.folder.write(
      "decisions/1.csv",
      Self.header + "d1,different,\(best.party),\(best.right),\(best.left),,,zhou,2026-06-29,,\n")
    try night.publish()
    let next = try queue(night, ["--limit", "1000"]).questions.map(\.question_id)
    #expect(Set(next) == Set(all.questions.dropFirst().map(\.question_id)))
  }

  @Test func `the budget keeps the questions that are worth most`() throws {
    let night = try doubtfulNight()
    try night.publish()
    let all = try queue(night, ["--limit", "1000"]).questions
    let few = try doubtfulNight("review: { budget: 3 },")
    try few.publish()
    let kept = try queue(few).questions
    #expect(kept.count == 3)
    #expect(Set(kept.map(\.question_id)).isSubset(of: Set(all.map(\.question_id))))
    let none = try doubtfulNight("review: { budget: 0 },")
    try none.publish()
    #expect(try queue(none).questions.isEmpty)
  }

  @Test func `a second steward reads blindly, and their agreement is told`() throws {
    let night = try PipelineFolder(
      [#"{ name: "sales", path: "sales.csv" }"#],
      settings: #"decisions: "decisions/*.csv", review: { secondReading: 1 },"#)
    try night.folder.write(
      "sales.csv",
      ExportLines.sales([
        ExportLines.person("C1", "李小龙", phone: "13524689713"),
        ExportLines.person("C2", "李小龙", phone: "13524689713"),
        ExportLines.person("C3", "欧阳娜娜", phone: "18799947966"),
      ]))
    let first = "d1,different,person,sales/C1,sales/C2,,,zhou,2026-06-29,,\n"
    try night.folder.write("decisions/1.csv", Self.header + first)
    try night.publish()
    #expect(try queue(night).questions.filter { $0.kind == "secondReading" }.isEmpty)

    try night.folder.write(
      "decisions/2.csv", Self.header + "d2,same,person,sales/C3,sales/C1,,,wu,2026-06-29,,\n")
    try night.publish()
    let blind = try queue(night).questions.filter { $0.kind == "secondReading" }
    #expect(
      Set(blind.map { [$0.left, $0.right] })
        == [["sales/C1", "sales/C2"], ["sales/C1", "sales/C3"]])
    #expect(blind.allSatisfy { $0.left_golden_id.isEmpty && $0.right_golden_id.isEmpty })

    try night.folder.write(
      "decisions/3.csv",
      Self.header + "d3,different,person,sales/C2,sales/C1,,,wu,2026-06-30,,\n"
        + "d4,different,person,sales/C1,sales/C3,,,zhou,2026-06-30,,\n")
    let outcome = try night.publish()
    #expect(outcome.stdout.contains("1/2 (50%), kappa 0.00"))
    let last = try queue(night)
    #expect(last.agreement?.questions == 2 && last.agreement?.agreed == 1)
    #expect(last.questions.first?.kind == "disagreement")
    #expect(!last.questions.contains { $0.kind == "secondReading" })
  }

  @Test func `a run without its page is told what to do`() throws {
    let night = try doubtfulNight("review: { budget: 1 },")
    try night.publish()
    let page = night.folder.path + "/out/current/report/review.html"
    #expect(
      try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int == 0o600)
    try FileManager.default.removeItem(atPath: page)
    let outcome = try AssayProcess.run(["review", "out"], in: night.folder)
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.contains("review.html: error: cannot be read; run the pipeline again"))
  }
}
