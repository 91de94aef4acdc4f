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

  @Test func `a striking number of lucky digits is kept and noted`() {
    let reading = read("13888888888")
    #expect(reading.values.map(\.e164) == ["+8613888888888"])
    #expect(reading.issues == .vanity)
  }

  @Test(arguments: ["13977654320-1234", "13977654320转1234"])
  func `a mobile with an extension is a privacy number`(_ raw: String) {
    let reading = read(raw)
    #expect(reading.values.first?.ext == "1234")
    #expect(reading.issues.contains(.transient))
  }

  @Test func `a name beside the number is extra, a label is not`() {
    #expect(read("张经理 13977654320").issues.contains(.extraContent))
    #expect(read("手机：13977654320").issues.contains(.extraContent) == false)
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
      }
    }
  }
}
