import Vocabulary

/// Builds the evidence column of one field from the claims of mentions.
struct ValueColumnBuilder {
  private var column: EvidenceColumn
  private var values: MentionValues
  /// What the column has in common with others.
  var topic: EvidenceColumn.Topic? {
    get { column.topic }
    set { column.topic = newValue }
  }
  private let issues: [ValueIssues]
  /// By canonical value: its number in the column; nil where it is the value's own.
  private let numbers: [UInt32]?
  private let isExclusive: Bool
  /// By implied place: its number in the column, the maximum where it is not known yet.
  private var placeNumbers: [UInt32] = []

  init(
    _ field: Field, _ kind: EvidenceColumn.Kind, _ index: Int, _ result: FieldResult,
    mentions: Int, nicknames: Nicknames
  ) {
    values = MentionValues(mentions)
    let numbers = ValueNumbers(index, result)
    self.numbers = numbers.numbers(of: index)
    issues = result.field.issues
    isExclusive = field.isExclusive
    column = EvidenceColumn(name: field.name, kind: kind)
    column.values = numbers.values
    if isExclusive { column.vetoes = [Bool](repeating: false, count: numbers.values.count) }
    if kind == .givenName || kind == .surname { addPinyin() }
    if kind == .givenName { addFormalNames(nicknames) }
  }

  /// Adds claims of a mention.
  mutating func add(_ range: Range<Int>, of claims: FieldClaims) {
    for index in range {
      let issues = issues[Int(claims.raws[index])]
      // A mistyped identifier never vetoes, but it may still resemble the right one.
      let isEvidence = issues.subtracting([.checkCharacter, .invalid]).isDisjoint(
        with: .notIdentity)
      guard isEvidence else { continue }
      let value = claims.values[index]
      let id = numbers?[Int(value)] ?? value
      if isExclusive, issues.isDisjoint(with: .notIdentity) { column.vetoes[Int(id)] = true }
      values.add(id)
    }
  }

  /// Whether the mention has a value so far.
  var hasValue: Bool { values.hasValue }

  /// Adds a place that no claim holds.
  mutating func add(_ place: UInt32, of names: ValuePool) {
    guard place != 0 else { return }
    if placeNumbers.isEmpty { placeNumbers = [UInt32](repeating: .max, count: names.count) }
    if placeNumbers[Int(place)] == .max {
      placeNumbers[Int(place)] = column.values.intern(
        names.bytes.span.extracting(names.range(of: place)))
    }
    values.add(placeNumbers[Int(place)])
  }

  mutating func endMention() { values.endMention() }

  /// The column of all mentions.
  consuming func finish() -> EvidenceColumn {
    values.column(column)
  }

  private mutating func addFormalNames(_ nicknames: Nicknames) {
    column.formal = (0..<UInt32(column.values.count)).map { id in
      column.parts.intern(nicknames.canonical(column.values.string(id).lowercased()))
    }
  }

  private mutating func addPinyin() {
    let han = HanTable()
    column.latin = (0..<UInt32(column.values.count)).map { id in
      let syllables = column.values.string(id).unicodeScalars.map { han.pinyin($0.value) }
      return column.parts.intern(syllables.contains("") ? "" : syllables.joined(separator: " "))
    }
  }
}
