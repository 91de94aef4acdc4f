package import Vocabulary

/// What one cell with a code or an account number holds.
///
/// One reading serves for many cells: its memory is used again.
package struct CodeReading: Sendable {
  /// The facts that a code states.
  enum Part: Int, CaseIterable {
    case canonical, key, kind, authority, area, organizationCode, birthDate, gender, issuer, network

    /// The name under which the fact is shown.
    var name: String {
      switch self {
      case .canonical: "canonical"
      case .key: "key"
      case .kind: "kind"
      case .authority: "authority"
      case .area: "area"
      case .organizationCode: "organization_code"
      case .birthDate: "birth_date"
      case .gender: "gender"
      case .issuer: "issuer"
      case .network: "network"
      }
    }
  }

  /// Whether the code, as it was typed, passes every check of its kind.
  package var isValid = false
  package var issues: ValueIssues = []
  /// The texts of the parts, by `Part`.
  var text = PartText()
  /// What a cell is read in.
  var source = CodeText()

  package init() {}

  /// Makes the reading that of a cell without anything, and keeps the memory.
  mutating func reset() {
    isValid = false
    issues = []
    text.removeAll()
  }
}

extension CodeReading: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.isValid == right.isValid && left.issues == right.issues && left.text == right.text
  }
}

extension CodeReading {
  /// The code without separators, upper-case; the cleaned text when it is no code.
  ///
  /// Empty when there is nothing to compare.
  package var canonical: String { text.string(Part.canonical.rawValue) }
  /// What is compared: of codes of organizations the organization code inside; else the canonical form.
  package var key: String {
    text.isEmpty(Part.key.rawValue) ? canonical : text.string(Part.key.rawValue)
  }
  /// Facts the code itself states, such as its area; empty when invalid.
  package var parts: [CodePart] {
    var parts: [CodePart] = []
    for part in Part.allCases.dropFirst() where !text.isEmpty(part.rawValue) {
      parts.append(CodePart(name: part.name, value: text.string(part.rawValue)))
      if part == .area { parts += placeOfArea }
    }
    return parts
  }

  /// The province of the area, and the division under its name at the time.
  private var placeOfArea: [CodePart] {
    let digits = text.bytes[text.range(of: Part.area.rawValue)]
    var parts: [CodePart] = []
    if let province = Provinces.name(digits) {
      parts.append(CodePart(name: "province", value: province))
    }
    let table = DivisionTable.shared
    if let code = Self.number(digits), let division = table.division(code: code) {
      parts.append(CodePart(name: "division", value: table.path(division)))
    }
    return parts
  }

  /// The value of digits; nil where they are none.
  static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    var number: UInt32 = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      number = number * 10 + UInt32(digit - 0x30)
    }
    return number
  }

  /// What the code shows about its column: whether long numbers keep their last digits.
  var signs: ConventionSigns {
    if issues.contains(.truncated) { return .lostDigits }
    let digits = text.bytes[text.range(of: Part.canonical.rawValue)]
    guard TruncatedDigits.isLong(digits) else { return [] }
    return TruncatedDigits.endsInZeros(digits) ? [.lostDigits, .openDigits] : .wholeDigits
  }

  /// Takes a code back: it holds no value, for the reason that an issue names.
  mutating func withdraw(_ issue: ValueIssues) {
    isValid = false
    issues.insert(issue)
    text.removeAll()
  }

  mutating func set(_ part: Part, _ value: String) { text.set(part.rawValue, value) }

  mutating func set(_ part: Part, _ bytes: ArraySlice<UInt8>) {
    text.begin(part.rawValue)
    for byte in bytes { text.append(byte) }
    text.end(part.rawValue)
  }

  mutating func set(_ part: Part, _ day: CivilDay) {
    text.begin(part.rawValue)
    DateText(day, nil).read { letters in
      for place in letters.indices { text.append(letters[place]) }
    }
    text.end(part.rawValue)
  }

  mutating func share(_ part: Part, with other: Part) {
    text.share(part.rawValue, with: other.rawValue)
  }
}

/// One fact that a code states.
package struct CodePart: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
