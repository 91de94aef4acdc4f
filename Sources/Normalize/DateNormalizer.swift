package import Vocabulary

/// Reads dates and times in the forms that exports use.
///
/// Year first, day first, month first, Chinese and Japanese eras and numerals, month names, ISO 8601
/// with an offset, digits alone, epoch seconds and milliseconds, spreadsheet serials. A moment with an
/// offset becomes wall-clock time of the pipeline's zone.
package struct DateNormalizer: Sendable {
  private let latest: CivilDay
  private let reference: DateReference
  private let zone: ZoneOffsets
  private let lexicon: Lexicon

  /// - Parameters:
  ///   - asOf: The day of the run; what lies more than a day behind it is in the future.
  ///   - timeZone: An identifier such as Asia/Shanghai; UTC when it is not known.
  ///   - region: The region whose custom decides whether 3/5/2024 begins with the month.
  ///   - lexicon: What the word lists say.
  package init(
    asOf: CivilDay, timeZone: String, region: String? = "CN", lexicon: Lexicon = .shipped
  ) {
    self.lexicon = lexicon
    latest = CivilDay(number: asOf.number + 1)
    reference = DateReference(year: asOf.parts.year, region: region)
    zone = ZoneOffsets(identifier: timeZone)
  }

  /// Reads one cell, by the convention of its column where that is known.
  package func read(
    _ raw: Span<UInt8>, convention: ColumnConvention = ColumnConvention()
  ) -> DateReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return DateReading() }
    var reading = DateReading()
    if clean.isRepaired { reading.issues.insert(.repaired) }
    if read(clean.scalars, clean, convention, &reading) { return reading }
    switch SpreadsheetNumber(clean.scalars) {
    case .digits(let digits):
      reading.issues.insert(.repaired)
      if read(digits.map { UInt32($0) }, clean, convention, &reading) { return reading }
    case .lossy:
      reading.issues.insert(.precisionLost)
      return reading
    case .plain: break
    }
    if let issue = issue(of: clean.scalars) {
      reading.issues.insert(issue)
    } else {
      reading.issues.insert(.invalid)
      reading.canonical = clean.string
    }
    return reading
  }

  /// What text says that is no date and not wrong either.
  private func issue(of scalars: [UInt32]) -> ValueIssues? {
    if let issue = UnreadableCell.issue(of: scalars) { return issue }
    if lexicon.placeholders.isPlaceholder(scalars.span) { return .placeholder }
    return MaskedText.hidesDate(scalars) ? .masked : nil
  }

  /// - Returns: Whether the text has a form of dates.
  private func read(
    _ scalars: [UInt32], _ clean: CleanText, _ convention: ColumnConvention,
    _ reading: inout DateReading
  ) -> Bool {
    if let moment = EpochText.moment(scalars) {
      accept(zone.wallClock(utc: moment), &reading)
    } else if let serial = EpochText.serial(scalars) {
      reading.day = serial.day
      if serial.hasClock { reading.time = serial.time }
      finish(&reading)
    } else if var scanner = DateScanner(scalars, reference, convention) {
      let written = scanner.scan()
      reading.signs = scanner.signs
      guard let written else { return false }
      accept(written, clean, &reading)
    } else {
      return false
    }
    return true
  }

  private func accept(_ written: WrittenDate, _ clean: CleanText, _ reading: inout DateReading) {
    guard let day = CivilDay(year: written.year, month: written.month, day: written.day) else {
      if EmptyDates.isEmpty(written) {
        reading.issues.insert(.placeholder)
      } else {
        reading.issues.insert(.impossibleDate)
        reading.canonical = clean.string
      }
      return
    }
    if lexicon.emptyDates.contains(day, clock: written.clock, isEpoch: zone.isEpoch) {
      reading.issues.insert(.placeholder)
      return
    }
    guard written.year >= 1800 else {
      reading.issues.insert(.impossibleDate)
      reading.canonical = clean.string
      return
    }
    if written.isAmbiguous { reading.issues.insert(.ambiguous) }
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
