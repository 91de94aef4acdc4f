/// Text that is typed to fill a cell.
package enum Placeholders {
  /// Whether cleaned text says nothing.
  ///
  /// Case, blanks and punctuation do not count. Text of one repeated letter, and text without any
  /// letter or digit, says nothing either.
  package static func isPlaceholder(_ scalars: [UInt32]) -> Bool {
    let letters = content(of: scalars)
    guard let first = letters.first else { return true }
    if letters.count >= 2, first < 0x80, letters.allSatisfy({ $0 == first }) { return true }
    return letters.count <= PlaceholderTable.longest
      && (PlaceholderTable.absences.contains(letters)
        || PlaceholderTable.keystrokes.contains(letters)
        || PlaceholderTable.nobodies.contains(letters))
  }

  /// Whether cleaned text only says that the value is not known.
  ///
  /// The narrower question, for fields in which 零售 or 1 is an answer.
  package static func isAbsence(_ scalars: [UInt32]) -> Bool {
    let letters = content(of: scalars)
    return letters.isEmpty
      || letters.count <= PlaceholderTable.longest && PlaceholderTable.absences.contains(letters)
  }

  /// Whether cleaned text was only keyed in: 123456, test, asdf.
  package static func isKeystrokes(_ scalars: [UInt32]) -> Bool {
    let letters = content(of: scalars)
    return letters.count <= PlaceholderTable.longest
      && PlaceholderTable.keystrokes.contains(letters)
  }

  private static func content(of scalars: [UInt32]) -> [UInt32] {
    var letters: [UInt32] = []
    for scalar in scalars where isContent(scalar) {
      letters.append(scalar < 0x80 ? UInt32(lowercase(UInt8(scalar))) : scalar)
      if letters.count > 32 { break }
    }
    return letters
  }

  private static func isContent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE30...0xFE6F, 0xFF00...0xFFEF: false
    default: true
    }
  }
}

func lowercase(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
