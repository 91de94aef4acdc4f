/// The prefixes of the numbering plans: programs of a small backtracking machine over digits.
///
/// The programs come of the prefix patterns of the metadata, and try alternatives in their order, as
/// a regular expression does.
struct PhonePrefixes: Sendable {
  /// Starts and ends of the groups, two places a group.
  typealias Groups = InlineArray<6, Int>

  let program: [UInt16]

  /// The number of digits that a program takes from the front; nil when it does not match.
  func match(_ start: Int, _ digits: PhoneDigits) -> Int? {
    var groups = Groups(repeating: -1)
    return step(start, 0, digits, &groups)
  }

  /// The same, with what the groups took.
  func match(_ start: Int, _ digits: PhoneDigits, _ groups: inout Groups) -> Int? {
    step(start, 0, digits, &groups)
  }

  private func step(
    _ start: Int, _ from: Int, _ digits: PhoneDigits, _ groups: inout Groups
  ) -> Int? {
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
        if let end = step(counter + 1, position, digits, &groups) { return end }
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

  // MARK: - First digits

  /// The pairs of first digits that a program can match: bit 10 a + b for a and b.
  ///
  /// Most numbers begin otherwise, so that the program need not run.
  func firstPairs(_ start: Int) -> UInt128 {
    var pairs: UInt128 = 0
    for pair in 0..<100 {
      var digits = PhoneDigits()
      digits.append(UInt8(pair / 10))
      digits.append(UInt8(pair % 10))
      if canMatch(start, 0, digits) { pairs |= 1 << UInt128(pair) }
    }
    return pairs
  }

  /// Whether a program matches, or runs out of digits before it fails.
  private func canMatch(_ start: Int, _ from: Int, _ digits: PhoneDigits) -> Bool {
    var counter = start
    var position = from
    while position < digits.count {
      let word = program[counter]
      let value = Int(word & 0x0FFF)
      switch word >> 12 {
      case 0:
        guard value >> Int(digits[position]) & 1 == 1 else { return false }
        position += 1
        counter += 1
      case 1:
        if canMatch(counter + 1, position, digits) { return true }
        counter += value
      case 2: counter += value
      case 3: counter += 1
      case 4: return false
      default: return true
      }
    }
    return true
  }
}
