import TestSupport
import Testing

/// 张总, 张先生 and 张先生(北京): the same person, or three.
@Suite struct FoundingCaseTests {
  /// Runs the three records with a phone each.
  private func night(phones: [String]) throws -> PipelineFolder {
    let night = try PipelineFolder([
      #"{ name: "sales", path: "sales.csv" }"#, #"{ name: "finance", path: "finance.csv" }"#,
      #"{ name: "service", path: "service.ndjson" }"#,
    ])
    try night.folder.write(
      "sales.csv", ExportLines.sales([ExportLines.person("C1", "张总", phone: phones[0])]))
    try night.folder.write(
      "finance.csv",
      ExportLines.finance([["客户编码": "K1", "客户全称": "张先生", "联系电话": phones[1]]]))
    try night.folder.write(
      "service.ndjson", ExportLines.ticket("T1", "张先生(北京)", phone: phones[2]))
    return night
  }

  struct Spelling: Sendable {
    var phones: [String]
  }

  @Test(arguments: [
    Spelling(phones: ["13524689713", "13524689713", "13524689713"]),
    Spelling(phones: ["13524689713", "+86 135-2468-9713", "13524689713.0"]),
  ])
  func `with one mobile they are one party`(_ spelling: Spelling) throws {
    let night = try night(phones: spelling.phones)
    try night.publish()
    let crosswalk = try night.table("crosswalk.csv")
    #expect(crosswalk.column("record_key") == ["finance/K1", "sales/C1", "service/T1"])
    #expect(Set(crosswalk.column("golden_id")).count == 1)
    #expect(crosswalk.column("decided_by") == ["model", "model", "model"])
    let golden = try night.table("golden.csv")
    #expect(
      golden.columns("party", "phone", "record_count", "source_count") == [
        ["person", "+8613524689713", "3", "3"]
      ])
  }

  @Test func `with three mobiles they are three parties`() throws {
    let night = try night(phones: ["13524689713", "18799947966", "15873458421"])
    try night.publish()
    let crosswalk = try night.table("crosswalk.csv")
    #expect(Set(crosswalk.column("golden_id")).count == 3)
    #expect(crosswalk.column("decided_by") == ["single", "single", "single"])
    #expect(try night.table("golden.csv").column("record_count") == ["1", "1", "1"])
    #expect(try night.table("claims.csv").rows.isEmpty)
  }
}
