import Foundation
import TestSupport
import Testing

/// Exports whose cells a country's customs, a system or a spreadsheet has formed.
@Suite struct OddExportTests {
  private static let header = "客户编码;客户全称;统一社会信用代码;联系人;联系电话;开票地址;银行账号;建档人;建档日期;应收余额"

  /// Publishes one finance export with semicolons between its cells.
  private func night(_ rows: [String], settings: String = "") throws -> PipelineFolder {
    let night = try PipelineFolder(
      [#"{ name: "finance", path: "finance.csv" }"#], settings: settings)
    try night.folder.write(
      "finance.csv", ([Self.header] + rows).map { $0 + "\r\n" }.joined())
    try night.publish()
    return night
  }

  @Test func `decimal commas and years of the Republic are read without configuration`() throws {
    let night = try night([
      "K1;上海华信贸易有限公司;;张伟;13912345678;;;李娜;民国113年3月5日;1.234,56",
      "K2;北京天河科技有限公司;;李四光;13912345670;;;李娜;112/12/31;1.234",
      "K3;广州星辰有限公司;;王小明;13912345671;;;李娜;99/01/02;-12,5",
    ])
    let golden = try night.table("golden.csv")
    let firms = golden.columns("party", "receivable", "first_seen").filter {
      $0[0] == "organization"
    }
    #expect(
      firms.map { Array($0[1...]) }.sorted { $0[1] < $1[1] } == [
        ["-12.5", "2010-01-02"], ["1234", "2023-12-31"], ["1234.56", "2024-03-05"],
      ])
  }

  @Test
  func `what the export hides or spoils is listed, identifies nobody and counts against nobody`()
    throws
  {
    let night = try night([
      "K1;上海华信贸易有限公司;9.13301E+17;王○明;1.38E+10;朝阳区****;6222 **** **** 1234;李娜;2024/3/5;1",
      "K2;北京天河科技有限公司;9.13301E+17;王○明;1.38E+10;朝阳区****;6222 **** **** 1234;李娜;2024/3/5;1",
    ])
    let findings = try night.table("findings.csv")
    let rows = findings.columns("field", "counted", "class")
    #expect(rows.count == 10)
    #expect(Set(rows.map { $0[0] }) == ["uscc", "contact", "phone", "address", "bank_account"])
    #expect(rows.allSatisfy { $0[1] == "false" })
    let golden = try night.table("golden.csv")
    #expect(golden.column("party").count { $0 == "organization" } == 2)
    #expect(
      golden.columns("uscc", "phone", "address", "bank_account").allSatisfy { $0.joined().isEmpty })
  }

  @Test func `a word of the pipeline file empties its cells`() throws {
    let night = try night(
      ["K1;上海华信贸易有限公司;待定;待定;13912345678;待定;;李娜;2024/3/5;待定"], settings: #"nulls: ["待定"],"#)
    let findings = try night.table("findings.csv")
    #expect(findings.columns("field", "raw_value").allSatisfy { $0[1].isEmpty })
  }
}
