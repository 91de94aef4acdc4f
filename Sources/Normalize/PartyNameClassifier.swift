/// Tells names of organizations from names of persons.
///
/// Odds are in bits and add up; above 0 means an organization.
final class PartyNameClassifier: Sendable {
  static let standard = PartyNameClassifier()

  /// What a word that no person's name holds says.
  static let certainOdds: Float = 20

  private let words = OrganizationNameWords.standard
  private let places = OrganizationNamePlaces.standard
  private let characters = PersonNameCharacters.standard
  private let givenNames = PersonNameGivenNames.standard
  /// Words that no person's name holds.
  private let certain = HanWordList(
    "公司 有限 集团 股份 合伙 合作社 事务所 委员会 分公司 医院 学校 大学 银行 工会 协会 政府 研究院 研究所 商行 经营部 工作室 办事处 幼儿园 酒店 超市 酒楼 营业部 批发部 服务部 门市部"
  )
  /// Lines of business that are given names as well: 王建设, 李文化.
  private let givenLike = HanWordList(
    "文化 建设 健康 教育 智能 国际 工业 开发 工程 发展 黄金 资源 建筑 金属 精密 文具 光学 化学 生物 科技 系统 安装 环境 商务 实业")

  /// log2 odds that words say organization; nil when no word does.
  func hanOrganizationOdds(_ text: ArraySlice<UInt32>, startsWithSurname: Bool) -> Float? {
    guard text.count >= 3 else { return nil }
    if certain.firstRange(in: text) != nil { return Self.certainOdds }
    let ending = words.institutions.suffixLength(text)
    if ending >= 2 { return 14 }
    if ending == 1, text.count >= 4 { return 10 }
    if let match = places.prefix(of: text), match.length > match.name.count,
      text.count - match.length >= 2
    {
      return 12
    }
    var length = words.industries.suffixLength(text)
    if length == 0 { length = words.industries.firstRange(in: text.dropFirst())?.count ?? 0 }
    guard length >= 2 else { return ending == 1 ? 3 : nil }
    if text.count - length == 1, startsWithSurname {
      return givenLike.contains(text.suffix(length)) ? nil : 5
    }
    return text.count - length >= 1 ? 12 : 8
  }

  /// log2 odds of the text as the name of a firm that goes by its brand alone, its place included.
  func brandOdds(_ text: ArraySlice<UInt32>) -> Float {
    var rest = text
    var odds: Float = 0
    if let match = places.prefix(of: text), text.count - match.length >= 2 {
      rest = text.dropFirst(match.length)
      odds = -8
    }
    switch rest.count {
    case 2: odds -= 0.6
    case 3: odds -= 2
    case 4: odds -= 3
    default: odds -= 6
    }
    for scalar in rest { odds += characters.brand(scalar) }
    return odds
  }

  /// log2 odds that a Latin name is an organization's; nil when no sign of one is there.
  func latinOrganizationOdds(_ all: [OrganizationNameNormalizer.LatinWord]) -> Float? {
    guard let first = all.first, let last = all.last else { return nil }
    if all.count == 1 {
      return words.isLatinIndustry(first.folded) && !givenNames.contains(first.folded)
        ? 3 : nil
    }
    var odds: Float = 0
    for (index, word) in all.enumerated().dropFirst() {
      if words.isLatinForm(word.folded), isForm(word, index: index, of: all) { odds += 12 }
      if words.isLatinIndustry(word.folded) { odds += index == all.count - 1 ? 9 : 6 }
      if word.folded == "and" || word.folded == "of" { odds += 6 }
    }
    if first.folded == "the" { odds += 8 }
    if words.isLatinIndustry(first.folded) { odds += 4 }
    if all.contains(where: { $0.text.contains(where: NameText.isDigit) }) { odds += 4 }
    if odds > 0, odds < 10, givenNames.isCertain(first.folded), last.folded != "group" { odds -= 8 }
    return odds == 0 ? nil : odds
  }

  /// `SA` and `Co` end a firm's name, but `Ag`, `As` or `Se` inside are words of other kinds.
  private func isForm(
    _ word: OrganizationNameNormalizer.LatinWord, index: Int,
    of all: [OrganizationNameNormalizer.LatinWord]
  ) -> Bool {
    if index == all.count - 1 || word.folded.utf8.count > 3 { return true }
    return all[(index + 1)...].allSatisfy {
      words.isLatinForm($0.folded) || $0.folded == "and"
    }
  }
}
