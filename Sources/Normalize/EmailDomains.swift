/// Mail providers, and the slips people make in typing them.
enum EmailDomains {
  /// The domain that was meant; nil when the domain is no slip.
  static func correction(of domain: String) -> String? {
    if known.contains(domain) { return nil }
    if let meant = slips[domain] { return meant }
    return ending(of: domain)
  }

  /// `.con` and the like are no top-level domains.
  private static func ending(of domain: String) -> String? {
    for ending in [".con", ".comm", ".cmo", ".ocm", ".vom", ".xom", ".coom", ".cpm", ".conm"]
    where domain.hasSuffix(ending) {
      return String(domain.dropLast(ending.utf8.count)) + ".com"
    }
    return nil
  }

  private static let known: Set<String> = [
    "qq.com", "vip.qq.com", "foxmail.com", "163.com", "vip.163.com", "126.com", "yeah.net",
    "188.com",
    "139.com", "189.cn", "wo.cn", "sina.com", "sina.cn", "vip.sina.com", "sohu.com", "aliyun.com",
    "tom.com", "21cn.com", "gmail.com", "googlemail.com", "hotmail.com", "outlook.com", "live.com",
    "msn.com", "yahoo.com", "yahoo.cn", "yahoo.com.cn", "yahoo.co.uk", "yahoo.co.jp", "yahoo.co.in",
    "yahoo.de", "yahoo.fr", "yahoo.es", "yahoo.it", "ymail.com", "icloud.com", "me.com", "mac.com",
    "aol.com", "gmx.de", "gmx.net", "gmx.com", "web.de", "t-online.de", "freenet.de", "orange.fr",
    "wanadoo.fr", "free.fr", "laposte.net", "libero.it", "hotmail.co.uk", "hotmail.fr",
    "hotmail.de",
    "hotmail.es", "hotmail.it", "btinternet.com", "proton.me", "protonmail.com", "mail.ru",
    "yandex.ru",
    "rediffmail.com", "bigpond.com", "naver.com", "daum.net",
  ]

  private static let slips: [String: String] = {
    var table: [String: String] = [:]
    for (meant, typed) in list {
      for slip in typed.split(separator: " ") { table[String(slip)] = meant }
    }
    return table
  }()

  private static let list: [(meant: String, typed: String)] = [
    (
      "gmail.com",
      """
      gamil.com gmial.com gmai.com gmali.com gmaill.com gmil.com gmaul.com gnail.com gmal.com gail.com ggmail.com \
      gmail.co gmail.cm gmail.om gmail.cn gmail.net gmail.comn gmail.com.cn gmaii.com g-mail.com gmeil.com
      """
    ),
    ("qq.com", "qq.cm qq.co qq.om qq.cn qq.net q.com qqq.com qq.comn qq.com.cn qq.c0m"),
    ("163.com", "163.cm 163.co 163.om 163.cn l63.com 16.com 163.comn 163.com.cn"),
    ("126.com", "126.cm 126.co 126.om 126.cn l26.com 12.com 126.comn"),
    ("139.com", "139.cm 139.cn l39.com"),
    ("sina.com", "sian.com sina.cm sina.co sian.cn sina.comn"),
    ("sohu.com", "souhu.com sohu.cm shou.com sohu.co"),
    ("foxmail.com", "foxmial.com foxmai.com foxmail.cn fxmail.com foxmail.co foxmail.cm"),
    (
      "hotmail.com",
      """
      hotmial.com hotmal.com hotmai.com hotmil.com hotamil.com hotmaill.com htmail.com homail.com hotmali.com \
      hotmail.co hotmail.cm hotnail.com
      """
    ),
    (
      "outlook.com",
      "outlok.com outllok.com outook.com outlool.com otlook.com oulook.com outlook.co outlook.cm outloook.com"
    ),
    (
      "yahoo.com",
      "yaho.com yahooo.com yhoo.com yahho.com ayhoo.com yaoo.com yahoo.co yahoo.cm yhaoo.com"
    ),
    ("icloud.com", "iclould.com icoud.com icloud.co icloud.cm iclod.com icould.com"),
    ("aliyun.com", "aliyum.com aliyu.com alyun.com aliyun.cn"),
  ]
}
