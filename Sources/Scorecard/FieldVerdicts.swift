import Vocabulary

/// What the rules say about each distinct raw value of one field.
struct FieldVerdicts: Sendable {
  /// Facts about one value.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    static let failed = Flags(rawValue: 1 << 0)
    static let excluded = Flags(rawValue: 1 << 1)
    static let suspect = Flags(rawValue: 1 << 2)
    static let inFuture = Flags(rawValue: 1 << 3)
    /// Whether a time could be read from it.
    static let isRead = Flags(rawValue: 1 << 4)
  }

  /// The conformity rule of the field's kind, or nil where its values are not scored.
  let rule: Int?
  /// By raw value.
  let flags: [Flags]
  /// By raw value: number of the proposed value, 0 for none; empty where none is ever proposed.
  private(set) var corrections: [UInt32] = []

  init(_ field: Field, readings: FieldReadings) {
    let test = ConformityTest(field.kind)
    rule = test.rule
    let hidden =
      field.kind == .timestamp
      ? ValueIssues.lostOnTheWay.union(.placeholder) : ValueIssues.lostOnTheWay
    flags = readings.issues.enumerated().map { raw, issues in
      var flags: Flags = []
      // A time that a program set where it had none is nobody's filler.
      if !issues.isDisjoint(with: [.placeholder, .crowded]), field.kind != .timestamp {
        flags.insert(.suspect)
      }
      if !flags.contains(.suspect), !issues.isDisjoint(with: hidden) {
        flags.insert(.excluded)
      } else if !issues.isDisjoint(with: test.failures) {
        flags.insert(.failed)
      }
      if issues.contains(.futureDate) { flags.insert(.inFuture) }
      if !issues.contains(.invalid), !issues.contains(.impossibleDate),
        !readings[UInt32(raw)].isEmpty || issues.contains(.futureDate)
      {
        flags.insert(.isRead)
      }
      return flags
    }
  }

  /// Proposes values where a known mail domain was misspelt.
  mutating func correctDomains(_ readings: FieldReadings, into pool: inout ValuePool) {
    corrections = readings.issues.enumerated().map { raw, issues in
      guard issues.contains(.misspeltDomain) else { return 0 }
      let values = readings[UInt32(raw)]
      guard values.contains(where: { readings.proposals[$0] != nil }) else { return 0 }
      let meant = values.map { readings.proposals[$0] ?? readings.canonical.string($0) }
      return pool.intern(meant.joined(separator: ";"))
    }
  }
}

/// The conformity rule of a field kind, nil where values are not scored, and the issues that fail it.
private struct ConformityTest {
  let rule: Int?
  let failures: ValueIssues

  init(_ kind: FieldKind) {
    let basic: ValueIssues = [.invalid, .placeholder, .crowded, .wrongKind, .formula]
    switch kind {
    case .phone:
      self.init(RuleNumber.phone, basic.union([.tooShort, .tooLong]))
    case .email:
      self.init(RuleNumber.email, basic.union([.misspeltDomain]))
    case .identifier:
      self.init(
        RuleNumber.identifier, basic.union([.tooShort, .tooLong, .checkCharacter, .lookAlike]))
    case .date:
      self.init(RuleNumber.date, basic.union([.impossibleDate, .futureDate]))
    case .timestamp:
      self.init(RuleNumber.date, basic.union([.impossibleDate]))
    case .personName, .givenName, .surname, .organizationName, .partyName:
      self.init(RuleNumber.name, basic.union([.extraContent]))
    case .address, .place, .postcode:
      self.init(RuleNumber.address, basic)
    case .number:
      self.init(RuleNumber.number, basic)
    case .category, .text:
      self.init(nil, [.formula])
    }
  }

  private init(_ rule: Int?, _ failures: ValueIssues) {
    self.rule = rule
    self.failures = failures
  }
}
