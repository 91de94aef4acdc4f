package import Vocabulary

/// Reads dates and times in the forms that exports use.
///
/// Year first, day first with dots, month first with slashes, Chinese and Minguo dates, month names,
/// ISO 8601 with an offset, digits alone, epoch seconds and milliseconds, spreadsheet serials. A moment
/// with an offset becomes wall-clock time of the pipeline's zone.
package struct DateNormalizer: Sendable {
  private let latest: CivilDay
  private let currentYear: Int
  private let zone: ZoneOffsets

  /// - Parameters:
  ///   - asOf: The day of the run; what lies more than a day behind it is in the future.
  ///   - timeZone: An identifier such as Asia/Shanghai; UTC when it is not known.
  package init(asOf: CivilDay, timeZone: String) {
    latest = CivilDay(number: asOf.number + 1)
    currentYear = asOf.parts.year
    zone = ZoneOffsets(identifier: timeZone)
  }

  package func read(_ raw: Span<UInt8>) -> DateReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return DateReading() }
    var reading = DateReading()
    if clean.isRepaired { reading.issues.insert(.repaired) }
    if let moment = EpochText.moment(clean.scalars) {
      accept(zone.wallClock(utc: moment), &reading)
    } else if let serial = EpochText.serial(clean.scalars) {
      reading.day = serial.day
      if serial.hasClock { reading.time = serial.time }
      finish(&reading)
    } else if var scanner = DateScanner(clean.scalars, currentYear: currentYear),
      let written = scanner.scan()
    {
      accept(written, clean, &reading)
    } else {
      let isFiller = Placeholders.isPlaceholder(clean.scalars)
      reading.issues.insert(isFiller ? .placeholder : .invalid)
      if !isFiller { reading.canonical = clean.string }
    }
    return reading
  }

  private func accept(_ written: WrittenDate, _ clean: CleanText, _ reading: inout DateReading) {
    guard let day = CivilDay(year: written.year, month: written.month, day: written.day),
      day.parts.year >= 1800
    else {
      reading.issues.insert(.impossibleDate)
      reading.canonical = clean.string
      return
    }
    guard let clock = written.clock else {
      reading.day = day
      finish(&reading)
      return
    }
    let seconds = Int64(day.number) * 86_400 + Int64(clock)
    let wall = written.offset.map { zone.wallClock(utc: seconds - Int64($0)) } ?? seconds
    accept(wall, &reading)
  }

  private func accept(_ wallSeconds: Int64, _ reading: inout DateReading) {
    let time = CivilTime(seconds: wallSeconds)
    reading.time = time
    reading.day = time.day
    finish(&reading)
  }

  private func finish(_ reading: inout DateReading) {
    guard let day = reading.day else { return }
    reading.canonical = Self.text(day, reading.time)
    if day > latest { reading.issues.insert(.futureDate) }
  }

  /// ISO 8601, as the descriptions of the two have it, in one buffer.
  private static func text(_ day: CivilDay, _ time: CivilTime?) -> String {
    let (year, month, date) = day.parts
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    func append(_ number: Int, _ mark: UInt8?) {
      if let mark { bytes.append(mark) }
      bytes.append(UInt8(0x30 + number / 10 % 10))
      bytes.append(UInt8(0x30 + number % 10))
    }
    append(year / 100, nil)
    append(year % 100, nil)
    append(month, 0x2D)
    append(date, 0x2D)
    if let time {
      let second = Int(time.seconds - Int64(day.number) * 86_400)
      append(second / 3600, 0x54)
      append(second / 60 % 60, 0x3A)
      append(second % 60, 0x3A)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
