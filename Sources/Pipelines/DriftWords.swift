import Export
import Foundation
import Match
package import Vocabulary

/// Says in words how data has moved away from a model.
package struct DriftWords {
  package let language: ReportLanguage

  package init(language: ReportLanguage) { self.language = language }

  /// A measure as a line of a table.
  func line(_ measure: ModelDrift.Measure) -> ModelSummary.DriftLine {
    ModelSummary.DriftLine(
      words: what(measure), before: number(measure.before, measure),
      now: number(measure.now, measure),
      change: change(measure.change, measure.kind), bound: change(measure.kind.bound, measure.kind),
      isBeyond: measure.isBeyond)
  }

  /// A measure as one phrase, such as `phone agree as oneEdit: 3.0% before, 20.1% now`.
  package func phrase(_ measure: ModelDrift.Measure) -> String {
    let (before, now) = (number(measure.before, measure), number(measure.now, measure))
    return Phrase(
      "\(what(measure))：以前 \(before)，现在 \(now)", "\(what(measure)): \(before) before, \(now) now")[
        language]
  }

  private func what(_ measure: ModelDrift.Measure) -> String {
    let column = measure.column.map { LevelWords.name(ofColumn: $0, language: language) } ?? ""
    switch measure.kind {
    case .agreement:
      let level = measure.level ?? ""
      let words =
        ComparisonLevel(level).map { LevelWords.words($0, language: language) } ?? level
      return Phrase("合并的对中，\(column)“\(words)”的比例", "links whose \(column) is “\(words)”")[language]
    case .rarity:
      return Phrase("\(column)偶然相同的罕见程度", "rarity of agreeing on \(column) by chance")[language]
    case .coverage: return Phrase("有\(column)的比例", "share that has \(column)")[language]
    case .prior: return Phrase("任意两条可合并的比例", "share of all pairs that are links")[language]
    case .doubt: return Phrase("存疑的对所占比例", "share of doubtful pairs")[language]
    }
  }

  private func number(_ number: Double, _ measure: ModelDrift.Measure) -> String {
    switch measure.kind {
    case .agreement, .coverage, .doubt: percent(number)
    case .rarity: bits(number)
    case .prior: String(format: "%.2e", number)
    }
  }

  private func change(_ change: Double, _ kind: ModelDrift.Kind) -> String {
    switch kind {
    case .agreement, .coverage, .doubt: percent(change)
    case .rarity, .prior: bits(change)
    }
  }

  private func percent(_ share: Double) -> String { String(format: "%.1f%%", share * 100) }

  private func bits(_ bits: Double) -> String {
    String(format: "%.2f ", bits) + Phrase("比特", "bits")[language]
  }
}
