package import Vocabulary

/// Reads dates and times in the forms that exports use.
///
/// Year first, day first, month first, Chinese and Japanese eras and numerals, month names, ISO 8601
/// with an offset, digits alone, epoch seconds and milliseconds, spreadsheet serials. A moment with an
/// offset becomes wall-clock time of the pipeline's zone.
package struct DateNormalizer: Sendable {
  private let latest: CivilDay
  /// The marks of the empty dates, so that most days are not looked up.
  private let emptyMarks: UInt64
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
    emptyMarks = lexicon.emptyDates.marks
  }

  /// Reads one cell, by the convention of its column where that is known.
  package func read(
    _ raw: Span<UInt8>, convention: ColumnConvention = ColumnConvention()
  ) -> DateReading {
    var reading = DateReading()
    if let plain = PlainDate(raw) {
      accept(plain.date, &reading) { String(scalars: CleanText(raw).scalars) }
      return reading
    }
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return reading }
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
    if let (start, issue) = Self.labelEnd(clean.scalars),
      read(Array(clean.scalars[start...]), clean, convention, &reading)
    {
      reading.issues.insert(issue)
      return reading
    }
    noteWhatIsNoDate(clean, convention, &reading)
    return reading
  }

  /// The place behind a label such as 日期: or 生于, and how to call it; nil when there is none.
  private static func labelEnd(_ scalars: [UInt32]) -> (start: Int, issue: ValueIssues)? {
    var place = 0
    while place < scalars.count, isHan(scalars[place]) || isLabelLetter(scalars[place]) {
      if scalars[place] == 0x5386 || scalars[place] == 0x66C6 { return nil }  // 农历
      place += 1
    }
    guard (1...8).contains(place), place < scalars.count else { return nil }
    let hasColon = scalars[place] == 0x3A
    guard hasColon || !scalars[..<place].contains(where: isLabelLetter) else { return nil }
    if hasColon { place += 1 }
    while place < scalars.count, scalars[place] == 0x20 { place += 1 }
    guard place < scalars.count, isScalarDigit(scalars[place]) else { return nil }
    return (place, hasColon ? .repaired : .extraContent)
  }

  private static func isLabelLetter(_ scalar: UInt32) -> Bool {
    scalar < 0x80 && isASCIILetter(UInt8(scalar))
  }

  /// What text says that is no date.
  private func noteWhatIsNoDate(
    _ clean: CleanText, _ convention: ColumnConvention, _ reading: inout DateReading
  ) {
    if let issue = UnreadableCell.issue(of: clean.scalars) {
      reading.issues.insert(issue)
    } else if lexicon.placeholders.isPlaceholder(clean.scalars.span) {
      reading.issues.insert(.placeholder)
    } else if MaskedText.hidesDate(clean.scalars) {
      reading.issues.insert(.masked)
    } else {
      reading.issues.insert(.invalid)
      reading.typed = clean.string
      if var scanner = DateScanner(clean.scalars, lexicon.calendar, reference, convention),
        scanner.isIncomplete()
      {
        reading.issues.insert(.incomplete)
      }
    }
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
    } else if var scanner = DateScanner(scalars, lexicon.calendar, reference, convention) {
      let written = scanner.scan()
      reading.signs = scanner.signs
      guard let written else { return false }
      accept(written, &reading) { clean.string }
    } else {
      return false
    }
    return true
  }

  /// Sets what a written date is; `typed` gives the cell where it is none of the calendar.
  private func accept(
    _ written: WrittenDate, _ reading: inout DateReading, typed: () -> String
  ) {
    guard let day = CivilDay(year: written.year, month: written.month, day: written.day) else {
      if EmptyDates.isEmpty(written) {
        reading.issues.insert(.placeholder)
      } else {
        reading.issues.insert(.impossibleDate)
        reading.typed = typed()
      }
      return
    }
    if emptyMarks >> UInt64(UInt32(bitPattern: day.number) & 63) & 1 != 0,
      lexicon.emptyDates.contains(day, clock: written.clock, isEpoch: zone.isEpoch)
    {
      reading.issues.insert(.placeholder)
      return
    }
    guard written.year >= 1800 else {
      reading.issues.insert(.impossibleDate)
      reading.typed = typed()
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
    if day > latest { reading.issues.insert(.futureDate) }
  }
}
