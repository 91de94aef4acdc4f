import Vocabulary

/// The claims of one kind of party, field by field.
struct PartyClaims: Sendable {
  /// By field of the schema.
  let fields: [FieldClaims]
  /// By mention: the mention of the other party by the same record, plus one; 0 where there is none.
  let counterparts: [UInt32]

  /// - Parameters:
  ///   - mentions: The mentions of the party.
  ///   - others: Those of the other party.
  ///   - fieldCount: The number of fields in the schema.
  init(_ mentions: MentionTable, _ others: MentionTable, fieldCount: Int) {
    fields = FieldClaims.byField(mentions, fieldCount: fieldCount)
    var counterparts = [UInt32](repeating: 0, count: mentions.count)
    var other = 0
    for mention in 0..<mentions.count {
      let record = mentions.record[mention]
      while other < others.count, others.record[other] < record { other += 1 }
      if other < others.count, others.record[other] == record {
        counterparts[mention] = UInt32(other) + 1
      }
    }
    self.counterparts = counterparts
  }
}
