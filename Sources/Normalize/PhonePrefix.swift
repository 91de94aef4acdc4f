/// Matches the prefixes of a numbering plan: a small backtracking machine over digits.
///
/// The programs come of the prefix patterns of the metadata, and try alternatives in their order, as
/// a regular expression does.
struct PhonePrefix {
  let program: [UInt16]
  let digits: PhoneDigits
  /// Starts and ends of the groups, two places a group.
  private(set) var groups = InlineArray<6, Int>(repeating: -1)

  init(program: [UInt16], digits: PhoneDigits) {
    self.program = program
    self.digits = digits
  }

  /// The number of digits that a program takes from the front; nil when it does not match.
  mutating func match(_ start: Int) -> Int? { step(start, 0) }

  private mutating func step(_ start: Int, _ from: Int) -> Int? {
    var counter = start
    var position = from
    while true {
      let word = program[counter]
      let value = Int(word & 0x0FFF)
      switch word >> 12 {
      case 0:
        guard position < digits.count, value >> Int(digits[position]) & 1 == 1 else { return nil }
        position += 1
        counter += 1
      case 1:
        let saved = groups
        if let end = step(counter + 1, position) { return end }
        groups = saved
        counter += value
      case 2:
        counter += value
      case 3:
        groups[value] = position
        counter += 1
      case 4:
        guard position == digits.count else { return nil }
        counter += 1
      default:
        return position
      }
    }
  }
}
