/// A number of a workbook, taken apart into decimal digits.
///
/// A workbook writes 13800138000 as it is, 110101199003071000 perhaps as 1.10101199003071E+17 and 1.1
/// as 1.1000000000000001. No floating point is needed to say what was meant: the digits of a whole
/// number stay all of them, those of another number as far as Excel shows and keeps any, 15.
struct PlainNumber {
  static let keptDigits = 15
  /// The number of zeros beyond which a number is left as it is written.
  private static let longestRun = 40

  private(set) var isNegative = false
  /// The digits, 0...9, the first and the last no zeros.
  private(set) var digits: [UInt8] = []
  /// The place of the decimal point among the digits.
  private(set) var point = 0

  /// Nil where the bytes are no number.
  init?(_ bytes: [UInt8]) {
    var offset = 0
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      offset = 1
    }
    var isBehindPoint = false
    var hasDigits = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if 0x30...0x39 ~= byte {
        hasDigits = true
        if !isBehindPoint { point += 1 }
        digits.append(byte - 0x30)
      } else if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else {
        break
      }
      offset += 1
    }
    guard hasDigits, let exponent = Self.exponent(bytes[offset...]) else { return nil }
    point += exponent
    normalize()
  }

  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let letter = bytes.first else { return 0 }
    guard letter | 0x20 == UInt8(ascii: "e"), bytes.count <= 8 else { return nil }
    return Int(String(decoding: bytes.dropFirst(), as: UTF8.self))
  }

  private mutating func normalize() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0 { digits.removeLast() }
    if point < digits.count, digits.count > Self.keptDigits { round() }
    if digits.isEmpty {
      point = 0
      isNegative = false
    }
  }

  /// Rounds to the digits that are kept, a half away from zero.
  private mutating func round() {
    let isUp = digits[Self.keptDigits] >= 5
    digits.removeSubrange(Self.keptDigits...)
    if isUp {
      while digits.last == 9 { digits.removeLast() }
      if digits.isEmpty {
        digits = [1]
        point += 1
      } else {
        digits[digits.count - 1] += 1
      }
    }
    while digits.last == 0 { digits.removeLast() }
  }

  var isWhole: Bool { point >= digits.count }

  /// The number without an exponent; nil where that would be a long run of zeros.
  var text: [UInt8]? {
    guard point <= digits.count + Self.longestRun, point >= -Self.longestRun else { return nil }
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    if point <= 0 {
      text.append(UInt8(ascii: "0"))
    } else {
      for index in 0..<point { text.append(0x30 + (index < digits.count ? digits[index] : 0)) }
    }
    if isWhole { return text }
    text.append(UInt8(ascii: "."))
    for _ in stride(from: point, to: 0, by: 1) { text.append(UInt8(ascii: "0")) }
    for digit in digits[max(0, point)...] { text.append(0x30 + digit) }
    return text
  }
}
