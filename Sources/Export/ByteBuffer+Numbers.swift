import Foundation
import Vocabulary

extension ByteBuffer where Sink: ~Copyable {
  /// Appends a whole number in decimal digits.
  mutating func append(number: Int) {
    if number < 0 { append(0x2D) }
    append(digits: number.magnitude, width: 1)
  }

  /// Appends a number with a fixed count of decimals, rounded to the nearest.
  ///
  /// - Precondition: The number is finite.
  mutating func append(number: Double, decimals: Int) {
    precondition(number.isFinite, "a result is a finite number")
    var scale: UInt = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (number.magnitude * Double(scale)).rounded()
    guard scaled < 9e15 else { return append(String(format: "%.\(decimals)f", number)) }
    let units = UInt(scaled)
    if number < 0, units > 0 { append(0x2D) }
    append(digits: units / scale, width: 1)
    guard decimals > 0 else { return }
    append(0x2E)
    append(digits: units % scale, width: decimals)
  }

  /// Appends a day such as 2026-06-30.
  mutating func append(day: CivilDay) {
    let (year, month, day) = day.parts
    append(digits: year.magnitude, width: 4)
    append(0x2D)
    append(digits: month.magnitude, width: 2)
    append(0x2D)
    append(digits: day.magnitude, width: 2)
  }

  /// Appends sixteen hexadecimal digits.
  mutating func append(hexadecimal number: UInt64) {
    for half in [UInt32(truncatingIfNeeded: number &>> 32), UInt32(truncatingIfNeeded: number)] {
      var word: UInt64 = 0
      for place in 0..<8 {
        let digit = UInt8(truncatingIfNeeded: half &>> UInt32(4 &* place)) & 15
        word = word &<< 8 | UInt64(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
      }
      append(word: word, count: 8)
    }
  }

  /// Appends digits, with zeros in front up to a width.
  private mutating func append(digits number: UInt, width: Int) {
    guard number < 100_000_000, width <= 8 else {
      append(digits: number / 100_000_000, width: max(1, width - 8))
      return append(digits: number % 100_000_000, width: 8)
    }
    var word: UInt64 = 0
    var rest = UInt32(truncatingIfNeeded: number)
    var count = 0
    repeat {
      word = word &<< 8 | UInt64(0x30 &+ rest % 10)
      rest /= 10
      count &+= 1
    } while rest > 0 || count < width
    append(word: word, count: count)
  }
}
