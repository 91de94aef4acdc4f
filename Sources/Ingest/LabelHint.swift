/// What a label says of a column whose values alone leave it open.
enum LabelHint: Hashable {
  case phone
  case time
  case postcode
  case address
  case place
  case person
  case number
  case identifier
  case category
  case none

  init(_ label: String) {
    let text = comparable(label)
    self = Self.words.first { $0.words.contains { text.contains($0) } }?.hint ?? Self.ending(text)
  }

  private static let words: [(hint: LabelHint, words: [String])] = [
    (.phone, ["电话", "手机", "電話", "手機", "携帯", "phone", "mobile", "传真", "fax", "联系方式"]),
    (.time, ["日期", "时间", "時間", "生日", "date", "time", "created", "updated", "birth", "年月"]),
    (.postcode, ["邮编", "邮政编码", "郵遞區號", "郵便番号", "postcode", "postalcode", "zip"]),
    (.address, ["地址", "住址", "住所", "address", "street", "addr"]),
    (.place, ["城市", "省份", "区县", "地区", "国家", "city", "suburb", "town", "province", "country"]),
    (.person, ["姓名", "联系人", "聯絡人", "氏名", "负责人", "业务员", "fullname", "contactname", "owner"]),
    (
      .number,
      ["金额", "余额", "餘額", "数量", "价格", "额度", "amount", "balance", "price", "total", "revenue"]
    ),
    (.identifier, ["编号", "编码", "編號", "代码", "序号", "工号", "账号", "帐号", "卡号", "identifier", "code"]),
    (
      .category,
      ["级别", "等级", "类型", "状态", "来源", "行业", "type", "status", "level", "stage", "category"]
    ),
  ]

  private static func ending(_ text: String) -> LabelHint {
    if text.hasSuffix("tel") { return .phone }
    if text == "id" || text == "no" || text.hasSuffix("id") || text.hasSuffix("no.") {
      return .identifier
    }
    return .none
  }
}
