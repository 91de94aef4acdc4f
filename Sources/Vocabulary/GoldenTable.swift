/// Picks the surviving claim of a field.
///
/// Rules stand in a chain: each keeps the values that are best by it, until one is left. Ties end at
/// the smallest record key.
package enum SurvivorshipRule: String, Codable, CaseIterable, Hashable, Sendable {
  /// Free of issues before doubtful, doubtful before not usable as identity.
  case valid
  /// Of the record that was updated last, or created last where no update is known.
  case mostRecent
  /// Of the source with the highest trust.
  case mostTrusted
  /// In the most records.
  case mostFrequent
  /// The fullest form, such as a full name before a surname.
  case mostComplete
  /// Of the most characters.
  case longest
  /// Fixed by a steward's decision, which goes first whether a chain names it or not.
  case steward
}

/// Why a value is in the golden record.
package enum SurvivorReason: Hashable, Sendable {
  /// The rule of the chain that left one value.
  case rule(SurvivorshipRule)
  /// There was nothing to choose.
  case onlyValue
  /// One more value of a field that may have several.
  case distinctValue
  /// No rule told the values apart, so the smallest record key did.
  case smallestRecordKey
  /// One of the claims that are added up.
  case sum

  /// The reason as it is written in results.
  package var name: String {
    switch self {
    case .rule(let rule): rule.rawValue
    case .onlyValue: "onlyValue"
    case .distinctValue: "distinctValue"
    case .smallestRecordKey: "smallestRecordKey"
    case .sum: "sum"
    }
  }
}

/// A value of a golden record.
package struct Survivor: Hashable, Sendable {
  /// The golden field, as an index in the schema; the claim itself may come from an alias of it.
  package var field: UInt16
  package var reason: SurvivorReason
  /// The claim's index in the mention table, or an index into `GoldenTable.computed`.
  package var number: UInt32

  package init(field: Int, reason: SurvivorReason, number: UInt32) {
    self.field = UInt16(field)
    self.reason = reason
    self.number = number
  }

  /// Whether the value is no record's claim but a sum or a steward's word.
  package var isComputed: Bool { reason == .sum || reason == .rule(.steward) }
}

/// A claim of a party that more than one record speaks of, and what became of it.
package struct GoldenClaim: Hashable, Sendable {
  /// Index in the mention table's claims.
  package var claim: UInt32
  package var mention: UInt32
  /// The golden field, as an index in the schema.
  package var field: UInt16
  /// Nil where the claim does not survive.
  package var reason: SurvivorReason?
  /// Whether it is the last word of its source: the newest record there that states the field still
  /// states this value.
  package var isCurrent: Bool

  package init(
    claim: UInt32, mention: UInt32, field: Int, reason: SurvivorReason?, isCurrent: Bool
  ) {
    self.claim = claim
    self.mention = mention
    self.field = UInt16(field)
    self.reason = reason
    self.isCurrent = isCurrent
  }
}

/// Who keeps a record of the party, and in which source.
package struct OwnerReference: Hashable, Sendable {
  /// Index into the table's sources.
  package var source: UInt16
  /// Number in the canonical pool of the owner field.
  package var owner: UInt32

  package init(source: UInt16, owner: UInt32) {
    self.source = source
    self.owner = owner
  }
}

/// The golden records of one kind of party.
///
/// Every array that is named by a cluster has `count` elements. Shape: cluster *c* has the survivors
/// `survivors[survivorStarts[c]..<survivorStarts[c + 1]]`, ascending by field, the primary value of a
/// multi-valued field first; owners and claims likewise.
package struct GoldenTable: Sendable {
  package var party: Party
  package var goldenID: TextColumn
  /// By field of the schema: the golden field whose values its column shows; nil where the values
  /// stand in another field's column.
  package var shownFields: [Int?]
  package var survivorStarts: [UInt32] = [0]
  package var survivors: [Survivor] = []
  /// Sums and values that a steward fixed.
  package var computed = TextColumn()
  package var ownerStarts: [UInt32] = [0]
  /// Distinct, in the order of their text `source:owner`.
  package var owners: [OwnerReference] = []
  package var claimStarts: [UInt32] = [0]
  /// By field, then by record; none for a cluster of one record.
  package var claims: [GoldenClaim] = []
  package var recordCount: [UInt32] = []
  package var sourceCount: [UInt16] = []
  /// The first day that any record of the party names; nil where none has a valid time.
  package var firstSeen: [CivilDay?] = []
  package var lastSeen: [CivilDay?] = []
  /// The weakest needed link; 1 where there is none.
  package var confidence: [Probability] = []

  package init(party: Party, goldenIDs: [String], shownFields: [Int?]) {
    self.party = party
    self.shownFields = shownFields
    goldenID = TextColumn()
    for id in goldenIDs { goldenID.append(id) }
  }

  package var count: Int { goldenID.count }

  package func survivors(of cluster: Int) -> ArraySlice<Survivor> {
    survivors[Int(survivorStarts[cluster])..<Int(survivorStarts[cluster + 1])]
  }

  package func owners(of cluster: Int) -> ArraySlice<OwnerReference> {
    owners[Int(ownerStarts[cluster])..<Int(ownerStarts[cluster + 1])]
  }

  package func claims(of cluster: Int) -> ArraySlice<GoldenClaim> {
    claims[Int(claimStarts[cluster])..<Int(claimStarts[cluster + 1])]
  }

  /// The values of a field, the primary one first.
  package func survivors(of cluster: Int, field: Int) -> [Survivor] {
    survivors(of: cluster).filter { $0.field == field }
  }

  /// The canonical text of a survivor.
  package func text(of survivor: Survivor, in table: NormalizedTable) -> ArraySlice<UInt8> {
    guard !survivor.isComputed else { return computed[Int(survivor.number)] }
    let claim = table.mentions(of: party).claims[Int(survivor.number)]
    return table.readings[Int(claim.field)].canonical[claim.value]
  }

  /// The clusters in the order of their golden ids.
  package var clustersByID: [UInt32] {
    struct Place {
      let key: UInt128
      let cluster: UInt32
    }
    let places = (0..<UInt32(count)).map { Place(key: goldenID.orderKey(Int($0)), cluster: $0) }
    let sorted = places.sorted { left, right in
      guard left.key == right.key else { return left.key < right.key }
      return goldenID[Int(left.cluster)].lexicographicallyPrecedes(goldenID[Int(right.cluster)])
    }
    return sorted.map(\.cluster)
  }
}

extension TextColumn {
  /// The first 16 bytes of a text as one number, which orders most texts by itself.
  package func orderKey(_ row: Int) -> UInt128 {
    let place = range(of: row)
    var key: UInt128 = 0
    for offset in 0..<16 {
      let index = place.lowerBound + offset
      key = key << 8 | UInt128(index < place.upperBound ? bytes[index] : 0)
    }
    return key
  }
}
