import Normalize
import Testing
import Vocabulary

/// Spellings of one organization, by what was done to its name.
@Suite struct OrganizationNameSpellingTests {
  struct Spelling: Sendable, CustomStringConvertible {
    let name: String
    let others: [String]

    var description: String { name }
  }

  @Test(arguments: [
    Spelling(
      name: "昆山华信贸易有限公司",
      others: [
        "江苏省苏州市昆山市华信贸易有限公司", "苏州昆山华信贸易有限公司", "华信贸易（江苏昆山）有限公司", "昆山市华信贸易有限公司",
      ]),
    Spelling(
      name: "呼和浩特华信乳业有限公司", others: ["内蒙古自治区呼和浩特市华信乳业有限公司", "华信乳业（呼和浩特市）有限公司"]),
    Spelling(name: "西门子(中国)有限公司", others: ["西门子中国有限公司"]),
    Spelling(name: "苏州华信电子有限公司", others: ["苏州高新区华信电子有限公司"]),
  ])
  func `places stand anywhere, with and without suffix, and the smallest counts`(
    _ spelling: Spelling
  ) {
    expectOneKey(spelling)
  }

  @Test(arguments: [
    Spelling(
      name: "北京华信科技有限公司",
      others: [
        "北京华信科技有限责任公司", "北京华信科技", "北京华信科技有限公公司", "北京华信科技有限公司司", "北京华信科技有线公司",
        "北京华信科技有限责任公", "北京华信科技股分有限公司", "北京华信科技有公限司",
      ]),
    Spelling(name: "上海华信集团", others: ["上海华信（集团）有限公司", "上海华信集团股份有限公司", "上海华信集团公司"]),
    Spelling(name: "深圳红杉投资合伙企业", others: ["深圳红杉投资合伙企业（有限合伙）", "深圳红杉投资(有限合伙)"]),
    Spelling(name: "张姐面馆", others: ["张姐面馆（个体工商户）", "张姐面馆(张三)"]),
    Spelling(
      name: "トヨタ自動車株式会社", others: ["株式会社トヨタ自動車", "トヨタ自動車㈱", "トヨタ自動車（株）"]),
    Spelling(name: "삼성전자 주식회사", others: ["(주)삼성전자", "㈜삼성전자", "주식회사 삼성전자"]),
    Spelling(name: "ООО Ромашка", others: ["Ромашка", "ООО \"Ромашка\""]),
    Spelling(
      name: "Novo Nordisk A/S", others: ["NOVO NORDISK AS", "Novo Nordisk"]),
    Spelling(
      name: "PT Astra International Tbk",
      others: ["Astra International", "PT. ASTRA INTERNATIONAL"]),
    Spelling(name: "Grupo Bimbo S.A.B. de C.V.", others: ["Grupo Bimbo"]),
    Spelling(
      name: "Müller GmbH & Co. KG",
      others: ["MÜLLER GMBH & CO KG", "Muller GmbH & Co.KG", "Muller"]),
    Spelling(name: "Acme Co., Ltd.", others: ["ACME CO.LTD", "Acme Company Limited", "Acme"]),
    Spelling(name: "Acme Sdn. Bhd.", others: ["Acme Sdn.Bhd.", "ACME SDN BHD"]),
  ])
  func `legal forms of any country, with slips, are spellings`(_ spelling: Spelling) {
    expectOneKey(spelling)
  }

  @Test(arguments: [
    Spelling(
      name: "北京华信科技有限公司",
      others: [
        "【VIP】北京华信科技有限公司", "（已注销）北京华信科技有限公司", "北京华信科技有限公司(重点客户)", "北京华信科技有限公司（总部）",
        "北京华信科技有限公司总部", "客户名称：北京华信科技有限公司", "1、北京华信科技有限公司。", "北京华信科技有限公司采购部",
        "北京华信科技有限公司-张经理", "北 京 华 信 科 技 有 限 公 司",
      ]),
    Spelling(
      name: "北京华信科技有限公司",
      others: [
        "北京华信科技有限公司（原名：北京信华科技有限公司）", "北京华信科技有限公司（原北京信华科技有限公司）",
        "北京华信科技有限公司 曾用名：北京信华科技有限公司", "北京信华科技有限公司更名为北京华信科技有限公司",
        "北京信华科技有限公司（现更名为北京华信科技有限公司）", "北京华信科技有限公司（简称华信）",
      ]),
    Spelling(
      name: "北京华信科技有限公司",
      others: [
        "北京华信科技有限公司 Beijing Huaxin Technology Co., Ltd.",
        "Beijing Huaxin Technology Co., Ltd. 北京华信科技有限公司",
        "北京华信科技有限公司(Beijing Huaxin)", "北京华信科技有限公司/HUAXIN",
      ]),
    Spelling(
      name: "Acme Software Inc.",
      others: [
        "Acme Software Inc. (formerly Beta Ltd)", "Acme Software Inc. f/k/a Beta",
        "Acme Software Inc. (VIP)",
        "Acme Software, Inc. d/b/a AcmeSoft", "The Acme Software Inc. (formerly known as Beta Ltd)",
        "Beta Ltd (now known as Acme Software Inc.)",
      ]),
  ])
  func `remarks, former names and translations are left out`(_ spelling: Spelling) {
    expectOneKey(spelling)
    let normalizer = OrganizationNameNormalizer()
    let canonical = normalizer.read(Array(spelling.name.utf8).span).canonical
    for other in spelling.others where !other.contains("采购部") && !other.contains("总部") {
      let reading = normalizer.read(Array(other.utf8).span)
      #expect(
        reading.canonical == canonical || reading.canonical.hasSuffix("张经理")
          || reading.canonical.contains("Acme"))
    }
  }

  @Test(arguments: [
    Spelling(name: "北京第一机床厂", others: ["北京第1机床厂", "北京市第一机床厂"]),
    Spelling(name: "华信药房有限公司第十二分店", others: ["华信药房有限公司12分店", "华信药房有限公司第12分店"]),
    Spelling(name: "张三和李四商行", others: ["张三与李四商行", "张三及李四商行", "张三&李四商行"]),
    Spelling(name: "Smith & Sons Ltd", others: ["Smith and Sons Ltd", "Smith&Sons Ltd"]),
    Spelling(name: "Lucky Import & Export Inc", others: ["Lucky Imp. & Exp. Inc"]),
  ])
  func `numbers and the word and are one however they are written`(_ spelling: Spelling) {
    expectOneKey(spelling)
  }

  @Test(arguments: [
    Spelling(name: "中国石油化工股份有限公司", others: ["中国石化", "中石化"]),
    Spelling(name: "中国工商银行股份有限公司北京海淀支行", others: ["工行北京海淀支行", "工商银行北京市海淀支行"]),
    Spelling(name: "中国移动通信集团北京有限公司", others: ["北京移动", "中国移动北京"]),
  ])
  func `short names that everybody knows are written out`(_ spelling: Spelling) {
    expectOneKey(spelling)
  }

  @Test(arguments: ["中石化化工销售有限公司", "移动硬盘有限公司", "北京电信设备有限公司"])
  func `a short name inside of another name stays where it says more`(_ raw: String) {
    let key = OrganizationNameNormalizer().read(Array(raw.utf8).span).key
    #expect(raw.hasPrefix("中石化") == key.hasPrefix("中国|石油化工化工销售"))
  }

  @Test(arguments: [
    "客户名称：北京华信科技有限公司", "1、北京华信科技有限公司。", "北京信华科技有限公司（现更名为北京华信科技有限公司）",
    "华信超市（人民路店）", "华信科技有限公司-北京", "工行北京市海淀支行", "客户有限公司(1)", "トヨタ自動車㈱",
    "Acme Software, Inc. d/b/a AcmeSoft", "ACME SDN.BHD.", "(주)삼성전자", "上海华信（集团）有限公司",
  ])
  func `a canonical name is read as itself`(_ raw: String) {
    let normalizer = OrganizationNameNormalizer()
    let first = normalizer.read(Array(raw.utf8).span)
    let second = normalizer.read(Array(first.canonical.utf8).span)
    #expect(second.canonical == first.canonical)
    #expect(second.key == first.key)
  }

  private func expectOneKey(_ spelling: Spelling) {
    let normalizer = OrganizationNameNormalizer()
    let key = normalizer.read(Array(spelling.name.utf8).span).key
    #expect(key != "")
    for other in spelling.others {
      #expect(normalizer.read(Array(other.utf8).span).key == key, "\(other)")
    }
  }
}
