import Normalize
import Testing
import Vocabulary

@Suite struct PlaceNormalizerTests {
  struct Group: Sendable {
    let canonical: String
    let spellings: [String]
  }

  @Test(arguments: [
    Group(
      canonical: "温州",
      spellings: ["温州", "温州市", "浙江省温州市", "浙江温州", "Wenzhou", "WENZHOU", "wenzhou city"]),
    Group(canonical: "广东", spellings: ["广东", "广东省", "Guangdong", "guangdong province"]),
    Group(canonical: "广东", spellings: ["粤", "广东 省", "Guangdong, China"]),
    Group(
      canonical: "深圳",
      spellings: ["深圳", "Shenzhen", "广东-深圳", "广东省/深圳市", "Shenzhen, Guangdong, China", "粤深圳"]),
    Group(canonical: "襄阳", spellings: ["襄樊市", "湖北襄樊", "襄阳"]),
    Group(canonical: "广西", spellings: ["广西省", "廣西", "桂"]),
    Group(canonical: "合肥", spellings: ["合肥", "合肥市", "Hefei", "He Fei"]),
    Group(canonical: "西安", spellings: ["西安市", "Xi'an", "Xian"]),
    Group(canonical: "内蒙古", spellings: ["内蒙古", "内蒙古自治区", "Inner Mongolia"]),
    Group(canonical: "恩施", spellings: ["恩施土家族苗族自治州", "恩施", "Enshi"]),
    Group(canonical: "北京", spellings: ["北京", "北京市", "Beijing", " 北京 "]),
    Group(
      canonical: "中国", spellings: ["中国", "China", "CHINA", "CN", "P.R. China", "PRC", "中华人民共和国"]),
    Group(
      canonical: "United States",
      spellings: ["United States", "USA", "US", "U.S.A.", "U.S.", "United States of America", "美国"]),
    Group(canonical: "United Kingdom", spellings: ["UK", "GB", "England", "United Kingdom", "英国"]),
    Group(canonical: "Germany", spellings: ["Germany", "DE", "Deutschland", "GERMANY", "德国"]),
    Group(canonical: "Spain", spellings: ["Spain", "ES", "España", "西班牙"]),
    Group(canonical: "Italy", spellings: ["Italy", "Italia"]),
    Group(canonical: "London", spellings: ["London", "LONDON", "london"]),
    Group(canonical: "义乌", spellings: ["义乌", "义乌市"]),
    Group(canonical: "鹿城区", spellings: ["鹿城区", "鹿 城 区"]),
    Group(canonical: "", spellings: ["", "  ", "无", "N/A"]),
  ])
  func `spellings of one place agree`(_ group: Group) {
    for spelling in group.spellings {
      #expect(PlaceNormalizer().read(Array(spelling.utf8).span).canonical == group.canonical)
    }
    let again = PlaceNormalizer().read(Array(group.canonical.utf8).span)
    #expect(again.canonical == group.canonical)
  }

  @Test func `an ambiguous Latin spelling is not guessed`() {
    #expect(PlaceNormalizer().read(Array("Yichun".utf8).span).canonical == "Yichun")
  }

  struct City: Sendable {
    let name: String
    let code: String?
  }

  @Test(arguments: [
    City(name: "温州", code: "0577"), City(name: "温州市", code: "0577"),
    City(name: "Wenzhou", code: "0577"),
    City(name: "北京", code: "010"), City(name: "浙江省温州市", code: "0577"),
    City(name: "秦皇岛", code: "0335"),
    City(name: "吉林市", code: "0432"), City(name: "Atlantis", code: nil), City(name: "", code: nil),
  ])
  func `a city has its area code`(_ city: City) {
    #expect(AreaCodes().areaCode(ofCity: city.name) == city.code)
  }
}
