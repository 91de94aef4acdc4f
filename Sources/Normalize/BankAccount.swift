import Vocabulary

/// Reads bank account numbers: digits of cards and of accounts, and IBANs.
///
/// Cards end in a check digit (ISO/IEC 7812, Luhn), accounts of firms mostly do not, and may begin as
/// cards do. A number that fails is therefore an account, and no card.
package struct BankAccountNormalizer: Sendable {
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
    if lexicon.placeholders.isPlaceholder(reading) {
      reading.reset()
      reading.issues = .placeholder
      return
    }
    let number = reading.source.bytes
    guard number.allSatisfy(isDigit) else {
      if IBAN.passes(number) {
        reading.isValid = true
        reading.set(.kind, "iban")
        reading.set(.area, number[..<2])
      } else {
        reading.issues.insert(.invalid)
      }
      return
    }
    guard (8...32).contains(number.count) else {
      reading.issues.formUnion([.invalid, number.count < 8 ? .tooShort : .tooLong])
      return
    }
    let passes = Self.passesLuhn(number)
    if !passes, TruncatedDigits.endsInManyZeros(number[...]) {
      reading.withdraw(.truncated)
    } else {
      readNumber(number, passes: passes, &reading)
    }
  }

  private func readNumber(_ number: [UInt8], passes: Bool, _ reading: inout CodeReading) {
    let network = CardNetwork(number)
    reading.isValid = true
    guard passes, let network else {
      reading.set(.kind, "account")
      return
    }
    reading.set(.network, network.rawValue)
    let bank = lexicon.banks.bank(of: number)
    reading.set(.issuer, bank?.name ?? "")
    reading.set(.kind, bank?.kind.name ?? "card")
  }

  private static func passesLuhn(_ number: [UInt8]) -> Bool {
    var sum = 0
    var isDoubled = false
    for byte in number.reversed() {
      let digit = Int(byte - 0x30)
      sum += isDoubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
      isDoubled.toggle()
    }
    return sum % 10 == 0
  }
}

/// The networks of cards, by the first digits that each of them states.
enum CardNetwork: String {
  case unionPay = "UnionPay"
  case visa = "Visa"
  case mastercard = "Mastercard"
  case americanExpress = "American Express"
  case jcb = "JCB"
  case diners = "Diners Club"
  case discover = "Discover"
  case mir = "Mir"
  case maestro = "Maestro"

  /// Nil where no network has such numbers of this length.
  init?(_ number: [UInt8]) {
    guard (13...19).contains(number.count) else { return nil }
    let first = number[..<4].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    switch (first, number.count) {
    case (6200...6299, 16...19), (8100...8171, 16...19): self = .unionPay
    case (4000...4999, 13), (4000...4999, 16), (4000...4999, 19): self = .visa
    case (5100...5599, 16), (2221...2720, 16): self = .mastercard
    case (3400...3499, 15), (3700...3799, 15): self = .americanExpress
    case (3528...3589, 16...19): self = .jcb
    case (3000...3059, 14...19), (3600...3699, 14...19), (3800...3999, 14...19): self = .diners
    case (6011, 16...19), (6440...6599, 16...19): self = .discover
    case (2200...2204, 16...19): self = .mir
    case (5000...5099, 13...19), (5600...5899, 13...19), (6000...6999, 13...19): self = .maestro
    case (9000...9999, 16...19): self = .unionPay  // older cards of Chinese banks
    default: return nil
    }
  }
}

/// International bank account numbers (ISO 13616).
enum IBAN {
  /// Two letters, two check digits and up to thirty places; modulo 97 the whole leaves 1.
  static func passes(_ number: [UInt8]) -> Bool {
    guard (15...34).contains(number.count), number[..<2].allSatisfy({ !isDigit($0) }),
      number[2..<4].allSatisfy(isDigit)
    else { return false }
    var rest = 0
    for byte in number[4...] + number[..<4] {
      guard isDigit(byte) || byte &- 0x41 < 26 else { return false }
      rest =
        isDigit(byte)
        ? (rest * 10 + Int(byte) - 0x30) % 97 : (rest * 100 + Int(byte) - 0x41 + 10) % 97
    }
    return rest == 1
  }
}
