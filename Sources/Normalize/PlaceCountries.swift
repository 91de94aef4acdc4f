/// Countries under their usual spellings.
enum Countries {
  /// The usual name of a country, given by its letters in lower case or in Chinese.
  ///
  /// China is 中国, all others have their English name. Codes of two letters that are as well known as
  /// a state of the US or a word (CA, ID) are not read.
  static func name(of text: String) -> String? { names[text] }

  /// The region of phone numbers, ISO 3166-1 alpha-2, of a country under its usual name.
  static func region(of name: String) -> String? { regions[name] }

  /// All regions that a country's name can stand for, ascending.
  static var allRegions: [String] { regions.values.sorted() }

  private static let regions = [
    "United States": "US", "United Kingdom": "GB", "Germany": "DE", "France": "FR", "India": "IN",
    "Australia": "AU", "Spain": "ES", "Italy": "IT", "Canada": "CA", "Japan": "JP",
    "South Korea": "KR", "Singapore": "SG", "Malaysia": "MY", "Thailand": "TH", "Vietnam": "VN",
    "Indonesia": "ID", "Philippines": "PH", "Russia": "RU", "Brazil": "BR", "Mexico": "MX",
    "Argentina": "AR", "Netherlands": "NL", "Belgium": "BE", "Switzerland": "CH", "Austria": "AT",
    "Sweden": "SE", "Norway": "NO", "Denmark": "DK", "Finland": "FI", "Ireland": "IE",
    "Portugal": "PT", "Poland": "PL", "Czechia": "CZ", "Turkey": "TR", "Greece": "GR",
    "Hungary": "HU", "Romania": "RO", "Ukraine": "UA", "Israel": "IL",
    "United Arab Emirates": "AE", "Saudi Arabia": "SA", "Egypt": "EG", "South Africa": "ZA",
    "Nigeria": "NG", "Kenya": "KE", "New Zealand": "NZ", "Pakistan": "PK", "Bangladesh": "BD",
    "Kazakhstan": "KZ", "Chile": "CL", "Colombia": "CO", "Peru": "PE", "中国": "CN",
  ]

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in list.split(separator: "\n") {
      let words = line.split(separator: "=", maxSplits: 1)
      guard let name = words.first, let spellings = words.last else { continue }
      names[name.lowercased().filter { $0 != " " }] = String(name)
      for spelling in spellings.split(separator: " ") { names[String(spelling)] = String(name) }
    }
    return names
  }()

  private static let list = """
    中国=中国 中华人民共和国 china cn chn prc prchina peoplesrepublicofchina thepeoplesrepublicofchina mainlandchina chinamainland 中国大陆
    United States=us usa unitedstatesofamerica theunitedstates america unitedstatesus 美国 美利坚合众国
    United Kingdom=uk gb gbr greatbritain britain england scotland wales unitedkingdomofgreatbritain 英国 联合王国
    Germany=de deu ger deutschland federalrepublicofgermany allemagne alemania 德国
    France=fr fra frankreich francia 法国
    India=in ind bharat 印度
    Australia=au aus 澳大利亚 澳洲
    Spain=es esp espana españa spanien 西班牙
    Italy=it ita italia italien 意大利
    Canada=can kanada 加拿大
    Japan=jp jpn nippon 日本
    South Korea=kr kor korea republicofkorea korearepublicof 韩国
    Singapore=sg sgp 新加坡
    Malaysia=my mys 马来西亚
    Thailand=th tha 泰国
    Vietnam=vn vnm vietnam 越南
    Indonesia=idn 印度尼西亚 印尼
    Philippines=ph phl thephilippines 菲律宾
    Russia=ru rus russianfederation 俄罗斯
    Brazil=br bra brasil 巴西
    Mexico=mx mex méxico 墨西哥
    Argentina=arg 阿根廷
    Netherlands=nl nld thenetherlands holland nederland 荷兰
    Belgium=be bel belgique belgien 比利时
    Switzerland=ch che schweiz suisse svizzera 瑞士
    Austria=at aut österreich osterreich 奥地利
    Sweden=se swe sverige 瑞典
    Norway=no nor norge 挪威
    Denmark=dk dnk danmark 丹麦
    Finland=fi fin suomi 芬兰
    Ireland=ie irl republicofireland 爱尔兰
    Portugal=pt prt 葡萄牙
    Poland=pl pol polska 波兰
    Czechia=cz cze czechrepublic 捷克
    Turkey=tr tur türkiye turkiye 土耳其
    Greece=gr grc 希腊
    Hungary=hu hun 匈牙利
    Romania=ro rou 罗马尼亚
    Ukraine=ua ukr 乌克兰
    Israel=isr 以色列
    United Arab Emirates=ae are uae 阿联酋
    Saudi Arabia=sa sau kingdomofsaudiarabia 沙特阿拉伯 沙特
    Egypt=eg egy 埃及
    South Africa=za zaf 南非
    Nigeria=ng nga 尼日利亚
    Kenya=ke ken 肯尼亚
    New Zealand=nz nzl 新西兰
    Pakistan=pk pak 巴基斯坦
    Bangladesh=bd bgd 孟加拉国 孟加拉
    Kazakhstan=kz kaz 哈萨克斯坦
    Chile=cl chl 智利
    Colombia=col 哥伦比亚
    Peru=per 秘鲁
    """
}
