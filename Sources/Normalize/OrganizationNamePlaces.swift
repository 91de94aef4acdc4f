/// Chinese provinces and cities as they stand in the names of organizations.
final class OrganizationNamePlaces: Sendable {
  static let standard = OrganizationNamePlaces()

  /// Names with and without suffix.
  private let names: WordTrie
  /// By node of `names`, the number of the place plus one; 0 where no name ends.
  private let numbers: [UInt16]
  private let texts: [[UInt32]]
  /// By place, the number of its province plus one.
  private let provinces: [UInt16]
  /// By place, its rank in the order of the names.
  private let ranks: [UInt16]
  /// The names in pinyin, where that is no common English word.
  private let spellings: WordTable<Void>

  private static let suffixes =
    ("省 市 地区 盟 特别行政区 自治区 回族自治区 壮族自治区 维吾尔自治区 自治州 藏族自治州 藏族羌族自治州 彝族自治州 傣族自治州 白族自治州 "
    + "哈尼族彝族自治州 壮族苗族自治州 傣族景颇族自治州 苗族侗族自治州 布依族苗族自治州 土家族苗族自治州 朝鲜族自治州 回族自治州 蒙古族藏族自治州 蒙古自治州 "
    + "哈萨克自治州 柯尔克孜自治州 傈僳族自治州").split(separator: " ").map { $0.unicodeScalars.map(\.value) }

  /// A place at the start of a text.
  struct Match {
    /// The place without suffix.
    let name: ArraySlice<UInt32>
    /// How many scalars it takes with its suffix.
    let length: Int
  }

  /// A place at the start of a range.
  struct Found {
    var number = 0
    /// How many scalars it takes with its suffix; 0 when there is none.
    var length = 0
  }

  init() {
    var names = WordTrie()
    var nodes: [(node: Int, number: Int)] = []
    var texts: [[UInt32]] = []
    var provinces: [UInt16] = []
    for line in Self.text.split(whereSeparator: \.isNewline) {
      let first = texts.count
      for name in line.split(separator: " ").map({ $0.unicodeScalars.map(\.value) }) {
        nodes.append((names.insert(name, mark: 1), texts.count))
        for suffix in Self.suffixes {
          nodes.append((names.insert(name + suffix, mark: 2), texts.count))
        }
        provinces.append(texts.count == first ? 0 : UInt16(first + 1))
        texts.append(name)
      }
    }
    var numbers = [UInt16](repeating: 0, count: names.count)
    for (node, number) in nodes { numbers[node] = UInt16(number + 1) }
    let order = texts.indices.sorted { texts[$0].lexicographicallyPrecedes(texts[$1]) }
    var ranks = [UInt16](repeating: 0, count: texts.count)
    for (rank, number) in order.enumerated() { ranks[number] = UInt16(rank) }
    let table = HanTable()
    let spelled = texts.map { $0.map(table.pinyin).joined() }.filter { $0.utf8.count > 4 }
    spellings = WordTable((spelled + ["china", "hongkong", "taiwan"]).map { ($0, ()) })
    self.names = names
    self.numbers = numbers
    self.texts = texts
    self.provinces = provinces
    self.ranks = ranks
  }

  /// The place that a range begins with; its length is 0 when there is none.
  ///
  /// A suffix counts only when something follows that can be a name: 上海市场 begins with 上海.
  func prefix(_ text: Span<UInt32>, _ range: Range<Int>) -> Found {
    var match = names.prefix(text, range, mark: 3)
    guard match.isFound else { return Found() }
    let end = range.lowerBound + match.length
    if names.marks[match.node] == 2, end < range.upperBound, end - range.lowerBound >= 3,
      Self.continuesSuffix(text[end - 1], text[end])
    {
      match = names.prefix(text, range.lowerBound..<end - 1, mark: 1)
      guard match.isFound else { return Found() }
    }
    return Found(number: Int(numbers[match.node]) - 1, length: match.length)
  }

  /// The name of a place without suffix.
  func text(_ place: Int) -> [UInt32] { texts[place] }

  /// The province of a city; nil for provinces and for places abroad.
  func province(_ place: Int) -> Int? { provinces[place] == 0 ? nil : Int(provinces[place]) - 1 }

  /// Whether one place stands before another in the order of names.
  func precedes(_ place: Int, _ other: Int) -> Bool { ranks[place] < ranks[other] }

  /// The place that the text begins with, in simplified characters; nil when there is none.
  func prefix(of text: ArraySlice<UInt32>) -> Match? {
    let span = text.span
    let found = prefix(span, 0..<span.count)
    guard found.length > 0 else { return nil }
    return Match(name: text.prefix(texts[found.number].count), length: found.length)
  }

  /// Whether the lower-case word is a place in pinyin, such as `shenzhen`.
  func isSpelling(_ word: Span<UInt32>) -> Bool { spellings.contains(word) }

  /// Whether the text is one place, with or without suffix.
  func isPlace(_ text: ArraySlice<UInt32>) -> Bool {
    if let match = prefix(of: text), match.length == text.count { return true }
    return false
  }

  /// 市场, 市政 and 省心 are words of their own.
  private static func continuesSuffix(_ suffix: UInt32, _ next: UInt32) -> Bool {
    switch suffix {
    case 0x5E02: next == 0x573A || next == 0x653F || next == 0x8425  // 市: 场 政 营
    case 0x7701: next == 0x5FC3 || next == 0x94B1  // 省: 心 钱
    default: false
    }
  }

  /// A province and its cities a line; cities under the central government and places abroad alone.
  private static let text = """
    北京
    上海
    天津
    重庆
    香港
    澳门
    台湾 台北 新北 台中 台南 高雄 新竹 基隆 桃园
    中国
    河北 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安 定州 辛集 三河 任丘
    山西 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁
    内蒙古 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善
    辽宁 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 海城
    吉林 长春 四平 辽源 通化 白山 松原 白城 延边 延吉 公主岭
    黑龙江 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭
    江苏 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟 太仓 宜兴 丹阳 靖江 如皋 海门 启东
    浙江 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪 余姚 诸暨 乐清 瑞安 海宁 桐乡 永康 东阳 温岭 临海 上虞 平湖 嘉善 安吉
    安徽 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 巢湖
    福建 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮 南安 福清 平潭
    江西 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶
    山东 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 莱芜 临沂 德州 聊城 滨州 菏泽 寿光 胶州 即墨 章丘 龙口 诸城
    河南 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源
    湖北 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架
    湖南 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 浏阳
    广东 广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 顺德 南海 番禺
    广西 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左
    海南 海口 三亚 三沙 儋州 琼海 文昌 万宁
    四川 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 西昌
    贵州 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 凯里 都匀 兴义
    云南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆
    西藏 拉萨 日喀则 昌都 林芝 山南 那曲
    陕西 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 杨凌
    甘肃 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南
    青海 西宁 海东 海北 黄南 果洛 玉树 海西 格尔木
    宁夏 银川 石嘴山 吴忠 固原 中卫
    新疆 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰 石河子 库尔勒 伊宁 阿拉尔
    日本 东京 大阪
    韩国 首尔
    美国 纽约
    英国 伦敦
    德国 柏林
    法国 巴黎
    新加坡
    马来西亚
    """
}
