/// The commonest forms of dates, read from a cell's bytes: 2024-03-05, 2024/3/5 9:07, 20240305,
/// 2024-03-05T09:07:33.123Z.
///
/// Everything else is left to `DateScanner`, which reads these forms to the same end.
struct PlainDate {
  private(set) var date = WrittenDate()

  /// Nil where the cell has another form.
  init?(_ cell: Span<UInt8>) {
    guard cell.count >= 8, cell.count <= 32 else { return nil }
    var place = 0
    guard let year = Self.number(cell, &place, 4, 4), (1800...2100).contains(year) else {
      return nil
    }
    date.year = year
    if cell.count == 8, isDigit(cell[4]) {
      guard let month = Self.number(cell, &place, 2, 2), let day = Self.number(cell, &place, 2, 2)
      else { return nil }
      (date.month, date.day) = (month, day)
      return
    }
    let mark = cell[place]
    guard mark == 0x2D || mark == 0x2F || mark == 0x2E else { return nil }
    place += 1
    guard let month = Self.number(cell, &place, 1, 2), place < cell.count, cell[place] == mark
    else { return nil }
    place += 1
    guard let day = Self.number(cell, &place, 1, 2) else { return nil }
    (date.month, date.day) = (month, day)
    if place < cell.count {
      guard readTime(cell, &place), place == cell.count else { return nil }
    }
  }

  private mutating func readTime(_ cell: Span<UInt8>, _ place: inout Int) -> Bool {
    guard cell[place] == 0x20 || cell[place] == 0x54 else { return false }
    place += 1
    guard let hour = Self.number(cell, &place, 1, 2), hour < 24, Self.take(0x3A, cell, &place),
      let minute = Self.number(cell, &place, 2, 2), minute < 60
    else { return false }
    var second = 0
    if Self.take(0x3A, cell, &place) {
      guard let number = Self.number(cell, &place, 2, 2), number < 60 else { return false }
      second = number
      if Self.take(0x2E, cell, &place), Self.number(cell, &place, 1, 9) == nil { return false }
    }
    date.clock = hour * 3600 + minute * 60 + second
    return place == cell.count || readOffset(cell, &place)
  }

  private mutating func readOffset(_ cell: Span<UInt8>, _ place: inout Int) -> Bool {
    if Self.take(0x5A, cell, &place) {
      date.offset = 0
      return true
    }
    let isEast = cell[place] == 0x2B
    guard isEast || cell[place] == 0x2D else { return false }
    place += 1
    guard let hours = Self.number(cell, &place, 2, 2) else { return false }
    _ = Self.take(0x3A, cell, &place)
    guard let minutes = Self.number(cell, &place, 2, 2) else { return false }
    date.offset = (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    return true
  }

  private static func take(_ mark: UInt8, _ cell: Span<UInt8>, _ place: inout Int) -> Bool {
    guard place < cell.count, cell[place] == mark else { return false }
    place += 1
    return true
  }

  /// A number of so many digits, which no further digit follows unless the most are read.
  private static func number(
    _ cell: Span<UInt8>, _ place: inout Int, _ least: Int, _ most: Int
  ) -> Int? {
    var value = 0
    let start = place
    while place < cell.count, place - start < most, isDigit(cell[place]) {
      value = value * 10 + Int(cell[place] - 0x30)
      place += 1
    }
    return place - start >= least ? value : nil
  }
}
