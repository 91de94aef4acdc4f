import Foundation

/// A few customers as the three systems would export them.
enum ExportLines {
  private static let salesHeader =
    "客户编号,客户名称,联系人,手机,电话,邮箱,微信,公司名称,职位,客户级别,客户来源,负责人,所属部门,省,市,详细地址,创建时间,更新时间,最后跟进时间,备注"
  private static let financeHeader =
    "客户编码,客户全称,统一社会信用代码,联系人,联系电话,开票地址,开户行,银行账号,建档人,建档日期,应收余额"

  /// A sales export: a header, and each row with the cells that are named.
  static func sales(_ rows: [[String: String]]) -> String { csv(salesHeader, rows) }

  /// A finance export without title rows and total.
  static func finance(_ rows: [[String: String]]) -> String { csv(financeHeader, rows) }

  private static func csv(_ header: String, _ rows: [[String: String]]) -> String {
    let names = header.split(separator: ",").map(String.init)
    let lines = rows.map { row in names.map { row[$0] ?? "" }.joined(separator: ",") }
    return ([header] + lines).map { $0 + "\n" }.joined()
  }

  /// A sales row of a person.
  static func person(_ id: String, _ name: String, phone: String, email: String = "")
    -> [String: String]
  {
    [
      "客户编号": id, "客户名称": name, "联系人": name, "手机": phone, "邮箱": email, "负责人": "王芳", "所属部门": "销售一部",
      "创建时间": "2026-01-05 09:00:00", "更新时间": "2026-01-06 09:00:00",
    ]
  }

  /// A service ticket, one line.
  static func ticket(_ id: String, _ name: String, phone: String, email: String = "") -> String {
    #"{"ticket_id": "\#(id)", "channel": "电话", "customer": {"name": "\#(name)", "#
      + #""phone": "\#(phone)", "email": "\#(email)", "wechat": "", "city": "北京"}, "#
      + #""agent": {"id": "S0001", "name": "何宁", "team": "客服一组"}, "#
      + #""created_at": "2026-03-01T09:00:00+08:00", "closed_at": null, "#
      + #""subject": "咨询", "satisfaction": null}"# + "\n"
  }
}
