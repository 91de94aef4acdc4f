import Normalize
import Testing
import Vocabulary

@Suite struct OrganizationNameNormalizerTests {
  struct Name: Sendable, CustomStringConvertible {
    let raw: String
    var place = ""
    var brand = ""
    var industry = ""
    var legalForm = ""
    var branch = ""
    var latin = ""

    var description: String { raw }
  }

  @Test(arguments: [
    Name(
      raw: "华信科技（北京）有限公司", place: "北京", brand: "华信", industry: "科技", legalForm: "有限公司",
      latin: "huaxin"),
    Name(
      raw: "北京市華信網絡科技有限責任公司", place: "北京", brand: "华信", industry: "网络科技",
      legalForm: "有限责任公司", latin: "huaxin"),
    Name(
      raw: "北京华信科技有限公司深圳市分公司", place: "北京", brand: "华信", industry: "科技", legalForm: "有限公司",
      branch: "深圳分公司", latin: "huaxin"),
    Name(
      raw: "江苏省苏州市华信贸易集团股份有限公司", place: "苏州", brand: "华信", industry: "贸易",
      legalForm: "集团股份有限公司", latin: "huaxin"),
    Name(
      raw: "中国工商银行股份有限公司北京分行", place: "中国", brand: "工商银行", legalForm: "股份有限公司",
      branch: "北京分行", latin: "gongshangyinxing"),
    Name(raw: "TCL集团", brand: "TCL", legalForm: "集团", latin: "tcl"),
    Name(raw: "华信", brand: "华信", latin: "huaxin"),
    Name(
      raw: "ACME SOFTWARE, INC.", brand: "Acme", industry: "software", legalForm: "INC.",
      latin: "acme"),
    Name(
      raw: "Müller Maschinenbau GmbH & Co. KG", brand: "Müller", industry: "maschinenbau",
      legalForm: "GmbH & Co. KG", latin: "muller"),
    Name(
      raw: "Huaxin Technology (Beijing) Co., Ltd.", place: "beijing", brand: "Huaxin",
      industry: "technology", legalForm: "Co. Ltd.", latin: "huaxin"),
  ])
  func `a name is read into its parts`(_ name: Name) {
    let reading = OrganizationNameNormalizer().read(Array(name.raw.utf8).span)
    #expect(reading.place == name.place)
    #expect(reading.brand == name.brand)
    #expect(reading.industry == name.industry)
    #expect(reading.legalForm == name.legalForm)
    #expect(reading.branch == name.branch)
    #expect(reading.latin == name.latin)
  }

  @Test(arguments: [
    ("华信科技（北京）有限公司", "北京华信科技有限公司"), ("华信(北京)科技有限公司", "北京市华信科技有限责任公司"),
    ("北京华信科技", "北京 华信科技 有限公司"), ("江苏苏州华信科技有限公司", "苏州华信科技有限公司"),
    ("上海华信集团有限公司", "上海华信（集团）有限公司"), ("北京華信貿易有限公司", "北京华信贸易股份有限公司"),
    ("北京华信科技有限公司深圳分公司", "北京华信科技有限公司（深圳分公司）"), ("Acme Software Inc.", "the ACME SOFTWARE"),
    ("Smith & Co. Ltd", "Smith and Co Limited"),
    ("Beijing Huaxin Co Ltd", "Huaxin (Beijing) Co., Ltd."),
    ("华信科技有限公司 010-62345678", "华信科技有限公司"),
    ("华信科技深圳有限公司", "深圳华信科技有限公司"),
    ("北京市海淀区华信科技有限公司", "海淀区华信科技有限公司"), ("Société Générale SA", "SOCIETE GENERALE"),
  ])
  func `spellings of one name have one key`(_ left: String, _ right: String) {
    let normalizer = OrganizationNameNormalizer()
    let key = normalizer.read(Array(left.utf8).span).key
    #expect(key == normalizer.read(Array(right.utf8).span).key)
    #expect(key != "")
  }

  @Test(arguments: [
    ("北京华信科技有限公司", "上海华信科技有限公司"), ("北京华信科技有限公司", "北京华信贸易有限公司"),
    ("北京华信科技有限公司", "北京信华科技有限公司"), ("北京华信科技有限公司", "北京华信科技有限公司深圳分公司"),
    ("北京华信科技有限公司", "北京华信科技集团有限公司"), ("北京华信有限公司", "华信有限公司"),
    ("Acme Software Inc", "Acme Trading Inc"), ("Acme Inc", "Apex Inc"), ("北京华信建材商行", "北京华信建材厂"),
    ("北京市海淀区华信幼儿园", "北京市朝阳区华信幼儿园"), ("北京市朝阳区华信幼儿园", "长春市朝阳区华信幼儿园"),
    ("客户1有限公司", "客户2有限公司"), ("客户A有限公司", "客户B有限公司"), ("华信大厦A座", "华信大厦B座"),
    ("华信有限公司(1)", "华信有限公司(2)"), ("中铁四局集团有限公司", "中铁七局集团有限公司"),
    ("北京第一机床厂", "北京第二机床厂"), ("华信(食品)有限公司", "华信(电子)有限公司"),
    ("Fund II LP", "Fund III LP"), ("华信控股有限公司", "华信有限公司"),
  ])
  func `different names have different keys`(_ left: String, _ right: String) {
    let normalizer = OrganizationNameNormalizer()
    #expect(
      normalizer.read(Array(left.utf8).span).key != normalizer.read(Array(right.utf8).span).key)
  }

  @Test(arguments: [
    ("", ValueIssues()), ("无", .placeholder), ("某某公司", .placeholder), ("-", .placeholder),
    ("13812345678", .wrongKind), ("a@b.com", .wrongKind), ("有限公司", .placeholder),
  ])
  func `what names nothing has no key`(_ raw: String, _ issue: ValueIssues) {
    let reading = OrganizationNameNormalizer().read(Array(raw.utf8).span)
    #expect(reading.key == "")
    #expect(reading.issues.contains(issue))
  }
}
