import Normalize
import Testing

/// What the Chinese knowledge base of SAS (Quality Knowledge Base for Contact Information 33, match
/// definition of organizations) publishes of its match codes, by sensitivity.
///
/// A key has one sensitivity. Evidence about places and branches is weighed where records are matched.
@Suite struct OrganizationNamePublishedTests {
  private func key(_ raw: String) -> String {
    OrganizationNameNormalizer().read(Array(raw.utf8).span).key
  }

  @Test func `an abbreviation is its full name at all levels`() {
    #expect(key("中国石化") == key("中国石油化工股份有限公司"))
  }

  @Test func `branches of one bank are two parties, as at high levels, and belong to one group`() {
    let normalizer = OrganizationNameNormalizer()
    let left = normalizer.read(Array("中国农业银行上海市分行".utf8).span)
    let right = normalizer.read(Array("中国农业银行北京市分行".utf8).span)
    #expect(left.key != right.key)
    #expect(left.group == right.group)
    #expect(left.group == key("中国农业银行"))
  }

  @Test func `a place does not move between head office and branch, as at the top level`() {
    #expect(key("西门子医疗设备有限公司广东分公司") != key("广东西门子医疗设备有限公司"))
  }

  @Test
  func `省 behind a branch's place does not count, where the published top level lets it count`() {
    // 广东省分公司 and 广东分公司 are written for each other, and no firm has both.
    #expect(key("西门子医疗设备有限公司广东分公司") == key("西门子医疗设备有限公司广东省分公司"))
  }

  @Test func `another word of business is another firm at every level`() {
    #expect(key("天津三星视界移动有限公司") != key("天津三星视界有限公司"))
  }
}
