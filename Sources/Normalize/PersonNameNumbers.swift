import Vocabulary

/// The names of persons in all fields under common numbers, with the parts that are compared.
///
/// Numbered once, for the persons themselves and for the organizations at which they are met.
struct PersonNameNumbers: Sendable {
  /// The numbers of the names, 0 where one is no evidence; those of a field begin at its start.
  private var numbers: [UInt32] = []
  /// By field: where the numbers of its raw values begin; nil where it holds no such names.
  private var starts: [Int?]
  private var names = ValuePool()
  private var parts = ValuePool()
  private var evidence = [PersonNameEvidence()]
  private var text: [UInt8] = []

  init(_ results: [FieldResult]) {
    starts = results.map { _ in nil }
    for (field, result) in results.enumerated() where !result.persons.isEmpty {
      starts[field] = numbers.count
      numbers.reserveCapacity(numbers.count + result.persons.facts.count)
      for raw in result.persons.facts.indices {
        numbers.append(number(of: raw, in: result.persons))
      }
    }
  }

  /// The fields that hold such names.
  var fields: [Int] { starts.indices.filter { starts[$0] != nil } }

  /// The number of a raw value of a field; 0 where it is no evidence.
  func number(_ field: Int, raw: UInt32) -> UInt32 {
    starts[field].map { numbers[$0 + Int(raw)] } ?? 0
  }

  /// An empty column of these names.
  func column(named name: String) -> EvidenceColumn {
    var column = EvidenceColumn(name: name, kind: .personName)
    column.values = names
    column.parts = parts
    column.persons = evidence
    return column
  }

  private mutating func number(of name: Int, in column: PersonNameColumn) -> UInt32 {
    let facts = column.facts[name]
    guard facts.isIdentity,
      column.has(.surname, name) || column.has(.given, name) || column.has(.alias, name)
    else { return 0 }
    let bytes = column.parts.bytes.span
    text.removeAll(keepingCapacity: true)
    for part in [PersonNameColumn.Part.surname, .given, .alias] {
      append(bytes.extracting(column.range(part, of: name)))
      text.append(0x1F)
    }
    text.append(0x30 + facts.gender.rawValue)
    let spelling = text  // a second owner, for a span may not outlive a change of self
    let id = names.intern(spelling.span)
    if Int(id) == evidence.count { evidence.append(parts(of: name, in: column)) }
    return id
  }

  private mutating func parts(of name: Int, in column: PersonNameColumn) -> PersonNameEvidence {
    let facts = column.facts[name]
    let bytes = column.parts.bytes.span
    let surname = column.range(.surname, of: name)
    let given = column.range(.given, of: name)
    let latinSurname = column.range(.latinSurname, of: name)
    let latinGiven = column.range(.latinGiven, of: name)
    var result = PersonNameEvidence()
    result.isHan = facts.script == .han || facts.script == .mixed
    result.surname = lowercasePart(bytes.extracting(surname))
    result.given = lowercasePart(bytes.extracting(given))
    result.latinSurname = parts.intern(bytes.extracting(latinSurname))
    result.latinGiven = parts.intern(bytes.extracting(latinGiven))
    result.alias = lowercasePart(bytes.extracting(column.range(.alias, of: name)))
    result.formalGiven = parts.intern(bytes.extracting(column.range(.formalGiven, of: name)))
    if !surname.isEmpty, !given.isEmpty {
      text.removeAll(keepingCapacity: true)
      if result.isHan {
        append(bytes.extracting(surname))
        append(bytes.extracting(given))
      } else {
        append(bytes.extracting(latinGiven))
        text.append(0x20)
        append(bytes.extracting(latinSurname))
      }
      let full = text
      result.full = parts.intern(full.span)
    }
    switch facts.gender {
    case .male: result.gender = .male
    case .female: result.gender = .female
    case .unknown: result.gender = .unknown
    }
    return result
  }

  private mutating func lowercasePart(_ spelling: Span<UInt8>) -> UInt32 {
    text.removeAll(keepingCapacity: true)
    appendLowercase(spelling)
    let lowered = text
    return parts.intern(lowered.span)
  }

  private mutating func append(_ spelling: Span<UInt8>) {
    for index in spelling.indices { text.append(spelling[index]) }
  }

  /// Appends text in lower case; only letters with accents cost more than a look.
  private mutating func appendLowercase(_ spelling: Span<UInt8>) {
    let start = text.count
    var hasAccents = false
    for index in spelling.indices {
      // Latin, Greek and Cyrillic letters beyond ASCII begin with these bytes.
      hasAccents = hasAccents || 0xC3...0xD4 ~= spelling[index] || spelling[index] == 0xE1
      text.append(lowercase(spelling[index]))
    }
    guard hasAccents else { return }
    let lowered = String(decoding: text[start...], as: UTF8.self).lowercased()
    text.replaceSubrange(start..., with: lowered.utf8)
  }
}
