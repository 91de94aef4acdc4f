import Testing
import Vocabulary

@testable import Normalize

@Suite struct PartyNameTests {
  @Test(arguments: [
    "华信科技有限公司", "顺瑞食品", "华信", "腾讯", "百度", "华为", "河南巨鑫", "北京金龙", "北京大学", "中国银行", "深圳市总工会", "李记餐饮店",
    "张一元茶庄",
    "周大福珠宝", "张伟律师事务所", "美的集团", "TCL集团", "3M中国", "Acme Inc", "ABC Trading", "Smith & Co",
    "Bank of China",
    "The Home Depot", "IBM", "Müller GmbH", "凯程商贸（哈尔滨）有限公司", "易拓信息技术（有限合伙）", "精万建材（北京）商行",
    "深圳市南山区李姐水果店",
  ])
  func `an organization is told from a person`(_ raw: String) {
    let reading = PersonNameNormalizer(expecting: .party).read(Array(raw.utf8).span)
    #expect(reading.kind == .organization)
    #expect(reading.confidence > 0.5)
    #expect(reading.surname == "" && reading.given == "")
  }

  @Test(arguments: [
    "王芳", "张伟", "李小龙", "欧阳娜娜", "王建设", "李文化", "张总", "王姐", "华信科技-张总", "华信科技 张伟", "美容院王姐", "北京张伟",
    "Robert Smith",
    "Emma Stone", "Zhang Wei", "Mr Banks", "Kevin张", "黄山", "老张", "金银花",
  ])
  func `a person is told from an organization`(_ raw: String) {
    let reading = PersonNameNormalizer(expecting: .party).read(Array(raw.utf8).span)
    #expect(reading.kind == .person)
    #expect(reading.confidence > 0.5)
  }

  @Test func `a column of persons lets doubt speak for a person`() {
    let cell = Array("华龙".utf8)
    #expect(PersonNameNormalizer().read(cell.span).kind == .person)
    #expect(PersonNameNormalizer(expecting: .party).read(cell.span).confidence < 0.9)
  }

  @Test func `a firm with a person behind it is the firm where parties are named`() {
    let cell = Array("华信科技有限公司-张总".utf8)
    let party = PersonNameNormalizer(expecting: .party).read(cell.span)
    #expect(party.kind == .organization)
    #expect(party.canonical == "华信科技有限公司")
    #expect(party.issues == .extraContent)
    let contact = PersonNameNormalizer().read(cell.span)
    #expect(contact.kind == .person)
    #expect(contact.qualifier == "华信科技有限公司")
  }

  @Test func `an organization in brackets stays whole and names its place`() {
    let reading = PersonNameNormalizer().read(Array("華信科技（北京）有限公司".utf8).span)
    #expect(reading.canonical == "华信科技(北京)有限公司")
    #expect(reading.qualifier == "北京")
  }

  @Test(arguments: [
    "", "张伟", "张伟先生", "华信科技有限公司", "华信科技（北京）有限公司", "１２３公司", "　华信科技有限公司", "华信科技有限公司-张总",
    "Acme Inc", "Zhang Wei", "上海**科技有限公司", "李某某", "13800138000", "华信科技有限公司 13800138000", "=1+1",
    "无",
  ])
  func `what a party is as an organization does not depend on the person read first`(_ raw: String)
  {
    let parties = PersonNameNormalizer(expecting: .party)
    var party = PersonNameReading()
    for cell in ["马克·沃克", "北京张总", raw] {
      parties.read(Array(cell.utf8).span, into: &party)
      parties.completeOrganization(of: &party)
    }
    #expect(party.organization == OrganizationNameNormalizer().read(Array(raw.utf8).span))
  }
}
