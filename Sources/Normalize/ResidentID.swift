package import Vocabulary

/// Reads identity numbers of persons (居民身份证, GB 11643-1999), of 18 places or of 15 without a check.
///
/// The residence permits of people from Hong Kong, Macau and Taiwan (areas 81, 82, 83) and of
/// foreigners (9 in front) have the same form.
package struct ResidentIDNormalizer: Sendable {
  private let lexicon: Lexicon
  private let latest: CivilDay?

  /// After `asOf`, the day of the run, nobody was born; without one, on any day.
  package init(_ lexicon: Lexicon = .shipped, asOf: CivilDay? = nil) {
    self.lexicon = lexicon
    latest = asOf.map { CivilDay(number: $0.number + 1) }
  }

  package func read(_ raw: Span<UInt8>) -> CodeReading {
    var reading = CodeReading()
    read(raw, into: &reading)
    return reading
  }

  /// Reads a cell in the memory of an earlier reading.
  package func read(_ raw: Span<UInt8>, into reading: inout CodeReading) {
    guard reading.begin(raw, lexicon.placeholders) else { return }
    let code = reading.source.bytes
    switch code.count {
    case 18: check18(code[...], &reading)
    case 15: check15(code[...], &reading)
    default: reading.issues.formUnion([.invalid, code.count < 18 ? .tooShort : .tooLong])
    }
    reading.noteFiller(lexicon.placeholders)
  }

  private func check18(_ typed: ArraySlice<UInt8>, _ reading: inout CodeReading) {
    var code = typed
    var body = code[..<17]
    let lookAlikes = LookAlikes.replace(&body, by: LookAlikes.inNumber)
    if lookAlikes > 0 { code = body + code[17...] }
    guard body.allSatisfy(isDigit), isDigit(code[17]) || code[17] == 0x58 else {
      reading.issues.insert(.invalid)
      return
    }
    guard Self.check(body) == code[17] else {
      if TruncatedDigits.endsInZeros(code) {
        reading.withdraw(.truncated)
      } else {
        reading.issues.formUnion(lookAlikes > 0 ? .invalid : [.invalid, .checkCharacter])
      }
      return
    }
    finish(code, lookAlikes: lookAlikes, &reading)
  }

  /// The old form has a year of two digits: 1900s, or 1800s where the number is one of those kept for
  /// people of a hundred years.
  ///
  /// It is written in the new form, so that both forms of one number are equal.
  private func check15(_ code: ArraySlice<UInt8>, _ reading: inout CodeReading) {
    guard code.allSatisfy(isDigit) else {
      reading.issues.insert(.invalid)
      return
    }
    let isCentenarian = code[12] == 0x39 && code[13] == 0x39 && code[14] >= 0x36
    let body = code[..<6] + [0x31, isCentenarian ? 0x38 : 0x39] + code[6...]
    finish(body + [Self.check(body)], lookAlikes: 0, &reading)
  }

  /// What stands when the check character fits.
  private func finish(_ code: ArraySlice<UInt8>, lookAlikes: Int, _ reading: inout CodeReading) {
    let year = Self.number(code[6..<10])
    guard year >= 1850,
      let birth = CivilDay(
        year: year, month: Self.number(code[10..<12]), day: Self.number(code[12..<14]))
    else {
      reading.issues.formUnion([.invalid, .impossibleDate])
      return
    }
    if let latest, birth > latest {
      reading.issues.formUnion([.invalid, .futureDate])
      return
    }
    guard setPlace(code, &reading) else {
      reading.issues.insert(.invalid)
      return
    }
    reading.set(.canonical, code)
    // The check shows what was meant; what was typed is still no number.
    reading.isValid = lookAlikes == 0
    if lookAlikes > 0 { reading.issues.insert(.lookAlike) }
    reading.set(.birthDate, birth)
    reading.set(.gender, code[16] & 1 == 1 ? "male" : "female")
  }

  /// - Returns: Whether there is such a province.
  private func setPlace(_ code: ArraySlice<UInt8>, _ reading: inout CodeReading) -> Bool {
    if code[0] == 0x39 {  // 9, the province of the office, the country
      guard Provinces.name(code[1..<3]) != nil, code[1] < 0x37 else { return false }
      reading.set(.kind, "foreigner_permit")
      return true
    }
    guard Provinces.name(code[..<2]) != nil else { return false }
    reading.set(.kind, code[0] == 0x38 ? "residence_permit" : "resident_id")
    reading.set(.area, code[..<6])
    let area = CodeReading.number(code[..<6])
    let isListed =
      code[0] == 0x38 || area.map { DivisionTable.shared.division(code: $0) != nil } ?? false
    if !isListed { reading.issues.insert(.unknownPlace) }
    return true
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// ISO 7064 MOD 11-2: the weights are powers of 2 modulo 11.
  private static func check(_ body: ArraySlice<UInt8>) -> UInt8 {
    var sum = 0
    for byte in body { sum = (sum + Int(byte) - 0x30) * 2 % 11 }
    let check = (12 - sum) % 11
    return check == 10 ? 0x58 : UInt8(0x30 + check)
  }
}
