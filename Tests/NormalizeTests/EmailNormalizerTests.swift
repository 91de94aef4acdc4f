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
    Shape(raw: "张伟 wei@163.com", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "\"Zhang, Wei\" <wei@163.com>", canonical: ["wei@163.com"], issues: .repaired),
    Shape(
      raw: "Zhang, Wei <wei@163.com>, li@qq.com", canonical: ["wei@163.com", "li@qq.com"],
      issues: .repaired),
    Shape(raw: "邮箱wei@163.com", canonical: ["wei@163.com"], issues: .extraContent),
    Shape(raw: "wei@163.com（工作）", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "wei@163。com", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "wei@163. com", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "wei(at)163.com", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "wei at 163.com", canonical: [], issues: .invalid),
    Shape(raw: "张伟（wei@163.com）", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "{wei@163.com}", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "wei@163.com，张经理", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "wei@163.com：", canonical: ["wei@163.com"], issues: .repaired),
    Shape(raw: "mailto:wei@163.com?subject=x", canonical: ["wei@163.com"], issues: .repaired),
    Shape(
      raw: "wei@163.com，li@qq.com", canonical: ["wei@163.com", "li@qq.com"], issues: .repaired),
    Shape(raw: "\"john doe\"@acme.com", canonical: ["\"john doe\"@acme.com"]),
    Shape(raw: "\"john\"@acme.com", canonical: ["john@acme.com"], issues: .repaired),
    Shape(raw: "wei..li@qq.com", canonical: [], issues: .invalid),
    Shape(raw: ".wei@qq.com", canonical: [], issues: .invalid),
    Shape(raw: "wei@-acme.com", canonical: [], issues: .invalid),
    Shape(raw: "wei@acme.c0m1", canonical: [], issues: .invalid),
    Shape(
      raw: String(repeating: "a", count: 64) + "@acme.com",
      canonical: [String(repeating: "a", count: 64) + "@acme.com"]),
    Shape(
      raw: String(repeating: "abcde", count: 13) + "@acme.com", canonical: [], issues: .invalid),
    Shape(raw: "wei@公司.cn", canonical: ["wei@公司.cn"]),
    Shape(raw: "WEI@MÜNCHEN.DE", canonical: ["wei@münchen.de"]),
    Shape(raw: "wei@me.com", canonical: ["wei@me.com"], identity: "wei@icloud.com"),
    Shape(raw: "无@", canonical: [], issues: .placeholder),
    Shape(raw: "xx@xx", canonical: [], issues: .placeholder),
    Shape(
      raw: "wei@mailinator.com", canonical: ["wei@mailinator.com"], issues: .disposableMailbox),
  ])
  func `an address is found in its shape`(_ shape: Shape) {
    let reading = read(shape.raw)
    #expect(reading.values.map(\.canonical) == shape.canonical)
    #expect(reading.issues == shape.issues)
    if let identity = shape.identity { #expect(reading.values.first?.identity == identity) }
  }

  struct Slip: Sendable {
    let domain: String
    let meant: String?
  }

  @Test(arguments: [
    Slip(domain: "gamil.com", meant: "gmail.com"), Slip(domain: "gmial.con", meant: "gmail.com"),
    Slip(domain: "1qq.com", meant: "qq.com"), Slip(domain: "qq.con", meant: "qq.com"),
    Slip(domain: "163.con", meant: "163.com"), Slip(domain: "l63.com", meant: "163.com"),
    Slip(domain: "hotmial.com", meant: "hotmail.com"),
    Slip(domain: "hotmqil.com", meant: "hotmail.com"),
    Slip(domain: "outlookk.com", meant: "outlook.com"), Slip(domain: "sian.com", meant: "sina.com"),
    Slip(domain: "acme.con", meant: "acme.com"), Slip(domain: "acme.comcn", meant: "acme.com.cn"),
    Slip(domain: "vip.qq.con", meant: "vip.qq.com"), Slip(domain: "gmail.com", meant: nil),
    Slip(domain: "mail.com", meant: nil), Slip(domain: "email.com", meant: nil),
    Slip(domain: "ymail.com", meant: nil), Slip(domain: "126.com", meant: nil),
    Slip(domain: "love.com", meant: nil), Slip(domain: "five.com", meant: nil),
    Slip(domain: "aq.com", meant: nil), Slip(domain: "128.com", meant: nil),
    Slip(domain: "china.com", meant: nil), Slip(domain: "acme.com", meant: nil),
    Slip(domain: "acme.co", meant: nil),
  ])
  func `a misspelt domain is proposed and never changed`(_ slip: Slip) throws {
    let reading = read("wei@" + slip.domain)
    let address = try #require(reading.values.first)
    #expect(address.canonical == "wei@" + slip.domain)
    #expect(address.suggestion == slip.meant.map { "wei@" + $0 })
    #expect(reading.issues == (slip.meant == nil ? [] : .misspeltDomain))
  }

  @Test func `a steward's list adds domains and mailboxes`() throws {
    let own = [
      WordFile(path: "domains.tsv", bytes: Array("word\tsense\nacme.com\tdisposable\n".utf8)),
      WordFile(path: "mailboxes.tsv", bytes: Array("word\tsense\nqiantai8\trole\n".utf8)),
    ]
    let emails = try EmailNormalizer(Lexicon(WordLists(adding: own)))
    #expect(emails.read(Array("wei@acme.com".utf8).span).issues == .disposableMailbox)
    #expect(emails.read(Array("qiantai8@b2b.cn".utf8).span).issues == .roleMailbox)
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
