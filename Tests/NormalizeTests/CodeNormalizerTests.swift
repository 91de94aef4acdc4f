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
      raw: "9131O102MAJJM6DM85", canonical: "9131O102MAJJM6DM85", isValid: false, issues: .invalid),
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

  @Test func `a credit code says where it was registered`() {
    let parts = CreditCodeNormalizer().read(Array("91310102MAJJM6DM85".utf8).span).parts
    #expect(parts.contains(CodePart(name: "province", value: "上海")))
    #expect(parts.contains(CodePart(name: "organization_code", value: "MAJJM6DM8")))
  }

  @Test(arguments: [
    Code(
      raw: "41020819060725468x", canonical: "41020819060725468X", isValid: true, issues: .repaired),
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
    let reading = ResidentIDNormalizer().read(Array(code.raw.utf8).span)
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
