import Normalize
import Testing

/// Branches are parties of their own that belong to a head office.
@Suite struct OrganizationNameBranchTests {
  struct Branch: Sendable, CustomStringConvertible {
    let raw: String
    let head: String
    let branch: String

    var description: String { raw }
  }

  @Test(arguments: [
    Branch(raw: "北京华信科技有限公司深圳市分公司", head: "北京华信科技有限公司", branch: "深圳分公司"),
    Branch(raw: "北京华信科技有限公司（深圳分公司）", head: "北京华信科技有限公司", branch: "深圳分公司"),
    Branch(raw: "北京华信科技有限公司(深圳)分公司", head: "北京华信科技有限公司", branch: "深圳分公司"),
    Branch(raw: "北京华信科技有限公司·深圳分公司", head: "北京华信科技有限公司", branch: "深圳分公司"),
    Branch(raw: "广东西门子医疗设备有限公司深圳分公司", head: "广东西门子医疗设备有限公司", branch: "深圳分公司"),
    Branch(raw: "中国石油天然气股份有限公司北京分公司", head: "中国石油天然气股份有限公司", branch: "北京分公司"),
    Branch(raw: "中国农业银行上海市分行", head: "中国农业银行", branch: "上海分行"),
    Branch(raw: "华信建设有限公司第一项目部", head: "华信建设有限公司", branch: "第一项目部"),
    Branch(raw: "华信科技有限公司工会", head: "华信科技有限公司", branch: "工会"),
    Branch(raw: "华信超市（人民路店）", head: "华信超市", branch: "人民路店"),
    Branch(raw: "华信超市人民路店", head: "华信超市", branch: "人民路店"),
    Branch(raw: "华信超市一分店", head: "华信超市", branch: "一分店"),
    Branch(raw: "德勤会计师事务所(特殊普通合伙)北京分所", head: "德勤会计师事务所", branch: "北京分所"),
    Branch(raw: "Acme Ltd Shanghai Branch", head: "Acme Ltd", branch: "Shanghai Branch"),
  ])
  func `a branch says its head office`(_ name: Branch) {
    let normalizer = OrganizationNameNormalizer()
    let reading = normalizer.read(Array(name.raw.utf8).span)
    let head = normalizer.read(Array(name.head.utf8).span)
    #expect(reading.branch == name.branch)
    #expect(reading.group == head.key)
    #expect(reading.key != head.key)
    #expect(head.group == "")
  }

  @Test(arguments: ["华信科技有限公司", "华信经营部", "上海市总工会", "望京街道办事处", "张家港大酒店", "华信科技有限公司采购部", "北京大学第一医院"])
  func `a head office and an institution belong to nobody`(_ raw: String) {
    let reading = OrganizationNameNormalizer().read(Array(raw.utf8).span)
    #expect(reading.branch == "")
    #expect(reading.group == "")
    #expect(reading.key != "")
  }
}
