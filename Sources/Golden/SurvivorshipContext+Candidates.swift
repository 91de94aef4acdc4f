import Vocabulary

extension SurvivorshipContext {
  /// The distinct values that claims of one golden field give.
  func candidates(_ claims: ArraySlice<LocalClaim>) -> [ValueCandidate] {
    let byValue = claims.sorted { ($0.value, $0.claim) < ($1.value, $1.claim) }
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
        let bytes = table.readings[Int(reference.field)].canonical[reference.value]
        candidates.append(
          ValueCandidate(
            grade: grade, newest: time, trust: trust, records: 1,
            completeness: rank(of: reference),
            length: bytes.count { $0 & 0xC0 != 0x80 },
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
    return candidates
  }

  private func rank(of claim: ClaimReference) -> UInt8 {
    let ranks = ranks[Int(claim.field)]
    return Int(claim.value) < ranks.count ? ranks[Int(claim.value)] : 0
  }

  /// How far a claim's value can be trusted to be a value of its kind.
  private func grade(of claim: ClaimReference) -> UInt8 {
    let found = table.readings[Int(claim.field)].issues
    guard Int(claim.raw) < found.count else { return 2 }
    let issues = found[Int(claim.raw)]
    if !issues.isDisjoint(with: unusable) { return 0 }
    return issues.isDisjoint(with: doubtful) ? 2 : 1
  }

  private var unusable: ValueIssues {
    ValueIssues.notIdentity.union([.wrongKind, .impossibleDate, .futureDate])
  }

  /// A role mailbox is nobody's own address, but it is the organization's.
  private var doubtful: ValueIssues {
    let always: ValueIssues = [.misspeltDomain, .vanity, .extraContent, .noAreaCode]
    return clusters.party == .person ? always.union(.roleMailbox) : always
  }
}

extension SurvivorshipContext {
  /// Adds the claims of one golden field, with what became of them.
  func addClaims(
    _ claims: ArraySlice<LocalClaim>, reasons: [SurvivorReason?], to part: inout GoldenPart
  ) {
    let current = currentClaims(claims)
    for (offset, local) in claims.enumerated() {
      part.claims.append(
        GoldenClaim(
          claim: local.claim, mention: local.mention, field: Int(local.field),
          reason: reasons[offset], isCurrent: current[offset]))
    }
  }

  /// Whether each claim is the last word of its source.
  ///
  /// It is when no newer record of the same source states the field, or the newest one states the
  /// same value.
  private func currentClaims(_ claims: ArraySlice<LocalClaim>) -> [Bool] {
    struct Statement {
      var source: UInt16
      var time: CivilTime?
    }
    let statements = claims.map { local in
      let record = Int(mentions.record[Int(local.mention)])
      return Statement(source: table.records.source[record], time: recency[record])
    }
    var newest: [UInt16: CivilTime?] = [:]
    for statement in statements {
      if let known = newest[statement.source], !isLater(statement.time, than: known) { continue }
      newest[statement.source] = .some(statement.time)
    }
    struct Word: Hashable {
      let source: UInt16
      let value: UInt32
    }
    var last: Set<Word> = []
    for (local, statement) in zip(claims, statements)
    where newest[statement.source] == .some(statement.time) {
      last.insert(Word(source: statement.source, value: local.value))
    }
    return zip(claims, statements).map { local, statement in
      last.contains(Word(source: statement.source, value: local.value))
    }
  }
}
