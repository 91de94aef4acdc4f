import Vocabulary

/// A date in a file's name, such as that of `sales_2026-11-21.csv`.
///
/// Known are year, month and day, with or without a sign between them (`-`, `_`, `.`, 年, 月), a time
/// of day in six digits behind them, and a month alone, such as 202611.
package struct FileNameDate: Comparable, Sendable {
  /// Year, month, day, hour, minute and second, one after the other.
  package var moment: Int
  /// Where it stands in the name's scalars.
  package var range: Range<Int>

  package static func < (left: Self, right: Self) -> Bool { left.moment < right.moment }

  package static func == (left: Self, right: Self) -> Bool { left.moment == right.moment }

  /// The first date of a name; nil where there is none.
  package init?(_ name: String) {
    let scalars = Array(name.unicodeScalars)
    let runs = Self.digitRuns(scalars)
    for index in runs.indices {
      guard var found = Self.day(at: index, runs, scalars) else { continue }
      if found.isDay, found.next < runs.count, let time = Self.time(runs[found.next], scalars),
        runs[found.next].lowerBound - found.end == 1
      {
        found.moment += time
        found.end = runs[found.next].upperBound
      }
      moment = found.moment
      range = runs[index].lowerBound..<found.end
      return
    }
    return nil
  }

  private struct Found {
    var moment: Int
    var end: Int
    /// The digits that follow it.
    var next: Int
    var isDay = true

    init?(
      year: Int, month: Int, day: Int?, time: Int = 0, end: Int, next: Int
    ) {
      guard (1980...2099).contains(year), CivilDay(year: year, month: month, day: day ?? 1) != nil
      else { return nil }
      moment = ((year * 100 + month) * 100 + (day ?? 0)) * 1_000_000 + time
      self.end = end
      self.next = next
      isDay = day != nil
    }
  }

  private static func day(
    at index: Int, _ runs: [Range<Int>], _ scalars: [Unicode.Scalar]
  ) -> Found? {
    let run = runs[index]
    let digits = number(run, scalars)
    switch run.count {
    case 14:
      return Found(
        year: digits / 10_000_000_000, month: digits / 100_000_000 % 100,
        day: digits / 1_000_000 % 100, time: digits % 1_000_000, end: run.upperBound,
        next: index + 1)
    case 8:
      return Found(
        year: digits / 10_000, month: digits / 100 % 100, day: digits % 100, end: run.upperBound,
        next: index + 1)
    case 6:
      return Found(
        year: digits / 100, month: digits % 100, day: nil, end: run.upperBound, next: index + 1)
    case 4:
      guard let month = part(after: index, runs, scalars) else { return nil }
      let end = runs[index + 1].upperBound
      guard let day = part(after: index + 1, runs, scalars) else {
        return Found(year: digits, month: month, day: nil, end: end, next: index + 2)
      }
      return Found(
        year: digits, month: month, day: day, end: runs[index + 2].upperBound, next: index + 3)
    default: return nil
    }
  }

  /// One or two digits that follow some others behind one sign.
  private static func part(
    after index: Int, _ runs: [Range<Int>], _ scalars: [Unicode.Scalar]
  ) -> Int? {
    guard index + 1 < runs.count, runs[index + 1].count <= 2,
      runs[index + 1].lowerBound - runs[index].upperBound == 1,
      "-_.年月".unicodeScalars.contains(scalars[runs[index].upperBound])
    else { return nil }
    return number(runs[index + 1], scalars)
  }

  /// Six digits that are a time of day.
  private static func time(_ run: Range<Int>, _ scalars: [Unicode.Scalar]) -> Int? {
    let digits = number(run, scalars)
    let isTime = digits / 10_000 < 24 && digits / 100 % 100 < 60 && digits % 100 < 60
    return run.count == 6 && isTime ? digits : nil
  }

  private static func number(_ run: Range<Int>, _ scalars: [Unicode.Scalar]) -> Int {
    scalars[run].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  /// The runs of at most 14 ASCII digits.
  private static func digitRuns(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in 0...scalars.count {
      let isDigit = index < scalars.count && ("0"..."9").contains(scalars[index])
      if isDigit, start == nil { start = index }
      if !isDigit, let first = start {
        if index - first <= 14 { runs.append(first..<index) }
        start = nil
      }
    }
    return runs
  }
}
