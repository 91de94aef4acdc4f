import Foundation
import Match
import Vocabulary

/// Comparison levels in the words of the business.
enum LevelWords {
  /// Such as "phone: same" or 手机相同.
  static func phrase(_ level: ComparisonLevel, column: String, language: ReportLanguage) -> String {
    let words = words(level, language: language)
    return language == .chinese
      ? name(ofColumn: column, language: language) + words : column + ": " + words
  }

  /// A level by itself, such as "same in pinyin".
  static func words(_ level: ComparisonLevel, language: ReportLanguage) -> String {
    level.words[language]
  }

  /// A column's name, such as 电话.
  static func name(ofColumn column: String, language: ReportLanguage) -> String {
    language == .chinese ? columns[column] ?? column : column
  }

  /// A blocking rule, such as "surname of name + city" or 姓名的姓氏＋城市.
  static func rule(_ rule: String, language: ReportLanguage) -> String {
    rule.split(separator: "+").map { key in
      let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
      let column = name(ofColumn: parts[0], language: language)
      guard parts.count == 2 else { return column }
      let part = Self.parts[parts[1]]?[language] ?? parts[1]
      return language == .chinese ? column + "的" + part : "\(part) of \(column)"
    }.joined(separator: language == .chinese ? "＋" : " + ")
  }

  /// What of a value serves as a key.
  private static let parts = [
    "latin": Phrase("拼音", "romanization"), "surname": Phrase("姓氏", "surname"),
    "brand": Phrase("字号", "brand"), "prefix": Phrase("开头", "beginning"),
    "words": Phrase("两个字词", "two words"), "ending": Phrase("末位数字", "last digits"),
  ]

  /// What a step of a pair's weight stands for; nil where there was nothing to compare.
  static func phrase(_ step: PairScorer.Step, language: ReportLanguage) -> String? {
    if step.column == PairScorer.Step.relation { return relation[language] }
    return step.level.map { phrase($0, column: step.column, language: language) }
  }

  private static let relation = Phrase("或为亲属、同事或同集团", "may be relatives, colleagues or one group")

  /// A weight with its sign and one decimal, such as +14.2.
  static func signed(_ bits: Double) -> String {
    let tenths = Int((abs(bits) * 10).rounded())
    return (bits < 0 ? "-" : "+") + "\(tenths / 10).\(tenths % 10)"
  }

  /// The columns of the customer schema; others are called what the pipeline file calls them.
  private static let columns = [
    "name": "姓名", "company": "公司名称", "phone": "电话", "email": "邮箱", "wechat": "微信",
    "uscc": "统一社会信用代码", "resident_id": "身份证号", "birth_date": "出生日期",
    "bank_account": "银行账号", "city": "城市", "generation": "辈分后缀", "district": "区县", "address": "地址",
    "postcode": "邮编", "employer": "所属公司", "landline": "座机", "contact_phone": "联系人手机",
    "domain": "邮箱域名", "contact_name": "联系人姓名", "country": "国家", "province": "省份",
    "decision": "人工决定", "contact": "联系人", "party_name": "客户名称", "honorific": "称谓",
    "title": "职位", "level": "客户级别", "channel": "来源渠道", "industry": "行业",
    "receivable": "应收余额", "note": "备注",
  ]
}

extension ComparisonLevel {
  fileprivate var words: Phrase {
    switch self {
    case .exact: Phrase("相同", "same")
    case .shared: Phrase("相同但为多方共用", "same, but shared by others")
    case .homophone: Phrase("同音", "same in pinyin")
    case .nearHomophone: Phrase("音近（声调、前后鼻音或多音字不同）", "much alike in pinyin")
    case .lookAlike: Phrase("一字形近", "one look-alike character")
    case .englishName: Phrase("姓氏相同，一方用英文名", "same surname, one with an English name")
    case .romanized: Phrase("与拼音一致", "same romanized")
    case .fewerWords: Phrase("相同，一方缺词", "same, words left out on one side")
    case .nickname: Phrase("同姓，名为昵称或英文名", "same surname, nickname")
    case .initial: Phrase("同姓，名为首字母", "same surname, initial")
    case .oneEdit: Phrase("相差一字", "one character apart")
    case .surnameOnly: Phrase("姓氏相同，一方无名", "same surname, given name unknown")
    case .givenOnly: Phrase("名相同，一方无姓", "same given name, surname unknown")
    case .sameSurname: Phrase("同姓不同名", "same surname, other given name")
    case .abbreviation: Phrase("为简称", "abbreviated")
    case .sameBrand: Phrase("字号相同，地域或行业不同", "same brand, other place or industry")
    case .otherBranch: Phrase("为不同分支机构", "another branch")
    case .sameMailbox: Phrase("邮箱名相同，域名不同", "same mailbox, other domain")
    case .alikeParts: Phrase("姓与名均相近", "both parts alike")
    case .sameGiven: Phrase("同名不同姓", "same given name, other surname")
    case .words: Phrase("主要字词相同", "telling words in common")
    case .sameNumber: Phrase("门牌号相同", "same house number, similar")
    case .ending: Phrase("相同，一方缺区号", "same, one without area code")
    case .sharedWord: Phrase("有共同的词", "a word in common")
    case .swapped: Phrase("前后颠倒", "parts swapped")
    case .jaroWinkler, .dice, .levenshtein, .differences, .days: Phrase("相近", "similar")
    case .otherwise: Phrase("不同", "different")
    }
  }
}
