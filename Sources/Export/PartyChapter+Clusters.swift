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
