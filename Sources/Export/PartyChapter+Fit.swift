import Vocabulary

/// Whether the model still fits the data.
extension PartyChapter {
  var fit: Section {
    let model = matching.model
    return Section(
      name: "fit", title: words("模型是否仍然合用", "Does the model still fit"),
      lead: model.drift.isEmpty
        ? words(
          "模型在本次的数据上训练，或没有记下训练时的数据，无从比较。",
          "The model was trained on this run's data, or does not say what it was trained on; there is "
            + "nothing to compare.")
        : words(
          "沿用的模型与训练时的数据相比：变化超过界限的一项，就说明应当用 assay train 重新训练。",
          "Tonight's data against what the model was trained on. One change beyond its bound says that "
            + "it should be trained again, with assay train."),
      content: model.drift.isEmpty ? "" : "\(driftTable)\(advice)")
  }

  private var advice: Markup {
    matching.model.isOutdated
      ? emptyNote(words("模型已不再合用，请重新训练。", "The model no longer fits; train it again."))
      : ""
  }

  private var driftTable: Markup {
    var table = ReportTable(
      caption: words("数据与训练时相比的变化", "How the data has changed since the training"),
      columns: [
        .init(words("什么", "what")), .init(words("训练时", "then"), .number),
        .init(words("现在", "now"), .number), .init(words("变化", "change"), .number),
        .init(words("界限", "bound"), .number),
      ])
    table.rows = matching.model.drift.map { line in
      let mark: Markup =
        line.isBeyond ? "<span class=\"mark review\">\(words("超限", "beyond"))</span>" : ""
      return [
        "\(line.words)", "\(line.before)", "\(line.now)", "\(line.change) \(mark)", "\(line.bound)",
      ]
    }
    return table.scrolling
  }
}
