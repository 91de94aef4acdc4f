import Vocabulary

/// A claim on its way into the golden record of its cluster.
struct LocalClaim {
  var claim: UInt32
  var mention: UInt32
  /// Golden field.
  var field: UInt16
  /// Number of the value among those of the golden field.
  var value: UInt32
}

extension SurvivorshipContext {
  /// Builds the golden records of a range of clusters.
  func part(of range: Range<Int>) -> GoldenPart {
    var part = GoldenPart()
    var local: [LocalClaim] = []
    for cluster in range {
      collect(cluster, into: &local)
      let (survivors, claims) = (part.survivors.count, part.claims.count)
      addSurvivors(of: cluster, from: local, to: &part)
      part.survivorCounts.append(UInt32(part.survivors.count - survivors))
      part.claimCounts.append(UInt32(part.claims.count - claims))
      addOwners(of: cluster, to: &part)
      addCounts(of: cluster, to: &part)
    }
    return part
  }

  /// The claims of a cluster by golden field, then in the order of the records.
  private func collect(_ cluster: Int, into local: inout [LocalClaim]) {
    local.removeAll(keepingCapacity: true)
    for mention in clusters.members(of: cluster) {
      let start = mentions.claimStarts[Int(mention)]
      for index in start..<mentions.claimStarts[Int(mention) + 1] {
        let claim = mentions.claims[Int(index)]
        local.append(
          LocalClaim(
            claim: index, mention: mention, field: UInt16(fields.target[Int(claim.field)]),
            value: number(of: claim)))
      }
    }
    local.sort { ($0.field, $0.claim) < ($1.field, $1.claim) }
  }

  private func addSurvivors(
    of cluster: Int, from local: [LocalClaim], to part: inout GoldenPart
  ) {
    let isShared = clusters.members(of: cluster).count > 1
    let fixed = fixed.isEmpty ? [:] : fixed[cluster] ?? [:]
    var pending = fixed.isEmpty ? [] : fixed.keys.sorted()[...]
    var reasons: [SurvivorReason?] = []
    var start = 0
    while start < local.count {
      var end = start + 1
      while end < local.count, local[end].field == local[start].field { end += 1 }
      let field = Int(local[start].field)
      while let next = pending.first, next <= field {
        part.addComputed(fixed[next] ?? "", field: next, reason: .rule(.steward))
        pending.removeFirst()
      }
      reasons.removeAll(keepingCapacity: true)
      let hasFixed = !fixed.isEmpty && fixed[field] != nil
      survive(local[start..<end], hasFixed: hasFixed, to: &part, reasons: &reasons)
      if isShared { addClaims(local[start..<end], reasons: reasons, to: &part) }
      start = end
    }
    for field in pending {
      part.addComputed(fixed[field] ?? "", field: field, reason: .rule(.steward))
    }
  }

  /// Adds the survivors of one golden field, and why each claim survives; nil for those that do not.
  private func survive(
    _ claims: ArraySlice<LocalClaim>, hasFixed: Bool, to part: inout GoldenPart,
    reasons: inout [SurvivorReason?]
  ) {
    let first = claims[claims.startIndex]
    let field = Int(first.field)
    if hasFixed, isSum[field] || !isMultiple[field] {
      reasons.append(contentsOf: repeatElement(nil, count: claims.count))
    } else if isSum[field] {
      addSum(of: claims, to: &part, reasons: &reasons)
    } else if claims.count == 1, !hasFixed {
      part.survivors.append(Survivor(field: field, reason: .onlyValue, number: first.claim))
      reasons.append(.onlyValue)
    } else {
      choose(claims, hasFixed: hasFixed, to: &part, reasons: &reasons)
    }
  }

  private func choose(
    _ claims: ArraySlice<LocalClaim>, hasFixed: Bool, to part: inout GoldenPart,
    reasons: inout [SurvivorReason?]
  ) {
    let field = Int(claims[claims.startIndex].field)
    let start = part.survivors.count
    let values = candidates(claims)
    let primary = survivor(among: values, by: chains[field])
    if let primary {
      let reason = hasFixed ? .distinctValue : primary.reason
      part.survivors.append(
        Survivor(field: field, reason: reason, number: values[primary.index].bestClaim))
    }
    if isMultiple[field] {
      for value in others(values, than: primary?.index) {
        part.survivors.append(
          Survivor(field: field, reason: .distinctValue, number: value.bestClaim))
      }
    }
    for local in claims {
      reasons.append(part.survivors[start...].first { $0.number == local.claim }?.reason)
    }
  }

  /// The further values of a multi-valued field, the best ones first.
  ///
  /// Values that cannot be identity are left out; they stay in the claims.
  private func others(_ values: [ValueCandidate], than primary: Int?) -> [ValueCandidate] {
    values.indices.filter { $0 != primary && values[$0].grade > 0 }.map { values[$0] }
      .sorted { left, right in
        if left.grade != right.grade { return left.grade > right.grade }
        if left.newest != right.newest { return isLater(left.newest, than: right.newest) }
        if left.records != right.records { return left.records > right.records }
        return left.firstClaim < right.firstClaim
      }
  }

  /// Adds up the first claim of each record.
  private func addSum(
    of claims: ArraySlice<LocalClaim>, to part: inout GoldenPart,
    reasons: inout [SurvivorReason?]
  ) {
    var sum = DecimalSum()
    var previous: UInt32?
    for local in claims {
      let reference = mentions.claims[Int(local.claim)]
      let text = table.readings[Int(reference.field)].canonical[reference.value]
      let counts = local.mention != previous && sum.add(text.span)
      if counts { previous = local.mention }
      reasons.append(counts ? .sum : nil)
    }
    if sum.addends > 0 {
      part.addComputed(sum.text, field: Int(claims[claims.startIndex].field), reason: .sum)
    }
  }
}

extension GoldenPart {
  /// Adds a value that is no record's claim.
  mutating func addComputed(_ text: String, field: Int, reason: SurvivorReason) {
    survivors.append(Survivor(field: field, reason: reason, number: UInt32(computed.count)))
    computed.append(text)
  }
}
