import Vocabulary

extension SurvivorshipContext {
  /// The distinct values that claims of one golden field give.
  func candidates(_ claims: ArraySlice<LocalClaim>) -> [ValueCandidate] {
    let byValue = grouped(claims)
    var candidates: [ValueCandidate] = []
    var previous: LocalClaim?
    var bestTime: CivilTime?
    var bestGrade: UInt8 = 0
    for local in byValue {
      let reference = mentions.claims[Int(local.claim)]
      let record = Int(mentions.record[Int(local.mention)])
      let (grade, time) = (grade(of: reference), recency[record])
      let trust = trust[Int(table.records.source[record])]
      if local.value != previous?.value {
        candidates.append(
          ValueCandidate(
            grade: grade, newest: time, trust: trust, records: 1,
            completeness: rank(of: reference), length: 0,
            firstClaim: local.claim, bestClaim: local.claim))
        (bestGrade, bestTime) = (grade, time)
      } else {
        let last = candidates.count - 1
        if local.mention != previous?.mention { candidates[last].records += 1 }
        candidates[last].grade = max(candidates[last].grade, grade)
        candidates[last].trust = max(candidates[last].trust, trust)
        candidates[last].completeness = max(candidates[last].completeness, rank(of: reference))
        if isLater(time, than: candidates[last].newest) { candidates[last].newest = time }
        if grade > bestGrade || grade == bestGrade && isLater(time, than: bestTime) {
          candidates[last].bestClaim = local.claim
          (bestGrade, bestTime) = (grade, time)
        }
      }
      previous = local
    }
    if candidates.count > 1 { measure(&candidates) }
    return candidates
  }

  /// Adds the lengths, which nobody asks for where there is nothing to choose.
  private func measure(_ candidates: inout [ValueCandidate]) {
    for index in candidates.indices {
      let reference = mentions.claims[Int(candidates[index].firstClaim)]
      let bytes = table.readings[Int(reference.field)].canonical[reference.value]
      candidates[index].length = bytes.count { $0 & 0xC0 != 0x80 }
    }
  }

  /// The claims by value, then in the order of the records.
  private func grouped(_ claims: ArraySlice<LocalClaim>) -> ArraySlice<LocalClaim> {
    let first = claims[claims.startIndex].value
    guard claims.contains(where: { $0.value != first }) else { return claims }
    return claims.sorted { ($0.value, $0.claim) < ($1.value, $1.claim) }[...]
  }

  private func rank(of claim: ClaimReference) -> UInt8 {
    let (field, value) = (Int(claim.field), Int(claim.value))
    return value < ranks[field].count ? ranks[field][value] : 0
  }

  /// How far a claim's value can be trusted to be a value of its kind.
  private func grade(of claim: ClaimReference) -> UInt8 {
    let (field, raw) = (Int(claim.field), Int(claim.raw))
    guard raw < issues[field].count else { return 2 }
    let found = issues[field][raw]
    if !found.isDisjoint(with: unusable) { return 0 }
    return found.isDisjoint(with: doubtful) ? 2 : 1
  }
}

extension SurvivorshipContext {
  /// Adds the claims of one golden field, with what became of them.
  func addClaims(
    _ claims: ArraySlice<LocalClaim>, reasons: [SurvivorReason?], to part: inout GoldenPart
  ) {
    let start = part.claims.count
    // What all sources say is the last word of each of them.
    let value = claims[claims.startIndex].value
    let isAgreed = claims.allSatisfy { $0.value == value }
    for (local, reason) in zip(claims, reasons) {
      part.claims.append(
        GoldenClaim(
          claim: local.claim, mention: local.mention, field: Int(local.field), reason: reason,
          isCurrent: isAgreed))
    }
    if isAgreed { return }
    for offset in currentClaims(claims) { part.claims[start + offset].isCurrent = true }
  }

  /// The claims that are the last word of their source, by their places.
  ///
  /// A claim is when no newer record of the same source states the field, or the newest one states
  /// the same value.
  private func currentClaims(_ claims: ArraySlice<LocalClaim>) -> [Int] {
    let statements = claims.enumerated().map { offset, local in
      let record = Int(mentions.record[Int(local.mention)])
      return Statement(
        source: table.records.source[record], value: local.value, time: recency[record],
        offset: offset)
    }.sorted { ($0.source, $0.value) < ($1.source, $1.value) }
    var current: [Int] = []
    for words in statements.runs(where: { $0.source == $1.source }) {
      let newest = words.reduce(nil) { isLater($1.time, than: $0) ? $1.time : $0 }
      for same in words.runs(where: { $0.value == $1.value })
      where same.contains(where: { $0.time == newest }) {
        current += same.lazy.map(\.offset)
      }
    }
    return current
  }
}

/// What a record of a source says about a field.
private struct Statement {
  var source: UInt16
  var value: UInt32
  var time: CivilTime?
  var offset: Int
}

extension RandomAccessCollection where Index == Int {
  /// The longest slices of neighbours that belong together.
  fileprivate func runs(where belong: (Element, Element) -> Bool) -> [SubSequence] {
    var runs: [SubSequence] = []
    var start = startIndex
    while start < endIndex {
      var end = start + 1
      while end < endIndex, belong(self[start], self[end]) { end += 1 }
      runs.append(self[start..<end])
      start = end
    }
    return runs
  }
}
