/// One value of a record that belongs to one of the parties it mentions.
package struct ClaimReference: Hashable, Sendable {
  package var field: UInt16
  /// Number in the canonical pool of the field's readings.
  package var value: UInt32
  /// Number in the raw pool of the field.
  package var raw: UInt32

  package init(field: Int, value: UInt32, raw: UInt32) {
    self.field = UInt16(field)
    self.value = value
    self.raw = raw
  }
}

/// Every mention of one kind of party by a record.
///
/// A record mentions each kind of party at most once. Mentions stand in the order of their records.
/// Shape: mention *i* has the claims `claims[claimStarts[i]..<claimStarts[i + 1]]`.
package struct MentionTable: Sendable {
  package var party: Party
  package var record: [UInt32] = []
  package var role: [MentionRole] = []
  package var claimStarts: [UInt32] = [0]
  package var claims: [ClaimReference] = []

  package init(party: Party) { self.party = party }

  package var count: Int { record.count }

  package func claims(of mention: Int) -> ArraySlice<ClaimReference> {
    claims[claimRange(of: mention)]
  }

  /// The mention by a record, or nil where it mentions no such party.
  ///
  /// - Complexity: O(log *n*).
  package func mention(of record: UInt32) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low &+ high) / 2
      if self.record[middle] < record { low = middle &+ 1 } else { high = middle }
    }
    return low < count && self.record[low] == record ? low : nil
  }

  /// Where the claims of a mention stand in `claims`.
  package func claimRange(of mention: Int) -> Range<Int> {
    Int(claimStarts[mention])..<Int(claimStarts[mention + 1])
  }

  /// Ends the next mention, after its claims were appended to `claims`.
  package mutating func endMention(of record: Int, as role: MentionRole) {
    self.record.append(UInt32(record))
    self.role.append(role)
    claimStarts.append(UInt32(claims.count))
  }

  /// Makes room for so many mentions with so many claims in all.
  package mutating func reserve(mentions: Int, claims count: Int) {
    record.reserveCapacity(mentions)
    role.reserveCapacity(mentions)
    claimStarts.reserveCapacity(mentions + 1)
    claims.reserveCapacity(count)
  }

  /// Adds the mentions of later records.
  package mutating func append(_ other: MentionTable) {
    let base = UInt32(claims.count)
    record += other.record
    role += other.role
    claims += other.claims
    for start in other.claimStarts.dropFirst() { claimStarts.append(base + start) }
  }
}
