import Vocabulary

extension NameText {
  /// What keeps a cell from showing a name, such as a formula or 张*; nil when nothing does.
  static func hiddenIssue(of scalars: [UInt32]) -> ValueIssues? {
    UnreadableCell.issue(of: scalars) ?? (MaskedText.hidesName(scalars) ? .masked : nil)
  }

  /// What says in any column that the value is not known says so for names, and these words do.
  private static let fillers = HanWordList(
    words: Lexicon.shipped.placeholders.words(.absence).filter {
      $0.first.map(HanTable.isHan) == true
    }
      + """
      无名 无名氏 测试 测试用户 测试客户 测试公司 测试账号 客户 新客户 老客户 散客 匿名 匿名用户 某某 某某某 某人 先生 女士 小姐 用户 个人 个体
      其他 其它 默认 公司 有限公司 某公司 某某公司 个人客户 企业客户 零散客户 现金客户 微信用户 游客 路人 路人甲 甲 乙 丙 你好 哈哈
      姓名 名称 联系人
      """.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) })

  private static let stockNames = HanWordList("张三 李四 王五 赵六 王二 王麻子 王二麻子 张三丰")

  /// Whether the name is one that stands for anybody, 张三 or 李四; a few people are called so.
  static func isStockName(_ text: ArraySlice<UInt32>) -> Bool { stockNames.contains(text) }

  private static let latinFillers: Set<String> = [
    "test", "testing", "tester", "testuser", "testtest", "na", "none", "null", "nil", "nan",
    "unknown", "anonymous", "noname",
    "user", "customer", "client", "guest", "admin", "asdf", "asd", "asdfgh", "qwe", "qwerty",
    "qwer", "abc",
    "abcd", "xyz", "foo", "foobar", "tbd", "tba", "undefined", "empty", "default", "sample", "demo",
    "dummy", "nobody", "no", "name", "firstname", "lastname", "company", "mr", "mrs", "ms", "miss",
    "dr",
    "contact", "notavailable", "notapplicable", "notprovided", "johndoe", "janedoe", "doe", "temp",
    "fake", "blank", "private", "self", "selfemployed", "privateperson", "individual",
  ]

  /// Whether the text fills a mandatory cell and names nobody.
  static func isPlaceholder(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count <= 24 else { return false }
    var letters: [UInt32] = []
    var digits = 0
    for scalar in text {
      if isDigit(scalar) {
        digits += 1
      } else if HanTable.isHan(scalar) || isLatin(scalar) || isOtherLetter(scalar) {
        letters.append(lower(scalar))
      }
    }
    guard let first = letters.first else {
      return digits < 5 && !text.contains(where: MaskedText.isMark)
    }
    if letters.count > 1, letters.allSatisfy({ $0 == first }), first < 0x80 { return true }
    if HanTable.isHan(first) {
      return fillers.contains(letters[...]) || startsWithTest(letters) && letters.count <= 4
    }
    guard letters.count <= 16 else { return false }
    return latinFillers.contains(String(scalars: letters))
  }

  /// Whether the text fills the column of a given name or a surname.
  ///
  /// Na, Nan, No, Doe and 甲 are parts of real names, while n/a is none.
  static func isPartPlaceholder(_ text: ArraySlice<UInt32>) -> Bool {
    guard isPlaceholder(text) else { return false }
    if text.count == 1, let only = text.first {
      return !HanTable.isHan(only) && !isLatin(only) || only == 0x65E0  // 无
    }
    return !["na", "nan", "no", "doe", "abc", "self", "guest"].contains(folded(text))
  }

  /// 测试一 and 测试张三 are tests too.
  private static func startsWithTest(_ letters: [UInt32]) -> Bool {
    letters.count >= 2 && letters[0] == 0x6D4B && letters[1] == 0x8BD5
  }
}
