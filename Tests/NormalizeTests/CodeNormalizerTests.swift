import Normalize
import Testing
import Vocabulary

@Suite struct CodeNormalizerTests {
  struct Code: Sendable {
    let raw: String
    let canonical: String
    let isValid: Bool
    var issues: ValueIssues = []
  }

  @Test(arguments: [
    Code(raw: "", canonical: "", isValid: false),
    Code(raw: "91310102MAJJM6DM85", canonical: "91310102MAJJM6DM85", isValid: true),
    Code(
      raw: "91310102majjm6dm85", canonical: "91310102MAJJM6DM85", isValid: true, issues: .repaired),
    Code(
      raw: "９１３１０１０２MAJJM6DM85", canonical: "91310102MAJJM6DM85", isValid: true,
      issues: .repaired),
    Code(
      raw: " 9131 0102 MAJJ M6DM 85", canonical: "91310102MAJJM6DM85", isValid: true,
      issues: .repaired),
    Code(
      raw: "91310102MAJJM6DM86", canonical: "91310102MAJJM6DM86", isValid: false,
      issues: [.invalid, .checkCharacter]),
    Code(
      raw: "91310102MAJJM6DM8", canonical: "91310102MAJJM6DM8", isValid: false,
      issues: [.invalid, .tooShort]),
    Code(
      raw: "91310102MAJJM6DM855", canonical: "91310102MAJJM6DM855", isValid: false,
      issues: [.invalid, .tooLong]),
    Code(
      raw: "9131O102MAJJM6DM85", canonical: "91310102MAJJM6DM85", isValid: false,
      issues: .lookAlike),
    Code(
      raw: "9I310I02MAJJM6DM8S", canonical: "91310102MAJJM6DM85", isValid: false,
      issues: .lookAlike),
    Code(
      raw: "V1310102MAJJM6DM85", canonical: "V1310102MAJJM6DM85", isValid: false, issues: .invalid),
    Code(
      raw: "税号:91310102MAJJM6DM85", canonical: "91310102MAJJM6DM85", isValid: true,
      issues: .repaired),
    Code(
      raw: "91310102MAJJM6DM85(副本)", canonical: "91310102MAJJM6DM85", isValid: true,
      issues: .extraContent),
    Code(raw: "华信科技", canonical: "华信科技", isValid: false, issues: [.invalid, .tooShort]),
    Code(raw: "MAJJM6DM-8", canonical: "MAJJM6DM8", isValid: true, issues: .repaired),
    Code(
      raw: "MAJJM6DM9", canonical: "MAJJM6DM9", isValid: false, issues: [.invalid, .checkCharacter]
    ),
    Code(raw: "310102MAJJM6DM8", canonical: "310102MAJJM6DM8", isValid: true),
    Code(raw: "110108000000016", canonical: "110108000000016", isValid: true),
    Code(
      raw: "110108000000017", canonical: "110108000000017", isValid: false,
      issues: [.invalid, .checkCharacter]),
    Code(raw: "无", canonical: "", isValid: false, issues: .placeholder),
    Code(raw: "000000000000000000", canonical: "", isValid: false, issues: .placeholder),
    Code(raw: "9131****M6DM85", canonical: "", isValid: false, issues: .masked),
    Code(raw: "9.13101E+17", canonical: "", isValid: false, issues: .precisionLost),
  ])
  func `a credit code is checked`(_ code: Code) {
    let reading = CreditCodeNormalizer().read(Array(code.raw.utf8).span)
    #expect(reading.canonical == code.canonical)
    #expect(reading.isValid == code.isValid)
    #expect(reading.issues == code.issues)
  }

  @Test(arguments: ["91310102MAJJM6DM85", "310102MAJJM6DM8", "MAJJM6DM-8", "9131O102MAJJM6DM85"])
  func `the old and the new codes of one organization have one key`(_ raw: String) {
    #expect(CreditCodeNormalizer().read(Array(raw.utf8).span).key == "MAJJM6DM8")
  }

  @Test(arguments: ["110108000000016", "91310102MAJJM6DM8"])
  func `a code without an organization code is its own key`(_ raw: String) {
    #expect(CreditCodeNormalizer().read(Array(raw.utf8).span).key == raw)
  }

  @Test func `the kinds of codes are told apart`() {
    let kinds = ["91310102MAJJM6DM85", "310102MAJJM6DM8", "MAJJM6DM8", "110108000000016"].map {
      CreditCodeNormalizer().read(Array($0.utf8).span).parts.first { $0.name == "kind" }?.value
    }
    #expect(kinds == ["uscc", "tax_number", "organization_code", "registration_number"])
  }

  @Test func `a canonical code is read as itself`() {
    for raw in [" 9131o102 majjm6dm85", "MAJJM6DM-8", "310102MAJJM6DM8", "税号：91310102MAJJM6DM86"] {
      let canonical = CreditCodeNormalizer().read(Array(raw.utf8).span).canonical
      #expect(CreditCodeNormalizer().read(Array(canonical.utf8).span).canonical == canonical)
    }
  }

  @Test func `a credit code says where it was registered`() {
    let parts = CreditCodeNormalizer().read(Array("91310102MAJJM6DM85".utf8).span).parts
    #expect(parts.contains(CodePart(name: "province", value: "上海")))
    #expect(parts.contains(CodePart(name: "organization_code", value: "MAJJM6DM8")))
  }

  @Test(arguments: [
    Code(
      raw: "41020819060725468x", canonical: "41020819060725468X", isValid: true,
      issues: [.repaired, .unknownPlace]),
    Code(
      raw: "11O2O5191908151451", canonical: "110205191908151451", isValid: false,
      issues: .lookAlike),
    Code(raw: "810000199408230021", canonical: "810000199408230021", isValid: true),
    Code(
      raw: "110105209912310029", canonical: "110105209912310029", isValid: false,
      issues: [.invalid, .futureDate]),
    Code(raw: "110205191908151451", canonical: "110205191908151451", isValid: true),
    Code(
      raw: "350201191202304160", canonical: "350201191202304160", isValid: false,
      issues: [.invalid, .impossibleDate]),
    Code(
      raw: "640208191502103227", canonical: "640208191502103227", isValid: false,
      issues: [.invalid, .checkCharacter]),
    Code(
      raw: "64020819150210322", canonical: "64020819150210322", isValid: false,
      issues: [.invalid, .tooShort]),
  ])
  func `a resident identity number is checked`(_ code: Code) {
    let asOf = CivilDay(year: 2026, month: 6, day: 30)
    let reading = ResidentIDNormalizer(asOf: asOf).read(Array(code.raw.utf8).span)
    #expect(reading.canonical == code.canonical)
    #expect(reading.isValid == code.isValid)
    #expect(reading.issues == code.issues)
  }

  @Test func `both forms of one resident identity number are equal`() {
    let old = ResidentIDNormalizer().read(Array("110205190815145".utf8).span)
    let new = ResidentIDNormalizer().read(Array("110205191908151451".utf8).span)
    #expect(old.isValid)
    #expect(old.canonical == new.canonical)
    #expect(new.parts.contains(CodePart(name: "birth_date", value: "1919-08-15")))
  }

  @Test func `an identity number names its division under the name of its time`() {
    let parts = ResidentIDNormalizer().read(Array("110205191908151451".utf8).span).parts
    #expect(parts.contains(CodePart(name: "division", value: "北京市房山县")))
    #expect(parts.contains(CodePart(name: "gender", value: "male")))
    #expect(parts.contains(CodePart(name: "kind", value: "resident_id")))
  }

  @Test func `people of a hundred years have old numbers of their own`() {
    let parts = ResidentIDNormalizer().read(Array("110205900815996".utf8).span).parts
    #expect(parts.contains(CodePart(name: "birth_date", value: "1890-08-15")))
  }

  struct Account: Sendable {
    let raw: String
    let parts: [String]
  }

  @Test(arguments: [
    Account(raw: "6228480402564890018", parts: ["debit_card", "农业银行", "UnionPay"]),
    Account(raw: "4111111111111111", parts: ["card", "Visa"]),
    Account(raw: "378282246310005", parts: ["card", "American Express"]),
    Account(raw: "1202021109900012345", parts: ["account"]),
    Account(raw: "6228480402564890019", parts: ["account"]),
    Account(raw: "44-031201040012345", parts: ["account"]),
    Account(raw: "DE89 3704 0044 0532 0130 00", parts: ["DE", "iban"]),
  ])
  func `an account is a card of a bank and a network, or a plain account`(_ account: Account) {
    let reading = BankAccountNormalizer().read(Array(account.raw.utf8).span)
    #expect(reading.isValid)
    #expect(Set(reading.parts.filter { $0.name != "key" }.map(\.value)) == Set(account.parts))
  }

  @Test(arguments: [
    Code(
      raw: "6222 5268 0741 2821 497", canonical: "6222526807412821497", isValid: true,
      issues: .repaired),
    Code(
      raw: "'6222526807412821497", canonical: "6222526807412821497", isValid: true,
      issues: .repaired),
    Code(raw: "6.22253E+18", canonical: "", isValid: false, issues: .precisionLost),
    Code(raw: "123", canonical: "", isValid: false, issues: .placeholder),
    Code(raw: "6222526", canonical: "6222526", isValid: false, issues: [.invalid, .tooShort]),
    Code(
      raw: "622252680741282149A", canonical: "622252680741282149A", isValid: false, issues: .invalid
    ),
  ])
  func `a bank account is its digits`(_ code: Code) {
    let reading = BankAccountNormalizer().read(Array(code.raw.utf8).span)
    #expect(reading.canonical == code.canonical)
    #expect(reading.isValid == code.isValid)
    #expect(reading.issues == code.issues)
  }

  @Test(arguments: [
    Code(raw: "wxid_33409f8569b985", canonical: "wxid_33409f8569b985", isValid: true),
    Code(raw: "微信号：Zhang_Wei88", canonical: "zhang_wei88", isValid: true, issues: .repaired),
    Code(raw: "+86 139-1234-5678", canonical: "13912345678", isValid: true),
    Code(raw: "98765431", canonical: "98765431", isValid: true),
    Code(raw: "li88", canonical: "li88", isValid: false, issues: [.invalid, .tooShort]),
    Code(raw: "8zhangwei", canonical: "8zhangwei", isValid: false, issues: .invalid),
    Code(raw: "张伟的小店", canonical: "张伟的小店", isValid: false, issues: .invalid),
    Code(raw: "a@qq.com", canonical: "a@qq.com", isValid: false, issues: [.invalid, .wrongKind]),
    Code(raw: "无", canonical: "", isValid: false, issues: .placeholder),
    Code(raw: "wx****88", canonical: "", isValid: false, issues: .masked),
  ])
  func `a WeChat id has its form, or is a phone or QQ number`(_ code: Code) {
    let reading = WeChatNormalizer().read(Array(code.raw.utf8).span)
    #expect(reading.canonical == code.canonical)
    #expect(reading.isValid == code.isValid)
    #expect(reading.issues == code.issues)
  }

  @Test(arguments: [
    Code(raw: "wxid_33409f8569b985", canonical: "wxid_33409f8569b985", isValid: true),
    Code(raw: "YangYingJia5031", canonical: "yangyingjia5031", isValid: true),
    Code(raw: " A-001 ", canonical: "a-001", isValid: true, issues: .repaired),
    Code(raw: "a@qq.com", canonical: "a@qq.com", isValid: false, issues: [.invalid, .wrongKind]),
    Code(raw: "123456", canonical: "", isValid: false, issues: .placeholder),
    Code(raw: "暂无", canonical: "", isValid: false, issues: .placeholder),
    Code(raw: "7", canonical: "7", isValid: true),
  ])
  func `an identifier is compared without case`(_ code: Code) {
    let reading = IdentifierNormalizer().read(Array(code.raw.utf8).span)
    #expect(reading.canonical == code.canonical)
    #expect(reading.isValid == code.isValid)
    #expect(reading.issues == code.issues)
  }
}
