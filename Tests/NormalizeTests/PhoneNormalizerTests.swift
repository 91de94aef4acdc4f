import Normalize
import Testing
import Vocabulary

@Suite struct PhoneNormalizerTests {
  private let china = PhoneNormalizer(region: "CN")

  private func read(_ raw: String, areaCode: String? = nil) -> PhoneReading {
    china.read(Array(raw.utf8).span, areaCode: areaCode)
  }

  struct Shape: Sendable {
    let raw: String
    let e164: [String]
    var ext: String?

    init(_ raw: String, _ e164: String..., ext: String? = nil) {
      self.raw = raw
      self.e164 = e164
      self.ext = ext
    }
  }

  @Test(arguments: [
    Shape(""), Shape("   "),
    Shape("13912345678", "+8613912345678"), Shape("13987654321", "+8613987654321"),
    Shape("13977654320", "+8613977654320"), Shape("139 7765 4320", "+8613977654320"),
    Shape("139-7765-4320", "+8613977654320"), Shape("139.7765.4320", "+8613977654320"),
    Shape("+86 139 7765 4320", "+8613977654320"), Shape("+86-13977654320", "+8613977654320"),
    Shape("8613977654320", "+8613977654320"), Shape("86-13977654320", "+8613977654320"),
    Shape("008613977654320", "+8613977654320"), Shape("0086-13977654320", "+8613977654320"),
    Shape("(86)13977654320", "+8613977654320"), Shape("（+86）13977654320", "+8613977654320"),
    Shape("１３９７７６５４３２０", "+8613977654320"), Shape("'13977654320", "+8613977654320"),
    Shape("13977654320.0", "+8613977654320"), Shape("1.397765432E+10", "+8613977654320"),
    Shape("1.3977650321E+10", "+8613977650321"), Shape("1.3977650321e10", "+8613977650321"),
    Shape("13977654320\u{200B}", "+8613977654320"), Shape("013977654320", "+8613977654320"),
    Shape("电话:13977654320", "+8613977654320"), Shape("张经理 13977654320", "+8613977654320"),
    Shape("手机13977654320", "+8613977654320"), Shape("13977654320（微信同号）", "+8613977654320"),
    Shape("Tel: 13977654320", "+8613977654320"), Shape("tel:+8613977654320", "+8613977654320"),
    Shape("010-65091529", "+861065091529"), Shape("(010)65091529", "+861065091529"),
    Shape("（010）6509-1529", "+861065091529"), Shape("+86-10-65091529", "+861065091529"),
    Shape("010-65091529转801", "+861065091529", ext: "801"),
    Shape("010-65091529 转 801", "+861065091529", ext: "801"),
    Shape("010-65091529（转801）", "+861065091529", ext: "801"),
    Shape("010-65091529分机801", "+861065091529", ext: "801"),
    Shape("010-65091529 分机号801", "+861065091529", ext: "801"),
    Shape("010-65091529-801", "+861065091529", ext: "801"),
    Shape("010-65091529x801", "+861065091529", ext: "801"),
    Shape("010-65091529 ext. 801", "+861065091529", ext: "801"),
    Shape("400-812-3123", "+864008123123"), Shape("8008201820", "+868008201820"),
    Shape("13977654320/13877650321", "+8613977654320", "+8613877650321"),
    Shape("13977654320；13877650321", "+8613977654320", "+8613877650321"),
    Shape("13977654320、13877650321", "+8613977654320", "+8613877650321"),
    Shape("13977654320，13877650321", "+8613977654320", "+8613877650321"),
    Shape("13977654320\n13877650321", "+8613977654320", "+8613877650321"),
    Shape("13977654320 13877650321", "+8613977654320", "+8613877650321"),
    Shape("139 7765 4320 138 7765 0321", "+8613977654320", "+8613877650321"),
    Shape("13977654320/010-65091529", "+8613977654320", "+861065091529"),
    Shape("13977654320 / 13977654320", "+8613977654320"),
    Shape("座机 010-65091529 手机 13977654320", "+861065091529", "+8613977654320"),
    Shape("13977654320张三13877650321", "+8613977654320", "+8613877650321"),
    Shape("13977654320（2号线）", "+8613977654320"), Shape("139·7765·4320", "+8613977654320"),
    Shape("+1 (212) 736-5000", "+12127365000"), Shape("+44 (0)20 7946 0018", "+442079460018"),
    Shape("0044 20 7946 0018", "+442079460018"),
  ])
  func `a number is found in its shape`(_ shape: Shape) {
    let reading = read(shape.raw)
    #expect(reading.values.map(\.e164) == shape.e164)
    #expect(reading.values.first?.ext == shape.ext)
    #expect(!reading.issues.contains(.invalid))
  }

  @Test(arguments: [
    Shape("一三九七七六五四三二〇", "+8613977654320"), Shape("幺三九 七七六五 四三二零", "+8613977654320"),
    Shape("壹叁玖柒柒陆伍肆叁贰零", "+8613977654320"), Shape("139七七六五4320", "+8613977654320"),
    Shape("一三九七七六五四三二○", "+8613977654320"), Shape("零一零-六五零九一五二九转八零一", "+861065091529", ext: "801"),
    Shape("电话一三九七七六五四三二〇", "+8613977654320"), Shape("١٣٩٧٧٦٥٤٣٢٠", "+8613977654320"),
    Shape("I3977654320", "+8613977654320"), Shape("O10-65091529", "+861065091529"),
    Shape("l39776S4320"), Shape("139776o4320", "+8613977604320"),
    Shape("139O7654320", "+8613907654320"),
    Shape("(O)010-65091529", "+861065091529"), Shape("1397765I32O", "+8613977651320"),
    Shape("+86 86 13977654320", "+8613977654320"), Shape("0086+8613977654320", "+8613977654320"),
    Shape("86+13977654320", "+8613977654320"), Shape("+0086 13977654320", "+8613977654320"),
    Shape("+86-010-65091529", "+861065091529"), Shape("=+86 139 7765 4320", "+8613977654320"),
    Shape("139,7765,4320", "+8613977654320"), Shape("139、7765、4320", "+8613977654320"),
    Shape("139_7765_4320", "+8613977654320"), Shape("010～65091529", "+861065091529"),
    Shape("010_6509-1529转801", "+861065091529", ext: "801"),
    Shape("1397765432013877650321", "+8613977654320", "+8613877650321"),
    Shape("13977654320-13877650321", "+8613977654320", "+8613877650321"),
    Shape("010-65091529-13977654320", "+861065091529", "+8613977654320"),
    Shape("010-65091529/65091530", "+861065091529", "+861065091530"),
    Shape("010-65091529/30", "+861065091529"),
    Shape("010-65091529(801)", "+861065091529", ext: "801"),
    Shape("010-65091529（总机）转801", "+861065091529", ext: "801"),
    Shape("400-812-3123转2", "+864008123123", ext: "2"),
    Shape("400-812-3123-2", "+864008123123", ext: "2"),
    Shape("M:139-7765-4320 T:010-65091529", "+8613977654320", "+861065091529"),
    Shape("13977654320 Zhang Wei", "+8613977654320"), Shape("13977654320-Wang", "+8613977654320"),
    Shape("13977654320/Li Ming", "+8613977654320"), Shape("0755-88881234 12楼", "+8675588881234"),
    Shape("13977654320#", "+8613977654320"), Shape("@13977654320", "+8613977654320"),
    Shape("13977654320 QQ: 12345678", "+8613977654320"),
    Shape("13977654320 (9:00-18:00)", "+8613977654320"),
    Shape("2024-01-05 13977654320", "+8613977654320"),
    Shape("13977654320 邮编100020", "+8613977654320"),
    Shape("13977654320 or 13877650321", "+8613977654320", "+8613877650321"),
    Shape("tel:13977654320;phone-context=+86", "+8613977654320"),
    Shape("tel:010-65091529;isub=12;x=y", "+861065091529"),
    Shape("13977654320,,5016", "+8613977654320", ext: "5016"),
    Shape("13977654320;ext=5016", "+8613977654320", ext: "5016"),
  ])
  func `a number that the reference cannot read is found in its shape`(_ shape: Shape) {
    let reading = read(shape.raw)
    #expect(reading.values.map(\.e164) == shape.e164)
    #expect(reading.values.first?.ext == shape.ext)
  }

  @Test(arguments: [
    "16 10 19 47 451 1", "145/6460/8921835108", "13977654320 ext B2", "+86 (0);97810073",
    "139776543I0",
    "+868613977654320", "1+5512313142",
  ])
  func `no number is made of a part of a broken one`(_ raw: String) {
    #expect(read(raw).values.isEmpty)
  }

  struct Refusal: Sendable {
    let raw: String
    let issues: ValueIssues
  }

  @Test(arguments: [
    Refusal(raw: "13800138000", issues: .placeholder),
    Refusal(raw: "13800000000", issues: .placeholder),
    Refusal(raw: "11111111111", issues: .placeholder),
    Refusal(raw: "12345678901", issues: .placeholder),
    Refusal(raw: "12345678910", issues: .placeholder),
    Refusal(raw: "00000000000", issues: .placeholder),
    Refusal(raw: "88888888", issues: .placeholder),
    Refusal(raw: "10086", issues: .placeholder), Refusal(raw: "0", issues: .placeholder),
    Refusal(raw: "123456", issues: .placeholder),
    Refusal(raw: "无", issues: .placeholder), Refusal(raw: "-", issues: .placeholder),
    Refusal(raw: "暂无电话", issues: .placeholder), Refusal(raw: "N/A", issues: .placeholder),
    Refusal(raw: "138****8000", issues: .masked), Refusal(raw: "138xxxx8000", issues: .masked),
    Refusal(raw: "1.39778E+10", issues: .precisionLost),
    Refusal(raw: "1397765432", issues: [.invalid, .tooShort]),
    Refusal(raw: "139776543201", issues: [.invalid, .tooLong]),
    Refusal(raw: "0086-1397765432", issues: [.invalid, .tooShort]),
    Refusal(raw: "65091529", issues: .noAreaCode), Refusal(raw: "6509-1529", issues: .noAreaCode),
    Refusal(raw: "a@qq.com1", issues: [.invalid, .wrongKind]),
    Refusal(raw: "see below", issues: .invalid),
  ])
  func `what is no number gives none and says why`(_ refusal: Refusal) {
    let reading = read(refusal.raw)
    #expect(reading.values.isEmpty)
    #expect(reading.issues == refusal.issues)
  }

  @Test func `an area code completes a landline written without one`() {
    let reading = read("88123456", areaCode: "0577")
    #expect(reading.values.map(\.e164) == ["+8657788123456"])
    #expect(reading.issues == [])
  }

  @Test func `an extension stays with a landline completed by an area code`() {
    let reading = read("88123456转8", areaCode: "0577")
    #expect(reading.values.first?.e164 == "+8657788123456")
    #expect(reading.values.first?.ext == "8")
  }

  @Test func `an area code does not touch a mobile`() {
    #expect(read("13977654320", areaCode: "0577").values.map(\.e164) == ["+8613977654320"])
  }

  @Test(arguments: ["0592-8506610-835", "020-43015390-898", "0574-28028423-879"])
  func `a landline with its extension is no number of another region`(raw: String) {
    let mixed = PhoneNormalizer(region: "CN", others: ["US", "DE", "IT"])
    let reading = mixed.read(Array(raw.utf8).span)
    let area = raw.split(separator: "-")
    #expect(reading.values.map(\.e164) == ["+86" + area[0].dropFirst() + area[1]])
    #expect(reading.values.first?.ext == String(area[2]))
  }

  @Test(arguments: ["①③⑨⑦⑦⑥⑤④③②⓪", "一3977654320", "139七七6五4320", "❶❸➈➆⑦⑥⑤④③②⓿"])
  func `digits of every kind make a mobile`(raw: String) {
    #expect(read(raw).values.map(\.e164) == ["+8613977654320"])
  }

  @Test(arguments: ["区号0994 电话5405905", "0994（区号）5405905", "区号:0994,5405905", "5405905"])
  func `an area code that is called one stands in front of its number`(raw: String) {
    let found = read(raw).values.map(\.e164)
    #expect(found == (raw.count > 7 ? ["+869945405905"] : []))
  }

  @Test func `a striking number of lucky digits is kept and noted`() {
    let reading = read("13888888888")
    #expect(reading.values.map(\.e164) == ["+8613888888888"])
    #expect(reading.issues == .vanity)
  }

  @Test(arguments: ["13977654320-1234", "13977654320转1234", "13977654320[1234]"])
  func `a mobile with an extension of four digits is a privacy number`(_ raw: String) {
    let reading = read(raw)
    #expect(reading.values.first?.ext == "1234")
    #expect(reading.issues.contains(.transient))
    #expect(!reading.issues.isDisjoint(with: .notIdentity))
  }

  @Test(arguments: ["13977654320-8", "13977654320转801", "010-65091529-1234"])
  func `an office extension hides nobody`(_ raw: String) {
    #expect(read(raw).values.count == 1)
    #expect(!read(raw).issues.contains(.transient))
  }

  @Test func `a landline without an area code that the reference reads is said to lack it`() {
    let reading = read("76095547")
    #expect(reading.values.map(\.e164) == ["+8676095547"])
    #expect(reading.issues == .noAreaCode)
    #expect(read("76095547", areaCode: "0577").values.map(\.e164) == ["+8657776095547"])
  }

  struct Origin: Sendable {
    let raw: String
    var carrier: String?
    var area: String?
  }

  @Test(arguments: [
    Origin(raw: "13977654320", carrier: "中国移动"), Origin(raw: "18677654320", carrier: "中国联通"),
    Origin(raw: "13377654320", carrier: "中国电信"), Origin(raw: "19277654320", carrier: "中国广电"),
    Origin(raw: "17007765432", carrier: "中国电信虚拟运营商"),
    Origin(raw: "16577654320", carrier: "中国移动虚拟运营商"), Origin(raw: "0755-88881234", area: "深圳"),
    Origin(raw: "010-65091529", area: "北京"), Origin(raw: "400-812-3123"),
    Origin(raw: "+85222024707"),
  ])
  func `a Chinese mobile tells its carrier, a landline its cities`(_ origin: Origin) {
    let number = read(origin.raw).values.first
    #expect(number != nil)
    #expect(number?.carrier == origin.carrier)
    #expect(number?.area == origin.area)
  }

  @Test func `every area code of a city leads back to the city`() {
    let areas = AreaCodes()
    for city in ["温州", "成都", "资阳", "呼伦贝尔", "海口"] {
      let code = areas.areaCode(ofCity: city) ?? ""
      let number = read(code + "-62345678").values.first ?? read(code + "-6234567").values.first
      #expect(number?.area?.contains(city) == true, "\(city)")
    }
  }

  @Test func `a steward's lists are heard`() throws {
    let words = WordFile(path: "phone_words.tsv", bytes: Array("word\tsense\n班机\textension\n".utf8))
    let fillers = WordFile(
      path: "phone_fillers.tsv", bytes: Array("word\tregion\n13977654320\tCN\n".utf8))
    let lexicon = try Lexicon(WordLists(adding: [words, fillers]))
    let ours = PhoneNormalizer(region: "CN", lexicon: lexicon)
    #expect(ours.read(Array("13977654320".utf8).span).issues == .placeholder)
    #expect(ours.read(Array("010-65091529班机801".utf8).span).values.first?.ext == "801")
    let wrong = WordFile(path: "phone_fillers.tsv", bytes: Array("word\tregion\n139-1\tCN\n".utf8))
    #expect(throws: WordListError.self) { try Lexicon(WordLists(adding: [wrong])) }
  }

  @Test func `a reading is used again for the next cell`() {
    var reading = PhoneReading()
    for (raw, e164) in [
      ("张三 13977654320转1234", "+8613977654320"), ("010-65091529", "+861065091529"), ("无", nil),
      ("(650) 489-0812", nil), ("+1 (212) 736-5000", "+12127365000"),
    ] {
      china.read(Array(raw.utf8).span, into: &reading)
      #expect(reading.values.map(\.e164) == (e164.map { [$0] } ?? []))
      #expect(reading.issues == read(raw).issues)
    }
  }

  @Test func `a name beside the number is extra, a label is not`() {
    #expect(read("张经理 13977654320").issues.contains(.extraContent))
    #expect(read("手机：13977654320").issues.contains(.extraContent) == false)
  }

  @Test(arguments: ["13977654320/无", "13977654320/11111111111"])
  func `a filler beside a number is a remark`(_ raw: String) {
    #expect(read(raw).values.map(\.e164) == ["+8613977654320"])
    #expect(read(raw).issues == .extraContent)
  }

  @Test func `one wrong number of two leaves the other`() {
    let reading = read("13977654320/1397765432")
    #expect(reading.values.map(\.e164) == ["+8613977654320"])
    #expect(reading.issues == [.invalid, .tooShort])
  }

  @Test func `without a region only international forms are read`() {
    let nowhere = PhoneNormalizer(region: nil)
    #expect(nowhere.read(Array("13977654320".utf8).span).values.isEmpty)
    #expect(nowhere.read(Array("+8613977654320".utf8).span).values.count == 1)
  }

  @Test func `another region is believed when it alone has the number`() {
    let mixed = PhoneNormalizer(region: "CN", others: ["US", "GB", "IN"])
    #expect(
      mixed.read(Array("(650) 489-0812".utf8).span).values.map(\.e164) == ["+16504890812"])
    #expect(mixed.read(Array("07866 302776".utf8).span).values.map(\.region) == ["GB"])
    #expect(mixed.read(Array("07400 129856".utf8).span).values.isEmpty)
    #expect(read("(650) 489-0812").issues == .invalid)
    #expect(mixed.read(Array("13977654320".utf8).span).values.map(\.region) == ["CN"])
  }

  struct Foreign: Sendable {
    let raw: String
    let region: String
    let e164: String
    let type: PhoneType
  }

  @Test(arguments: [
    Foreign(raw: "(212) 736-5000", region: "US", e164: "+12127365000", type: .fixedLineOrMobile),
    Foreign(raw: "020 7946 0018", region: "GB", e164: "+442079460018", type: .fixedLine),
    Foreign(raw: "02 9374 4000", region: "AU", e164: "+61293744000", type: .fixedLine),
    Foreign(raw: "06 12 39 56 70", region: "FR", e164: "+33612395670", type: .mobile),
    Foreign(raw: "06 6982 1234", region: "IT", e164: "+390669821234", type: .fixedLine),
    Foreign(raw: "2202 4707", region: "HK", e164: "+85222024707", type: .fixedLine),
    Foreign(raw: "0 11 15-2345-6089", region: "AR", e164: "+5491123456089", type: .mobile),
    Foreign(raw: "0 15 11 96123-4507", region: "BR", e164: "+5511961234507", type: .mobile),
  ])
  func `other regions follow their own plans`(_ foreign: Foreign) {
    let reading = PhoneNormalizer(region: foreign.region).read(Array(foreign.raw.utf8).span)
    #expect(reading.values.first?.e164 == foreign.e164)
    #expect(reading.values.first?.type == foreign.type)
  }

  @Test func `a canonical number is read as itself`() {
    for raw in [
      "13977654320", "010-65091529", "400-812-3123", "+1 (212) 736-5000", "+442079460018",
    ] {
      for value in read(raw).values {
        #expect(read(value.e164).values == [value])
        #expect(read(value.e164).issues == [])
      }
    }
  }
}
