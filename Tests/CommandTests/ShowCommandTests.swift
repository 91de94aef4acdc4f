import Foundation
import TestSupport
import Testing

/// What a run knows about a party beside its values.
@Suite struct ShowCommandTests {
  private struct View: Decodable {
    struct Owner: Decodable, Equatable {
      var source, owner: String
      var records: Int
    }

    struct Affiliation: Decodable {
      var goldenID, title: String
      var current: Bool

      private enum CodingKeys: String, CodingKey {
        case goldenID = "golden_id"
        case title, current
      }
    }

    struct Finding: Decodable { var rule, message: String }

    struct Disagreement: Decodable {
      var field, value: String
      var survives: Bool
    }

    struct Event: Decodable { var change, cause: String }

    struct Surroundings: Decodable {
      var owners: [Owner]
      var affiliations: [Affiliation]
      var findings: [Finding]
      var disagreements: [Disagreement]
      var events: [Event]
    }

    var surroundings: Surroundings
  }

  /// One person whom two colleagues keep, at two titles.
  private func night() throws -> PipelineFolder {
    let night = try PipelineFolder([#"{ name: "sales", path: "sales.csv" }"#])
    var rows = ["王芳", "陈静"].enumerated().map { place, owner in
      var row = ExportLines.person(
        "C\(place + 1)", "欧阳娜娜", phone: "18799947966", email: "nana@qq.com")
      row["公司名称"] = "深圳市华信科技有限公司"
      row["职位"] = ["采购经理", "总监"][place]
      row["负责人"] = owner
      return row
    }
    rows.append(ExportLines.person("C3", "王菲", phone: "15873458421"))
    try night.folder.write("sales.csv", ExportLines.sales(rows))
    try night.publish()
    return night
  }

  private func view(_ id: String, _ night: PipelineFolder) throws -> View.Surroundings {
    let outcome = try AssayProcess.run(["show", "out", id, "--json"], in: night.folder)
    try #require(outcome.status == 0, "\(outcome.stderr)")
    return try JSONDecoder().decode(View.self, from: Data(outcome.stdout.utf8)).surroundings
  }

  private func ids(_ night: PipelineFolder) throws -> [String: String] {
    let rows = try night.table("crosswalk.csv")
    let golden = rows.pairs("record_key", "golden_id")
    return golden.filter { $0.value.hasPrefix("P") }
  }

  @Test func `a party that two people keep says who they are, and where it works`() throws {
    let night = try night()
    let organization = try #require(
      night.table("affiliations.csv").pairs("person_golden_id", "organization_golden_id").first)
    let known = try view(organization.key, night)
    #expect(
      known.owners == [
        View.Owner(source: "sales", owner: "王芳", records: 1),
        View.Owner(source: "sales", owner: "陈静", records: 1),
      ])
    #expect(known.affiliations.map(\.goldenID).contains(organization.value))
    #expect(!known.findings.isEmpty)
    #expect(known.findings.allSatisfy { !$0.rule.isEmpty && !$0.message.isEmpty })
    #expect(known.events.map(\.change) == ["new"])
    let other = try view(organization.value, night)
    #expect(other.affiliations.map(\.goldenID).contains(organization.key))

    let text = try AssayProcess.run(["show", "out", organization.key], in: night.folder).stdout
    #expect(text.contains("撞单 several owners in 'sales'"))
    #expect(text.contains(organization.value))
  }

  @Test func `a party of one record has one owner and no quarrel`() throws {
    let night = try night()
    let id = try #require(try ids(night)["sales/C3"])
    let known = try view(id, night)
    #expect(known.owners == [View.Owner(source: "sales", owner: "王芳", records: 1)])
    #expect(known.affiliations.isEmpty && known.disagreements.isEmpty)
    let text = try AssayProcess.run(["show", "out", id], in: night.folder).stdout
    #expect(!text.contains("撞单"))
  }
}
