import Foundation
import Vocabulary

/// Numbers as a page shows them, the same in every locale.
enum Figure {
  /// A count with its thousands apart, such as 1,203,400.
  static func count(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text: [UInt8] = number < 0 ? Array("−".utf8) : []
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A power of ten in few characters, such as 1,000, 10M or 1,000万.
  static func power(of exponent: Int, _ language: ReportLanguage) -> String {
    let (step, units) =
      language == .chinese ? (4, ["", "万", "亿", "万亿"]) : (3, ["", "K", "M", "B", "T"])
    // English begins to shorten at a million.
    let isShort = language == .chinese || exponent > 5
    let place = isShort ? min(exponent / step, units.count - 1) : 0
    let rest = (0..<exponent - place * step).reduce(1) { number, _ in number * 10 }
    return count(rest) + units[place]
  }

  /// The nearest count; a dash for what is no number.
  static func count(_ number: Double) -> String {
    Int(exactly: number.rounded()).map(count) ?? "–"
  }

  /// A weight with its sign and one decimal, such as +14.2.
  static func bits(_ weight: MatchWeight) -> String {
    guard weight.bits.isFinite else { return weight.bits.isNaN ? "–" : sign(weight.bits) + "∞" }
    let text = decimal(weight.bits.magnitude, 1)
    return (text == "0.0" ? "±" : sign(weight.bits)) + text
  }

  /// A share in percent, with as many decimals as tell it from nothing and from everything.
  static func share(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    let percent = share * 100
    let distance = min(percent, 100 - percent)
    if percent == 0 || percent == 100 || distance >= 10 { return decimal(percent, 0) + "%" }
    if distance < 0.000_000_1 { return percent < 50 ? "<0.0000001%" : ">99.9999999%" }
    let decimals = min(7, max(1, 1 - Int(log10(distance).rounded(.down))))
    return trimmed(decimal(percent, decimals)) + "%"
  }

  /// The probability of a weight; close to 1 it is told from it.
  static func probability(_ weight: MatchWeight) -> String {
    weight.bits > 29 ? ">99.9999999%" : share(weight.probability.value)
  }

  /// A share that is only estimated, in percent with two decimals.
  static func estimate(_ share: Double?) -> String {
    guard let share else { return "–" }
    return share < 1 && share > 0.999_95 ? ">99.99%" : decimal(share * 100, 2) + "%"
  }

  /// A place in a drawing, to the tenth.
  static func place(_ number: Double) -> String {
    precondition(number.isFinite, "a drawing has finite places")
    return trimmed(decimal(number, 1))
  }

  /// A number with a minus of its own where it is negative.
  static func signed(_ number: Double, decimals: Int) -> String {
    (number < 0 ? "−" : "") + decimal(number.magnitude, decimals)
  }

  /// A number with a fixed count of decimals; never minus nothing.
  static func decimal(_ number: Double, _ decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", number)
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) }
      ? String(text.dropFirst()) : text
  }

  private static func sign(_ number: Double) -> String { number < 0 ? "−" : "+" }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
