import Foundation
import Match
import Pipelines
import Vocabulary

extension TrainingReport {
  /// The report for a person; ends with where the models are.
  var text: String {
    var text = parties.map(\.text).joined(separator: "\n")
    if let model { text += "\nmodels: \(model)\n" }
    if let state { text += "\nkept for the next runs in \(state); golden ids stay\n" }
    if model == nil, state == nil { text += "\nnothing was kept\n" }
    return text
  }
}

extension TrainingReport.PartyTraining {
  fileprivate var text: String {
    var lines = ["\(party.rawValue): \(summary)"]
    if let words = labels.words { lines.append(words) }
    lines += labels.contradictions.prefix(5).map {
      "  \($0.left) and \($0.right) are different by one label, the same by others"
    }
    if let measured { lines += measured.lines }
    if let effect { lines.append(effect.words) }
    if let drift {
      lines.append("drift of the data from the model of before: \(decimals(drift.value, 2))")
    }
    guard !training.isPrior else { return lines.joined(separator: "\n") + "\n" }
    return lines.joined(separator: "\n") + "\n\n" + levels
  }

  private var summary: String {
    if training.isPrior {
      return "\(grouped(training.mentions)) mentions are too few to train on; the shipped "
        + "parameters stand"
    }
    let end =
      training.hasConverged
      ? "converged after \(training.passes) passes"
      : "stopped after \(training.passes) passes, not converged"
    return "\(end); \(grouped(training.mentions)) mentions, "
      + "\(grouped(training.candidatePairs)) candidate pairs, "
      + "\(grouped(training.randomPairs ?? 0)) random pairs, "
      + "\(grouped(Int(training.expectedMatches.rounded()))) expected matches"
  }

  private var levels: String {
    let then =
      switch training.comparedWith {
      case .previous: "before"
      case .unlabelled: "unlabelled"
      case .shipped, nil: "shipped"
      }
    var table = TextTable(
      [
        "level", "pairs", "matches", "m \(then)", "m", "u \(then)", "u", "bits \(then)", "bits",
      ], [.left] + [TextTable.Alignment](repeating: .right, count: 8))
    for column in columns {
      for grade in column.grades {
        guard let counts = grade.counts else { continue }
        table.add([
          "\(column.column) \(grade.level)", grouped(counts.candidates),
          grouped(Int(counts.matches.rounded())), share(counts.mBefore), share(grade.m),
          share(counts.uBefore), share(grade.u), decimals(log2(counts.mBefore / counts.uBefore), 1),
          decimals(grade.bits, 1),
        ])
      }
    }
    return table.text
  }

  /// A probability with three significant digits.
  private func share(_ probability: Double) -> String {
    probability >= 0.001 ? decimals(probability, 4) : String(format: "%.1e", probability)
  }
}

extension TrainingReport.Labels {
  /// Nil where there are none.
  fileprivate var words: String? {
    guard training + held + unused + contradicted > 0 else { return nil }
    var text =
      "labels: \(grouped(decisions)) decisions, \(grouped(answers)) answers, "
      + "\(grouped(merges)) merges; \(grouped(training)) to train, \(grouped(held)) held back"
    if unused > 0 { text += "; \(grouped(unused)) about records that are not there" }
    if contradicted > 0 { text += "; \(grouped(contradicted)) left out, which contradict" }
    return text
  }
}

extension TrainingReport.Measurement {
  fileprivate var lines: [String] {
    let pairs =
      "of \(grouped(same)) held pairs that are the same and \(grouped(different)) that are not,"
    return [
      before.map { "\(pairs) the model of before accepts \($0.words)" },
      "\(pairs) the new one accepts \(after.words)",
    ].compactMap(\.self)
  }
}

extension TrainingReport.Judgement {
  fileprivate var words: String {
    "\(grouped(found)) and \(grouped(wrong)): precision \(percent(precision) ?? "-"), "
      + "recall \(percent(recall) ?? "-")"
  }

  private func percent(_ share: Double?) -> String? { share.map { decimals($0 * 100, 1) + "%" } }
}

extension TrainingReport.Effect {
  fileprivate var words: String {
    "effect on tonight's links: \(grouped(linksBefore)) before, \(grouped(linksAfter)) after "
      + "(\(grouped(newLinks)) new, \(grouped(lostLinks)) gone); "
      + "parties: \(grouped(partiesBefore)) before, \(grouped(partiesAfter)) after; "
      + "\(grouped(recordsAffected)) records gain or lose company"
  }
}
