import Foundation
import Vocabulary

/// The model: what each level of agreement weighs, and how the model came about.
extension PartyChapter {
  var levels: Section {
    Section(
      name: "levels", title: words("各项证据的分量", "What each piece of evidence weighs"),
      lead: words(
        "“同一方”是同一\(partyName)的两条记录中出现这种情况的比例，“不相干”是毫无关系的两个\(partyName)之间的比例，"
          + "“有关联”是亲属、同事、同集团等之间的比例。分量（比特）是同一方与不相干之比的对数：两点相距越远，分量越重。"
          + "相同的值越常见，实际分量越轻，此处是平均；有关联的可能另行扣除，见下面的例子。",
        "“Same” is how often two records of one party agree like this, “strangers” how often those of "
          + "two parties do that have nothing to do with each other, “related” those of relatives, "
          + "colleagues or firms of one group. The weight in bits is the logarithm of same over "
          + "strangers: the further the dots are apart, the more it weighs. A frequent value weighs "
          + "less than shown here, a rare one more; what related parties explain is taken off in "
          + "the end, as the examples below show."),
      content: "\(trainingFacts)\(matching.model.columns.isEmpty ? "" : levelTable)")
  }

  private var trainingFacts: Markup {
    let model = matching.model
    var facts: [(String, String)] = [(words("模型", "model"), model.origin)]
    if !model.isPrior {
      let passes = words("\(model.passes) 轮", "\(model.passes) passes")
      let change = String(format: "%.1e", model.lastChange)
      facts += [
        (
          words("收敛", "convergence"),
          model.hasConverged
            ? words("\(passes)后收敛", "converged after \(passes)")
            : words(
              "\(passes)后停止，未收敛（最后变化 \(change)）",
              "stopped after \(passes), not converged (last change \(change))")
        ),
        (
          words("训练数据", "trained on"),
          words(
            "\(count(model.mentions)) 条提及，\(count(model.candidatePairs)) 对",
            "\(count(model.mentions)) mentions, \(count(model.candidatePairs)) pairs")
        ),
        (
          words("预计候选对中", "expected of the pairs"),
          words(
            "\(Figure.count(model.expectedMatches)) 对相同，\(Figure.count(model.expectedRelated)) 对有关联",
            "\(Figure.count(model.expectedMatches)) the same, "
              + "\(Figure.count(model.expectedRelated)) related")
        ),
      ]
    }
    facts.append(
      (
        words("起点", "starting point"),
        words("任意两条相同的概率 ", "any two are the same: ") + Figure.share(model.prior)
      ))
    let list = facts.map { name, value -> Markup in
      "<div><dt>\(name)</dt><dd>\(value)</dd></div>"
    }
    let warning =
      model.isPrior || model.hasConverged
      ? ""
      : emptyNote(
        words("训练未收敛，请谨慎看待本次合并。", "Training did not converge; look at this run's merges with care.")
      )
    return "<dl class=\"facts\">\(list)</dl>\(warning)"
  }

  private var levelTable: Markup {
    let scales = LevelScales(matching.model)
    var table = ReportTable(
      caption: words("每种一致程度的分量与比例", "Weight and shares of each level of agreement"),
      columns: [
        .init(words("一致程度", "level")), .init(words("分量（比特）", "weight (bits)"), .number),
        .init(words("反对　｜　支持", "against | for"), .drawing),
        .init(markup: "\(words("比例", "shares"))\(scales.shareAxis)", .drawing),
        .init(markup: "<span class=\"key same\">\(words("同一方", "same"))</span>", .number),
        .init(
          markup: "<span class=\"key doubt\">\(words("有关联", "related"))</span>", .number),
        .init(
          markup: "<span class=\"key other\">\(words("不相干", "strangers"))</span>", .number),
      ])
    var groups: [Markup] = []
    for column in matching.model.columns {
      table.rows = column.levels.map { level in
        let weight = MatchWeight(bits: log2(level.m / level.u))
        return [
          "\(level.words)", "\(Figure.bits(weight))", scales.weightBar(weight),
          scales.shareDots(level), "\(Figure.share(level.m))", "\(Figure.share(level.related))",
          "\(Figure.share(level.u))",
        ]
      }
      groups.append(table.group(title: column.words))
    }
    return table.grouped(groups)
  }
}

/// The scales that the rows of one model share, and what is drawn on them.
private struct LevelScales {
  private let bits: Scale
  private let shares: Scale

  init(_ model: ModelSummary) {
    let levels = model.columns.flatMap(\.levels)
    let weights = levels.map { log2($0.m / $0.u) }.filter(\.isFinite)
    let lowest = levels.flatMap { [$0.m, $0.u] }.filter { $0 > 0 }.min() ?? 1
    bits = Scale(
      values: min(-4, weights.min() ?? 0)...max(4, weights.max() ?? 0), from: 4, to: 196)
    shares = Scale(
      values: min(-2, max(-9, log10(lowest).rounded(.down)))...0, from: 8, to: 232)
  }

  func weightBar(_ weight: MatchWeight) -> Markup {
    let zero = bits.place(0)
    var content = [Drawing.line(zero, 0, zero, 100, kind: "axis")]
    if !weight.bits.isNaN {
      let end = bits.place(weight.bits)
      content.append(Drawing.beam(zero, end, kind: weight.bits < 0 ? "against" : "same"))
    }
    return Drawing.cell(width: 200, content)
  }

  func shareDots(_ level: ModelSummary.Level) -> Markup {
    var content = powers.map {
      Drawing.line(shares.place($0), 0, shares.place($0), 100, kind: "grid")
    }
    if level.m > 0, level.u > 0 {
      let (m, u) = (shares.place(log10(level.m)), shares.place(log10(level.u)))
      content += [
        Drawing.line(m, 50, u, 50, kind: m < u ? "span against" : "span"),
        Drawing.spot(u, kind: "other"), Drawing.spot(m, kind: "same"),
      ]
    }
    if level.related > 0 {
      content.append(Drawing.spot(shares.place(log10(level.related)), kind: "doubt small"))
    }
    return Drawing.cell(width: 240, content)
  }

  private var powers: [Double] {
    Array(stride(from: shares.values.lowerBound, through: 0, by: 1))
  }

  var shareAxis: Markup {
    let shown = powers.filter { Int(-$0) % 2 == 0 }
    return Drawing.head(
      width: 240,
      shown.map { power in
        let anchor = power == 0 ? "end" : power == powers[0] ? "start" : "middle"
        let place = shares.place(power) + (power == 0 ? 8 : power == powers[0] ? -8 : 0)
        return Drawing.text(
          Figure.share(pow(10, power)), place, 13, anchor: anchor, kind: "label faint")
      })
  }
}
