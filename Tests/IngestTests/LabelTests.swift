import Testing

@testable import Ingest

@Suite struct LabelTests {
  struct Decoration: Sendable, CustomTestStringConvertible {
    var label: String
    var plain: String

    var testDescription: String { label }
  }

  @Test(arguments: [
    Decoration(label: "", plain: ""),
    Decoration(label: "*", plain: ""),
    Decoration(label: "*客户名称", plain: "客户名称"),
    Decoration(label: "客户名称*", plain: "客户名称"),
    Decoration(label: "手机（必填）", plain: "手机"),
    Decoration(label: "备注（选填）", plain: "备注"),
    Decoration(label: "【必填】手机", plain: "手机"),
    Decoration(label: "类型(1:个人；2:公司)", plain: "类型"),
    Decoration(label: "性别(男/女)", plain: "性别"),
    Decoration(label: "应收余额（元）", plain: "应收余额"),
    Decoration(label: "出生日期(yyyy-MM-dd)", plain: "出生日期"),
    Decoration(label: "手机号(11位)", plain: "手机号"),
    Decoration(label: "手　机", plain: "手机"),
    Decoration(label: "联系\n电话", plain: "联系电话"),
    Decoration(label: "客户名称：", plain: "客户名称"),
    Decoration(label: "1.客户名称", plain: "客户名称"),
    Decoration(label: "12、客户名称", plain: "客户名称"),
    Decoration(label: "(3)客户名称", plain: "客户名称"),
    Decoration(label: "“客户名称”", plain: "客户名称"),
    Decoration(label: "\u{FEFF}客户\u{200B}名称", plain: "客户名称"),
    Decoration(label: "First Name", plain: "firstname"),
    Decoration(label: "first_name", plain: "firstname"),
    Decoration(label: "FirstName", plain: "firstname"),
    Decoration(label: "ＦｉｒｓｔＮａｍｅ", plain: "firstname"),
    Decoration(label: "E-mail:", plain: "email"),
    Decoration(label: "follow_user[].userid", plain: "followuser.userid"),
    Decoration(label: "电话 (2)", plain: "电话(2)"),
    Decoration(label: "Phone (Mobile)", plain: "phone(mobile)"),
    Decoration(label: "区/县", plain: "区/县"),
    Decoration(label: "1", plain: "1"),
    Decoration(label: "2024.5", plain: "2024.5"),
  ])
  func `what decorates a header is taken off`(_ decoration: Decoration) {
    #expect(comparable(decoration.label) == decoration.plain)
    #expect(comparable(decoration.plain) == decoration.plain)
  }

  @Test(arguments: [
    Decoration(label: "客户名称 Customer Name", plain: "客户名称"),
    Decoration(label: "Name（姓名）", plain: "name"),
    Decoration(label: "姓名/Name", plain: "姓名"),
    Decoration(label: "电话 (2)", plain: "电话"),
    Decoration(label: "Phone 2", plain: "phone"),
    Decoration(label: "手机号1", plain: "手机号"),
    Decoration(label: "电话(座机)", plain: "电话"),
    Decoration(label: "客户手机", plain: "手机"),
    Decoration(label: "contact_email", plain: "email"),
  ])
  func `a label within a longer one is found`(_ variant: Decoration) {
    #expect(LabelVariants.of(variant.label).map(\.label).contains(variant.plain))
  }

  @Test(arguments: ["客户 ID", "姓名", "QQ号", "customer_id", "用户名", "2024"])
  func `a word that belongs to its name is left there`(_ label: String) {
    let found = LabelVariants.of(label).map(\.label)
    #expect(!found.contains("客户") && !found.contains("id") && !found.contains("名"))
  }

  @Test func `columns are called once each, those without a header by their position`() {
    let names = ColumnNames.of(
      header: ["电话", " 电话 ", "", "备注", "", "电话 (2)"],
      rows: [["1", "2", "x", "", "", ""], ["", "", "", "", " "]])
    #expect(names == ["电话", "电话 (2)", "3", "备注", "", "电话 (2) (2)"])
  }
}
