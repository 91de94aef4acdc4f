import Vocabulary

/// The claims of one field among those of a party's mentions, in the order of the mentions.
struct FieldClaims: Sendable {
  /// Of all fields, field by field.
  let mentions: [UInt32]
  let values: [UInt32]
  let raws: [UInt32]
  /// Where those of the field stand.
  let range: Range<Int>

  /// The claims of every field.
  static func byField(_ table: MentionTable, fieldCount: Int) -> [FieldClaims] {
    var counts = [Int](repeating: 0, count: fieldCount)
    for claim in table.claims { counts[Int(claim.field)] += 1 }
    var places = [Int](repeating: 0, count: fieldCount)
    for field in 1..<max(1, fieldCount) { places[field] = places[field - 1] + counts[field - 1] }
    let firsts = places
    var mentions = [UInt32](repeating: 0, count: table.claims.count)
    var values = mentions
    var raws = mentions
    for mention in 0..<table.count {
      for index in table.claimRange(of: mention) {
        let claim = table.claims[index]
        let place = places[Int(claim.field)]
        places[Int(claim.field)] = place + 1
        mentions[place] = UInt32(mention)
        values[place] = claim.value
        raws[place] = claim.raw
      }
    }
    return counts.indices.map { [mentions, values, raws] field in
      FieldClaims(
        mentions: mentions, values: values, raws: raws, range: firsts[field]..<places[field])
    }
  }
}

/// Goes through the claims of one field, mention by mention.
struct ClaimCursor {
  let claims: FieldClaims
  private var next: Int

  init(_ claims: FieldClaims) {
    self.claims = claims
    next = claims.range.lowerBound
  }

  /// Where the claims of a mention stand; mentions must be asked for in their order.
  mutating func range(of mention: Int) -> Range<Int> {
    let end = claims.range.upperBound
    while next < end, claims.mentions[next] < UInt32(mention) { next += 1 }
    let start = next
    while next < end, claims.mentions[next] == UInt32(mention) { next += 1 }
    return start..<next
  }
}
