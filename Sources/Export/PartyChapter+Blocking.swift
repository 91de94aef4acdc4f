import Vocabulary

/// What each blocking rule gave.
extension PartyChapter {
  var blocking: Section {
    let given = matching.rules.reduce(0) { $0 + $1.givenUpPairs }
    return Section(
      name: "blocking", title: words("分块规则", "Blocking rules"),
      lead: words(
        "只有在某条规则上相同的记录才会相比；一对可由几条规则选出，只打分一次。"
          + "太常见的值会凑成过大的块，这样的块不逐对比较："
          + (given == 0 ? "本次没有。" : "本次放弃 \(count(given)) 对，须由其他规则找到。"),
        "Only records that agree on a rule are compared; several rules may give a pair, which is "
          + "scored once. A value that is too frequent makes a block that is not compared: "
          + (given == 0
            ? "none in this run."
            : "\(count(given)) pairs were given up, and other rules must find them.")),
      content: matching.rules.isEmpty
        ? emptyNote(words("没有规则。", "There is no rule.")) : ruleTable)
  }

  private var ruleTable: Markup {
    let most = matching.rules.map(\.pairs).max() ?? 1
    var table = ReportTable(
      caption: words("分块规则及其选出的对", "Blocking rules and their pairs"),
      columns: [
        .init(words("规则", "rule")), .init(words("名称", "name")),
        .init(words("（每格十倍）", "(ten times a step)"), .drawing),
        .init(words("选出的对", "pairs"), .number),
        .init(words("放弃的对", "pairs given up"), .number),
        .init(words("放弃的块", "blocks given up"), .number),
      ])
    table.rows = matching.rules.map { rule in
      [
        "\(rule.words)", "<code>\(rule.name)</code>", logBar(rule.pairs, most: most),
        "\(count(rule.pairs))", "\(count(rule.givenUpPairs))", "\(count(rule.givenUpBlocks))",
      ]
    }
    return table.wide
  }
}
