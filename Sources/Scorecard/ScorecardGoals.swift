package import Vocabulary

/// What the scores are for: who is ranked against whom, what the best get, and what is aimed at.
package struct ScorecardGoals: Codable, Hashable, Sendable {
  /// Who is ranked against whom.
  package enum PeerGroup: String, Codable, CaseIterable, Hashable, Sendable {
    /// Those whose rows are in one kind of system: sales with sales, service with service.
    case system
    case source
    case branch
    case team
    /// Everybody.
    case all
  }

  /// What the best of a peer group get, once a person has signed it.
  package struct Award: Codable, Hashable, Sendable {
    /// The default is 数据卫士.
    package var name = "数据卫士"
    /// The last rank that is awarded; people who share a rank share the award.
    ///
    /// The default is 1.
    package var places = 1
    /// The lowest score that is awarded.
    ///
    /// The default is 0.9.
    package var minimumScore = 0.9

    package init() {}
  }

  /// By dimension: the score of all rows held that is aimed at, in 0...1; a run says how far it is.
  package var targets: [String: Double] = [:]
  /// The default is the kind of system.
  package var peerGroups = PeerGroup.system
  package var award = Award()

  package init() {}
}

extension ScorecardGoals {
  /// The targets in the order of the dimensions, each with the score of all rows held.
  package func results(_ cells: [ScoreCell]) -> [TargetResult] {
    QualityDimension.allCases.compactMap { dimension in
      guard let target = targets[dimension.rawValue] else { return nil }
      let cell = cells.first {
        $0.population == .stock && $0.scopeKind == .all && $0.dimension == dimension
          && $0.rule == nil
      }
      return TargetResult(dimension: dimension.rawValue, target: target, score: cell?.score)
    }
  }
}
