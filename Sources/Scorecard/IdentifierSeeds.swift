import Vocabulary

/// Where the hash of a finding's identifier starts: from the names of its rule and field.
struct IdentifierSeeds: Sendable {
  private static let slots = 16

  private let fieldNumbers: Int
  private let seeds: [UInt64]

  init(rules: [QualityRule], schema: Schema) {
    let names = [""] + schema.fields.map(\.name)
    fieldNumbers = names.count
    seeds = rules.flatMap { rule in
      names.flatMap { name in
        (0..<Self.slots).map { slot in
          let text = slot == 0 ? "\(rule.id)\n\(name)" : "\(rule.id)\n\(name)\n\(slot)"
          return hashBytes(Array(text.utf8).span)
        }
      }
    }
  }

  subscript(rule rule: Int, fieldNumber fieldNumber: Int, slot slot: Int) -> UInt64 {
    let seed = seeds[(rule * fieldNumbers + fieldNumber) * Self.slots + slot % Self.slots]
    return seed &+ UInt64(slot / Self.slots)
  }
}

extension FindingTable {
  /// Appends one finding.
  mutating func append(
    rule: Int, record: Int, fieldNumber: Int, slot: Int, raw: UInt32, other: UInt32,
    correction: UInt32, isCounted: Bool, identifier: UInt64, known: FindingHistory.Entry?,
    today: CivilDay
  ) {
    self.rule.append(UInt8(rule))
    self.record.append(UInt32(record))
    self.fieldNumber.append(UInt16(fieldNumber))
    self.slot.append(UInt8(min(slot, 255)))
    self.raw.append(raw)
    otherNumber.append(other)
    self.correction.append(correction)
    counted.append(isCounted)
    self.identifier.append(identifier)
    status.append(known.map { $0.status == .fixed ? .reopened : $0.status } ?? .open)
    firstSeen.append(known?.firstSeen ?? today)
  }

  /// Appends the findings of the records that follow.
  mutating func append(_ other: FindingTable) {
    rule += other.rule
    record += other.record
    fieldNumber += other.fieldNumber
    slot += other.slot
    raw += other.raw
    otherNumber += other.otherNumber
    correction += other.correction
    counted += other.counted
    identifier += other.identifier
    status += other.status
    firstSeen += other.firstSeen
  }
}
