/// The permanent identifier of a golden record, such as P000012K0.
///
/// A letter for the kind of party (P or O), a running number of seven digits in Crockford's base 32,
/// which has no I, L, O or U, and a check character. The number is handed out once and never again.
///
/// The check character is of the same alphabet. It is the last digit of a code over the field of 32
/// elements in which every place has a weight of its own, so that any single wrong character and any
/// two exchanged ones show, the leading letter included.
package struct GoldenID: Hashable, Sendable {
  package let party: Party
  /// 1 is the first of each kind of party.
  package let number: UInt32

  package init(party: Party, number: UInt32) {
    self.party = party
    self.number = number
  }

  /// Reads an identifier as it is written; nil when it is none.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == Self.digitCount + 2, let party = Self.party(of: bytes[0]) else {
      return nil
    }
    var number: UInt64 = 0
    var check = Self.seed(of: party)
    for byte in bytes[1...Self.digitCount] {
      guard let digit = Self.value(of: byte) else { return nil }
      number = number << 5 | UInt64(digit)
      check = Self.timesAlpha(check) ^ digit
    }
    guard let number = UInt32(exactly: number), number > 0,
      Self.value(of: bytes[Self.digitCount + 1]) == Self.timesAlpha(check)
    else { return nil }
    self.init(party: party, number: number)
  }

  private static let digitCount = 7

  private static func party(of letter: UInt8) -> Party? {
    switch letter {
    case UInt8(ascii: "P"): .person
    case UInt8(ascii: "O"): .organization
    default: nil
    }
  }

  private static func seed(of party: Party) -> UInt8 { party == .person ? 1 : 2 }

  private static func digit(_ value: UInt8) -> UInt8 {
    switch value {
    case 0..<10: UInt8(ascii: "0") + value
    case 10..<18: UInt8(ascii: "A") + value - 10
    case 18..<20: UInt8(ascii: "J") + value - 18
    case 20..<22: UInt8(ascii: "M") + value - 20
    case 22..<27: UInt8(ascii: "P") + value - 22
    default: UInt8(ascii: "V") + value - 27
    }
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "H"): digit - UInt8(ascii: "A") + 10
    case UInt8(ascii: "J")...UInt8(ascii: "K"): digit - UInt8(ascii: "J") + 18
    case UInt8(ascii: "M")...UInt8(ascii: "N"): digit - UInt8(ascii: "M") + 20
    case UInt8(ascii: "P")...UInt8(ascii: "T"): digit - UInt8(ascii: "P") + 22
    case UInt8(ascii: "V")...UInt8(ascii: "Z"): digit - UInt8(ascii: "V") + 27
    default: nil
    }
  }

  /// The product with a primitive element, modulo x⁵ + x² + 1.
  private static func timesAlpha(_ value: UInt8) -> UInt8 {
    let doubled = value << 1
    return doubled & 0b10_0000 == 0 ? doubled : doubled ^ 0b10_0101
  }
}

extension GoldenID: CustomStringConvertible {
  /// The identifier as it is written everywhere.
  package var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.digitCount + 2)
    bytes.append(party == .person ? UInt8(ascii: "P") : UInt8(ascii: "O"))
    var check = Self.seed(of: party)
    for place in (0..<Self.digitCount).reversed() {
      let value = UInt8((UInt64(number) >> UInt64(5 * place)) & 31)
      bytes.append(Self.digit(value))
      check = Self.timesAlpha(check) ^ value
    }
    bytes.append(Self.digit(Self.timesAlpha(check)))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension GoldenID: Comparable {
  /// Persons first, then by age, the oldest first.
  package static func < (left: Self, right: Self) -> Bool {
    (left.party == .person ? 0 : 1, left.number) < (right.party == .person ? 0 : 1, right.number)
  }
}
