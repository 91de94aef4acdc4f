/// What normalization noticed about one value.
package struct ValueIssues: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Not a value of its kind.
  package static let invalid = ValueIssues(rawValue: 1 << 0)
  package static let tooShort = ValueIssues(rawValue: 1 << 1)
  package static let tooLong = ValueIssues(rawValue: 1 << 2)
  /// A filler such as 13800138000, 无 or test@test.com; never identity.
  package static let placeholder = ValueIssues(rawValue: 1 << 3)
  /// Partly hidden, such as 138****8000; never identity, never invalid.
  package static let masked = ValueIssues(rawValue: 1 << 4)
  /// Digits lost to a spreadsheet, such as 1.38E+10; never identity, never invalid.
  package static let precisionLost = ValueIssues(rawValue: 1 << 5)
  /// A striking number that may be real, such as 13888888888.
  package static let vanity = ValueIssues(rawValue: 1 << 6)
  /// A platform's privacy number; nobody's identity.
  package static let transient = ValueIssues(rawValue: 1 << 7)
  /// A known domain with a slip, such as gamil.com; the canonical value keeps what was typed.
  package static let misspeltDomain = ValueIssues(rawValue: 1 << 8)
  /// A mailbox of a function, such as info@; never identity of a person.
  package static let roleMailbox = ValueIssues(rawValue: 1 << 9)
  /// The check character does not fit.
  package static let checkCharacter = ValueIssues(rawValue: 1 << 10)
  /// A date that no calendar has.
  package static let impossibleDate = ValueIssues(rawValue: 1 << 11)
  /// A date after the run's as-of day.
  package static let futureDate = ValueIssues(rawValue: 1 << 12)
  /// A value of another kind, such as an e-mail address in a WeChat column.
  package static let wrongKind = ValueIssues(rawValue: 1 << 13)
  /// A value with one of another kind glued to it, such as a name and a phone.
  package static let extraContent = ValueIssues(rawValue: 1 << 14)
  /// Repaired without doubt: stray spaces, full-width forms, spreadsheet marks.
  package static let repaired = ValueIssues(rawValue: 1 << 15)
  /// A local number without its area code.
  package static let noAreaCode = ValueIssues(rawValue: 1 << 16)
  /// The digits behind the fifteenth became zeros in a spreadsheet, such as those of
  /// 110101199003070000; never identity, never invalid.
  package static let truncated = ValueIssues(rawValue: 1 << 17)
  /// The text of a formula, such as =SUM(H5:H12), which is never evaluated and no value but of text.
  package static let formula = ValueIssues(rawValue: 1 << 18)
  /// Two readings are possible and nothing decides, such as 03/05/2024 alone; the default was taken.
  package static let ambiguous = ValueIssues(rawValue: 1 << 19)
  /// The divisions of an address contradict each other, such as 北京市西湖区.
  package static let contradictory = ValueIssues(rawValue: 1 << 20)
  /// A district or county that no list of divisions has.
  package static let unknownPlace = ValueIssues(rawValue: 1 << 21)
  /// A division under a name that it no longer bears, such as 南汇区; the parts hold today's.
  package static let formerPlace = ValueIssues(rawValue: 1 << 22)
  /// A day of a month without its year, such as 3月5日, or a month or quarter without its day.
  package static let incomplete = ValueIssues(rawValue: 1 << 23)
  /// A mailbox of a service for throwing away; nobody's identity.
  package static let disposableMailbox = ValueIssues(rawValue: 1 << 24)
  /// Letters that look like the digits of a code stand for them, such as O for 0, and its checks prove
  /// it; the canonical form is what was meant.
  package static let lookAlike = ValueIssues(rawValue: 1 << 25)

  /// A phone, mailbox or account of several people who have nothing in common; found after matching.
  package static let crowded = ValueIssues(rawValue: 1 << 26)

  /// The issues by name, in the order of their bits.
  package static let names: [(issue: ValueIssues, name: String)] = [
    (.invalid, "invalid"), (.tooShort, "tooShort"), (.tooLong, "tooLong"),
    (.placeholder, "placeholder"), (.masked, "masked"), (.precisionLost, "precisionLost"),
    (.vanity, "vanity"), (.transient, "transient"), (.misspeltDomain, "misspeltDomain"),
    (.roleMailbox, "roleMailbox"), (.checkCharacter, "checkCharacter"),
    (.impossibleDate, "impossibleDate"), (.futureDate, "futureDate"), (.wrongKind, "wrongKind"),
    (.extraContent, "extraContent"), (.repaired, "repaired"), (.noAreaCode, "noAreaCode"),
    (.truncated, "truncated"), (.formula, "formula"), (.ambiguous, "ambiguous"),
    (.contradictory, "contradictory"), (.unknownPlace, "unknownPlace"),
    (.formerPlace, "formerPlace"), (.incomplete, "incomplete"),
    (.disposableMailbox, "disposableMailbox"), (.lookAlike, "lookAlike"),
    (.crowded, "crowded"),
  ]

  /// The names of the issues in the set, in the order of their bits.
  package var names: [String] { Self.names.filter { contains($0.issue) }.map(\.name) }

  /// Issues that keep a value from being identity.
  package static let notIdentity: ValueIssues = [
    .invalid, .placeholder, .masked, .precisionLost, .truncated, .transient,
    .checkCharacter,
  ]

  /// Issues of values that were whole where they were typed and reached the export hidden or spoiled.
  ///
  /// Nobody can mend them where they are, so they never count against the one who keeps the record.
  package static let lostOnTheWay: ValueIssues = [.masked, .precisionLost, .truncated]
}

// MARK: - Set algebra

// The defaults of the standard library are generic, and generic code of a package is never made
// for one type in another module: these are an order of magnitude faster there.
extension ValueIssues {
  package init(arrayLiteral elements: ValueIssues...) {
    self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
  }

  package var isEmpty: Bool { rawValue == 0 }

  package func contains(_ issues: ValueIssues) -> Bool {
    rawValue & issues.rawValue == issues.rawValue
  }

  package func isDisjoint(with issues: ValueIssues) -> Bool { rawValue & issues.rawValue == 0 }

  package func union(_ issues: ValueIssues) -> ValueIssues {
    ValueIssues(rawValue: rawValue | issues.rawValue)
  }

  package func subtracting(_ issues: ValueIssues) -> ValueIssues {
    ValueIssues(rawValue: rawValue & ~issues.rawValue)
  }

  package mutating func formUnion(_ issues: ValueIssues) { self = union(issues) }

  @discardableResult
  package mutating func insert(_ issues: ValueIssues) -> (
    inserted: Bool, memberAfterInsert: ValueIssues
  ) {
    defer { self = union(issues) }
    return (!contains(issues), issues)
  }
}
