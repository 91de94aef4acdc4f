import Vocabulary

/// One distinct value that the claims of a cluster give for a golden field, with what rules look at.
struct ValueCandidate: Hashable, Sendable {
  /// 2 free of issues, 1 doubtful, 0 not usable as identity; the best of its claims.
  var grade: UInt8
  /// When the newest record that states it was updated; nil where no time is known.
  var newest: CivilTime?
  /// The highest trust of the sources that state it.
  var trust: Int
  /// The number of records that state it.
  var records: Int
  /// Higher is fuller.
  var completeness: UInt8
  /// In characters; measured only where there is something to choose.
  var length: Int
  /// The smallest claim that states it: claims stand in the order of their record keys.
  var firstClaim: UInt32
  /// The claim that stands for the value: the best grade, then the newest, then the smallest.
  var bestClaim: UInt32

  /// Whether the value is strictly better by a rule.
  func isBetter(than other: Self, by rule: SurvivorshipRule) -> Bool {
    switch rule {
    case .valid: grade > other.grade
    case .mostRecent: isLater(newest, than: other.newest)
    case .mostTrusted: trust > other.trust
    case .mostFrequent: records > other.records
    case .mostComplete: completeness > other.completeness
    case .longest: length > other.length
    case .steward: false
    }
  }
}

/// Whether a time is known and after another, or the other is unknown.
func isLater(_ time: CivilTime?, than other: CivilTime?) -> Bool {
  guard let time else { return false }
  guard let other else { return true }
  return time > other
}

/// Narrows the values of a field down to one.
///
/// - Parameters:
///   - candidates: The distinct values; their order does not matter.
///   - chain: The rules, the first one first.
/// - Returns: The index of the surviving value and why it survived; nil when there is no value.
func survivor(
  among candidates: [ValueCandidate], by chain: [SurvivorshipRule]
) -> (index: Int, reason: SurvivorReason)? {
  guard candidates.count > 1 else { return candidates.isEmpty ? nil : (0, .onlyValue) }
  var left = Array(candidates.indices)
  for rule in chain {
    guard
      let best = left.max(by: { candidates[$1].isBetter(than: candidates[$0], by: rule) })
    else { break }
    left.removeAll { candidates[best].isBetter(than: candidates[$0], by: rule) }
    if left.count == 1 { return (left[0], .rule(rule)) }
  }
  return left.min { candidates[$0].firstClaim < candidates[$1].firstClaim }
    .map { ($0, .smallestRecordKey) }
}
