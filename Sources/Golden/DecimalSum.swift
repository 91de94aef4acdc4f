/// An exact sum of decimal numbers, in millionths.
///
/// 128 bits hold 10^8 addends of 24 digits before the point, so a sum cannot overflow.
struct DecimalSum: Hashable, Sendable {
  private static let decimals = 6
  private static let maximumDigits = 24

  private var millionths: Int128 = 0
  /// The most decimals that an addend has; the sum is written with as many.
  private var scale = 0
  private(set) var addends = 0

  init() {}

  /// Adds a number such as -159603.29.
  ///
  /// Decimals beyond the sixth are rounded, halves away from zero.
  ///
  /// - Returns: False when the text is no such number; then nothing was added.
  mutating func add(_ text: Span<UInt8>) -> Bool {
    var offset = 0
    let isNegative = !text.isEmpty && text[0] == 0x2D
    if !text.isEmpty, text[0] == 0x2D || text[0] == 0x2B { offset = 1 }
    var value: Int128 = 0
    var digits = 0
    while offset < text.count, let digit = decimalDigit(text[offset]) {
      value = value * 10 + digit
      digits += 1
      offset += 1
      guard digits <= Self.maximumDigits else { return false }
    }
    guard let (fraction, places) = Self.fraction(text, from: offset), digits + places > 0 else {
      return false
    }
    let magnitude = value * 1_000_000 + fraction
    millionths += isNegative ? -magnitude : magnitude
    scale = max(scale, min(places, Self.decimals))
    addends += 1
    return true
  }

  /// The decimals in millionths and their count; nil when something else follows.
  private static func fraction(_ text: Span<UInt8>, from start: Int) -> (Int128, Int)? {
    guard start < text.count else { return (0, 0) }
    guard text[start] == 0x2E else { return nil }
    var fraction: Int128 = 0
    for place in 0..<max(decimals + 1, text.count - start - 1) {
      let offset = start + 1 + place
      let digit: Int128
      if offset < text.count {
        guard let found = decimalDigit(text[offset]) else { return nil }
        digit = found
      } else {
        digit = 0
      }
      if place < decimals {
        fraction = fraction * 10 + digit
      } else if place == decimals, digit >= 5 {
        fraction += 1
      }
    }
    return (fraction, text.count - start - 1)
  }

  /// The sum in decimal digits, with as many decimals as its most exact addend.
  var text: String {
    var digits = String(millionths.magnitude)
    if digits.utf8.count <= Self.decimals {
      digits = String(repeating: "0", count: Self.decimals + 1 - digits.utf8.count) + digits
    }
    let sign = millionths < 0 ? "-" : ""
    let whole = digits.dropLast(Self.decimals)
    let fraction = digits.suffix(Self.decimals).prefix(scale)
    return sign + whole + (scale > 0 ? "." + fraction : "")
  }
}

private func decimalDigit(_ byte: UInt8) -> Int128? {
  (0x30...0x39).contains(byte) ? Int128(byte - 0x30) : nil
}
