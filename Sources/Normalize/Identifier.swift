import Vocabulary

/// Reads identifiers of any other system: customer numbers, social security numbers.
///
/// The canonical form is lower-case without blanks; marks inside stay, for they tell numbers apart.
package struct IdentifierNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> CodeReading {
    var reading = CodeReading()
    read(raw, into: &reading)
    return reading
  }

  /// Reads a cell in the memory of an earlier reading.
  package func read(_ raw: Span<UInt8>, into reading: inout CodeReading) {
    reading.reset()
    guard let early = reading.beginIdentifier(raw, lexicon.placeholders) else {
      reading.isValid = true
      reading.setIdentifier()
      return
    }
    reading.issues.formUnion(early)
  }
}

extension CodeReading {
  /// Cleans a cell that holds an identifier.
  ///
  /// - Returns: What there is to say where it holds none; nil where it may.
  mutating func beginIdentifier(_ raw: Span<UInt8>, _ placeholders: Placeholders) -> ValueIssues? {
    source.clean.read(raw)
    let scalars = source.clean.scalars
    guard !scalars.isEmpty else { return [] }
    if let issue = UnreadableCell.issue(of: scalars) { return issue }
    if source.clean.isRepaired { issues.insert(.repaired) }
    if MaskedText.hidesCode(scalars) { return .masked }
    if placeholders.isPlaceholder(scalars.span) || Self.isOneDigit(scalars) { return .placeholder }
    switch SpreadsheetNumber(scalars) {
    case .plain: return nil
    case .lossy: return .precisionLost
    case .digits(let digits):
      issues.insert(.repaired)
      source.clean.replace(with: digits)
      return nil
    }
  }

  /// Sets the canonical form to the cell's text in lower case, without blanks.
  mutating func setIdentifier() {
    var hasAt = false
    var hasPoint = false
    text.begin(Part.canonical.rawValue)
    for scalar in source.clean.scalars where scalar != 0x20 && scalar != 0x0A {
      hasAt = hasAt || scalar == 0x40
      hasPoint = hasPoint || scalar == 0x2E
      text.append(scalar: scalar < 0x80 ? UInt32(lowercase(UInt8(scalar))) : scalar)
    }
    text.end(Part.canonical.rawValue)
    if hasAt, hasPoint {
      isValid = false
      issues.formUnion([.wrongKind, .invalid])
    }
  }

  private static func isOneDigit(_ scalars: [UInt32]) -> Bool {
    scalars.count > 2 && isScalarDigit(scalars[0]) && scalars.allSatisfy { $0 == scalars[0] }
  }
}
