import Vocabulary

/// Reads codes of organizations: unified social credit codes (统一社会信用代码, GB 32100-2015) and what was
/// in use before them.
///
/// Of 18 characters are checked: the alphabet without I, O, S, V, Z, the province, the last character,
/// and the check of the code of the body (places 9 to 17). Older are the code of the body alone
/// (组织机构代码, GB 11714-1997), the tax number of an area before that code, and the number of the
/// business register (工商注册号) with its own check. Codes that hold one organization code have one key.
package struct CreditCodeNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> CodeReading {
    var reading = CodeReading()
    read(raw, into: &reading)
    return reading
  }

  /// Reads a cell in the memory of an earlier reading.
  package func read(_ raw: Span<UInt8>, into reading: inout CodeReading) {
    guard reading.begin(raw, lexicon.placeholders) else { return }
    check(&reading)
    reading.noteFiller(lexicon.placeholders)
  }

  private func check(_ reading: inout CodeReading) {
    switch reading.source.bytes.count {
    case 18: readUnified(&reading)
    case 15: readOlder(&reading)
    case 9 where OrganizationCode.passes(reading.source.bytes[...]): readBody(&reading)
    case 9: reading.issues.formUnion([.invalid, .checkCharacter])
    case let count: reading.issues.formUnion([.invalid, count < 18 ? .tooShort : .tooLong])
    }
  }

  // MARK: - 18 characters

  private func readUnified(_ reading: inout CodeReading) {
    var code = reading.source.bytes[...]
    let lookAlikes = LookAlikes.replace(&code, by: LookAlikes.inCreditCode)
    guard Self.isInAlphabet(code) else {
      reading.issues.insert(.invalid)
      shareBody(&reading)
      return
    }
    let passes = Self.passes(code) && OrganizationCode.passes(code[8..<17])
    guard passes, lookAlikes == 0 || Self.hasArea(code) else {
      if TruncatedDigits.endsInZeros(code) {
        reading.withdraw(.truncated)
      } else {
        reading.issues.formUnion(lookAlikes > 0 ? .invalid : [.invalid, .checkCharacter])
        shareBody(&reading)
      }
      return
    }
    reading.set(.canonical, code)
    shareBody(&reading)
    guard Self.hasArea(code) else {
      reading.issues.insert(.invalid)
      return
    }
    // The checks show what was meant; what was typed is still no code.
    reading.isValid = lookAlikes == 0
    if lookAlikes > 0 { reading.issues.insert(.lookAlike) }
    reading.set(.kind, "uscc")
    reading.set(.authority, code[..<1])
    reading.set(.area, code[2..<8])
    reading.share(.organizationCode, with: .key)
  }

  /// The key of a code of 18 characters is that of the body, also where something is mistyped.
  private func shareBody(_ reading: inout CodeReading) {
    let canonical = reading.text.range(of: CodeReading.Part.canonical.rawValue)
    guard canonical.count == 18 else { return }
    reading.set(.key, reading.text.bytes[canonical][(canonical.lowerBound + 8)...].dropLast())
  }

  private static func hasArea(_ code: ArraySlice<UInt8>) -> Bool {
    code[2..<8].allSatisfy(isDigit) && Provinces.name(code[2..<4]) != nil
  }

  private static func isInAlphabet(_ code: ArraySlice<UInt8>) -> Bool {
    for byte in code where value(byte) < 0 { return false }
    return true
  }

  /// The place of a character in the alphabet without I, O, S, V and Z; -1 for any other.
  private static func value(_ byte: UInt8) -> Int {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x48: Int(byte) - 0x41 + 10  // A to H
    case 0x4A...0x4E: Int(byte) - 0x4A + 18  // J to N
    case 0x50...0x52: Int(byte) - 0x50 + 23  // P Q R
    case 0x54, 0x55: Int(byte) - 0x54 + 26  // T U
    case 0x57...0x59: Int(byte) - 0x57 + 28  // W X Y
    default: -1
    }
  }

  /// The weights are powers of 3 modulo 31.
  private static func passes(_ code: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    var weight = 1
    for byte in code.dropLast() {
      sum += value(byte) * weight
      weight = weight * 3 % 31
    }
    return (31 - sum % 31) % 31 == value(code[code.endIndex - 1])
  }

  // MARK: - Older codes

  private func readBody(_ reading: inout CodeReading) {
    reading.isValid = true
    reading.set(.kind, "organization_code")
    reading.share(.key, with: .canonical)
    reading.share(.organizationCode, with: .canonical)
  }

  /// Fifteen places: a number of the business register, or an area and a code of a body.
  private func readOlder(_ reading: inout CodeReading) {
    let code = reading.source.bytes
    let hasArea = code[..<6].allSatisfy(isDigit) && Provinces.name(code[..<2]) != nil
    let isRegistration = hasArea && RegistrationNumber.passes(code[...])
    let isTax = hasArea && OrganizationCode.passes(code[6...])
    guard isRegistration || isTax else {
      let isCode = hasArea && code[6...].allSatisfy { isDigit($0) || isASCIILetter($0) }
      reading.issues.formUnion([.invalid, isCode ? .checkCharacter : .tooShort])
      return
    }
    reading.isValid = true
    if isRegistration && isTax { reading.issues.insert(.ambiguous) }
    reading.share(.key, with: .canonical)
    reading.set(.kind, isRegistration ? "registration_number" : "tax_number")
    reading.set(.area, code[..<6])
    if !isRegistration {
      reading.set(.key, code[6...])
      reading.share(.organizationCode, with: .key)
    }
  }
}

/// The code of a body: eight characters and a check character (GB 11714-1997).
enum OrganizationCode {
  /// Letters count 10 to 35, the weights are 3 7 9 10 5 8 4 2, the check is modulo 11.
  static func passes(_ code: ArraySlice<UInt8>) -> Bool {
    guard code.count == 9 else { return false }
    var sum = 0
    for (place, byte) in code.dropLast().enumerated() {
      guard isDigit(byte) || byte &- 0x41 < 26 else { return false }
      sum += (isDigit(byte) ? Int(byte) - 0x30 : Int(byte) - 0x41 + 10) * weight(place)
    }
    let check = (11 - sum % 11) % 11
    return code[code.endIndex - 1] == (check == 10 ? 0x58 : UInt8(0x30 + check))
  }

  private static func weight(_ place: Int) -> Int {
    switch place {
    case 0: 3
    case 1: 7
    case 2: 9
    case 3: 10
    case 4: 5
    case 5: 8
    case 6: 4
    default: 2
    }
  }
}

/// The number of the business register: fourteen digits and a check digit (GS 15-2006).
enum RegistrationNumber {
  /// ISO 7064 MOD 11,10.
  static func passes(_ code: ArraySlice<UInt8>) -> Bool {
    guard code.count == 15, code.allSatisfy(isDigit) else { return false }
    var product = 10
    for byte in code.dropLast() {
      let sum = (product + Int(byte) - 0x30) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (product + Int(code[code.endIndex - 1]) - 0x30) % 10 == 1
  }
}

/// Letters that people write for the digits that look like them.
enum LookAlikes {
  /// What is meant by one of the five letters that no credit code has; nil for any other character.
  static func inCreditCode(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 0x49: 0x31  // I 1
    case 0x4F: 0x30  // O 0
    case 0x53: 0x35  // S 5
    case 0x56: 0x55  // V U
    case 0x5A: 0x32  // Z 2
    default: nil
    }
  }

  /// The digit that is meant by a letter in a number; nil for any other character.
  static func inNumber(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 0x42: 0x38  // B 8
    case 0x44, 0x4F, 0x51: 0x30  // D O Q 0
    case 0x47: 0x36  // G 6
    case 0x49, 0x4C: 0x31  // I L 1
    case 0x53: 0x35  // S 5
    case 0x5A: 0x32  // Z 2
    default: nil
    }
  }

  /// Replaces the letters.
  ///
  /// - Returns: How many.
  static func replace(_ code: inout ArraySlice<UInt8>, by meant: (UInt8) -> UInt8?) -> Int {
    var count = 0
    for place in code.indices where !isDigit(code[place]) {
      guard let digit = meant(code[place]) else { continue }
      code[place] = digit
      count += 1
    }
    return count
  }
}

/// The first two digits of Chinese area codes (GB/T 2260).
enum Provinces {
  /// The province that digits begin with; nil when there is none.
  static func name(_ digits: ArraySlice<UInt8>) -> String? {
    guard let number = CodeReading.number(digits.prefix(2)), number < 100 else { return nil }
    return names[Int(number)]
  }

  private static let names: [String?] = {
    var names = [String?](repeating: nil, count: 100)
    for (number, name) in [
      (11, "北京"), (12, "天津"), (13, "河北"), (14, "山西"), (15, "内蒙古"), (21, "辽宁"), (22, "吉林"),
      (23, "黑龙江"), (31, "上海"), (32, "江苏"), (33, "浙江"), (34, "安徽"), (35, "福建"), (36, "江西"),
      (37, "山东"), (41, "河南"), (42, "湖北"), (43, "湖南"), (44, "广东"), (45, "广西"), (46, "海南"),
      (50, "重庆"), (51, "四川"), (52, "贵州"), (53, "云南"), (54, "西藏"), (61, "陕西"), (62, "甘肃"),
      (63, "青海"), (64, "宁夏"), (65, "新疆"), (71, "台湾"), (81, "香港"), (82, "澳门"), (83, "台湾"),
    ] {
      names[number] = name
    }
    return names
  }()
}
