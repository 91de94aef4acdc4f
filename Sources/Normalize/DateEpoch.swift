import Vocabulary

/// Dates that are plain numbers: Unix time and spreadsheet serials.
enum EpochText {
  /// Seconds since 1970-01-01T00:00:00Z: 10 digits of seconds, 13 of milliseconds, 16 of
  /// microseconds or 19 of nanoseconds, with or without a fraction, or `/Date(1709600853123)/`.
  static func moment(_ scalars: [UInt32]) -> Int64? {
    guard scalars.count >= 10 else { return nil }
    if scalars[0] == 0x2F { return milliseconds(ofScript: scalars) }
    if scalars[0] == 0x5C { return milliseconds(ofScript: scalars.filter { $0 != 0x5C }) }
    guard isScalarDigit(scalars[0]), isScalarDigit(scalars[9]) else { return nil }
    let point = scalars.firstIndex(of: 0x2E) ?? scalars.count
    guard [10, 13, 16, 19].contains(point), var number = integer(scalars[..<point], upTo: 19),
      scalars[point...].dropFirst().allSatisfy(isScalarDigit)
    else { return nil }
    for _ in 0..<(point - 10) / 3 { number /= 1000 }
    return (100_000_000...4_294_967_295).contains(number) ? number : nil
  }

  /// The way in which the JSON of .NET writes a moment, perhaps with an offset that does not matter.
  private static func milliseconds(ofScript scalars: [UInt32]) -> Int64? {
    let opening = "/Date(".unicodeScalars.map(\.value)
    guard scalars.starts(with: opening), scalars.suffix(2) == [0x29, 0x2F] else { return nil }
    let body = scalars[opening.count...].dropLast(2)
    let isNegative = body.first == 0x2D
    let digits = (isNegative ? body.dropFirst() : body).prefix(while: isScalarDigit)
    guard let number = integer(digits, upTo: 15) else { return nil }
    return (isNegative ? -number : number) / 1000
  }

  /// Days since 1899-12-30, with the time of day as a fraction.
  ///
  /// Five digits only (1927 to 2119): fewer are rather a year or a count.
  static func serial(_ scalars: [UInt32]) -> (day: CivilDay, time: CivilTime, hasClock: Bool)? {
    let point = scalars.firstIndex { $0 == 0x2E || $0 == 0x2C } ?? scalars.count
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

  private static func integer(_ scalars: ArraySlice<UInt32>, upTo limit: Int = 15) -> Int64? {
    guard !scalars.isEmpty, scalars.count <= limit, scalars.allSatisfy(isScalarDigit) else {
      return nil
    }
    return scalars.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }
}

func isScalarDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }
