import Scorecard
import Store
import Vocabulary

/// How scores are remembered from one period to the next: each under a name made from what it is.
enum ScoreMemory {
  /// The scores worth remembering: all but the single rules of single people.
  static func values(of cells: [ScoreCell]) -> [MetricValue] {
    cells.compactMap { cell in
      guard let score = cell.score, cell.scopeKind != .owner || cell.rule == nil else {
        return nil
      }
      return MetricValue(metric: name(of: ScoreKey(cell)), scope: cell.scopeID, value: score)
    }
  }

  /// The scores by what they are; a name that this program does not know is left out.
  static func scores(_ values: [MetricValue]) -> [ScoreKey: Double] {
    var scores: [ScoreKey: Double] = [:]
    for value in values {
      guard let key = key(named: value.metric, scopeID: value.scope) else { continue }
      scores[key] = value.value
    }
    return scores
  }

  /// Such as `stock source completeness completeness.required`; a total has fewer words.
  private static func name(of key: ScoreKey) -> String {
    [
      key.population.rawValue, key.scopeKind.rawValue, key.dimension?.rawValue, key.rule,
    ].compactMap(\.self).joined(separator: " ")
  }

  private static func key(named name: String, scopeID: String) -> ScoreKey? {
    let words = name.split(separator: " ").map(String.init)
    guard (2...4).contains(words.count), let population = ScorePopulation(rawValue: words[0]),
      let scopeKind = ScopeKind(rawValue: words[1])
    else { return nil }
    return ScoreKey(
      population: population, scopeKind: scopeKind, scopeID: scopeID,
      dimension: words.count > 2 ? QualityDimension(rawValue: words[2]) : nil,
      rule: words.count > 3 ? words[3] : nil)
  }
}
