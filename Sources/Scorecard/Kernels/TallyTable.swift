/// Counts by group and line, as one flat array of whole numbers that add up in any order.
///
/// Lines are the rules, then the dimensions, then the total.
struct TallyTable: Sendable {
  /// One cache line; the last place is not used.
  private static let stride = 8

  let lines: Int
  private var numbers: [Int]

  init(groups: Int, lines: Int) {
    self.lines = lines
    numbers = [Int](repeating: 0, count: groups * lines * Self.stride)
  }

  /// Adds what one record, or one field of it, has.
  mutating func add(_ counts: LineCounts, group: Int) {
    let lines = self.lines
    var numbers = self.numbers.mutableSpan
    var rest = counts.touched
    while rest != 0 {
      let line = rest.trailingZeroBitCount
      rest &= rest &- 1
      let (units, excluded, passed) = counts[line]
      let scored = units &- excluded
      let place = (group &* lines &+ line) &* Self.stride
      numbers[place] &+= units
      numbers[place &+ 1] &+= excluded
      numbers[place &+ 2] &+= passed
      numbers[place &+ 3] &+= scored > 0 ? 1 : 0
      numbers[place &+ 4] &+= scored &* scored
      numbers[place &+ 5] &+= scored &* passed
      numbers[place &+ 6] &+= passed &* passed
    }
  }

  mutating func add(_ other: TallyTable) {
    for index in numbers.indices { numbers[index] &+= other.numbers[index] }
  }

  subscript(group: Int, line: Int) -> TallySums {
    let place = (group * lines + line) * Self.stride
    return TallySums(
      units: numbers[place], excluded: numbers[place + 1], passed: numbers[place + 2],
      records: numbers[place + 3], scoredSquares: numbers[place + 4],
      mixedProducts: numbers[place + 5], passedSquares: numbers[place + 6])
  }
}

/// What one record, or one field of it, has in each line.
struct LineCounts: Sendable {
  /// The number of lines that fit.
  static let capacity = 64
  private static let width: UInt64 = 21
  private static let mask: UInt64 = (1 << width) - 1

  /// One bit per line with at least one unit.
  private(set) var touched: UInt64 = 0
  /// By line: units, excluded and passed units side by side, 21 bits each, so that one addition adds
  /// all three; an array and no inline one, since copying it to hand it on took a third of the scan.
  private var numbers = [UInt64](repeating: 0, count: capacity)

  /// The units, excluded and passed units of a line.
  subscript(line: Int) -> (units: Int, excluded: Int, passed: Int) {
    let packed = numbers[line]
    return (
      Int(packed & Self.mask), Int(packed &>> Self.width & Self.mask),
      Int(packed &>> (2 &* Self.width))
    )
  }

  mutating func add(line: Int, units: Int, excluded: Int, passed: Int) {
    touched |= 1 &<< UInt64(line)
    numbers[line] &+=
      UInt64(units) | UInt64(excluded) &<< Self.width | UInt64(passed) &<< (2 &* Self.width)
  }

  /// Adds one line of a field, so many times, to another line.
  mutating func add(line: Int, times weight: Int, of other: Int) {
    touched |= 1 &<< UInt64(line)
    numbers[line] &+= UInt64(weight) &* numbers[other]
  }

  /// Adds the counts of a field to those of its record.
  mutating func add(_ other: LineCounts) {
    touched |= other.touched
    var rest = other.touched
    while rest != 0 {
      let line = rest.trailingZeroBitCount
      rest &= rest &- 1
      numbers[line] &+= other.numbers[line]
    }
  }

  mutating func clear() {
    while touched != 0 {
      numbers[touched.trailingZeroBitCount] = 0
      touched &= touched &- 1
    }
  }
}
