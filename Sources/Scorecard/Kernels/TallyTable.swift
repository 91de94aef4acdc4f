/// Counts by group and line, as one flat array of whole numbers that add up in any order.
///
/// Lines are the rules, then the dimensions, then the total.
struct TallyTable: Sendable {
  private static let stride = 7

  let lines: Int
  private(set) var numbers: [Int]

  init(groups: Int, lines: Int) {
    self.lines = lines
    numbers = [Int](repeating: 0, count: groups * lines * Self.stride)
  }

  /// Adds what one record has in a line.
  mutating func add(group: Int, line: Int, units: Int, excluded: Int, passed: Int) {
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
  private(set) var touched: [Int] = []
  private(set) var units: [Int]
  private(set) var excluded: [Int]
  private(set) var passed: [Int]

  init(lines: Int) {
    units = [Int](repeating: 0, count: lines)
    excluded = units
    passed = units
    touched.reserveCapacity(lines)
  }

  mutating func add(line: Int, units: Int, excluded: Int, passed: Int) {
    if self.units[line] == 0 { touched.append(line) }
    self.units[line] &+= units
    self.excluded[line] &+= excluded
    self.passed[line] &+= passed
  }

  mutating func clear() {
    for line in touched {
      units[line] = 0
      excluded[line] = 0
      passed[line] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
