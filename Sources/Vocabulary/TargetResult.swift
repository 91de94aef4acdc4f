/// How far a score is from the one that is aimed at.
package struct TargetResult: Codable, Hashable, Sendable {
  package var dimension: String
  package var target: Double
  /// Nil where nothing was measured.
  package var score: Double?

  package init(dimension: String, target: Double, score: Double?) {
    self.dimension = dimension
    self.target = target
    self.score = score
  }

  /// Nil where nothing was measured.
  package var isReached: Bool? { score.map { $0 >= target } }
}
