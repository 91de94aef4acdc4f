import Vocabulary

/// What the run found, in words.
extension PartyChapter {
  var summary: Section {
    Section(
      name: "found", title: words("本次结果", "What the run found"), lead: story,
      content: matching.mentions > 0 ? "<dl class=\"tiles\">\(tiles)</dl>" : "")
  }

  private var story: String {
    let (mentions, pairs) = (count(matching.mentions), count(matching.candidatePairs))
    guard matching.mentions > 0 else {
      return words("本次运行没有记录提到\(partyName)。", "No record of this run mentions \(oneParty).")
    }
    return words(
      "全部 \(count(records)) 条记录中有 \(mentions) 条提到\(partyName)。"
        + "分块规则从中选出 \(pairs) 对可能相同的，每对打分一次；"
        + "达到合并线 \(share(matching.accept)) 的自动合并，介于 \(share(matching.review)) 与合并线之间的存疑。"
        + "最后得到 \(count(matching.parties)) 个\(partyName)。",
      "Of \(count(records)) records, \(mentions) mention \(oneParty). Blocking rules chose "
        + "\(pairs) pairs that may be the same, and each was scored once. Pairs from "
        + "\(share(matching.accept)) on merge by themselves; those from "
        + "\(share(matching.review)) on are doubtful. In the end there are "
        + "\(count(matching.parties)) \(partyName.lowercased()).")
  }

  private var oneParty: String { matching.party == .person ? "a person" : "an organization" }

  private var tiles: [Markup] {
    let outcomes = matching.outcomes
    return [
      tile(
        words("提及", "mentions"), matching.mentions, words("条记录", "records that mention \(oneParty)")
      ),
      tile(
        words("主体", "parties"), matching.parties,
        words(
          "其余 \(count(matching.mentions - matching.parties)) 条是重复",
          "\(count(matching.mentions - matching.parties)) mentions are duplicates")),
      tile(
        words("候选对", "candidate pairs"), matching.candidatePairs, words("逐对打分", "scored")),
      tile(
        words("已合并", "merged"), outcomes.merged + outcomes.steward,
        words(
          "对，其中 \(count(outcomes.steward)) 对由人工决定",
          "pairs, \(count(outcomes.steward)) by a steward")),
      tile(
        words("提问", "asked"), matching.questions,
        words(
          "个问题；\(count(outcomes.review)) 对存疑", "questions; \(count(outcomes.review)) doubtful pairs"
        )),
      tile(
        words("否决", "vetoed"), outcomes.vetoed,
        words("对：标识不同或人工判不同", "pairs: other identifier, or a steward's word")),
      tile(
        words("切断", "cut"), outcomes.cut,
        words("对：够强，但两组互相矛盾", "pairs: strong, but the groups contradict")),
    ]
  }

  private func tile(_ name: String, _ number: Int, _ note: String) -> Markup {
    """
    <div><dt>\(name)</dt><dd><strong>\(count(number))</strong><span>\(note)</span></dd></div>
    """
  }

  func count(_ number: Int) -> String { Figure.count(number) }

  func share(_ probability: Probability) -> String { Figure.share(probability.value) }
}
