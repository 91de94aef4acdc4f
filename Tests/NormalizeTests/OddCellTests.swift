import Normalize
import Testing
import Vocabulary

/// Cells that a system, a spreadsheet or a program spoiled, by kind.
@Suite struct OddCellTests {
  struct Cell: Sendable {
    let raw: String
    let canonical: String
    var issues: ValueIssues = []

    init(_ raw: String, _ canonical: String, _ issues: ValueIssues = []) {
      self.raw = raw
      self.canonical = canonical
      self.issues = issues
    }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  // MARK: - Decorations

  @Test(arguments: [
    Cell("\"13800138001\"", "13800138001"), Cell("'13800138001'", "13800138001"),
    Cell("“张伟”", "张伟"), Cell("=13800138001", "13800138001"), Cell("=\"00123\"", "00123"),
    Cell("\"\"", ""), Cell("=\"\"", ""), Cell("\"a\" b \"c\"", "\"a\" b \"c\""), Cell("=A1", "=A1"),
    Cell("张\u{2066}伟\u{2069}", "张伟"), Cell("a\u{AD}b\u{180E}c", "abc"), Cell("a\u{2028}b", "a\nb"),
    Cell("a\u{0B}b", "a\nb"), Cell("𝟏𝟑𝟖", "138"), Cell("a﹫b.com", "a@b.com"), Cell("\u{3164}", ""),
    Cell("A&#38;B &#x5f20;", "A&B 张"), Cell("caf&eacute;&Uuml;&yuml;&Agrave;", "caféÜÿÀ"),
    Cell("a&nbsp;&nbsp;b", "a  b"), Cell("&amp;lt;", "&lt;"), Cell("&bogus; & Co", "&bogus; & Co"),
    Cell("&#0;&#xD800;&#99999999;", "&#0;&#xD800;&#99999999;"),
    Cell("<a href=\"x\" title=\"https://a.b (New > Window)\">https://a.b</a>", "https://a.b"),
    Cell("<b>张</b><br/>伟", "张\n伟"), Cell("<p>a</p>", "a"),
    Cell("John <john@b.com>", "John <john@b.com>"),
    Cell("a < b", "a < b"), Cell("<a", "<a"), Cell("1 <2> 3", "1 <2> 3"),
  ])
  func `marks of programs go and the value stays`(_ cell: Cell) {
    #expect(CleanText(bytes(cell.raw).span).string == cell.canonical)
  }

  @Test(arguments: [
    Cell("<a href=\"mailto:li.na@acme.cn\">li.na@acme.cn</a>", "li.na@acme.cn", .repaired),
    Cell("mailto:li.na@acme.cn", "li.na@acme.cn", .repaired),
    Cell("ｌｉ．ｎａ＠ａｃｍｅ．ｃｎ", "li.na@acme.cn", .repaired),
    Cell("\"li.na@acme.cn\"\t", "li.na@acme.cn", .repaired),
    Cell("li.na&#64;acme.cn", "li.na@acme.cn", .repaired),
    Cell("li****acme.cn", "", .masked), Cell("l***@qq.com", "", .masked),
    Cell("l*@qq.com", "", .masked),
    Cell("li...@qq.com", "", .masked), Cell("li●●●@qq.com", "", .masked), Cell("***", "", .masked),
    Cell("=HYPERLINK(\"mailto:a@b.cn\",\"a@b.cn\")", "", .formula),
    Cell("#####", "", .precisionLost),
    Cell("#N/A", "", .placeholder), Cell("o'neil+crm@acme.cn", "o'neil+crm@acme.cn"),
  ])
  func `an odd e-mail cell is read or says why not`(_ cell: Cell) {
    let reading = EmailNormalizer().read(bytes(cell.raw).span)
    #expect(reading.values.map(\.canonical).joined(separator: ";") == cell.canonical)
    #expect(reading.issues == cell.issues)
  }

  // MARK: - Phones

  @Test(arguments: [
    Cell("1.3912345678E+10", "+8613912345678", .repaired),
    Cell("1.39123456780E+10", "+8613912345678", .repaired),
    Cell("1,3912345678E+10", "+8613912345678", .repaired),
    Cell("1.3800138E+10", "", [.placeholder, .repaired]),
    Cell("1.3912345E+10", "+8613912345000", .repaired),
    Cell("1.38E+10", "", .precisionLost), Cell("1,38E+10", "", .precisionLost),
    Cell("1.391235E+10", "", .precisionLost), Cell("1E+10", "", .precisionLost),
    Cell("8.613912345678E+12", "+8613912345678", .repaired),
    Cell("13912345678.0", "+8613912345678", .repaired),
    Cell("13912345678.00", "+8613912345678", .repaired),
    Cell("13,912,345,678", "+8613912345678", .repaired),
    Cell("13,912,345,678.00", "+8613912345678", .repaired),
    Cell("13.912.345.678,00", "+8613912345678", .repaired),
    Cell("=\"13912345678\"", "+8613912345678", .repaired),
    Cell("=13912345678", "+8613912345678", .repaired),
    Cell("'13912345678\t", "+8613912345678", .repaired),
    Cell("\"\"\"86\"\"\"", "", [.invalid, .tooShort]),
    Cell("１３９１２３４５６７８", "+8613912345678", .repaired),
    Cell("\u{202D}139\u{200B}12345678\u{202C}", "+8613912345678", .repaired),
    Cell("<a href=\"tel:13912345678\">13912345678</a>", "+8613912345678", .repaired),
    Cell("tel:+86-139-1234-5678", "+8613912345678"),
    Cell("10-88886666", "+861088886666"), Cell("755-88881234", "+8675588881234"),
    Cell("138****8000", "", .masked), Cell("138●●●●8000", "", .masked),
    Cell("138○○○○8000", "", .masked),
    Cell("138####8000", "", .masked), Cell("138----8000", "", .masked),
    Cell("138…8000", "", .masked),
    Cell("138XXXX8000", "", .masked), Cell("138____8000", "", .masked),
    Cell("138????8000", "", .masked),
    Cell("*******8000", "", .masked), Cell("***", "", .masked), Cell("0755-****1234", "", .masked),
    Cell("★★★13912345678", "+8613912345678"), Cell("???13912345678", "+8613912345678"),
    Cell("021---58881234", "+862158881234"),
    Cell("###########", "", .precisionLost), Cell("#VALUE!", "", .placeholder),
    Cell("0", "", .placeholder),
    Cell("=A1&\"1\"", "", .formula), Cell("+cmd|' /C calc'!A0", "", .formula),
    Cell("+8613912345678", "+8613912345678"), Cell("-13912345678", "+8613912345678"),
  ])
  func `an odd phone cell is read or says why not`(_ cell: Cell) {
    let reading = PhoneNormalizer(region: "CN").read(bytes(cell.raw).span)
    #expect(reading.values.map(\.e164).joined(separator: ";") == cell.canonical)
    #expect(reading.issues == cell.issues)
  }

  // MARK: - Codes

  @Test(arguments: [
    Cell("110101********0016", "", .masked), Cell("110101XXXXXXXX001X", "", .masked),
    Cell("1101●●●●●●●●●●0016", "", .masked), Cell("1101##############", "", .masked),
    Cell("110101199003070000", "", .truncated), Cell("1.10101199003070E+17", "", .precisionLost),
    Cell("1.10101E+17", "", .precisionLost), Cell("1.1010119900307001E17", "", .precisionLost),
    Cell("\"110205191908151451\"", "110205191908151451", .repaired),
    Cell("1１0205191908151451", "110205191908151451", .repaired),
    Cell("=\"110205191908151451\"", "110205191908151451", .repaired),
    Cell("######", "", .precisionLost), Cell("=B2", "", .formula), Cell("保密", "", .placeholder),
  ])
  func `an odd resident identity number is read or says why not`(_ cell: Cell) {
    let reading = ResidentIDNormalizer().read(bytes(cell.raw).span)
    #expect(reading.canonical == cell.canonical)
    #expect(reading.issues == cell.issues)
  }

  @Test(arguments: [
    Cell("913101020000000000", "", .truncated), Cell("91310***********85", "", .masked),
    Cell("9.1310E+17", "", .precisionLost), Cell("91310102MAJJM6DM85", "91310102MAJJM6DM85"),
  ])
  func `an odd credit code is read or says why not`(_ cell: Cell) {
    let reading = CreditCodeNormalizer().read(bytes(cell.raw).span)
    #expect(reading.canonical == cell.canonical)
    #expect(reading.issues == cell.issues)
  }

  @Test(arguments: [
    Cell("6222 **** **** 1234", "", .masked), Cell("6222●●●●●●●●1234", "", .masked),
    Cell("6.22253E+18", "", .precisionLost), Cell("6222526807412830000", "", .truncated),
    Cell("6222526807412821497.0", "6222526807412821497", .repaired),
    Cell("1.23456789012E+11", "123456789012", .repaired), Cell("62225268074128", "62225268074128"),
  ])
  func `an odd bank account is read or says why not`(_ cell: Cell) {
    let reading = BankAccountNormalizer().read(bytes(cell.raw).span)
    #expect(reading.canonical == cell.canonical)
    #expect(reading.issues == cell.issues)
  }

  @Test(arguments: [
    Cell("1.2345E+17", "", .precisionLost), Cell("12345678.0", "12345678", .repaired),
    Cell("1,734,562", "1734562", .repaired), Cell("wx**12", "", .masked), Cell("12E5", "12e5"),
    Cell("1234####5678", "", .masked), Cell("v1.0", "v1.0"), Cell("k_b-c", "k_b-c"),
    Cell("=A1", "", .formula), Cell("#REF!", "", .placeholder), Cell("@li_na", "@li_na"),
  ])
  func `an odd identifier is read or says why not`(_ cell: Cell) {
    let reading = IdentifierNormalizer().read(bytes(cell.raw).span)
    #expect(reading.canonical == cell.canonical)
    #expect(reading.issues == cell.issues)
  }

  // MARK: - Names, places and text

  @Test(arguments: [
    "王○明", "*伟", "**伟", "张●●", "李*先生", "欧阳**", "J*** D**", "Zh**g Wei", "***", "王□□",
  ])
  func `a name that is hidden in part is masked`(_ raw: String) {
    let reading = PersonNameNormalizer(expecting: .party).read(bytes(raw).span)
    #expect(reading.issues.contains(.masked))
    #expect(reading.kind != .person || reading.given.isEmpty)
  }

  @Test(arguments: ["*张伟*", "★张伟★", "张伟", "●王小明●", "李明*采购部经理"])
  func `an ornament hides no name`(_ raw: String) {
    #expect(!PersonNameNormalizer().read(bytes(raw).span).issues.contains(.masked))
  }

  @Test(arguments: ["上海**科技有限公司", "北京某某贸易有限公司", "华●●技术有限公司", "****", "Ac** Ltd"])
  func `a firm that is hidden in part is masked and has no key`(_ raw: String) {
    let reading = OrganizationNameNormalizer().read(bytes(raw).span)
    #expect(reading.issues == .masked)
    #expect(reading.key.isEmpty)
    #expect(reading.canonical.isEmpty)
  }

  @Test(arguments: [
    Cell("=SUM(H5:H12)", "", .formula), Cell("=A1&\"x\"", "", .formula),
    Cell("@SUM(1+1)", "", .formula),
    Cell("{=SUM(A1:A3)}", "", .formula), Cell("#NAME?", "", .placeholder),
    Cell("########", "", .precisionLost),
    Cell("******", "", .masked),
  ])
  func `what is no value of any kind says so in every kind`(_ cell: Cell) {
    let raw = bytes(cell.raw)
    #expect(PersonNameNormalizer().read(raw.span).issues == cell.issues)
    #expect(OrganizationNameNormalizer().read(raw.span).issues == cell.issues)
    #expect(GivenNameNormalizer().read(raw.span).issues == cell.issues)
    #expect(PhoneNormalizer(region: "CN").read(raw.span).issues == cell.issues)
    #expect(EmailNormalizer().read(raw.span).issues == cell.issues)
    #expect(IdentifierNormalizer().read(raw.span).issues == cell.issues)
    #expect(CreditCodeNormalizer().read(raw.span).issues == cell.issues)
    #expect(AmountNormalizer().read(raw.span).issues == cell.issues)
    #expect(AddressNormalizer().read(raw.span).issues == cell.issues)
    #expect(PlaceNormalizer().read(raw.span).issues == cell.issues)
    #expect(PostcodeNormalizer().read(raw.span).issues == cell.issues)
    #expect(CategoryNormalizer().read(raw.span).issues == cell.issues)
    #expect(TextNormalizer().read(raw.span).issues == cell.issues)
  }

  @Test(arguments: [
    Cell("朝阳区****", "", .masked), Cell("南京路**号", "", .masked), Cell("南京路6*号", "", .masked),
    Cell("某某小区3栋", "", .masked), Cell("6*8米仓库", "6*8米仓库"), Cell("=A1", "", .formula),
  ])
  func `an odd address is read or says why not`(_ cell: Cell) {
    let reading = AddressNormalizer().read(bytes(cell.raw).span)
    #expect(reading.canonical == cell.canonical)
    #expect(reading.issues == cell.issues)
  }

  // MARK: - Properties

  /// Text of what odd cells are made of.
  private static func text(seed: UInt64) -> String {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    let pieces = [
      "0", "1", "13", "2024", "113", "99", "138", "00", "45356", ".", ",", "-", "/", ":", " ", "E+",
      "e", "+", "*",
      "**", "●", "#", "=", "\"", "'", "(", ")", "&", "&amp;", "&#", ";", "<", "a", "</a>", "<br>",
      "@", "张", "某",
      "年", "月", "日", "民国", "令和", "元", "万", "亿", "壹", "拾", "廿", "%", "￥", "x", "xx", "Mar", "T", "Z",
      "PM",
      "下午", "号", "公司", "\u{200B}", "\n", "SUM(", "!", "|", "９", "/Date(", ")/", "十", "零",
    ]
    return (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined()
  }

  @Test(arguments: 0..<10)
  func `any text is read by every kind without a trap, and what is hidden has no value`(batch: Int)
    throws
  {
    let dates = DateNormalizer(
      asOf: try #require(CivilDay(iso: "2026-06-30")), timeZone: "Asia/Shanghai")
    let phones = PhoneNormalizer(region: "CN", others: ["US", "GB"])
    let silent: ValueIssues = [.masked, .precisionLost, .truncated, .formula]
    for number in 0..<150 {
      let text = Self.text(seed: UInt64(batch * 150 + number))
      let raw = bytes(text)
      let codes = [
        IdentifierNormalizer().read(raw.span), CreditCodeNormalizer().read(raw.span),
        ResidentIDNormalizer().read(raw.span), BankAccountNormalizer().read(raw.span),
      ]
      for code in codes where !code.issues.isDisjoint(with: silent) {
        #expect(code.canonical == "", "\(text)")
        #expect(!code.issues.contains(.invalid), "\(text)")
      }
      for mark in [ColumnConvention.DecimalMark.comma, .point] {
        let amount = AmountNormalizer().read(raw.span, convention: .init(decimalMark: mark))
        if !amount.issues.isDisjoint(with: silent) { #expect(amount.canonical == "", "\(text)") }
        if amount.hundredths != nil { #expect(!amount.issues.contains(.invalid), "\(text)") }
      }
      for order in [ColumnConvention.DateOrder.dayFirst, .monthFirst, .yearFirst] {
        let date = dates.read(
          raw.span, convention: .init(dateOrder: order, isMinguo: number % 2 == 0))
        if date.day != nil {
          #expect(dates.read(bytes(date.canonical).span).canonical == date.canonical, "\(text)")
        }
        if !date.issues.isDisjoint(with: silent) { #expect(date.canonical == "", "\(text)") }
      }
      let phone = phones.read(raw.span)
      if !phone.issues.isDisjoint(with: silent) { #expect(phone.values.isEmpty, "\(text)") }
      let email = EmailNormalizer().read(raw.span)
      if email.issues.contains(.formula) { #expect(email.values.isEmpty, "\(text)") }
      _ = PersonNameNormalizer().read(raw.span)
      _ = AddressNormalizer().read(raw.span)
      _ = PlaceNormalizer().read(raw.span)
      _ = TextNormalizer().read(raw.span)
    }
  }

  @Test func `cleaning twice is cleaning once, but for what was escaped twice`() {
    for seed in 0..<2000 {
      let text = Self.text(seed: UInt64(seed))
      guard !text.contains("&") else { continue }
      let once = CleanText(bytes(text).span)
      let twice = CleanText(bytes(once.string).span)
      #expect(twice.string == once.string, "\(text)")
      #expect(!twice.isRepaired, "\(text)")
    }
  }
}
