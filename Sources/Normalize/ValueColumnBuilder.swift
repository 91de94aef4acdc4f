import Vocabulary

/// Builds the evidence column of one field from the claims of mentions.
struct ValueColumnBuilder {
  private(set) var column: EvidenceColumn
  /// What the column has in common with others.
  var topic: EvidenceColumn.Topic? {
    get { column.topic }
    set { column.topic = newValue }
  }
  private let result: FieldResult
  private let isExclusive: Bool
  /// By canonical value: its number in the column, 0 if it is no evidence, the maximum if unknown.
  private var known: [UInt32]
  private var first = 0
  private let han = HanTable()

  init(_ field: Field, _ kind: EvidenceColumn.Kind, _ result: FieldResult) {
    column = EvidenceColumn(name: field.name, kind: kind)
    self.result = result
    isExclusive = field.isExclusive
    known = [UInt32](repeating: .max, count: result.field.canonical.count)
    if isExclusive { column.vetoes = [false] }
    if kind == .givenName || kind == .surname { column.latin = [0] }
  }

  /// Adds those of a mention's claims that belong to the field.
  mutating func add(_ claims: ArraySlice<ClaimReference>, field: Int) {
    for claim in claims where Int(claim.field) == field {
      let issues = result.field.issues[Int(claim.raw)]
      // A mistyped identifier never vetoes, but it may still resemble the right one.
      let isEvidence = issues.subtracting([.checkCharacter, .invalid]).isDisjoint(
        with: .notIdentity)
      guard isEvidence else { continue }
      let id = number(of: claim.value, isValid: issues.isDisjoint(with: .notIdentity))
      if id != 0, !column.ids[first...].contains(id) { column.ids.append(id) }
    }
  }

  /// Whether the mention has a value so far.
  var hasValue: Bool { column.ids.count > first }

  /// Adds a value that no claim holds.
  mutating func add(_ value: String) {
    let id = column.values.intern(value)
    if id != 0 { column.ids.append(id) }
  }

  mutating func endMention() {
    column.endMention()
    first = column.ids.count
  }

  private mutating func number(of value: UInt32, isValid: Bool) -> UInt32 {
    if known[Int(value)] != .max { return known[Int(value)] }
    let id = column.values.intern(identity(of: value))
    if isExclusive {
      if Int(id) == column.vetoes.count { column.vetoes.append(isValid) }
      // Two spellings of one code share a number, and one of them may be mistyped.
      if isValid { column.vetoes[Int(id)] = true }
    }
    if Int(id) == column.latin.count {
      column.latin.append(column.parts.intern(pinyin(of: column.values.string(id))))
    }
    known[Int(value)] = id
    return id
  }

  /// The syllables of a text of Han characters; empty for any other.
  private func pinyin(of text: String) -> String {
    let syllables = text.unicodeScalars.map { han.pinyin($0.value) }
    return syllables.contains("") ? "" : syllables.joined(separator: " ")
  }

  /// What of a canonical value is compared.
  private func identity(of value: UInt32) -> String {
    let index = Int(value) - 1
    if !result.emailIdentities.isEmpty { return result.emailIdentities[index] }
    if !result.codeKeys.isEmpty { return result.codeKeys[index] }
    if !result.addressKeys.isEmpty { return result.addressKeys[index] }
    return result.field.canonical.string(value)
  }
}
