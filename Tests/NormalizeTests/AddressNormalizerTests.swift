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
    Address(raw: "鹿城区人民路214号紫金苑26-4-703", parts: ["", "", "鹿城区", "人民路 214 紫金苑 26 4 703"]),
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
