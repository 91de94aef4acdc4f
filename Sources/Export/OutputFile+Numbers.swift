import Foundation
package import Vocabulary

extension OutputFile {
  /// Appends a whole number in decimal digits.
  package mutating func append(number: Int) {
    if number < 0 { append(0x2D) }
    append(digits: number.magnitude, width: 1)
  }

  /// Appends a number with a fixed count of decimals, rounded to the nearest.
  ///
  /// - Precondition: The number is finite.
  package mutating func append(number: Double, decimals: Int) {
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
  package mutating func append(day: CivilDay) {
    let (year, month, day) = day.parts
    append(digits: year.magnitude, width: 4)
    append(0x2D)
    append(digits: month.magnitude, width: 2)
    append(0x2D)
    append(digits: day.magnitude, width: 2)
  }

  /// Appends digits, with zeros in front up to a width.
  private mutating func append(digits number: UInt, width: Int) {
    var divisor: UInt = 1
    var length = 1
    while length < width || number / divisor >= 10 {
      divisor *= 10
      length += 1
    }
    while divisor > 0 {
      append(UInt8(0x30 + number / divisor % 10))
      divisor /= 10
    }
  }
}
