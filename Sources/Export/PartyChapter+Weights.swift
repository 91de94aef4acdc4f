import Foundation
import Vocabulary

/// The histogram of match weights, with the thresholds.
extension PartyChapter {
  var weights: Section {
    Section(
      name: "weights", title: words("候选对的权重分布", "The weights of the candidate pairs"),
      lead: words(
        "权重以比特计：每多 1 比特，几率翻一倍。纵轴每格十倍，因此少见的也看得到。"
          + "左边的山是不同的\(partyName)，右边的山是相同的；两山之间越空，判断越容易。",
        "Weights are in bits: one more doubles the odds. Each step upwards is ten times as many, so "
          + "that rare ones show. The hill on the left is different parties, the one on the right "
          + "the same; the emptier the valley between them, the easier the decision."),
      content: matching.candidatePairs > 0
        ? "<div class=\"beside\"><figure>\(histogramDrawing)</figure>\(histogramTable)</div>"
        : emptyNote(words("没有候选对。", "No pair was scored.")))
  }

  func emptyNote(_ text: String) -> Markup { "<p class=\"empty\">\(text)</p>" }

  private var counts: [Int] { matching.histogram.counts }
  private var acceptBits: Double { MatchWeight(matching.accept).bits }
  private var reviewBits: Double { MatchWeight(matching.review).bits }

  /// What becomes of pairs of a weight by itself; colours and words go by it.
  private func zone(_ bits: Double) -> (kind: String, words: String) {
    if bits >= acceptBits { return ("same", words("合并", "merge")) }
    return bits >= reviewBits
      ? ("doubt", words("存疑", "doubtful")) : ("other", words("不同", "different"))
  }

  private func range(_ bucket: Int) -> String {
    if bucket == 0 { return "< " + bound(1) }
    return (bucket == counts.count - 1 ? "≥ " : "") + bound(bucket)
  }

  private func bound(_ bucket: Int) -> String {
    Figure.signed(Double(WeightHistogram.bound(of: bucket)), decimals: 1)
  }

  private func middle(_ bucket: Int) -> Double {
    Double(WeightHistogram.bound(of: bucket) + WeightHistogram.width / 2)
  }

  private var histogramTable: Markup {
    var table = ReportTable(
      caption: words("每个权重的候选对数", "Candidate pairs by weight"),
      columns: [
        .init(words("权重（起）", "weight from"), .number),
        .init(words("概率", "probability"), .number),
        .init(words("对数", "pairs"), .number), .init(words("单看权重", "by weight")),
      ])
    table.rows = counts.indices.filter { counts[$0] > 0 }.map { bucket in
      let zone = zone(middle(bucket))
      let bits = Double(WeightHistogram.bound(of: bucket))
      let probability = Figure.share(MatchWeight(bits: bits).probability.value)
      return [
        "\(range(bucket))", "\(bucket == 0 ? "" : probability)", "\(count(counts[bucket]))",
        "<span class=\"key \(zone.kind)\">\(zone.words)</span>",
      ]
    }
    return table.scrolling
  }

  private var histogramDrawing: Markup {
    let last = max(60, (counts.lastIndex { $0 > 0 } ?? 0) + 1)
    let (low, high) = (
      Double(WeightHistogram.lowest), Double(WeightHistogram.bound(of: last))
    )
    let x = Scale(values: low...high, from: 62, to: 632)
    let top = max(1, log10(Double(counts.max() ?? 1)).rounded(.up))
    // Half a pair is the floor, so that one pair is seen.
    let y = Scale(values: log10(0.5)...top, from: 352, to: 36)
    var content: [Markup] = []
    for power in 0...Int(top) {
      let place = y.place(Double(power))
      content.append(Drawing.line(62, place, 632, place, kind: "grid"))
      content.append(
        Drawing.text(Figure.power(of: power, language), 56, place + 4, anchor: "end"))
    }
    for bucket in 0..<last where counts[bucket] > 0 {
      let left = x.place(Double(WeightHistogram.bound(of: bucket)))
      let right = x.place(Double(WeightHistogram.bound(of: bucket + 1)))
      content.append(
        Drawing.bar(
          x: left + 0.5...max(left + 1, right - 0.5),
          y: y.place(log10(Double(counts[bucket])))...352, kind: zone(middle(bucket)).kind,
          hint: range(bucket) + words(" 比特：", " bits: ") + count(counts[bucket])
            + words(" 对", " pairs")))
    }
    content.append(Drawing.line(62, 352, 632, 352, kind: "axis"))
    content += weightAxis(x) + thresholds(x)
    return Drawing.image(
      width: 640, height: 410, kind: "chart",
      label: words(
        "候选对的权重直方图，旁边的表是同样的数字", "Histogram of weights; the table beside it has the numbers"),
      content)
  }

  private func weightAxis(_ x: Scale) -> [Markup] {
    stride(from: x.values.lowerBound, through: x.values.upperBound, by: 10).flatMap { bits in
      let place = x.place(bits)
      let share = Figure.decimal(MatchWeight(bits: bits).probability.value * 100, 1) + "%"
      return [
        Drawing.line(place, 352, place, 357, kind: "axis"),
        Drawing.text(Figure.signed(bits, decimals: 0), place, 371, anchor: "middle"),
        bits > 10 ? "" : Drawing.text(share, place, 387, anchor: "middle", kind: "label faint"),
      ]
    } + [
      Drawing.text(
        words("权重（比特）及其概率", "weight in bits, and its probability"), 632, 405, anchor: "end",
        kind: "label faint")
    ]
  }

  private func thresholds(_ x: Scale) -> [Markup] {
    [
      (reviewBits, words("复核线 ", "review "), matching.review, "end", -6.0, "review"),
      (acceptBits, words("合并线 ", "accept "), matching.accept, "start", 6.0, "accept"),
    ].flatMap { bits, name, probability, anchor, shift, kind -> [Markup] in
      guard x.shows(bits) else { return [] }
      let place = x.place(bits)
      return [
        Drawing.line(place, 12, place, 352, kind: "threshold " + kind),
        Drawing.text(
          name + share(probability), place + shift, 22, anchor: anchor, kind: "label " + kind),
      ]
    }
  }
}
