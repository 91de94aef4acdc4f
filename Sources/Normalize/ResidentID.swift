import Vocabulary

/// Reads resident identity numbers (居民身份证, GB 11643-1999), of 18 places or of 15 without a check.
package struct ResidentIDNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> CodeReading {
    let text = CodeText(raw)
    if let early = text.early(lexicon.placeholders) { return early }
    var reading = CodeReading(canonical: text.string, issues: text.issues)
    switch text.bytes.count {
    case 18: check18(text.bytes, &reading)
    case 15: check15(text.bytes, &reading)
    default:
      reading.issues.formUnion([.invalid, text.bytes.count < 18 ? .tooShort : .tooLong])
    }
    return reading
  }

  private func check18(_ bytes: [UInt8], _ reading: inout CodeReading) {
    guard bytes[..<17].allSatisfy(isDigit), isDigit(bytes[17]) || bytes[17] == 0x58 else {
      reading.issues.insert(.invalid)
      return
    }
    guard Self.check(bytes[..<17]) == bytes[17] else {
      if TruncatedDigits.endsInZeros(bytes) {
        reading = CodeReading(issues: reading.issues.union(.truncated))
        return
      }
      reading.issues.formUnion([.invalid, .checkCharacter])
      return
    }
    finish(bytes, year: Self.number(bytes[6..<10]), dateAt: 10, &reading)
  }

  /// The old form has a year of two digits; all its holders were born in the 1900s.
  ///
  /// It is written in the new form, so that both forms of one number are equal.
  private func check15(_ bytes: [UInt8], _ reading: inout CodeReading) {
    guard bytes.allSatisfy(isDigit) else {
      reading.issues.insert(.invalid)
      return
    }
    let body = bytes[..<6] + [0x31, 0x39] + bytes[6...]
    let full = Array(body) + [Self.check(body)]
    finish(full, year: Self.number(full[6..<10]), dateAt: 10, &reading)
    if reading.isValid { reading.canonical = String(decoding: full, as: UTF8.self) }
  }

  private func finish(
    _ bytes: [UInt8], year: Int, dateAt: Int, _ reading: inout CodeReading
  ) {
    let month = Self.number(bytes[dateAt..<dateAt + 2])
    let day = Self.number(bytes[(dateAt + 2)..<(dateAt + 4)])
    guard year >= 1850, let birth = CivilDay(year: year, month: month, day: day) else {
      reading.issues.formUnion([.invalid, .impossibleDate])
      return
    }
    let area = String(decoding: bytes[..<6], as: UTF8.self)
    guard let province = Provinces.name(ofCode: area) else {
      reading.issues.insert(.invalid)
      return
    }
    reading.isValid = true
    reading.parts = [
      CodePart(name: "birth_date", value: birth.description),
      CodePart(name: "gender", value: Self.number(bytes[16..<17]) % 2 == 1 ? "male" : "female"),
      CodePart(name: "area", value: area), CodePart(name: "province", value: province),
    ]
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// ISO 7064 MOD 11-2: the weights are powers of 2 modulo 11.
  private static func check(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(bytes, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return Array("10X98765432".utf8)[sum % 11]
  }
}
