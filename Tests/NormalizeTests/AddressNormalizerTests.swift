import Normalize
import Testing
import Vocabulary

@Suite struct AddressNormalizerTests {
  private func read(_ raw: String) -> AddressReading {
    AddressNormalizer().read(Array(raw.utf8).span)
  }

  struct Address: Sendable {
    let raw: String
    let parts: [String]
  }

  @Test(arguments: [
    Address(raw: "", parts: ["", "", "", ""]),
    Address(
      raw: "浙江省温州市鹿城区人民路214号紫金苑26栋4单元703室",
      parts: ["浙江", "温州", "鹿城区", "人民路 214 紫金苑 26 4 703"]),
    Address(raw: "温州市鹿城区人民路214号紫金苑26-4-703", parts: ["浙江", "温州", "鹿城区", "人民路 214 紫金苑 26 4 703"]),
    Address(raw: "鹿城区人民路214号紫金苑26-4-703", parts: ["浙江", "温州", "鹿城区", "人民路 214 紫金苑 26 4 703"]),
    Address(raw: "广东省广东省深圳市南山区科技园", parts: ["广东", "深圳", "南山区", "科技园"]),
    Address(raw: "粤深圳南山科技园", parts: ["广东", "深圳", "南山区", "科技园"]),
    Address(raw: "(广东省)深圳市·南山区,科技园", parts: ["广东", "深圳", "南山区", "科技园"]),
    Address(raw: "深圳市广东省南山区粤海街道高新南一道", parts: ["广东", "深圳", "南山区", "粤海街道高新南一道"]),
    Address(raw: "内蒙包头昆都仑区钢铁大街8号", parts: ["内蒙古", "包头", "昆都仑区", "钢铁大街 8"]),
    Address(raw: "吉林龙潭区遵义路5号", parts: ["吉林", "吉林", "龙潭区", "遵义路 5"]),
    Address(raw: "吉林长春朝阳区", parts: ["吉林", "长春", "朝阳区", ""]),
    Address(raw: "上海市南汇区惠南镇城南路5号", parts: ["上海", "上海", "浦东新区", "城南路 5"]),
    Address(raw: "北京市宣武区牛街5号", parts: ["北京", "北京", "西城区", "牛街 5"]),
    Address(raw: "湖北襄樊市樊城区大庆路1号", parts: ["湖北", "襄阳", "樊城区", "大庆路 1"]),
    Address(raw: "山东省莱芜市莱城区鹏泉路1号", parts: ["山东", "济南", "莱芜区", "鹏泉路 1"]),
    Address(raw: "湖北省恩施州恩施市舞阳大道1号", parts: ["湖北", "恩施", "恩施市", "舞阳大道 1"]),
    Address(raw: "湖北省仙桃市沔州大道12号", parts: ["湖北", "仙桃", "", "沔州大道 12"]),
    Address(raw: "东莞市长安镇锦绣路88号", parts: ["广东", "东莞", "", "锦绣路 88"]),
    Address(raw: "廣東省深圳市福田區深南大道1號", parts: ["广东", "深圳", "福田区", "深南大道 1"]),
    Address(raw: "广东省杭州市西湖区文三路8号", parts: ["广东", "杭州", "西湖区", "文 3 路 8"]),
    Address(raw: "乾县城关镇东街3号", parts: ["陕西", "咸阳", "乾县", "东街 3"]),
    Address(raw: "香港中西区皇后大道中1号", parts: ["香港", "香港", "中西区", "皇后大道中 1"]),
    Address(raw: "台湾省台北市信义区松高路1号", parts: ["台湾", "台北", "信义区", "松高路 1"]),
    Address(raw: "收货地址：518000 广东省 深圳市 南山区 科技园", parts: ["广东", "深圳", "南山区", "科技园"]),
    Address(raw: "CN,广西省南宁市青秀区民族大道1号", parts: ["广西", "南宁", "青秀区", "民族大道 1"]),
    Address(raw: "山东 青岛 市南 光明街704号", parts: ["山东", "青岛", "市南区", "光明街 704"]),
    Address(raw: "山东青岛市北区学府路91号", parts: ["山东", "青岛", "市北区", "学府路 91"]),
    Address(raw: "河北 石家庄 桥西 学院路9号", parts: ["河北", "石家庄", "桥西区", "学院路 9"]),
    Address(raw: "青海省海东市民和回族土族自治县长安路2号", parts: ["青海", "海东", "民和回族土族自治县", "长安路 2"]),
    Address(raw: "江苏镇江市扬中市西湖大道6号", parts: ["江苏", "镇江", "扬中市", "西湖大道 6"]),
    Address(raw: "辽宁省辽阳市辽阳市弓长岭区1号", parts: ["辽宁", "辽阳", "弓长岭区", "1"]),
    Address(raw: "南京东路100号", parts: ["", "", "", "南京东路 100"]),
    Address(raw: "天津大学12号楼", parts: ["", "", "", "天津大学 12"]),
    Address(raw: "广州市北京路12号", parts: ["广东", "广州", "", "北京路 12"]),
    Address(raw: "北京市场路3号", parts: ["", "", "", "北京市场路 3"]),
    Address(raw: "人民路十二号二十六栋三楼", parts: ["", "", "", "人民路 12 26 3"]),
    Address(raw: "北京市西湖区人民路214号", parts: ["北京", "北京", "西湖区", "人民路 214"]),
    Address(raw: "北京北京市朝阳区光华路1号", parts: ["北京", "北京", "朝阳区", "光华路 1"]),
    Address(raw: "吉林省吉林市龙潭区遵义路5号", parts: ["吉林", "吉林", "龙潭区", "遵义路 5"]),
    Address(raw: "辽宁省朝阳市双塔区中山路5号", parts: ["辽宁", "朝阳", "双塔区", "中山路 5"]),
    Address(raw: "朝阳区中山路5号", parts: ["", "", "朝阳区", "中山路 5"]),
    Address(raw: "北京路12号幸福小区3栋", parts: ["", "", "", "北京路 12 幸福小区 3"]),
    Address(raw: "浙江省金华市义乌市稠州路8号", parts: ["浙江", "金华", "义乌市", "稠州路 8"]),
    Address(raw: "内蒙古自治区包头市昆都仑区钢铁大街8号", parts: ["内蒙古", "包头", "昆都仑区", "钢铁大街 8"]),
    Address(raw: "河南省郑州市经济开发区黄河路797号11层05室", parts: ["河南", "郑州", "经济开发区", "黄河路 797 11 5"]),
    Address(raw: "109 Maple Dr.", parts: ["", "", "", "109 maple drive"]),
    Address(raw: "388 2nd Ave", parts: ["", "", "", "388 2nd avenue"]),
    Address(raw: "109  MAPLE DRIVE", parts: ["", "", "", "109 maple drive"]),
  ])
  func `an address falls into its parts`(_ address: Address) {
    let reading = read(address.raw)
    #expect([reading.province, reading.city, reading.district, reading.key] == address.parts)
  }

  struct Noted: Sendable {
    let raw: String
    let issues: ValueIssues
  }

  @Test(arguments: [
    Noted(raw: "浙江省温州市鹿城区人民路", issues: []),
    Noted(raw: "朝阳区中山路5号", issues: .ambiguous),
    Noted(raw: "北京市西湖区人民路214号", issues: .contradictory),
    Noted(raw: "广东省杭州市西湖区文三路", issues: .contradictory),
    Noted(raw: "深圳市甲乙区大路3号", issues: .unknownPlace),
    Noted(raw: "深圳市高新区大路3号", issues: []),
    Noted(raw: "上海市崇明县城桥镇", issues: .formerPlace),
    Noted(raw: "湖北省襄樊市樊城区", issues: .formerPlace),
  ])
  func `what the names of divisions leave open or get wrong is said`(_ noted: Noted) {
    #expect(read(noted.raw).issues == noted.issues)
  }

  @Test(arguments: [
    ["3487 north 23rd place", "3487 N 23rd Place", "3487 N. 23RD PL", "3487 North 23rd Pl."],
    ["200 east 2nd street floor 3", "200 E 2nd St Fl 3", "200 East 2ND Street, Floor 3"],
    ["123 main street 4 b", "123 Main St Apt 4B", "123 MAIN STREET #4B", "123 Main Str. Unit 4-B"],
    ["55 north west 1st avenue 200", "55 NW 1st Ave Ste 200", "55 N.W. 1ST AVENUE, SUITE 200"],
    ["12 saint marks place", "12 St. Mark's Pl", "12 Saint Marks Place"],
    ["1 north street", "1 N St", "1 North Street"],
    ["9 oak road building 2 7", "9 Oak Rd Bldg 2 Rm 7", "9 Oak Road, Building 2, Room No. 7"],
    ["12ab high street", "12AB High St"],
    ["the unit", "The Unit"],
  ])
  func `ordinals stay numbers, and words of an address count in one spelling`(_ texts: [String]) {
    for text in texts.dropFirst() { #expect(read(text).key == texts[0], "\(text)") }
  }

  @Test func `a town is taken off, and counts where nothing else does`() {
    let reading = read("深圳市南山区西丽街道留仙大道1号")
    #expect(reading.town == "西丽街道")
    #expect(reading.detail == "西丽街道留仙大道1号")
    #expect(reading.key == "留仙大道 1")
    #expect(read("江苏省苏州市昆山市玉山镇").key == "玉山镇")
    #expect(read("中山市古镇镇同益路1号").town == "古镇镇")
    #expect(read("镇江市京口区新镇路2号").town == "")
  }

  @Test func `a line break in the middle changes nothing`() {
    #expect(read("浙江省温州市鹿城区人\n民路214号").key == read("浙江省温州市鹿城区人民路214号").key)
  }

  @Test(arguments: ["无", "暂无地址", "test", "-"])
  func `a filler is no address`(_ raw: String) {
    #expect(read(raw).issues == .placeholder)
    #expect(read(raw).canonical == "")
  }

  @Test func `a canonical address is read as itself`() {
    let reading = read(" 浙江省 温州市\n鹿城区人民路２１４号 ")
    let again = read(reading.canonical)
    #expect(again.canonical == reading.canonical)
    #expect(again.key == reading.key)
  }
}
