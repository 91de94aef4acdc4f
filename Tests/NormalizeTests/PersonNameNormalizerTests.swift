import Normalize
import Testing
import Vocabulary

@Suite struct PersonNameNormalizerTests {
  struct Name: Sendable, CustomStringConvertible {
    let raw: String
    let canonical: String
    var surname = ""
    var given = ""
    var honorific: String?
    var qualifier: String?
    var alias: String?
    var latin = ""

    var description: String { raw }
  }

  static let han = [
    Name(raw: "张伟", canonical: "张伟", surname: "张", given: "伟", latin: "zhang wei"),
    Name(raw: "張　偉", canonical: "张伟", surname: "张", given: "伟", latin: "zhang wei"),
    Name(raw: "王 小 明", canonical: "王小明", surname: "王", given: "小明", latin: "wang xiaoming"),
    Name(raw: "张总", canonical: "张", surname: "张", honorific: "总", latin: "zhang "),
    Name(
      raw: "张先生(北京)", canonical: "张", surname: "张", honorific: "先生", qualifier: "北京",
      latin: "zhang "),
    Name(
      raw: "北京张总", canonical: "张", surname: "张", honorific: "总", qualifier: "北京", latin: "zhang "),
    Name(
      raw: "华信王总", canonical: "王", surname: "王", honorific: "总", qualifier: "华信", latin: "wang "),
    Name(
      raw: "张伟总经理", canonical: "张伟", surname: "张", given: "伟", honorific: "总经理",
      latin: "zhang wei"),
    Name(
      raw: "总经理张伟", canonical: "张伟", surname: "张", given: "伟", honorific: "总经理",
      latin: "zhang wei"),
    Name(raw: "董 芝", canonical: "董芝", surname: "董", given: "芝", latin: "dong zhi"),
    Name(raw: "老张", canonical: "张", surname: "张", honorific: "老", latin: "zhang "),
    Name(raw: "阿强", canonical: "阿强", given: "阿强", latin: " aqiang"),
    Name(raw: "王局", canonical: "王", surname: "王", honorific: "局", latin: "wang "),
    Name(
      raw: "张伟-华信科技有限公司", canonical: "张伟", surname: "张", given: "伟", qualifier: "华信科技有限公司",
      latin: "zhang wei"),
    Name(
      raw: "张伟(财务)", canonical: "张伟", surname: "张", given: "伟", qualifier: "财务",
      latin: "zhang wei"),
    Name(raw: "欧阳建国", canonical: "欧阳建国", surname: "欧阳", given: "建国", latin: "ouyang jianguo"),
    Name(raw: "欧阳 明", canonical: "欧阳明", surname: "欧阳", given: "明", latin: "ouyang ming"),
    Name(raw: "单雄信", canonical: "单雄信", surname: "单", given: "雄信", latin: "shan xiongxin"),
    Name(raw: "尉迟恭", canonical: "尉迟恭", surname: "尉迟", given: "恭", latin: "yuchi gong"),
    Name(raw: "王建设", canonical: "王建设", surname: "王", given: "建设", latin: "wang jianshe"),
    Name(raw: "金子轩", canonical: "金子轩", surname: "金", given: "子轩", latin: "jin zixuan"),
    Name(raw: "铃木一郎", canonical: "铃木一郎", surname: "铃木", given: "一郎", latin: "lingmu yilang"),
    Name(
      raw: "阿卜杜拉•买买提", canonical: "阿卜杜拉·买买提", surname: "买买提", given: "阿卜杜拉",
      latin: "maimaiti abodula"),
    Name(
      raw: "张伟(Kevin)", canonical: "张伟", surname: "张", given: "伟", qualifier: "Kevin",
      alias: "Kevin", latin: "zhang wei"),
    Name(
      raw: "Kevin张", canonical: "张", surname: "张", qualifier: "Kevin", alias: "Kevin",
      latin: "zhang "),
    Name(
      raw: "VIP张伟", canonical: "张伟", surname: "张", given: "伟", qualifier: "VIP", latin: "zhang wei"),
  ]

  static let latin = [
    Name(
      raw: "Zhang Wei", canonical: "Wei Zhang", surname: "Zhang", given: "Wei", latin: "zhang wei"),
    Name(
      raw: "WEI ZHANG", canonical: "Wei Zhang", surname: "Zhang", given: "Wei", latin: "zhang wei"),
    Name(
      raw: "zhangwei", canonical: "Wei Zhang", surname: "Zhang", given: "Wei", latin: "zhang wei"),
    Name(
      raw: "ZhangWei", canonical: "Wei Zhang", surname: "Zhang", given: "Wei", latin: "zhang wei"),
    Name(
      raw: "Zhang, Wei", canonical: "Wei Zhang", surname: "Zhang", given: "Wei", latin: "zhang wei"),
    Name(
      raw: "Wei-Min Zhang", canonical: "Weimin Zhang", surname: "Zhang", given: "Weimin",
      latin: "zhang weimin"),
    Name(
      raw: "LI Xiaoming", canonical: "Xiaoming Li", surname: "Li", given: "Xiaoming",
      latin: "li xiaoming"),
    Name(
      raw: "Kevin Zhang", canonical: "Kevin Zhang", surname: "Zhang", given: "Kevin",
      alias: "Kevin",
      latin: "zhang kevin"),
    Name(
      raw: "SMITH, Robert", canonical: "Robert Smith", surname: "Smith", given: "Robert",
      latin: "smith robert"),
    Name(
      raw: "Smith Robert", canonical: "Robert Smith", surname: "Smith", given: "Robert",
      latin: "smith robert"),
    Name(
      raw: "wei.zhang", canonical: "Wei Zhang", surname: "Zhang", given: "Wei", latin: "zhang wei"),
    Name(
      raw: "Mr.Robert Smith, Jr.", canonical: "Robert Smith", surname: "Smith", given: "Robert",
      honorific: "Mr", latin: "smith robert"),
    Name(
      raw: "J.R. SMITH", canonical: "J.R Smith", surname: "Smith", given: "J.R", latin: "smith jr"),
    Name(raw: "R. Smith", canonical: "R Smith", surname: "Smith", given: "R", latin: "smith r"),
    Name(raw: "Dr. Smith", canonical: "Smith", surname: "Smith", honorific: "Dr", latin: "smith "),
    Name(
      raw: "sean o'brien", canonical: "Sean O'Brien", surname: "O'Brien", given: "Sean",
      latin: "obrien sean"),
    Name(
      raw: "JOSÉ GARCÍA", canonical: "José García", surname: "García", given: "José",
      latin: "garcia jose"),
    Name(
      raw: "Vincent van Gogh", canonical: "Vincent Van Gogh", surname: "Van Gogh", given: "Vincent",
      latin: "van gogh vincent"),
    Name(
      raw: "Robert \"Bob\" Smith", canonical: "Robert Smith", surname: "Smith", given: "Robert",
      alias: "Bob", latin: "smith robert"),
  ]

  @Test(arguments: ["a, ", "张伟 ", "·", "(李", "Li Wei / "])
  func `text longer than any name is no name, and costs no time`(piece: String) {
    let cell = Array(String(repeating: piece, count: 100_000).utf8)
    let reading = PersonNameNormalizer(expecting: .party).read(cell.span)
    #expect(reading.kind == .unknown)
    #expect(reading.issues.isSuperset(of: [.invalid, .tooLong]))
  }

  @Test(arguments: han + latin)
  func `a name is read into its parts`(_ name: Name) {
    let reading = PersonNameNormalizer().read(Array(name.raw.utf8).span)
    #expect(reading.kind == .person)
    #expect(reading.canonical == name.canonical)
    #expect(reading.surname == name.surname)
    #expect(reading.given == name.given)
    #expect(reading.honorific == name.honorific)
    #expect(reading.qualifier == name.qualifier)
    #expect(reading.alias == name.alias)
    #expect(reading.latinSurname + " " + reading.latinGiven == name.latin)
  }

  @Test(arguments: [
    ("", ValueIssues()), ("无", .placeholder), ("测试", .placeholder), ("N/A", .placeholder),
    ("女士", .placeholder), ("Mr.", .placeholder), ("aaa", .placeholder), ("???", .placeholder),
    ("13812345678", .wrongKind), ("+8615289514960", .wrongKind), ("zhang@qq.com", .wrongKind),
    ("张家界", .wrongKind),
  ])
  func `what names nobody has no parts`(_ raw: String, _ issue: ValueIssues) {
    let reading = PersonNameNormalizer().read(Array(raw.utf8).span)
    #expect(reading.kind == .unknown)
    #expect(reading.canonical == "")
    #expect(reading.issues.contains(issue))
  }

  @Test(arguments: ["张伟13812345678", "张伟 138 1234 5678", "张伟/13812345678", "张伟 zw@qq.com", "张伟/李娜"])
  func `what is glued to a name is noticed and left out`(_ raw: String) {
    let reading = PersonNameNormalizer().read(Array(raw.utf8).span)
    #expect(reading.canonical == "张伟")
    #expect(reading.issues.contains(.extraContent))
  }

  @Test(arguments: ["张*", "张**", "张某", "张某某", "张xx"])
  func `a hidden given name leaves the surname`(_ raw: String) {
    let reading = PersonNameNormalizer().read(Array(raw.utf8).span)
    #expect(reading.canonical == "张")
    #expect(reading.issues.contains(.masked))
  }

  @Test func `full-width brackets are no repair, and a zero-width space is one`() {
    let normalizer = PersonNameNormalizer()
    #expect(normalizer.read(Array("张伟（北京）".utf8).span).issues == [])
    #expect(normalizer.read(Array("张\u{200B}伟".utf8).span).issues == .repaired)
  }

  @Test func `one reading serves for many cells`() {
    let normalizer = PersonNameNormalizer(expecting: .party)
    var reading = PersonNameReading()
    for raw in [
      "张伟(Kevin)", "欧阳总", "", "Dr. Robert \"Bob\" Smith, Jr.", "华信科技(北京)有限公司", "张*", "李娜",
    ] {
      let cell = Array(raw.utf8)
      normalizer.read(cell.span, into: &reading)
      #expect(reading == normalizer.read(cell.span), "\(raw)")
    }
  }

  @Test func `a stock name is a person that is hardly real`() {
    let reading = PersonNameNormalizer().read(Array("张三".utf8).span)
    #expect(reading.kind == .person)
    #expect(reading.confidence < 0.5)
    #expect(reading.issues == .placeholder)
  }

  @Test(arguments: [
    ("张先生", Gender.male), ("张女士", .female), ("张小姐", .female), ("张太太", .female), ("张总", .unknown),
    ("Mr Smith", .male), ("Mrs. Anna Smith", .female), ("Dr. Smith", .unknown), ("张伟", .unknown),
  ])
  func `the form of address tells the gender`(_ raw: String, _ gender: Gender) {
    #expect(PersonNameNormalizer().read(Array(raw.utf8).span).gender == gender)
  }
}
