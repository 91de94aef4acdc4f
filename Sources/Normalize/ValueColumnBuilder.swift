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
  /// The raw cells, and by cell the number of its digits: the maximum where nobody asked yet.
  private let raws: ValuePool
  private var digitNumbers: [UInt32] = []
  /// By implied place: its number in the column, the maximum where it is not known yet.
  private var placeNumbers: [UInt32] = []

  init(
    _ field: Field, _ kind: EvidenceColumn.Kind, _ index: Int, _ result: FieldResult,
    raws: ValuePool, mentions: Int, nicknames: Nicknames
  ) {
    self.raws = raws
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

  /// Adds what a cell says that holds no valid number.
  mutating func addWrongNumber(_ raw: UInt32) {
    let issues = issues[Int(raw)]
    guard issues.contains(.invalid), issues.subtracting(.invalid).isDisjoint(with: .notIdentity)
    else { return }
    values.add(digits(of: raw))
  }

  /// The number of what was dialled, where it is no number of any region's plan.
  ///
  /// Two records with one wrong number still agree. The first digits may be a prefix that one of them
  /// leaves out; ten are kept.
  private mutating func digits(of raw: UInt32) -> UInt32 {
    if digitNumbers.isEmpty { digitNumbers = [UInt32](repeating: .max, count: raws.count) }
    if digitNumbers[Int(raw)] == .max {
      let digits = raws[raw].filter { (0x30...0x39).contains($0) }
      let isNumber = (7...15).contains(digits.count)
      let key = isNumber ? [UInt8(ascii: "~")] + digits.suffix(10) : []
      digitNumbers[Int(raw)] = column.values.intern(key.span)
      if isExclusive {
        column.vetoes += [Bool](repeating: false, count: column.values.count - column.vetoes.count)
      }
    }
    return digitNumbers[Int(raw)]
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
