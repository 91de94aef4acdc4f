/// Numbers that are typed to fill a cell, and service numbers that are nobody's.
final class PhoneFillers: Sendable {
  /// Packed digits in their order, each with its regions.
  private let numbers: [UInt64]
  private let regions: [String]
  /// A bit for each number by its hash, so that most numbers need no search.
  private let hashes: [UInt64]

  /// - Throws: `WordListError` where a line holds no digits.
  init(_ lists: WordLists) throws(WordListError) {
    var entries: [(number: UInt64, region: String)] = []
    for entry in lists[.phoneFillers] {
      var digits = PhoneDigits()
      for byte in entry.word.utf8 where isDigit(byte) { digits.append(byte - 0x30) }
      guard digits.count == entry.word.utf8.count, digits.packed > 0 else {
        throw WordListError(
          path: entry.path, line: entry.line,
          message: "'\(entry.word)' is no number; write at most 18 digits and nothing else")
      }
      entries.append((digits.packed, entry.cells[1].uppercased()))
    }
    entries.sort { $0.number < $1.number }
    numbers = entries.map(\.number)
    regions = entries.map(\.region)
    var hashes = [UInt64](repeating: 0, count: 64)
    for number in numbers {
      let hash = Self.hash(number)
      hashes[hash >> 6] |= 1 << UInt64(hash & 63)
    }
    self.hashes = hashes
  }

  /// Whether the digits are a filler for those who dial from a region.
  func contains(_ digits: PhoneDigits, in region: String?) -> Bool {
    let number = digits.packed
    let hash = Self.hash(number)
    guard number > 0, hashes[hash >> 6] >> UInt64(hash & 63) & 1 == 1 else { return false }
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    guard low < numbers.count, numbers[low] == number else { return false }
    return regions[low].isEmpty || regions[low] == region
  }

  /// Twelve bits.
  private static func hash(_ number: UInt64) -> Int {
    Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }
}

/// How striking a number's digits are.
enum PhoneStriking {
  case ordinary
  /// Seven or more equal lucky digits, which people do buy.
  case vanity
  /// Keyed in to fill the cell.
  case filler
}

extension PhoneDigits {
  /// Judges a valid national number by its runs of equal digits.
  ///
  /// A rising run such as that of 13912345678 is no reason: somebody has that number.
  var striking: PhoneStriking {
    let equal = longestRun
    guard equal.length >= 7 else { return .ordinary }
    switch equal.digit {
    case 3, 5, 6, 8, 9: return .vanity
    default: return .filler
    }
  }

  /// Whether digits that are no number were only keyed in: one digit again and again, or a count.
  var isKeyedIn: Bool {
    if longestRun.length == count { return count > 1 }
    return count >= 4 && (isCount(step: 1) || isCount(step: 9))
  }
}
