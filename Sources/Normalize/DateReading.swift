package import Vocabulary

/// What one date cell holds.
package struct DateReading: Hashable, Sendable {
  /// The day; nil when the cell names none.
  package var day: CivilDay?
  /// The moment; nil when no time of day was written.
  package var time: CivilTime?
  /// The cleaned text when it is no date of the calendar, so that it can still be compared.
  var typed = ""
  package var issues: ValueIssues = []
  /// What the cell shows about its column.
  package var signs: ConventionSigns = []

  package init() {}

  /// ISO 8601: the day, or the day and time when a time was written; else the cleaned text.
  package var canonical: String { day.map { DateText($0, time).string } ?? typed }
}

/// A day, or a day and time, as ISO 8601 writes it.
struct DateText {
  private var bytes = InlineArray<19, UInt8>(repeating: 0x2D)
  private let count: Int

  init(_ day: CivilDay, _ time: CivilTime?) {
    let (year, month, date) = day.parts
    count = time == nil ? 10 : 19
    put(year / 100, at: 0)
    put(year, at: 2)
    put(month, at: 5)
    put(date, at: 8)
    guard let time else { return }
    let second = Int(time.seconds - Int64(day.number) * 86_400)
    bytes[10] = 0x54
    put(second / 3600, at: 11)
    bytes[13] = 0x3A
    put(second / 60 % 60, at: 14)
    bytes[16] = 0x3A
    put(second % 60, at: 17)
  }

  private mutating func put(_ number: Int, at place: Int) {
    bytes[place] = UInt8(0x30 + number / 10 % 10)
    bytes[place + 1] = UInt8(0x30 + number % 10)
  }

  /// Hands out the letters.
  func read<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(0..<count))
  }

  var string: String {
    read { letters in
      var text = ""
      text.reserveCapacity(count)
      for place in letters.indices { text.unicodeScalars.append(Unicode.Scalar(letters[place])) }
      return text
    }
  }
}

/// A date as written, before the calendar was asked.
struct WrittenDate {
  var year = 0
  var month = 0
  var day = 0
  /// Seconds of the day, when a time was written.
  var clock: Int?
  /// Seconds east of Greenwich, when an offset was written.
  var offset: Int?
  /// Whether day and month could be exchanged and nothing said which is which.
  var isAmbiguous = false
}

/// What dates are read against.
struct DateReference: Sendable {
  /// The year of the run.
  var year: Int
  /// Whether days or months come first between slashes, where the region writes them so.
  var order: ColumnConvention.DateOrder

  /// - Parameters:
  ///   - year: The year of the run.
  ///   - region: ISO 3166-1 alpha-2, or nil for none.
  init(year: Int, region: String?) {
    self.year = year
    order =
      region.map { Self.monthFirst.contains($0.uppercased()) } ?? true ? .monthFirst : .dayFirst
  }

  /// Regions that write the year or the month first (Unicode CLDR), so that exports with the year last
  /// come from American software; all others write the day first.
  private static let monthFirst: Set<String> = [
    "US", "CN", "TW", "JP", "KR", "MN", "LT", "HU", "PH", "FM", "GU", "MH", "PW", "PR", "UM", "AS",
    "MP", "VI",
  ]
}
