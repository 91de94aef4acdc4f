import Vocabulary

extension Decisions {
  /// What the next run must know of the decisions that hold, to see which of them is taken back.
  var followed: [FollowedRuling] {
    lines.indices.compactMap { index in
      guard isInForce[index], let verb = lines[index].verb else { return nil }
      let line = lines[index]
      switch verb {
      case .same, .different, .detach:
        return FollowedRuling(
          verb: verb.rawValue, party: line.party, left: line.left, right: line.right)
      case .kind:
        return FollowedRuling(
          verb: verb.rawValue, party: nil, left: line.left, right: "",
          value: line.decidedKind?.rawValue ?? "")
      case .value, .ignore: return nil
      }
    }
  }
}

extension RunMemory {
  /// The decisions about one kind of party that were made or taken back since the last run, and those
  /// that waited for their records until now.
  func changedRulings(_ decisions: Decisions, of party: Party) -> [FollowedRuling] {
    let membership = identities[party].membership
    func isKnown(_ key: String) -> Bool {
      key.isEmpty || membership.number(of: Array(key.utf8).span) != nil
    }
    let (now, before) = (decisions.followed, Set(rulings.map(\.fingerprint)))
    let kept = Set(now.map(\.fingerprint))
    let changed =
      now.filter { !before.contains($0.fingerprint) || !isKnown($0.left) || !isKnown($0.right) }
      + rulings.filter { !kept.contains($0.fingerprint) }
    return changed.filter { $0.party == nil || $0.party == party }
  }

  /// By mention: the number of the party that its record was published under.
  ///
  /// Where a `same` decision was taken back, the records of the id that it made another one swallow
  /// have that id again; where it swallowed none, the records of the party have none. So what the
  /// decision alone held together falls apart.
  ///
  /// - Parameters:
  ///   - party: The kind of party.
  ///   - mentions: The mentions of that kind.
  ///   - keys: The keys of all records.
  ///   - changed: The decisions that were made or taken back since.
  /// - Returns: Nil for a record that had no such party; nothing before the first run.
  func published(
    _ party: Party, mentions: MentionTable, keys: TextColumn, changed: [FollowedRuling]
  ) -> [UInt32?] {
    let membership = identities[party].membership
    guard membership.count > 0 else { return [] }
    let bytes = keys.bytes.span
    var labels = mentions.record.map { record in
      membership.number(of: bytes.extracting(keys.range(of: Int(record))))
    }
    let same = Decision.Verb.same.rawValue
    let before = Set(rulings.filter { $0.verb == same }.map(\.fingerprint))
    let undone = changed.filter { before.contains($0.fingerprint) }.flatMap { [$0.left, $0.right] }
    let joined = Set(undone.compactMap { membership.number(of: Array($0.utf8).span) })
    guard !joined.isEmpty else { return labels }
    let swallowed = swallowedRecords(party, naming: Set(undone))
    for (mention, record) in mentions.record.enumerated() {
      guard let label = labels[mention], joined.contains(label) else { continue }
      let former = swallowed[keys.string(Int(record))]
      labels[mention] = former ?? (swallowed.isEmpty ? nil : label)
    }
    return labels
  }

  /// By record key: the lost id that a record had, for the ids that had one of the given records.
  private func swallowedRecords(_ party: Party, naming keys: Set<String>) -> [String: UInt32] {
    var former: [String: UInt32] = [:]
    for redirect in identities[party].redirects {
      let records = (0..<redirect.records.count).map { redirect.records.string($0) }
      guard records.contains(where: keys.contains) else { continue }
      for record in records { former[record] = redirect.old }
    }
    return former
  }
}
