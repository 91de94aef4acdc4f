import Foundation
import Pipelines
import Vocabulary

extension RunReport {
  /// The summary for a person; ends with the place of the results.
  var text: String {
    var text = "\(pipeline) · run \(runID) · as of \(asOf.description)\n\n"
    text += sourceTable + drift.text(in: language) + "\n" + partyTable + "\n" + closing
    return text
  }

  /// A heading in the report's language, the English word beside it.
  private func heading(_ chinese: String, _ english: String) -> String {
    language == .chinese ? "\(chinese) \(english)" : english
  }

  private var sourceTable: String {
    var table = TextTable(
      [
        heading("来源", "source"), heading("读入", "rows in"), heading("记录", "records"),
        heading("隔离", "quarantined"), heading("跳过", "skipped"),
        heading("完整性", "completeness"), heading("规范性", "conformity"),
      ],
      [.left, .right, .right, .right, .right, .right, .right])
    var total = RowAccounting()
    for source in sources {
      table.add(
        [source.name] + cells(source.rows)
          + [percent(source.completeness), percent(source.conformity)])
      total.read += source.rows.read
      total.records += source.rows.records
      total.quarantined += source.rows.quarantined
      total.skipped.merge(source.rows.skipped, uniquingKeysWith: +)
    }
    if sources.count > 1 { table.add([heading("合计", "total")] + cells(total) + ["", ""]) }
    return table.text
  }

  private func cells(_ rows: RowAccounting) -> [String] {
    [
      grouped(rows.read), grouped(rows.records), grouped(rows.quarantined),
      grouped(rows.skipped.values.reduce(0, +)),
    ]
  }

  private var partyTable: String {
    var table = TextTable(
      [
        heading("主体", "party"), heading("提及", "mentions"), heading("主体数", "parties"),
        heading("发现重复", "duplicates found"),
      ],
      [.left, .right, .right, .right])
    for (name, parties) in [
      (heading("个人", "persons"), persons), (heading("组织", "organizations"), organizations),
    ] {
      table.add(
        [name, grouped(parties.mentions), grouped(parties.parties), grouped(parties.duplicates)])
    }
    return table.text
  }

  private func text(_ target: TargetResult) -> String {
    let score = target.score.map { percent($0) } ?? heading("无数据", "not measured")
    return "\(target.dimension) \(score) / \(percent(target.target))"
  }

  private var closing: String {
    var lines: [String] = []
    if !findings.isEmpty {
      let counts = findings.map { "\($0.class) \(grouped($0.count))" }.joined(separator: ", ")
      lines.append("\(heading("问题", "findings")): \(counts)")
    }
    if !targets.isEmpty {
      lines.append(
        "\(heading("目标", "targets")): " + targets.map(text).joined(separator: ", "))
    }
    lines.append("\(heading("待审", "review questions")): \(grouped(reviewQuestions))")
    if !decisions.isEmpty {
      let counts = decisions.sorted { $0.key < $1.key }.map { "\($0.key) \(grouped($0.value))" }
      lines.append(
        "\(heading("决定", "decisions")): \(counts.joined(separator: ", "))")
    }
    if let agreement {
      lines.append("\(heading("一致率", "stewards agree")): \(agreement.text)")
    }
    lines += models.flatMap { $0.lines(in: language) }
    let megabytes = grouped(peakMemoryBytes / 1_000_000)
    lines.append(
      "\(heading("用时", "time")): \(decimals(secondsElapsed, 1)) s, "
        + "\(heading("内存峰值", "peak memory")): \(megabytes) MB")
    switch status {
    case .published: lines.append("\(heading("结果", "results")): \(folder ?? "")")
    case .gated:
      lines.append("\(heading("未发布", "not published")): a gate failed; see \(folder ?? "")")
    case .dryRun: lines.append("\(heading("试运行", "dry run")): nothing was written")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension RunReport.Model {
  /// What the model is and, where it no longer fits, why and what to do.
  fileprivate func lines(in language: ReportLanguage) -> [String] {
    let heading = language == .chinese ? "模型 model" : "model"
    var lines = ["\(heading) (\(party.rawValue)): \(origin.rawValue), \(convergence)"]
    guard let drift else { return lines }
    lines[0] += ", drift \(decimals(drift.value, 2))"
    guard drift.isBeyond else { return lines }
    let words = DriftWords(language: language)
    lines += drift.beyond.prefix(3).map { "  " + words.phrase($0) }
    let advice =
      switch origin {
      case .retrained:
        Phrase("沿用的模型不再合用，已重新训练", "the kept model no longer fitted, so it was trained again")
      case .file:
        Phrase(
          "模型文件已不再合用，请重新训练：assay train --model",
          "the model file no longer fits; train it again: assay train --model")
      default:
        Phrase(
          "沿用的模型已不再合用，请重新训练：assay train --state",
          "the kept model no longer fits; train it again: assay train --state")
      }
    return lines + ["  " + advice[language]]
  }
}

extension [SourceDrift] {
  /// A block of lines under a heading; empty when nothing changed.
  func text(in language: ReportLanguage) -> String {
    guard !isEmpty else { return "" }
    let heading =
      language == .chinese ? "与上次相比 changes since the last run" : "changes since the last run"
    return "\n\(heading):\n" + map { "  \($0.message)\n" }.joined()
  }
}

/// A share as a percentage with one decimal; empty when nothing was measured.
func percent(_ share: Double?) -> String { share.map { decimals($0 * 100, 1) + "%" } ?? "" }

/// A number with a fixed count of decimals.
func decimals(_ number: Double, _ count: Int) -> String {
  number.formatted(
    .number.precision(.fractionLength(count)).grouping(.never).locale(Locale(identifier: "en_US")))
}
