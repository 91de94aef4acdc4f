import Foundation
import Vocabulary

/// How many records the parties have, and which have the most.
extension PartyChapter {
  var clusterSizes: Section {
    Section(
      name: "sizes", title: words("每个\(partyName)有多少条记录", "How many records a party has"),
      lead: words(
        "条数特别多的，往往是共用的电话或占位的名字粘在一起，值得先看：assay show 加上编号。",
        "A party with very many records is often glued by a shared number or a name that is none; "
          + "look at those first: assay show with the id."),
      content: "<div class=\"beside\">\(sizeTable)\(largestTable)</div>")
  }

  private static let bounds = [
    1...1, 2...2, 3...3, 4...4, 5...5, 6...10, 11...20, 21...50, 51...100, 101...Int.max,
  ]

  private var sizeTable: Markup {
    var bins = Self.bounds.map { bound in
      let sizes = matching.sizes.filter { bound.contains($0.records) }
      return (
        bound: bound, clusters: sizes.reduce(0) { $0 + $1.clusters },
        records: sizes.reduce(0) { $0 + $1.records * $1.clusters }
      )
    }
    while bins.last?.clusters == 0 { bins.removeLast() }
    let most = bins.map(\.clusters).max() ?? 1
    var table = ReportTable(
      caption: words("按记录条数统计", "Parties by their number of records"),
      columns: [
        .init(words("记录条数", "records each"), .number),
        .init(words("（每格十倍）", "(ten times a step)"), .drawing), .init(partyName, .number),
        .init(words("共计记录", "records in all"), .number),
      ])
    table.rows = bins.map { bin in
      [
        "\(range(bin.bound))", logBar(bin.clusters, most: most), "\(count(bin.clusters))",
        "\(count(bin.records))",
      ]
    }
    return table.scrolling
  }

  private func range(_ bound: ClosedRange<Int>) -> String {
    if bound.upperBound == .max { return "≥ \(bound.lowerBound)" }
    return bound.count == 1
      ? "\(bound.lowerBound)" : "\(bound.lowerBound)–\(bound.upperBound)"
  }

  /// A bar whose length is the logarithm of a count.
  func logBar(_ number: Int, most: Int) -> Markup {
    let top = max(1, log10(Double(max(1, most))).rounded(.up))
    let scale = Scale(values: log10(0.5)...top, from: 2, to: 258)
    var content = (0...Int(top)).map { power in
      let place = scale.place(Double(power))
      return Drawing.line(place, 0, place, 100, kind: "grid")
    }
    if number > 0 {
      content.append(Drawing.beam(2, scale.place(log10(Double(number))), kind: "plain"))
    }
    return Drawing.cell(width: 260, content)
  }

  private var largestTable: Markup {
    var table = ReportTable(
      caption: words("记录最多的", "Those with the most records"),
      columns: [
        .init(words("记录最多的", "the most records")), .init(words("条", "records"), .number),
      ])
    table.rows = matching.largest.map { cluster in
      ["<code>\(cluster.goldenID)</code>", "\(count(cluster.records))"]
    }
    return table.scrolling
  }
}

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
