import Vocabulary

/// Reads bank account numbers: digits of cards and of accounts.
///
/// Cards end in a check digit (ISO/IEC 7812, Luhn), accounts of firms mostly do not. A number that
/// fails is therefore valid, and the check is only noted.
package struct BankAccountNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> CodeReading {
    let text = CodeText(raw)
    if let early = text.early(lexicon.placeholders) { return early }
    var reading = CodeReading(canonical: text.string, issues: text.issues)
    guard text.bytes.allSatisfy(isDigit) else {
      reading.issues.insert(.invalid)
      return reading
    }
    guard (8...32).contains(text.bytes.count) else {
      reading.issues.formUnion([.invalid, text.bytes.count < 8 ? .tooShort : .tooLong])
      return reading
    }
    let passes = Self.passesLuhn(text.bytes)
    if !passes, TruncatedDigits.endsInManyZeros(text.bytes) {
      return CodeReading(issues: reading.issues.union(.truncated))
    }
    reading.isValid = true
    reading.parts = [CodePart(name: "luhn", value: passes ? "true" : "false")]
    return reading
  }

  private static func passesLuhn(_ bytes: [UInt8]) -> Bool {
    var sum = 0
    for (index, byte) in bytes.reversed().enumerated() {
      let digit = Int(byte - 0x30)
      let doubled = digit * 2
      sum += index % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}
