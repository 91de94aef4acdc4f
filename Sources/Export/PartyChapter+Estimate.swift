import Vocabulary

/// The model's own estimate of precision and recall, threshold by threshold.
extension PartyChapter {
  var estimate: Section {
    let points = matching.candidatePairs > 0 ? estimates : []
    return Section(
      name: "estimate",
      title: words("准确率与召回率（模型估计）", "Estimated precision and recall"),
      lead: words(
        "这是模型对自己的估计，没有人工标注：把各对的概率相加得出。只算候选对，不含分块漏掉的；"
          + "模型错时估计也错。有标注时请用 assay evaluate。",
        "This is the model's own estimate, without labels: the sum of the pairs' probabilities. It "
          + "is about candidate pairs, not about those that blocking missed, and where the model is "
          + "wrong so is the estimate. With labels, use assay evaluate."),
      content: points.isEmpty
        ? emptyNote(words("没有候选对。", "No pair was scored."))
        : """
        <div class="beside"><figure>\(estimateDrawing)</figure>\(estimateTable(points))</div>
        """)
  }

  private var estimates: [ErrorEstimate.Point] {
    let estimate = ErrorEstimate(matching.histogram)
    let shares = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999]
    let thresholds = Set(shares.map { Probability($0) } + [matching.review, matching.accept])
    return thresholds.sorted().map { estimate.point(at: MatchWeight($0)) }
  }

  private func estimateTable(_ points: [ErrorEstimate.Point]) -> Markup {
    var table = ReportTable(
      caption: words("模型估计的准确率与召回率", "Precision and recall as the model estimates them"),
      columns: [
        .init(words("概率从", "probability from")), .init(words("准确率", "precision"), .number),
        .init(words("召回率", "recall"), .number), .init(words("对数", "pairs"), .number),
      ])
    table.rows = points.map { point in
      let mark: Markup =
        switch point.threshold {
        case MatchWeight(matching.accept):
          "<span class=\"mark accept\">\(words("合并线", "accept"))</span>"
        case MatchWeight(matching.review):
          "<span class=\"mark review\">\(words("复核线", "review"))</span>"
        default: ""
        }
      return [
        "\(share(point.threshold.probability)) \(mark)",
        "\(Figure.estimate(point.precision))", "\(Figure.estimate(point.recall))",
        "\(Figure.count(point.pairs))",
      ]
    }
    return table.scrolling
  }

  private var estimateDrawing: Markup {
    let estimate = ErrorEstimate(matching.histogram)
    let curve = stride(from: -6.0, through: 14, by: 0.5).compactMap { bits in
      EstimatedRates(estimate.point(at: MatchWeight(bits: bits)))
    }
    let lowest = { (values: [Double]) in
      min(0.9, ((values.min() ?? 0) * 10).rounded(.down) / 10)
    }
    let x = Scale(values: lowest(curve.map(\.recall))...1, from: 60, to: 456)
    let y = Scale(values: lowest(curve.map(\.precision))...1, from: 280, to: 24)
    var content = grid(x, y)
    content.append(
      Drawing.path(curve.map { (x.place($0.recall), y.place($0.precision)) }, kind: "curve"))
    let marks = [
      (matching.review, "review", words("复核线 ", "review "), 46.0),
      (matching.accept, "accept", words("合并线 ", "accept "), 22.0),
    ]
    for (threshold, kind, name, shift) in marks {
      guard let rates = EstimatedRates(estimate.point(at: MatchWeight(threshold))) else { continue }
      let (left, top) = (x.place(rates.recall), y.place(rates.precision))
      content.append(Drawing.dot(left, top, radius: 6, kind: kind))
      content.append(
        Drawing.text(
          name + share(threshold), left - 10, top + shift, anchor: "end", kind: "label " + kind))
    }
    return Drawing.image(
      width: 480, height: 336, kind: "chart square",
      label: words(
        "估计的准确率—召回率曲线，旁边的表是同样的数字",
        "Estimated precision-recall curve; the table beside it has the numbers"),
      content)
  }

  private func grid(_ x: Scale, _ y: Scale) -> [Markup] {
    let across = ticks(x.values).flatMap { value -> [Markup] in
      let place = x.place(value)
      return [
        Drawing.line(place, 24, place, 280, kind: "grid"),
        Drawing.text(Figure.share(value), place, 298, anchor: "middle"),
      ]
    }
    let up = ticks(y.values).flatMap { value -> [Markup] in
      let place = y.place(value)
      return [
        Drawing.line(60, place, 456, place, kind: "grid"),
        Drawing.text(Figure.share(value), 52, place + 4, anchor: "end"),
      ]
    }
    return across + up + [
      Drawing.text(words("召回率 →", "recall →"), 456, 320, anchor: "end", kind: "label faint"),
      Drawing.text(words("↑ 准确率", "↑ precision"), 60, 14, kind: "label faint"),
    ]
  }

  private func ticks(_ values: ClosedRange<Double>) -> [Double] {
    (0...5).map { values.lowerBound + Double($0) / 5 * (values.upperBound - values.lowerBound) }
  }
}

/// A point for which both rates are known.
private struct EstimatedRates {
  var precision: Double
  var recall: Double

  init?(_ point: ErrorEstimate.Point) {
    guard let precision = point.precision, let recall = point.recall else { return nil }
    (self.precision, self.recall) = (precision, recall)
  }
}
