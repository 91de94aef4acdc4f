import Normalize
import Testing
import Vocabulary

@Suite struct EmailNormalizerTests {
  private func read(_ raw: String) -> EmailReading {
    EmailNormalizer().read(Array(raw.utf8).span)
  }

  struct Shape: Sendable {
    let raw: String
    let canonical: [String]
    var identity: String?
    var issues: ValueIssues = []
  }

  @Test(arguments: [
    Shape(raw: "", canonical: []),
    Shape(raw: "wei.zhang@qq.com", canonical: ["wei.zhang@qq.com"], identity: "wei.zhang@qq.com"),
    Shape(raw: "Wei.Zhang@QQ.COM", canonical: ["wei.zhang@qq.com"]),
    Shape(
      raw: "wei.zhang+crm@gmail.com", canonical: ["wei.zhang+crm@gmail.com"],
      identity: "weizhang@gmail.com"),
    Shape(
      raw: "weizhang@googlemail.com", canonical: ["weizhang@googlemail.com"],
      identity: "weizhang@gmail.com"),
    Shape(
      raw: "wei＠163.com", canonical: ["wei@163.com"], identity: "wei@163.com", issues: .repaired),
    Shape(raw: "mailto:wei@163.com", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "wei @163.com", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "张伟 <wei@163.com>", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "wei@163.com;wei@qq.com", canonical: ["wei@163.com", "wei@qq.com"]),
    Shape(raw: "wei@163.com wei@qq.com", canonical: ["wei@163.com", "wei@qq.com"]),
    Shape(raw: "wei@163.com,wei@163.com", canonical: ["wei@163.com"]),
    Shape(
      raw: "wei@gamil.com", canonical: ["wei@gamil.com"], identity: "wei@gmail.com",
      issues: .misspeltDomain),
    Shape(
      raw: "wei@163.con", canonical: ["wei@163.con"], identity: "wei@163.com",
      issues: .misspeltDomain),
    Shape(
      raw: "wei@acme.con", canonical: ["wei@acme.con"], identity: "wei@acme.com",
      issues: .misspeltDomain),
    Shape(raw: "Sales@acme.com", canonical: ["sales@acme.com"], issues: .roleMailbox),
    Shape(raw: "jürgen@web.de", canonical: [], issues: .invalid),
    Shape(raw: "wei@münchen.de", canonical: ["wei@münchen.de"]),
    Shape(raw: "weiqq.com", canonical: [], issues: .invalid),
    Shape(raw: "wei@qqcom", canonical: [], issues: .invalid),
    Shape(raw: "wei@qq,com", canonical: [], issues: .invalid),
    Shape(raw: "wei@@qq.com", canonical: [], issues: .invalid),
    Shape(raw: "wei@", canonical: [], issues: .invalid),
    Shape(raw: "@", canonical: [], issues: .invalid),
    Shape(raw: "a@a.com", canonical: [], issues: .placeholder),
    Shape(raw: "test@test.com", canonical: [], issues: .placeholder),
    Shape(raw: "123@qq.com", canonical: [], issues: .placeholder),
    Shape(raw: "no@no.com", canonical: [], issues: .placeholder),
    Shape(raw: "xxx@xxx.com", canonical: [], issues: .placeholder),
    Shape(raw: "1@1.com", canonical: [], issues: .placeholder),
    Shape(raw: "wei@example.com", canonical: [], issues: .placeholder),
    Shape(raw: "无", canonical: [], issues: .placeholder),
    Shape(raw: "n/a", canonical: [], issues: .placeholder),
    Shape(raw: "we****@qq.com", canonical: [], issues: .masked),
    Shape(raw: "ab****example.com", canonical: [], issues: .masked),
  ])
  func `an address is found in its shape`(_ shape: Shape) {
    let reading = read(shape.raw)
    #expect(reading.values.map(\.canonical) == shape.canonical)
    #expect(reading.issues == shape.issues)
    if let identity = shape.identity { #expect(reading.values.first?.identity == identity) }
  }

  @Test func `a mailbox of a function is marked`() {
    #expect(read("info@acme.com").values.map(\.isRole) == [true])
    #expect(read("inform@acme.com").values.map(\.isRole) == [false])
  }

  @Test func `a canonical address is read as itself`() {
    for raw in ["Wei.Zhang+a@Gmail.com", "wei@gamil.com", "mailto:WEI@163.com", "wei@münchen.de"] {
      for value in read(raw).values { #expect(read(value.canonical).values == [value]) }
    }
  }
}
