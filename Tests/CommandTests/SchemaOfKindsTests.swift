import TestSupport
import Testing

/// Files that have nothing to do with the customer schema.
@Suite struct SchemaOfKindsTests {
  @Test func `a list of company names alone is deduplicated by the whole name`() throws {
    let night = try PipelineFolder(
      [#"{ name: "a", path: "firms.csv", profile: "none", id: "id", map: { firm: "firm" } }"#],
      settings: #"schema: "none", fields: { firm: "organizationName" },"#)
    try night.folder.write(
      "firms.csv",
      """
      id,firm
      1,玉溪海越教育咨询有限公司
      2,玉溪海越教育咨询有限公司
      3,玉溪海越教育咨询有限责任公司
      4,中卫卓大商贸有限公司
      5,玉溪海越教育咨询有限公司昆明分公司
      6,Gray Electronics Corporation
      7,Gray Electronics Corp.

      """)
    try night.publish()
    let ids = try night.table("crosswalk.csv").pairs("source_record_id", "golden_id")
    #expect(ids.count == 7)
    #expect(ids["1"] == ids["2"])
    #expect(ids["1"] == ids["3"])
    #expect(ids["6"] == ids["7"])
    #expect(Set(ids.values).count == 4)
  }

  @Test func `one name is not enough to make two persons one`() throws {
    let night = try PipelineFolder(
      [#"{ name: "a", path: "people.csv", profile: "none", id: "id", map: { who: "who" } }"#],
      settings: #"schema: "none", fields: { who: "personName" },"#)
    try night.folder.write("people.csv", "id,who\n1,王伟\n2,王伟\n3,李小龙\n")
    try night.publish()
    #expect(Set(try night.table("crosswalk.csv").column("golden_id")).count == 3)
  }
}
