/// Names, places and addresses as words show them.
enum NameForm {
  // MARK: - Han

  private static let organizationWords = [
    "公司", "集团", "集團", "株式会社", "有限会社", "事务所", "合作社", "研究院", "研究所", "商行", "企业", "企業",
    "银行", "银号", "医院", "学校", "大学", "学院", "协会", "委员会", "商会", "基金会", "门店", "酒店", "工作室", "有限",
    "科技", "贸易", "实业",
  ]
  private static let organizationEnds = ["厂", "店", "中心", "局", "院", "社", "行", "馆", "部"]

  static func isHanOrganization(_ text: String, han: Int) -> Bool {
    if han >= 4, organizationWords.contains(where: text.contains) { return true }
    return han >= 5 && organizationEnds.contains(where: text.hasSuffix)
  }

  private static let addressWords = [
    "省", "市", "区", "县", "路", "街", "道", "号", "室", "弄", "镇", "村", "楼", "栋", "座", "區", "縣", "號",
    "丁目", "番",
  ]

  static func isHanAddress(_ text: String, han: Int, digits: Int) -> Bool {
    guard han + digits >= 6 else { return false }
    let hits = addressWords.count { text.contains($0) }
    return hits >= 3 || hits == 2 && digits > 0
  }

  private static let places: Set<String> = [
    "北京", "上海", "天津", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西",
    "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古",
    "广西", "西藏", "宁夏", "新疆", "香港", "澳门", "广州", "深圳", "杭州", "南京", "苏州", "成都", "武汉", "西安",
    "长沙", "郑州", "青岛", "济南", "宁波", "厦门", "福州", "合肥", "昆明", "大连", "沈阳", "哈尔滨", "无锡", "东莞",
    "佛山", "南昌", "石家庄", "太原", "长春", "南宁", "贵阳", "兰州", "乌鲁木齐", "台北", "高雄", "东京", "大阪",
  ]

  static func isHanPlace(_ text: String, han: Int) -> Bool {
    if places.contains(text) { return true }
    return (2...8).contains(han)
      && ["省", "市", "区", "县", "州", "區", "縣", "都", "府"].contains(where: text.hasSuffix)
  }

  /// The commonest surnames, simplified and traditional, and Japanese ones by their first character.
  private static let surnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范\
    金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄\
    聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁房屈饶\
    解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇\
    張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鐘譚陸範廖賈韋鄒閻龍賀顧龔邵萬錢嚴湯溫喬龐顏莊聶魯歐關蘭紀寧單畢塗藍駱饒\
    佐鈴高田渡伊山中小加吉斎松井木清橋諸欧阳上官司慕容尉诸葛皇甫夏侯
    """.unicodeScalars)

  private static let titles = ["先生", "女士", "小姐", "总", "经理", "老师", "主任", "老板", "總", "様"]

  static func isHanPerson(_ scalars: [Unicode.Scalar], text: String) -> Bool {
    guard let first = scalars.first, surnames.contains(first) else { return false }
    if text.contains("·") { return scalars.count <= 20 }
    let letters = scalars.filter { $0 != " " }
    guard letters.allSatisfy({ ValueForm.isHan($0) }) else { return false }
    if (2...4).contains(letters.count) { return true }
    return letters.count <= 7 && titles.contains(where: text.hasSuffix)
  }

  // MARK: - Latin

  private static let legalForms: Set<Substring> = [
    "inc", "ltd", "llc", "llp", "gmbh", "co", "corp", "corporation", "company", "limited", "plc",
    "ag",
    "kg", "bv", "nv", "sa", "sas", "sarl", "srl", "spa", "oy", "ab", "as", "kk", "pty", "pte",
    "group", "holdings", "bank", "university", "hospital", "school", "association", "foundation",
    "technologies", "solutions", "industries", "partners", "services", "systems", "consulting",
  ]

  static func isLatinOrganization(_ words: [Substring]) -> Bool {
    guard words.count >= 2, let last = words.last else { return false }
    return legalForms.contains(last)
      || words.dropFirst().contains { legalForms.contains($0) && $0.count >= 3 }
  }

  private static let streetWords: Set<Substring> = [
    "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "dr", "blvd",
    "boulevard", "way", "court", "ct", "place", "pl", "square", "floor", "suite", "building",
    "straße", "strasse", "rue", "via", "calle", "po", "box", "apt", "unit", "crescent", "close",
  ]

  static func isLatinAddress(_ words: [Substring]) -> Bool {
    words.count >= 2 && words.contains { streetWords.contains($0) }
  }

  /// Two to four words of letters, each with a capital in front, or all in capitals.
  static func isLatinPerson(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == "," }
    guard (2...4).contains(words.count), text.count <= 40 else { return false }
    let isAllLower = text == text.lowercased()
    return words.allSatisfy { word in
      guard let first = word.first else { return false }
      let isName = word.allSatisfy {
        $0.isLetter || $0 == "." || $0 == "-" || $0 == "'" || $0 == "’"
      }
      return isName
        && (first.isUppercase || isAllLower || ["de", "van", "von", "der"].contains(word))
    }
  }
}
