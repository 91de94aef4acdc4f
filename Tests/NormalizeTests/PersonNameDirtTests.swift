import Normalize
import Testing
import Vocabulary

/// What people type around names.
@Suite struct PersonNameDirtTests {
  struct Name: Sendable, CustomStringConvertible {
    let raw: String
    var surname = ""
    var given = ""
    var honorific = ""
    var qualifier = ""

    init(
      _ raw: String, _ surname: String, _ given: String, _ honorific: String = "",
      _ qualifier: String = ""
    ) {
      self.raw = raw
      self.surname = surname
      self.given = given
      self.honorific = honorific
      self.qualifier = qualifier
    }

    var description: String { raw }
  }

  static let titles = [
    Name("王老", "王", "", "老"), Name("小虞", "虞", "", "小"), Name("高工-Steven", "高", "", "工", "Steven"),
    Name("孟评估师", "孟", "", "评估师"), Name("方康复师", "方", "", "康复师"), Name("肖霖副总经理", "肖", "霖", "副总经理"),
    Name("老师 闫薇月", "闫", "薇月", "老师"), Name("邱昕  律师", "邱", "昕", "律师"),
    Name("李明 (总经理)", "李", "明", "总经理"), Name("霞姐", "", "霞", "姐"), Name("佐藤さん", "佐藤", "", "さん"),
    Name("慕容老师", "慕容", "", "老师"), Name("張先生您好", "张", "", "先生"),
  ]

  static let remarks = [
    Name("张伟已离职", "张", "伟", "", "已离职"), Name("张伟@华为", "张", "伟", "", "华为"),
    Name("麦总@项目部", "麦", "", "总", "项目部"), Name("何主任-IT部", "何", "", "主任", "IT部"),
    Name("辜老板 | A类", "辜", "", "老板", "A类"), Name("销售部敖姐", "敖", "", "姐", "销售部"),
    Name("技术部经理李明", "李", "明", "经理", "技术部"), Name("县教育局邬主任", "邬", "", "主任", "县教育局"),
    Name("西门子敖总", "敖", "", "总", "西门子"), Name("华信科技张伟", "张", "伟", "", "华信科技"),
    Name("链家小王", "王", "", "小", "链家"), Name("李明北京", "李", "明", "", "北京"),
    Name("北京·钱师傅", "钱", "", "师傅", "北京"), Name("3号楼王阿姨", "王", "", "阿姨", "3号楼"),
    Name("【老客户】麦茜映", "麦", "茜映", "", "老客户"), Name("0建材李总", "李", "", "总", "建材"),
    Name("A-张伟-北京", "张", "伟", "", "北京"),
  ]

  static let labels = [
    Name("联系人：张伟", "张", "伟"), Name("Name: 丁莉文", "丁", "莉文"), Name("廖佳霞 收", "廖", "佳霞"),
    Name("★★张伟★★", "张", "伟"), Name("🌸李娜🌸", "李", "娜"), Name("张伟 微信:zhangwei88", "张", "伟"),
    Name("王_伟", "王", "伟"), Name("陆芳云·", "陆", "芳云"), Name("髙栄徳", "高", "荣德"), Name("⽑媛莲", "毛", "媛莲"),
  ]

  static let foreign = [
    Name("约翰.史密斯", "史密斯", "约翰"), Name("迪力木拉提 ・热合曼", "热合曼", "迪力木拉提"),
    Name("马克•沃克", "沃克", "马克"), Name("乔治·F·米勒", "米勒", "乔治·F"),
    Name("弗拉基米尔·刘易斯女士", "刘易斯", "弗拉基米尔", "女士"), Name("扎西次仁", "", "扎西次仁"),
    Name("佐藤　太郎", "佐藤", "太郎"), Name("長谷川由美", "长谷川", "由美"), Name("田中さくら", "田中", "さくら"),
  ]

  static let latin = [
    Name("Lam Wai-Kit", "Lam", "Wai-Kit"), Name("Chen Chih-ming", "Chen", "Chih-ming"),
    Name("Michael LAM Hoi Yan", "Lam", "Hoi Yan"), Name("Lee Kuan Yew", "Lee", "Kuan Yew"),
    Name("Kim Jong-un", "Kim", "Jong-un"), Name("Nguyen Van An", "Nguyen", "Van An"),
    Name("Zhang J.G.", "Zhang", "J.G"), Name("Wáng Xiǎomíng", "Wáng", "Xiǎomíng"),
    Name("Wang David", "Wang", "David"), Name("Tanaka Taro", "Tanaka", "Taro"),
    Name("Mitchell, Mr. Mary", "Mitchell", "Mary", "Mr"),
    Name("Green, Anthony (Mrs.)", "Green", "Anthony", "Mrs"),
    Name("Ryan Murphy | Sales Dept", "Murphy", "Ryan", "", "Sales Dept"),
    Name("Attn: Jane Miller", "Miller", "Jane"), Name("c/o Jane Miller", "Miller", "Jane"),
    Name("Kevin总", "", "Kevin", "总"), Name("O'Brien", "O'Brien", ""),
    Name("Juan de la Rosa", "De La Rosa", "Juan"),
  ]

  @Test(arguments: titles + remarks + labels + foreign + latin)
  func `a name is found in what stands around it`(_ name: Name) {
    for expectation in [PersonNameNormalizer.Expectation.party, .person] {
      let reading = PersonNameNormalizer(expecting: expectation).read(Array(name.raw.utf8).span)
      #expect(reading.kind == .person)
      #expect(reading.surname == name.surname)
      #expect(reading.given == name.given)
      #expect(reading.honorific ?? "" == name.honorific)
      #expect(reading.qualifier ?? "" == name.qualifier)
    }
  }

  @Test(arguments: [
    "财务部", "已离职", "送水", "客服中心", "总机", "老客户介绍", "人生如梦", "的的的", "fgh", "ÌÕâùÓ¢", "\\N",
    "https://a.cn/b",
    "mailto:a@b.cn", "CUST942100", "2024年3月5日",
  ])
  func `what names nobody is neither a person nor a firm`(_ raw: String) {
    let reading = PersonNameNormalizer(expecting: .party).read(Array(raw.utf8).span)
    #expect(reading.kind == .unknown)
    #expect(reading.canonical == "")
    #expect(reading.issues != [])
  }

  @Test(arguments: [
    "西门子", "小米", "三一重工", "京东", "李宁（中国）体育用品有限公司", "精万建材（北京）商行", "长春市总工会", "Microsoft",
  ])
  func `a firm is no person`(_ raw: String) {
    let reading = PersonNameNormalizer(expecting: .party).read(Array(raw.utf8).span)
    #expect(reading.kind == .organization)
  }

  @Test(arguments: titles + remarks + labels + foreign + latin)
  func `the canonical form is read as itself`(_ name: Name) {
    let normalizer = PersonNameNormalizer()
    let canonical = normalizer.read(Array(name.raw.utf8).span).canonical
    #expect(normalizer.read(Array(canonical.utf8).span).canonical == canonical)
  }
}

/// What SAS publishes of its knowledge base for Chinese names, as far as names alone decide it.
///
/// SAS gives codes that are equal or not at a sensitivity; here the parts say what a comparison may ask.
@Suite struct PersonNamePeerTests {
  private func read(_ raw: String) -> PersonNameReading {
    PersonNameNormalizer().read(Array(raw.utf8).span)
  }

  @Test func `a form of address does not part two names`() {
    #expect(read("李友琴先生").canonical == read("李友琴").canonical)
  }

  @Test func `given names that sound alike differ, and are found to sound alike`() {
    #expect(read("李友琴").canonical != read("李友勤女士").canonical)
    #expect(read("李友琴").latinGiven == read("李友勤女士").latinGiven)
  }

  /// SAS never holds these equal, and neither do the canonical forms; the sound stays equal, for 黎 is typed for 李.
  @Test func `another surname is another name`() {
    #expect(read("李友琴").canonical != read("黎友琴（总经理）").canonical)
    #expect(read("李友琴").latinSurname == read("黎友琴（总经理）").latinSurname)
  }

  /// SAS holds these apart.
  ///
  /// We hold them possible, because sales people type names in pinyin: the parts agree in
  /// letters, and it is left to the rest of the record.
  @Test func `pinyin is a possible spelling of a name in characters`() {
    let han = read("李友琴")
    let latin = read("LIYOUQIN")
    #expect(latin.canonical == "Youqin Li")
    #expect(latin.latinSurname == han.latinSurname && latin.latinGiven == han.latinGiven)
  }
}
