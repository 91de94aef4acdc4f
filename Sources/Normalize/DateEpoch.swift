import Vocabulary

/// Dates that are plain numbers: Unix time and spreadsheet serials.
enum EpochText {
  /// Seconds since 1970-01-01T00:00:00Z: 10 digits of seconds or 13 of milliseconds.
  static func moment(_ scalars: [UInt32]) -> Int64? {
    guard scalars.count == 10 || scalars.count == 13, let number = integer(scalars[...]) else {
      return nil
    }
    let seconds = scalars.count == 10 ? number : number / 1000
    return (100_000_000...4_294_967_295).contains(seconds) ? seconds : nil
  }

  /// Days since 1899-12-30, with the time of day as a fraction.
  ///
  /// Five digits only (1927 to 2119): fewer are rather a year or a count.
  static func serial(_ scalars: [UInt32]) -> (day: CivilDay, time: CivilTime, hasClock: Bool)? {
    let point = scalars.firstIndex(of: 0x2E) ?? scalars.count
    guard point == 5, let number = integer(scalars[..<5]), (10_000..<80_000).contains(number) else {
      return nil
    }
    let day = CivilDay(number: Int32(number) - 25_569)
    let fraction = scalars[point...].dropFirst()
    if fraction.isEmpty { return (day, CivilTime(day: day), false) }
    guard let digits = integer(fraction.prefix(9)), fraction.allSatisfy(isScalarDigit) else {
      return nil
    }
    var scale: Int64 = 1
    for _ in 0..<min(9, fraction.count) { scale *= 10 }
    let seconds = (digits * 86_400 + scale / 2) / scale
    let time = CivilTime(seconds: Int64(day.number) * 86_400 + seconds)
    return (time.day, time, digits != 0)
  }

  private static func integer(_ scalars: ArraySlice<UInt32>) -> Int64? {
    guard !scalars.isEmpty, scalars.count <= 15, scalars.allSatisfy(isScalarDigit) else {
      return nil
    }
    return scalars.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }
}

func isScalarDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }
