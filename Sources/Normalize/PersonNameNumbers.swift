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

  init(_ results: [FieldResult]) {
    starts = results.map { _ in nil }
    var keys = TextColumn()
    for (field, result) in results.enumerated() where !result.persons.isEmpty {
      starts[field] = keys.count
      for raw in result.persons.facts.indices { result.persons.addKey(of: raw, to: &keys) }
    }
    names.intern(keys, appendingTo: &numbers)
    addEvidence(results)
  }

  /// The parts of every name where it was first seen.
  private mutating func addEvidence(_ results: [FieldResult]) {
    var texts = NameParts()
    for (field, result) in results.enumerated() {
      guard let start = starts[field] else { continue }
      for raw in result.persons.facts.indices
      where Int(numbers[start + raw]) == evidence.count {
        texts.add(raw, of: result.persons)
        evidence.append(PersonNameEvidence(result.persons.facts[raw]))
      }
    }
    let surnames = ids(of: texts.surname)
    let givens = ids(of: texts.given)
    let aliases = ids(of: texts.alias)
    let latinSurnames = ids(of: texts.latinSurname)
    let latinGivens = ids(of: texts.latinGiven)
    let formalGivens = ids(of: texts.formalGiven)
    let fulls = ids(of: texts.full)
    for index in surnames.indices {
      evidence[index + 1].surname = surnames[index]
      evidence[index + 1].given = givens[index]
      evidence[index + 1].alias = aliases[index]
      evidence[index + 1].latinSurname = latinSurnames[index]
      evidence[index + 1].latinGiven = latinGivens[index]
      evidence[index + 1].formalGiven = formalGivens[index]
      evidence[index + 1].full = fulls[index]
    }
  }

  private mutating func ids(of texts: TextColumn) -> [UInt32] {
    var ids: [UInt32] = []
    ids.reserveCapacity(texts.count)
    parts.intern(texts, appendingTo: &ids)
    return ids
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
}

extension PersonNameEvidence {
  /// What is known of a name beside its parts.
  fileprivate init(_ facts: PersonNameColumn.Facts) {
    self.init()
    isHan = facts.isHan
    switch facts.gender {
    case .male: gender = .male
    case .female: gender = .female
    case .unknown: gender = .unknown
    }
  }
}

extension PersonNameColumn.Facts {
  fileprivate var isHan: Bool { script == .han || script == .mixed }
}

extension PersonNameColumn {
  /// Adds what tells a name from others: an empty text where it is no evidence.
  fileprivate func addKey(of name: Int, to keys: inout TextColumn) {
    let alias = range(.alias, of: name)
    // The three stand one behind the other.
    if facts[name].isIdentity, range(.surname, of: name).lowerBound < alias.upperBound {
      let bytes = parts.bytes.span
      let separator: InlineArray<1, UInt8> = [0x1F]
      for part in [Part.surname, .given, .alias] {
        keys.extend(bytes.extracting(range(part, of: name)))
        keys.extend(separator.span)
      }
      let gender: InlineArray<1, UInt8> = [0x30 + facts[name].gender.rawValue]
      keys.extend(gender.span)
    }
    keys.close()
  }
}

/// The parts of names as they are compared, one text a name.
private struct NameParts {
  private(set) var surname = TextColumn()
  private(set) var given = TextColumn()
  private(set) var alias = TextColumn()
  private(set) var latinSurname = TextColumn()
  private(set) var latinGiven = TextColumn()
  private(set) var formalGiven = TextColumn()
  /// Surname and given name together; empty where either is unknown.
  private(set) var full = TextColumn()

  mutating func add(_ name: Int, of names: PersonNameColumn) {
    let bytes = names.parts.bytes.span
    let surnameRange = names.range(.surname, of: name)
    let givenRange = names.range(.given, of: name)
    let latinSurnameRange = names.range(.latinSurname, of: name)
    let latinGivenRange = names.range(.latinGiven, of: name)
    Self.appendLowercase(bytes.extracting(surnameRange), to: &surname)
    Self.appendLowercase(bytes.extracting(givenRange), to: &given)
    Self.appendLowercase(bytes.extracting(names.range(.alias, of: name)), to: &alias)
    latinSurname.append(bytes.extracting(latinSurnameRange))
    latinGiven.append(bytes.extracting(latinGivenRange))
    formalGiven.append(bytes.extracting(names.range(.formalGiven, of: name)))
    if !surnameRange.isEmpty, !givenRange.isEmpty {
      if names.facts[name].isHan {
        full.extend(bytes.extracting(surnameRange.lowerBound..<givenRange.upperBound))
      } else {
        let blank: InlineArray<1, UInt8> = [0x20]
        full.extend(bytes.extracting(latinGivenRange))
        full.extend(blank.span)
        full.extend(bytes.extracting(latinSurnameRange))
      }
    }
    full.close()
  }

  /// Appends text in lower case; only letters with accents cost more than a look.
  private static func appendLowercase(_ text: Span<UInt8>, to column: inout TextColumn) {
    var isLower = true
    for index in text.indices {
      // Latin, Greek and Cyrillic letters beyond ASCII begin with the bytes from C3 to D4, and E1.
      let byte = text[index]
      isLower = isLower && !(0x41...0x5A ~= byte || 0xC3...0xD4 ~= byte || byte == 0xE1)
    }
    guard !isLower else { return column.append(text) }
    var bytes: [UInt8] = []
    for index in text.indices { bytes.append(text[index]) }
    column.append(String(decoding: bytes, as: UTF8.self).lowercased())
  }
}
