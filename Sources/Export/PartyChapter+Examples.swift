import Vocabulary

/// Chosen pairs, and how their weights add up.
extension PartyChapter {
  var examples: Section {
    Section(
      name: "pairs", title: words("几个例子", "Some pairs, step by step"),
      lead: words(
        "每对从起点出发，逐项加上或减去证据；虚线是复核线和合并线。"
          + "例子按固定规则挑选。要看任意两条记录：assay explain。",
        "Each pair starts where any two records start, and evidence moves it to the right or to the "
          + "left; the broken lines are the review and accept thresholds. The pairs are chosen by "
          + "fixed rules; assay explain shows any other two."),
      content: matching.examples.isEmpty
        ? emptyNote(words("没有达到复核线的对。", "No pair reaches the review threshold."))
        : "<div class=\"cards\">\(matching.examples.map(card))</div>")
  }

  private func title(_ choice: PairExample.Choice) -> String {
    switch choice {
    case .strongestMerged: words("把握最大的合并", "The surest merge")
    case .weakestMerged: words("刚好够合并", "Just enough to merge")
    case .mergedThroughOthers: words("本身不够，经其他记录合并", "Too little by itself, merged through others")
    case .strongestReview: words("最像的存疑", "The likeliest doubtful pair")
    case .strongestVetoed: words("被否决：标识不同或人工判不同", "Vetoed: other identifier, or a steward's word")
    case .strongestCut: words("被切断：两组互相矛盾", "Cut: their groups contradict each other")
    case .steward: words("人工判为相同", "Joined by a steward")
    }
  }

  private func card(_ example: PairExample) -> Markup {
    let drawing = Waterfall(example, accept: matching.accept, review: matching.review)
    var table = ReportTable(
      caption: words("证据逐项", "Evidence, step by step"),
      columns: [
        .init(words("证据", "evidence")), .init(words("左", "left")), .init(words("右", "right")),
        .init(markup: drawing.axis, .drawing), .init(words("比特", "bits"), .number),
      ])
    table.rows.append([
      "\(words("起点", "start"))", "", "", drawing.whole(example.start),
      "\(Figure.bits(example.start))",
    ])
    var sum = example.start
    for step in example.steps {
      let next = sum + step.weight
      table.rows.append([
        "\(step.words)", value(step.left), value(step.right), drawing.step(from: sum, to: next),
        "\(Figure.bits(step.weight))",
      ])
      sum = next
    }
    table.rows.append([
      "<strong>\(words("合计", "total"))</strong>", "", "", drawing.whole(sum),
      "<strong>\(Figure.bits(sum))</strong>",
    ])
    return """
      <figure class="card"><figcaption><h4>\(title(example.choice))</h4>
      <p><code>\(example.left)</code> · <code>\(example.right)</code></p>
      <p>\(words("同一方的概率 ", "Probability that they are the same: "))\
      <strong>\(Figure.probability(sum))</strong></p></figcaption>
      \(table.scrolling)
      \(absent(example))</figure>

      """
  }

  private func value(_ text: String?) -> Markup {
    guard let text else { return "<span class=\"none\">–</span>" }
    return "<span class=\"value\">\(text)</span>"
  }

  private func absent(_ example: PairExample) -> Markup {
    guard !example.absent.isEmpty else { return "" }
    let names = example.absent.joined(separator: words("、", ", "))
    return "<p class=\"absent\">\(words("无可比较：", "Nothing to compare: "))\(names)</p>"
  }
}

/// The drawings in the rows of one pair's table, all on one scale.
private struct Waterfall {
  private let bits: Scale
  private let accept: Double
  private let review: Double

  init(_ example: PairExample, accept: Probability, review: Probability) {
    self.accept = MatchWeight(accept).bits
    self.review = MatchWeight(review).bits
    var sums = [0.0, example.start.bits, self.accept, self.review]
    var sum = example.start
    for step in example.steps {
      sum = sum + step.weight
      sums.append(sum.bits)
    }
    let finite = sums.filter(\.isFinite)
    bits = Scale(
      values: (finite.min() ?? 0) - 1...(finite.max() ?? 0) + 1, from: 16, to: 184)
  }

  private func cell(_ content: [Markup]) -> Markup {
    let lines = [(review, "review"), (accept, "accept")].filter { bits.shows($0.0) }
    return Drawing.cell(
      width: 200,
      lines.map { threshold, kind in
        let place = bits.place(threshold)
        return Drawing.line(place, 0, place, 100, kind: "threshold " + kind)
      } + content)
  }

  /// A bar from zero: the start, or the total.
  func whole(_ weight: MatchWeight) -> Markup {
    cell([Drawing.beam(bits.place(0), bits.place(weight.bits), kind: "sum")])
  }

  /// A bar from one sum to the next.
  func step(from: MatchWeight, to: MatchWeight) -> Markup {
    let (a, b) = (bits.place(from.bits), bits.place(to.bits))
    return cell([
      Drawing.line(a, 0, a, 50, kind: "axis"), Drawing.line(b, 50, b, 100, kind: "axis"),
      Drawing.beam(a, b, kind: to.bits < from.bits ? "against" : "same"),
    ])
  }

  /// The names of the lines, for the head of the column.
  var axis: Markup {
    let (zero, bound) = (bits.place(0), bits.place(accept))
    return Drawing.head(
      width: 200,
      [
        abs(bound - zero) < 28
          ? "" : Drawing.text("0", zero, 12, anchor: "middle", kind: "label faint"),
        bits.shows(accept)
          ? Drawing.text(
            Figure.bits(MatchWeight(bits: accept)), bound, 12, anchor: "middle",
            kind: "label accept") : "",
      ])
  }
}
